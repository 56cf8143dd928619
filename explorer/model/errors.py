"""The one error that a person is meant to read."""


class ExplorerError(Exception):
    """Something a person can act on: the message is a whole sentence naming the thing and the reason."""
