"""How badly a title reads by itself: what is wrong with it, as far as words show, each fault with a weight.

A mark on the timeline has no sentence around it: a title that begins with "It", breaks off, lacks a verb or
tells of "the company" is no fact to its reader. It judges any title and must not know how titles are made.
"""

import re
from collections.abc import Iterator
from functools import cache

from explorer.extract.records import Told
from explorer.extract.title import meant, people, view, wording
from explorer.extract.title.wording import pattern

_BREAKS_OFF = 4
_PRONOUN_FIRST = 4
_POINTS_BACK = 3  # "that sale", "the two firms": a noun at least tells what it is
_SPEAKS = 3  # "we", "I"
_VERBLESS = 3
_SUBJECTLESS = 4
_OF_WHOM = 2  # "Nepal lifts the ban", where the mention means whose
_OF_WHAT = 2  # "Acme sells it"
_HALF_DONE = 3  # a verb without what it needs
_OPENS_AMISS = 2
_NAMELESS = 2
_SUMLESS = 1
_DATED = 1
_TWICE = 2
_LABELLED = 1  # "Acme: the sale should close" is good where nothing better is known, no more

_LABEL = re.compile(r"(?P<label>[^:]{2,40}): (?P<rest>.+)")
_HEARD = ("Reports: ", "Denied: ")
_SUBJECTS = frozenset("it they he she its their his her this these those there".split())
_SPEAKERS = frozenset("we our i my us you your".split())
_SOME = frozenset("both neither none others another some each all that".split())
_PLURAL_BACK = re.compile(
    r"(?:the (?:two|three|four|pair|former|latter)\b|[^,]{0,20}\bof (?:them|these|those|it)\b)", re.I
)
_BACK = re.compile(
    r"(?:both|neither|none|others|another|each|(?:some|all) of (?:them|it|these)|that\s[a-z]+)\b", re.I
)
_NAME = re.compile(r"[A-Z](?<=[\s(“’'-].)(?![\s.,]|$)")  # the letter first: it is found fast
_NAME_FIRST = re.compile(r"\w*[a-z&\d][A-Z]|[A-Z]{2,}|[A-Z]\.")
_AMISS = re.compile(
    r"(?:when|while|as|because|although|if|whether|than|compared|against|between \d|and|but|or|which|who|"
    r"having|whose|to|"
    r"(?:last|next)\s\w+(?!['’])|from \S*\d)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"(?:for|over|after|from|because of|following|amid|despite|since)\s(?=[a-z])", re.IGNORECASE
)
_DATE_LAST = re.compile(
    r"(?:January|February|April|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|(?:19|20)\d\d|"
    r"(?:last|this|that|next) (?:year|month|week))$"
)
_BE = frozenset("is are was were be been being has have had to will the a an its their of and".split())
_NO_SUBJECT = frozenset(
    "The A An Its Their His Her In On At By For From To of the its this as has is was us".split()
)
_SUMMED = frozenset(("settlement", "investment", "milestone", "target"))
_EXPLETIVE = re.compile(
    r"it (?:is|was|has been|had been|will be|takes?|took)\s(?:also\s)?(?:an?|the|not|\w+ly|known|to|until)\b",
    re.I,
)
_FIRST_WORD = re.compile(r"['’\s]")
_ARTICLES = ("the", "a", "an")
_DIGIT = re.compile(r"\d")


def cost(title: str, told: Told) -> int:
    """Weigh the faults of a title: 0 where nothing is found wrong, the more the worse."""
    words = title
    for head in _HEARD:
        words = words.removeprefix(head)
    weight, label = 0, _LABEL.match(words) if ": " in words else None
    if label is not None:
        weight, words = _LABELLED, label["rest"]
    return (
        weight
        + _head(words, is_labelled=label is not None)
        + _body(words, told, is_labelled=label is not None)
        + _end(words)
    )


def is_nobody(words: str) -> bool:
    """Tell whether "it" at the head of a title is likely to mean nobody, or what was told."""
    return _EXPLETIVE.match(words) is not None


def _head(words: str, *, is_labelled: bool) -> int:
    """Weigh how a statement begins; a label tells what "it" means."""
    first = words.partition(" ")[0].partition("’")[0].partition("'")[0].lower()
    if is_labelled and first in ("it", "its") and not is_nobody(words):
        return _LABELLED
    if first in _SUBJECTS:
        return _PRONOUN_FIRST
    if first in _SPEAKERS:
        return _SPEAKS
    if view.lacks_subject(words):
        return _SUBJECTLESS
    if first in _SOME and _BACK.match(words):
        return _POINTS_BACK
    if first in ("the", "a", "one", "two", "some", "most", "many", "all") and _PLURAL_BACK.match(words):
        return _POINTS_BACK
    if first == "the" and pattern("role", r"the (?:{})\b(?!\s(?:of|that|which|who|(?-i:[A-Z])))").match(words):
        return _POINTS_BACK
    return _OPENS_AMISS if _AMISS.match(words) or (_PLACED.match(words) and not states(words)) else 0


def _body(words: str, told: Told, *, is_labelled: bool) -> int:
    """Weigh what a statement tells: its verb, a name, the sum that its kind lives on."""
    weight = 0
    has_sum = _DIGIT.search(words) is not None
    if not (is_labelled and has_sum) and not states(words):
        weight += _VERBLESS
    if not is_labelled and not is_named(words, told):
        weight += _NAMELESS
    if not is_labelled and _leaves_out(words, told):
        weight += _OF_WHOM
    if told.quantities and not has_sum and told.kind in _SUMMED:
        weight += _SUMLESS
    pronoun = _PRONOUN_AT.search(words) if wording.has_any(words, _PRONOUNS) else None
    if pronoun is not None and _opens_object(words, pronoun):
        weight += _OF_WHAT
    return weight + (_TWICE if _has_twice(words, told) else 0)


_POINTS = re.compile(  # from a verb on: "lifts the ban", "is charged with its sale", "rules against it"
    r"(?:(?:has|have|is|are|was|were|to|will|had|be|been)\s)*(?:[a-z]+ly\s)?[a-z]+\s(?:(?:begin|start|[a-z]+)\s)?(?:[a-z]+ing\s)?"
    r"(?:(?:against|for|on|with|of|in|to)\s)?"
    r"(?:it\b|its\s(?:licen[cs]es?|permits?|ratings?|shares?|accounts|applications?|bids?|appeals?|listing|outlook|interest)\b|"
    r"the\s(?:[a-z][\w-]*\s){0,2}[a-z][\w-]*(?=$|,|\s(?:in|on|at|by|for|to|with|from|after|over|as|until)\b))"
)


def _leaves_out(words: str, told: Told) -> bool:
    """Tell whether a statement does not name the company that is known to be dealt with, or to own."""
    if meant.target(told, words) and (points(words) or meant.by_role(words, told)):
        return True
    return " its " in words and meant.by_owner(words, told) != ""


def points(words: str) -> bool:
    """Tell whether the object of a statement is something known, of which it does not say whose."""
    verb = view.of(words).verb
    return verb > 0 and _POINTS.match(words, verb) is not None


_TO_DO = re.compile(r"[\w.%)’'] to (?:be |not )?[a-z]{2,}\b")
_MOVED = re.compile(r"\bshares (?:up|down) \S*\d")


_PRONOUNS = (" it", " them", " him", " her", " me", " us")
_PRONOUN_AT = re.compile(
    r"(?P<before>[a-z]+) (?:it|them|him|her|me|us)"
    r"(?=$|,| (?:up|down|off|on|in|at|by|to|for|from|with|of|as|and|out|over)\b)"
)


def _opens_object(words: str, match: re.Match[str]) -> bool:
    """Tell whether a pronoun is all that a verb is done to, so that no word before can be meant by it."""
    verb = view.of(words).verb
    return verb >= 0 and match.start("before") <= verb + _BESIDE and " and " not in words[: match.start()]


_BESIDE = 12  # letters of "has bought", "to sell"


def states(words: str) -> bool:
    """Tell whether words have a subject and a verb: "Acme buys Best", "Acme to buy it", "shares up 5 %"."""
    if view.states(words):
        return True
    return (_TO_DO.search(words) is not None or _MOVED.search(words) is not None) and view.opens(words)


def is_named(words: str, told: Told) -> bool:
    """Tell whether a title names someone or some place, or nobody is known whom it could name."""
    if _NAME.search(words) or _NAME_FIRST.match(words):
        return True
    if not (told.parties or told.countries or meant.topic(told)):
        return True
    first = _FIRST_WORD.split(words, maxsplit=1)[0]
    if first.lower() in _ARTICLES:
        return False
    if not people.is_plain(first) and not any(map(people.is_plain, _stems(first))):
        return True
    return wording.place(f" {first}", told.text, is_inside=True) is not None  # a capital within a sentence


def _stems(word: str) -> Iterator[str]:
    """Give what a form may be of: "Auditors", "Cutting"."""
    for end in ("s", "es", "ed", "d", "ing"):
        if word.endswith(end):
            yield word.removesuffix(end)


def _has_twice(words: str, told: Told) -> bool:
    for party in told.parties:  # a generator would take twice the time
        at = words.find(party.name) if len(party.name) > _SHORT_NAME else -1
        if at >= 0 and words.find(party.name, at + 1) >= 0:
            return True
    return False


def _end(words: str) -> int:
    """Weigh how a statement ends."""
    if words.endswith("…"):
        return _BREAKS_OFF
    before, last = f" {words}".rsplit(" ", 2)[-2:]
    if last.lower() in _dangling():
        return _BREAKS_OFF
    if last.islower() and before.lower() not in _BE and pattern("needing", "(?:{})$").match(last):
        return _HALF_DONE
    return _DATED if _DATE_LAST.match(last) or _DATE_LAST.match(f"{before} {last}") else 0


@cache
def _dangling() -> frozenset[str]:
    return wording.words("weak_ends") - _WHOLE_ENDS


_SHORT_NAME = 3  # letters that may stand in other words
_WHOLE_ENDS = frozenset(
    "so most first more less up being many some any other another one each over very just out".split()
)
