"""Which stretch of a sentence a title is made of: what the date dates, or more where that says nothing.

It must not know how a stretch is shortened.
"""

import re
from dataclasses import replace

from explorer.extract import clauses
from explorer.extract.records import Told
from explorer.extract.title import cutting, leading
from explorer.extract.title.wording import any_of, pattern
from explorer.model.mention import Span, Status

_SUBORDINATE = re.compile(
    r"\W*(?:when|while|as|although|though|because|if|after|before|once|since|"
    r"even though)\s(?P<first>[^,]{8,120}(?:,\s(?:in|on|at|by)\s[^,]{3,30}(?=,))?),\s+(?P<second>\S.{12,})$",
    re.IGNORECASE | re.DOTALL,
)


def of_one_time(told: Told) -> Told:
    """Of "When the mill closed, the town shrank" keep the clause that the date dates, else the main one."""
    told = _of_aside(_of_one_clause(told))
    text, span = told.text, told.span
    if told.date and text[span.start : told.date.start].strip().lower() in ("", "on", "in", "at", "by"):
        comma = re.match(r",\s+", text[told.date.end : span.end])
        start = told.date.end + comma.end() if comma else span.start
    else:
        start = span.start
    match = _SUBORDINATE.match(text[start : span.end])
    if match is None:
        return told
    first, second = match["first"], match["second"]
    if not (clauses.has_verb(first, 0, len(first)) and leading.states(second)):
        return told
    middle = start + match.start("second")
    if told.date and start <= told.date.start < middle:
        return replace(told, span=Span(start, start + match.end("first")))
    return replace(told, span=Span(middle, span.end))


_AND_ON = re.compile(rf"[,;]?\s(?:and|but|while)\s(?=(?:on|in|by|at)\s(?:the\s)?{leading.DATE})")


_AND_PREPOSITION = re.compile(r"(?:and|but|while)\s(?:on|in|by|at)\s")
_BESIDE = re.compile(
    r"[^,]{2,60},\s(?:[A-Z][^,]{1,30},\s)?(?P<aside>(?:[^,]|,(?=\s?\d)){8,120}),\s(?P<verb>[a-z]+)\s"
)


def _of_aside(told: Told) -> Told:
    """Of "The tills, sold in 2013, were red" keep what the date dates."""
    start, end = told.span
    match = _BESIDE.match(told.text, start, end) if told.date and told.text.count(",", start, end) > 1 else None
    if match is None or told.date is None or not clauses.is_finite(match["verb"]):
        return told
    is_inside = match.start("aside") <= told.date.start and told.date.end <= match.end("aside")
    begins = re.match(
        r"(?:whose|[a-z]+ed|sold|built|made|set up|(?:which|who)\s(?P<verb>\w+))\b", match["aside"]
    )
    is_told = begins is not None and (begins["verb"] is None or clauses.is_finite(begins["verb"]))
    if not (is_inside and is_told) or told.status is Status.DENIED:
        return told
    return replace(told, span=Span(told.span.start, match.end("aside")))


def _of_one_clause(told: Told) -> Told:
    """Of "the firm closed its mill, and on 5 May it sold the land" keep what is told of the date."""
    if told.date is None or not _AND_PREPOSITION.search(told.text, told.span.start, told.span.end):
        return told
    for match in _AND_ON.finditer(told.text, told.span.start, told.span.end):
        first, second = told.text[told.span.start : match.start()], told.text[match.end() : told.span.end]
        if 0 <= told.date.start - match.end() <= 8:
            rest = told.text[told.date.end : told.span.end].lstrip(" ,")
            is_own = leading.states(rest) or (not cutting.tells(first) and re.search(r"\d", rest))
            return replace(told, span=Span(match.end(), told.span.end)) if is_own else told
        if told.date.end <= match.start() and cutting.tells(first) and cutting.tells(second):
            return replace(told, span=Span(told.span.start, match.start()))
    return told


_SAYS = any_of("says")
_NO_MORE = re.compile(
    rf"^(?:.*(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\b{_SAYS}(?:\s(?:that|on|"
    rf"in))*|\W*)$",
    re.IGNORECASE,
)
_SAID_OF = re.compile(rf"^.{{2,60}}?\b{_SAYS}\b\s(?:.*\s)?that\b\s(?P<what>.+)$", re.IGNORECASE)


def is_middle(words: str, told: Told) -> bool:
    """Tell whether a clause begins inside a phrase: "(recalled the Note) 7 phones after fires"."""
    before = told.text[told.sentence.start : told.span.start]
    if before[-1:] == "-" or before[-1:].isalnum():
        return True
    last = _LAST.search(before, before.rfind(" ", 0, -1) + 1 if before.endswith(" ") else 0)
    if last is None or pattern("leading", "^(?:{})$").match(last["word"]) or not words[:1].isalnum():
        return False
    is_joint = last["word"].lower() in _JOINTS or last["word"] in clauses.saying()
    return not is_joint and words[0].isdigit() and cutting.tells(words)


_LAST = re.compile(r"(?P<word>[\w’'-]+) $")
_JOINTS = frozenset(
    "which who whose where that when while and but or then as if after before since until unless so".split()
)


_PLACED = re.compile(r"(?:in|at|on|by|with|for|as)\s", re.IGNORECASE)


def breaks_off(words: str) -> bool:
    """Tell whether a clause ends before it says something: "The firm said that its head, Jo Berg"."""
    last = words[words.rfind(" ") + 1 :].lower()
    if not words or ((last in clauses.saying() or last in ("that", "on", "in")) and _NO_MORE.match(words)):
        return True
    if _PLACED.match(words) and not cutting.tells(words):
        return not any(character.isdigit() for character in words)
    said = _SAID_OF.match(words) if " that " in words else None
    return bool(said and not clauses.has_verb(said["what"], 0, len(said["what"])))


def wider(told: Told, words: str) -> Span:
    """Give the stretch of the sentence from a clause to its end, or all of it for a clause without words."""
    begins = told.span.start if words.partition(" ")[2] else told.sentence.start
    return Span(begins, max(told.span.end, told.sentence.end))


_PHRASE = re.compile(
    r"(?:in|at|on|by|with|for|from|during|after|before|under|over|through|against|until|within|without|despite|amid)\s"
)
_RELATIVE = re.compile(r"\b(?:what|which|who|that|whose|where|when|how)\b")


def is_phrase(words: str, told: Told) -> bool:
    """Tell whether a clause only says when, where or how another took place: "for nine hours over arrears"."""
    if _PHRASE.match(words) is None or any(character.isdigit() or character in ",;:" for character in words):
        return False
    before = told.text[told.sentence.start : told.span.start]
    is_joined = before.rstrip().endswith((" and", " or", ";", ":"))  # it says where or when of its own
    return not is_joined and ":" not in before and not cutting.tells(_RELATIVE.split(words)[0])
