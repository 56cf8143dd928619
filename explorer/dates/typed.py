"""What a person types into a date field: EDTF, or words that are a date from the first letter to the last.

What cannot be read is told with the reason, so that it can be mended.
"""

import re

from explorer.dates.abroad.written import read_words
from explorer.dates.finder import explain, find
from explorer.dates.placing.absolute import absolute
from explorer.dates.timex import Expression
from explorer.model.edtf import interval, modified, parse
from explorer.model.errors import ExplorerError
from explorer.model.when import Modifier, When

_LEAD = re.compile(
    r"(?:(?P<before>before)|(?P<after>after)|(?P<since>since|from)|(?P<until>until|till|up to)"
    r"|(?P<about>about|around|circa|ca\.?|c\.|approximately|roughly|~)"
    r"|(?P<plain>on|in|at|by|during|the))(?:\s+|(?<=~))",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\s*(?:-|–|—|/|onwards?|to now|to present)\s*$")
_BEFORE: tuple[list[str], ...] = ([], ["the"], ["between"], ["from"])  # words that may stand before the date
_LONGEST = 100
_SOME_DAY = "2020-01-15"  # to try whether nothing but the publication date is missing


def parse_typed(text: str, *, published: str | None = None) -> When | None:
    """Read a date as a person types it: "mid-2021", "Q3 2020", "before 2019", "2019-04..2019-06", EDTF.

    None where it is not a date from its first word to its last; nothing is guessed from a part of it.
    """
    typed = " ".join(text.split()) if len(text) <= _LONGEST else ""
    if not typed:
        return None
    try:
        return parse(typed)
    except (ExplorerError, ValueError):
        return _words(typed.replace("..", " to "), published)


def why_not(text: str, *, published: str | None = None) -> str:
    """Say in a sentence why `parse_typed` does not read a text; "" where it does, or where there is none."""
    typed = " ".join(text.split())
    if not typed or parse_typed(typed, published=published) is not None:
        return ""
    if len(text) > _LONGEST:
        return f"This is too long for a date: {_LONGEST} characters are the most."
    if published is None and parse_typed(typed, published=_SOME_DAY) is not None:
        return f"“{typed}” needs a year: the article has no publication date to count from."
    lead = _LEAD.match(typed)
    rest = typed[lead.end() :] if lead else typed
    found, rejected = explain(f"in {rest}", published=published)
    if found:
        return f"Only “{found[0].text}” is a date: nothing else may stand beside it."
    # What is thrown out for a reason of the calendar is worth telling; that a word is no date is not.
    impossible = next((one.why for one in rejected if " has no " in one.why), "")
    return f"{impossible[0].upper()}{impossible[1:]}." if impossible else f"“{typed}” is not a date."


def _words(typed: str, published: str | None) -> When | None:
    lead = _LEAD.match(typed)
    kind = lead.lastgroup if lead else "plain"
    rest = typed[lead.end() :] if lead else typed
    try:
        return _with_lead(kind or "plain", rest, published)
    except (ExplorerError, ValueError):
        return None


def _with_lead(kind: str, rest: str, published: str | None) -> When | None:
    open_end = _OPEN.search(rest)
    if open_end is not None and kind in ("plain", "since"):
        kind, rest = "since", rest[: open_end.start()]
    when = _whole(rest, published) or _abroad(rest)
    if when is None:
        return _words(rest, published) if _LEAD.match(rest) and kind == "plain" else None
    if kind == "since":
        return when if when.is_interval else interval(when, None)
    if kind == "until":
        return interval(None, when)
    modifiers = {"before": Modifier.BEFORE, "after": Modifier.AFTER, "about": Modifier.ABOUT}
    return modified(when, modifiers.get(kind))


def _abroad(typed: str) -> When | None:
    """Read a date in another language: "15 kwietnia 2019"."""
    spec = read_words(typed)
    return absolute(spec).when if spec is not None else None


def _whole(typed: str, published: str | None) -> When | None:
    """Read a date that fills its text; "in" makes a bare month or old year one, a verb two months a range."""
    return _after("in", typed, published) or _after("It ran from", typed, published)


def _after(opening: str, typed: str, published: str | None) -> When | None:
    sentence = f"{opening} {typed}"
    found = find(sentence, published=published)
    if not found or sentence[len(opening) : found[0].span.start].lower().split() not in _BEFORE:
        return None
    if found[-1].span.end < len(sentence.rstrip(" .")):
        return None
    return _single(found)


def _single(found: list[Expression]) -> When | None:
    if len(found) == 1:
        return found[0].when
    return found[0].interval if len(found) == 2 else None
