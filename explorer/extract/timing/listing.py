"""Lists whose members share a verb and have a date each: "opened in Leeds in 1931, York in 1934, Hull in 1962".

What the members have in common is told once, before the first of them (gapping, conjunction reduction), so each
is found by its form: it begins as the first does, which stands right before its own date. It must not know
parties or titles.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from explorer.extract import clauses
from explorer.model.mention import Span


class Member(NamedTuple):
    """A member of a list: where its words end with its date, and what before it tells of the other members.

    A figure has words that can be quoted without what all members share.
    """

    end: int
    others: tuple[Span, ...]
    figure: Span | None = None


_JOINT = re.compile(r"(?:,\s+(?:and\s+)?(?:then\s+)?|\s+(?:and|or)\s+(?:then\s+)?)(?:followed\sby\s+)?")
_LEAD = re.compile(
    r"(?:\s*\(|(?:\s+(?:in|on|at|by|since|until|till|from|during|around|about|early|late|mid|the|end|beginning|of))*\s+)$"
)
_JOINT_AND_LEAD = re.compile(r"(?:,\s+(?:and,?\s+)?|\s+and,?\s+)(?:(?:in|on|by|since|early|late)\s+)*$")
_TAIL = re.compile(r"\s(?:for|from|to|with|at|after|as|under)\s[^,;:]{2,60}")  # what a member goes on with
_CLOSED = re.compile(r"\)?")
_AFTER_DATE = re.compile(r",?\s+")
_MOST_WORDS, _MOST_PLAIN = 8, 3
_THINGS = ("the", "A", "n")
_NO_NOUNS = frozenset(
    "again also only later then first not again too where which who that after before".split()
)
_PREPOSITIONS = frozenset("in at to from for with by on of into as".split())
_DETERMINERS = frozenset("a an the its his her their our another".split())
# what such a word ends is a subject of its own: "… in March, and the European agency in June"
_ACTING = frozenset(
    "agency agencies commission court courts regulator regulators ministry government authority watchdog "
    "parliament senate".split()
)
_DETERMINED = re.compile(r"\s(?=(?:an?|the|its|his|her|their|our|another|one|two|three|four|\d+)\s)")
_NAMES = re.compile(
    r"(?:(?<=\s)the\s)?(?:(?<=\s)[A-ZÀ-Þ][\w&.'’-]*(?:\s(?:&|of|de|la|and)\s(?=[A-ZÀ-Þ])|\s(?=[A-ZÀ-Þ])|,\s(?=[A-ZÀ-Þ])|$))+$"
)
_BOUNDS = (
    "more than|less than|fewer than|over|under|about|around|nearly|almost|some|up to|at least|only|just|roughly"
)
_FIGURE = re.compile(rf"(?:(?:{_BOUNDS})\s)?(?:[A-Z]{{0,3}}[$€£¥₹]\s?)?\d")
_FIGURES = re.compile(rf"\s(?={_FIGURE.pattern})")
_IN_GROUP = frozenset("been be being not also later first then again finally only".split())
_WORD = re.compile(r"[\w'’-]+")
_END = re.compile(r"[\s.;:!?]*$")


def members(text: str, part: Span, dates: Sequence[Span]) -> dict[int, Member]:
    """Give the members of the list that a stretch is, by the number of their date; none where it is no list.

    `dates` are those of the stretch, in order.
    """
    verb = clauses.first_verb_beside(dates, text, part.start, part.end) if len(dates) > 1 else -1
    word = _WORD.match(text, verb) if verb >= 0 else None
    if word is None:
        return {}
    behind = _group_end(text, word.end(), part.end)
    before = sum(date.start < verb for date in dates)
    if before <= 1 and (found := _dated_before(text, part, dates, behind)):
        return found
    told = _dated_behind(text, part, dates[before:], behind) if before < len(dates) - 1 else {}
    return {before + number: member for number, member in told.items()}


def _group_end(text: str, at: int, end: int) -> int:
    """Give where a group of verbs ends: "was later renamed"."""
    following = _WORD.search(text, at, end)
    while following is not None and (
        clauses.is_participle(following.group()) or following.group() in _IN_GROUP
    ):
        at = following.end()
        following = _WORD.match(text, at + 1, end)
    return at


def _dated_behind(text: str, part: Span, dates: Sequence[Span], verb_end: int) -> dict[int, Member]:
    """Read "opened in Leeds in 1931, in York in 1934", "bought Kolb in 2004 for a pound and Adler in 2006"."""
    first = _without_lead(text, Span(verb_end, dates[0].start))
    told: list[tuple[int, int]] = []  # where the words of the member before end, and where its own begin
    form = ""
    for before, date in pairwise(dates):
        ends = (_closed(text, before.end), date.start)
        member = next((one for one in _joined(text, *ends) if not form or _is_alike(one[2], form)), None)
        if member is None:
            break
        form = form or member[2]
        told.append(member[:2])
    begin = _first(text, first, form) if told else None
    if begin is None:
        return {}
    stops = [*(stop for stop, _ in told), part.end]
    if len(told) + 1 < len(dates):
        stops[-1] = _closed(text, dates[len(told)].end)
    others = [(), *((Span(begin, start),) for _, start in told)]
    starts = [None, *((start if form == "1" else None) for _, start in told)]
    return {
        number: Member(stop, beside, None if start is None else Span(start, stop))
        for number, (stop, beside, start) in enumerate(zip(stops, others, starts, strict=True))
    }


def _joined(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give how words between two dates may part: where a member ends, the next begins, and what form it has."""
    for joint in _JOINT.finditer(text, start, end):
        tail = text[start : joint.start()]
        if tail and not (_TAIL.fullmatch(tail) and not clauses.has_verb(text, start, joint.start())):
            continue
        told = _without_lead(text, Span(joint.end(), end))
        form = _form(text, told)
        if form:
            yield joint.start(), told.start, form


def _dated_before(text: str, part: Span, dates: Sequence[Span], verb_end: int) -> dict[int, Member]:
    """Read "In 2010 it bought Kolb, in 2012 Adler", "was founded in 1931 as a mill and in 1950 as a shop"."""
    opening = Span(part.start, _after_date(text, dates[0].end))
    begin_at = verb_end
    if dates[0].start > verb_end:
        if _LEAD.fullmatch(text, verb_end, dates[0].start) is None:
            return {}
        begin_at, opening = dates[0].end, Span(verb_end, dates[0].end)
    told: list[tuple[int, int, int]] = []  # where a member's joint and its date begin, and where it ends
    form, last = "", begin_at
    for number, date in enumerate(dates[1:], 1):
        joint = _JOINT_AND_LEAD.search(text, last, date.start)
        if joint is None:
            break
        last = _after_date(text, date.end)
        following = dates[number + 1].start if number + 1 < len(dates) else part.end
        further = _JOINT_AND_LEAD.search(text, last, following) or _END.search(text, last, following)
        end = further.start() if further else following
        its = _form(text, Span(last, end))
        if not its or (form and not _is_alike(its, form)):
            break
        form = form or its
        opener = _JOINT.match(text, joint.start())
        told.append((joint.start(), opener.end() if opener else joint.start(), end))
    begin = _first(text, Span(begin_at, told[0][0]), form) if told else None
    if begin is None:
        return {}
    found = {0: Member(told[0][0], ())}
    for number, (_, start, end) in enumerate(told, 1):
        found[number] = Member(end, (opening, Span(max(begin, opening.end), start)))
    return found


def _without_lead(text: str, span: Span) -> Span:
    """Leave out the small words before a date."""
    lead = _LEAD.search(text, span.start, span.end)
    return Span(span.start, lead.start() if lead else span.end)


def _closed(text: str, end: int) -> int:
    """Give where a date ends with the bracket that closes behind it."""
    match = _CLOSED.match(text, end)
    return match.end() if match else end


def _after_date(text: str, end: int) -> int:
    match = _AFTER_DATE.match(text, end)
    return match.end() if match else end


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two members may be of one list: things of any form, or what follows one preposition."""
    return one == other or (one in _THINGS and other in _THINGS)


def _form(text: str, span: Span) -> str:
    """Tell how a member begins: its preposition, "the", "A" for a name, "1" for a figure, "n" for another noun.

    Anything else gives nothing: what has a verb of its own, what is long, what no member begins with.
    """
    words = text[span.start : span.end].split()
    if not 0 < len(words) <= _MOST_WORDS or any(mark in text[span.start : span.end] for mark in ";:("):
        return ""
    if clauses.has_verb(text, span.start, span.end):
        return ""
    first = words[0]
    if _FIGURE.match(text, span.start, span.end):
        return "1"
    if first in _PREPOSITIONS:
        return first if len(words) > 1 else ""
    if first in _DETERMINERS:
        return "" if words[-1] in _ACTING else "the"
    if first[0].isupper():
        return "A"
    return "n" if len(words) <= _MOST_PLAIN and first.isalpha() and first not in _NO_NOUNS else ""


def _first(text: str, span: Span, form: str) -> int | None:
    """Give where the first member begins, which ends where a stretch does, by the form of the others."""
    begin = _begin(text, span, form)
    if begin is not None or form not in _THINGS:
        return begin
    own = _form(text, Span(span.start, span.end))  # "joined Kolb in 1988, the board in 1995"
    return _begin(text, span, own) if own in _THINGS else None


def _begin(text: str, span: Span, form: str) -> int | None:
    words = text[span.start : span.end]
    if form == "n":
        plain = [word for word in words.split() if word.isalpha() and word.islower()]
        is_plain = 0 < len(words.split()) == len(plain) <= _MOST_PLAIN
        return span.start + 1 if is_plain and plain[0] not in _DETERMINERS | _PREPOSITIONS else None
    if form == "A":
        match = _NAMES.search(words)
        return span.start + match.start() if match else None
    if form == "the":
        match = _DETERMINED.search(words)
        return span.start + match.end() if match else None
    if form == "1":
        figures = [match.end() for match in _FIGURES.finditer(words)]
        return span.start + figures[-1] if figures else None
    at = words.rfind(f" {form} ")
    return span.start + at + 1 if at >= 0 else None
