"""Kinds: what a clause states, by trigger frames and by its wording."""
