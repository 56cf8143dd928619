"""What a person asks for may fail for a reason that they can mend: then the window says it, and goes on."""

from collections.abc import Callable

from explorer.model.errors import ExplorerError
from explorer.ui.session import Session


def attempt(session: Session, does: Callable[..., object], *args: object) -> None:
    """Do something; its `ExplorerError` is told as a warning instead of raised."""
    try:
        does(*args)
    except ExplorerError as error:
        session.notice(str(error), is_warning=True)


def attempting(session: Session, does: Callable[[], object]) -> Callable[[], None]:
    """Make a function for actions and signals that is an `attempt`; what a signal tells is left out."""

    def run() -> None:
        attempt(session, does)

    return run
