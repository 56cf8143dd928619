"""Where a firm is from, said in its name: "Austin-based Acme", "Kenya's Acme", "Acme Foods of Elm Creek".

It takes such words off a chain of capitals and must not know which chains are companies.
"""

import re
from functools import cache

from explorer.extract.lexicon import CAPITAL, table
from explorer.extract.party import shapes
from explorer.extract.place import countries
from explorer.model.mention import Span

_FROM = re.compile(r"\sof\s(?P<place>[^\s]+(?:\s[^\s]+)?)$")
_OWNED = re.compile(r"[^\s]+(?:\s[^\s]+)?['’]s\s(?=\S)")
_MEMBER = re.compile(r"(?P<head>\S+)(?:\s\S+)?\sof\s(?=\S+\s\S)")
_BEING = r"-(?:based|owned|listed|backed|controlled|registered|headquartered)"
BASED = re.compile(rf"{CAPITAL}[\w.]*(?:\s{CAPITAL}[\w.]*)?{_BEING}\s")
_ONLY = re.compile(rf"{_BEING}$")
_IN_STATE = re.compile(r",\s(?P<state>[A-Z]\w+(?:\s[A-Z]\w+)?)[,.;]")


@cache
def _governed() -> frozenset[str]:
    return frozenset(str(table("cues.toml")["governed"]).split())


def is_only(word: str) -> bool:
    """Tell whether a word only says where something is: "Oslo-listed"."""
    return _ONLY.search(word) is not None


def _is_in_state(text: str, end: int) -> bool:
    """Tell whether a country or state stands behind a name and a comma, so that the name ends in a town."""
    state = _IN_STATE.match(text, end)
    return state is not None and state["state"] in countries.known()


def without_place(name: str, text: str = "", end: int = 0) -> str:
    """Take off where a firm is from: "Grupo Acme of Chile", or "of Elm Creek" before ", Ohio"."""
    place = _FROM.search(name) if " of " in name else None
    head = name[: place.start()] if place is not None else ""
    if place is not None and (
        place["place"] in countries.known() or _is_in_state(text, end) or shapes.is_headed(head)
    ):
        return head if " " in head or head not in _governed() else name
    return name


def inner(text: str, span: Span) -> Span:
    """Take off what only says where a company is from: "Kenya's GeoRift", "Austin-based Tallyhoot"."""
    words = text[span.start : span.end]
    based = BASED.match(words) if "-" in words else None
    if based:
        return Span(span.start + based.end(), span.end)
    if " " not in words:
        return span
    owner = _OWNED.match(words)
    if owner and owner.group()[:-3] in countries.known():
        return Span(span.start + owner.end(), span.end)
    member = _MEMBER.match(words)
    if member and member["head"] not in _governed():  # "Ada Lovelace of Acme Regional Press"
        return Span(span.start + member.end(), span.end)
    return span
