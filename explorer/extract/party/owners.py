"""Who owns or has bought a company, as far as an article told it: "its parent", "the new owner".

It must not know how much what was told weighs.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from explorer.extract import lexicon
from explorer.extract.party.anaphora import Anaphor
from explorer.extract.party.context import Spoken
from explorer.extract.records import Found, NameHit, inside
from explorer.model.mention import PartyType, Span

_FAR = 5_000  # characters back in which an owner is told
_OWNED_BY = re.compile(
    r"[^.;\n]{0,40}?\b(?:owned|controlled|run|made|operated|bought|acquired) by\s(?:[\w’'-]+\s){0,4}"
    r"|[^.;\n]{0,40}?\b(?:unit|subsidiary|arm|division|part) of\s(?:[\w’'-]+\s){0,4}"
    r"|,\s(?:whose|its) (?:[\w-]+ )?(?:owner|parent)(?:,| is)\s(?:[\w’'-]+\s){0,4}"
)
_OWNS = re.compile(
    r"(?:['’]s\s(?:[\w-]+\s){0,2}(?:unit|arm|subsidiary|division|brand),?|\sowns(?:\s[\w-]+){0,3}|"
    r", (?:owner|parent) of)\s"
)


def owner(anaphor: Anaphor, found: Found, told: Sequence[Spoken]) -> list[NameHit]:
    """Give the owner of the company spoken of, and that company."""
    owned = next((one.hit for one in told if one.hit.type is PartyType.COMPANY), None)
    if owned is None:
        return []
    name = _owner_in(found, owned.name, anaphor.span.start) or lexicon.owners().get(owned.name)
    if name is None:
        return [owned]
    hit = next((hit for hit in found.names if hit.name == name), None)
    return [hit or NameHit(owned.span, name), owned]


# "sold the brewery to Acme", "was rescued by Acme"
_SOLD_TO = re.compile(
    r"\b(?:s(?:old|ells?|elling|ale)|passed|handed|transferred)\b[^.;\n]{2,80}\sto\s(?:[\w’'-]+\s){0,4}$"
    r"|\b(?:bought|acquired|rescued|purchased|taken over|snapped up)\sby\s(?:[\w’'-]+\s){0,4}$"
)
_BUYS = re.compile(
    r"(?:,[^.;\n]{2,60},)?\s(?:(?:has|had|have|will|is to|said it would|agreed to)\s)?"
    r"(?:bought|buys?|acquires?d?|took over|takes? over|purchased|rescued?|snapped up)\b"
)
_SALE_REACH = 130  # characters in which a sale before its buyer is told


def buyer(found: Found, at: int) -> list[NameHit]:
    """Give the company that was told last to have bought another before a place."""
    text = found.text
    for hit in reversed(inside(found.names, Span(max(0, at - _FAR), at))):
        if hit.type is not PartyType.COMPANY or hit.is_source:
            continue
        is_to = _SOLD_TO.search(text, max(0, hit.span.start - _SALE_REACH), hit.span.start)
        if is_to or _BUYS.match(text, hit.span.end):
            return [hit]
    return []


def _owner_in(found: Found, name: str, at: int) -> str | None:
    """Give the owner that the text told of a company before a place."""
    hits = [hit for hit in inside(found.names, Span(max(0, at - _FAR), at)) if hit.type is PartyType.COMPANY]
    for one, other in pairwise(hits):
        if one.name == name and _OWNED_BY.fullmatch(found.text, one.span.end, other.span.start):
            return other.name
        if other.name == name and _OWNS.fullmatch(found.text, one.span.end, other.span.start):
            return one.name
    return None
