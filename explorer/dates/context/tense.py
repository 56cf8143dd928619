"""Whether the words around a date look back or ahead: by the verb that governs it within its sentence.

The verb is looked for on the left, where English has it nearly always ("will meet on Friday"), and on the right
of a date with which a clause begins ("On Friday it will"). Infinitives take the tense of the verb that they
depend on. The words are in `resources/dates/verbs.toml`; nothing here knows dates.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from explorer import resources
from explorer.dates.context.sentences import sentence
from explorer.dates.grammar.tokens import Tokens

BACK, LEANS_BACK, UNKNOWN, LEANS_AHEAD, PLANNED, AHEAD = -2, -1, 0, 1, 2, 3
# How far ahead a date without a year may lie, by tense, before the one in the past is meant.
_BESIDE = {LEANS_BACK: BACK, LEANS_AHEAD: AHEAD}  # "ended September 30", "resumes Monday"
AHEAD_MONTHS = {BACK: 0, LEANS_BACK: 1, UNKNOWN: 3, LEANS_AHEAD: 6, PLANNED: 6, AHEAD: 11}
AHEAD_DAYS = {BACK: 0, LEANS_BACK: 60, UNKNOWN: 90, LEANS_AHEAD: 180, PLANNED: 180, AHEAD: 366}
Tense = Callable[[], int]  # asked late, because most dates do not need it

_BEFORE, _AFTER = 28, 14  # tokens that are looked at
# What stands between a date and the word it hangs on.
_LEADS = frozenset("on in at early late around about the of before after again".split())
_APART = frozenset((",", "as"))  # before a participle: "the rate, cut on", "as set out on"
_NO_CUES = frozenset((("next", "door"), ("next", "to")))
_NO_MANY = frozenset(
    "is was has does its his this as us plans wants needs expects intends decides agrees vows".split()
)
_OBJECTS = frozenset(("them", "him", "it", "us"))
_PLACING = frozenset(("in", "on", "at"))
_DETERMINERS = frozenset("the a an in of its his her their for by with from at".split())
_NO_VERBS = frozenset("the a an his her its their our my your this that these those".split())
_BETWEEN = frozenset("not n't also already formally reportedly never ' ’ t only".split())
_POSSESSIVES = frozenset(("'s", "’s"))
_THIRD_PERSON = frozenset(("he", "she", "it"))
_PRONOUNS = frozenset("we they you".split())
_PASSIVES = frozenset(("is", "are", "re"))
_CONDITIONS = frozenset(("if", "once", "unless"))
_CLAUSES = frozenset((",", ":", "—", "–", "-", "that", "and", "but", "while"))


class _Cue(NamedTuple):
    side: int
    at: int


@cache
def _sides() -> dict[str, int]:
    table = resources.toml("dates/verbs.toml")
    names = {"past": LEANS_BACK, "present": UNKNOWN, "leans": LEANS_AHEAD, "planned": PLANNED, "ahead": AHEAD}
    return {word: side for name, side in names.items() for word in table[name].split()}


@cache
def _pairs() -> dict[tuple[str, str], int]:
    table = resources.toml("dates/verbs.toml")
    names = {"leans_before": LEANS_AHEAD, "ahead_before": AHEAD}
    return {
        (word, after): side
        for name, side in names.items()
        for after, words in table[name].items()
        for word in words.split()
    }


@cache
def _kind(name: str) -> frozenset[str]:
    return frozenset(resources.toml("dates/verbs.toml")["kinds"][name].split())


@lru_cache(maxsize=20_000)
def _may_tell(word: str) -> bool:
    """Tell whether a word can say something about time at all: most cannot, wherever they stand."""
    is_known = word in _sides() or word in _kind("scheduled") or word in _kind("unchanging")
    is_first = any(word == first for first, _ in _pairs())
    return is_known or is_first or word.endswith(("ed", "ing")) or word == "won"


def tense(tokens: Tokens, first: int, last: int) -> int:
    """Tell whether the words around a date look back (-1 and, surely, -2), ahead (1 to 3) or neither (0)."""
    words = tokens.words
    begin, end = sentence(tokens, first, last, _BEFORE, _AFTER)
    return _Sentence(tokens, begin, last, [*words[begin:first], "", *words[last:end]], first - begin).tense()


def is_participle(word: str) -> bool:
    """Tell whether a word after "had" makes the pluperfect: "had gone", not "had gold"."""
    return word.endswith(("ed", "een")) or _sides().get(word) == LEANS_BACK or word in _kind("unchanging")


@cache
def _ahead() -> frozenset[str]:
    alone = (word for word, side in _sides().items() if side == AHEAD)
    return frozenset((*alone, *(word for (word, _), side in _pairs().items() if side == AHEAD)))


def points_ahead(words: list[str]) -> bool:
    """Tell whether words surely look ahead: "will", "set for"."""
    if _ahead().isdisjoint(words):
        return False
    sides, pairs = _sides(), _pairs()
    return any(AHEAD in (sides.get(word), pairs.get((word, after))) for word, after in pairwise([*words, ""]))


@dataclass(slots=True)
class _Sentence:
    """The words of a sentence around a date, in lower case; the date itself is an empty word."""

    tokens: Tokens
    begin: int  # the token that the words begin with
    after: int  # the token after the date
    words: list[str]
    date: int

    def _raw(self, index: int) -> str:
        """Give a word as written."""
        is_left = index < self.date
        return self.tokens.raw(self.begin + index if is_left else self.after + index - self.date - 1)

    def tense(self) -> int:
        lead = self.date - 1
        while lead >= 0 and self.words[lead] in _LEADS:
            lead -= 1
        match self._word(lead):
            case "since":
                return BACK
            case "until" | "till" | "through" if not self._is_particle(lead):
                return self._deadline(lead - 1, "deferring", "granting", "deciding")
            case "to" | "for" | "back" if self._has("deferring", lead - 3, lead - 1):
                return PLANNED  # "moved to Friday"
            case "by":
                return self._deadline(lead - 1, "deciding")
        if self._word(lead) in _OBJECTS:
            lead -= 1  # "raised them on Friday"
        cue = self._governing(lead)
        side = cue.side if cue is not None else UNKNOWN
        if cue is not None and cue.at == lead and side in _BESIDE and self.words[lead] != "deadline":
            return _BESIDE[side]
        # What bears the name of a day has mostly happened: "would appeal Friday's ruling".
        return UNKNOWN if side == LEANS_AHEAD and self._word(self.date + 1) in _POSSESSIVES else side

    def _is_particle(self, lead: int) -> bool:
        """Tell whether a word is a part of the verb, as a preposition follows: "fell through in May"."""
        return not _PLACING.isdisjoint(self.words[lead + 1 : self.date])

    def _deadline(self, lead: int, *kinds: str) -> int:
        """Place what something is done by, or lasts until: ahead, unless it is told as past.

        What was put off or asked for in the past lies ahead of that, and not far ahead of the text.
        """
        cue = self._governing(lead)
        if cue is None:
            return AHEAD
        is_past = cue.side == LEANS_BACK
        is_put_off = any(self._has(kind, cue.at, lead if is_past else cue.at) for kind in kinds)
        return PLANNED if is_put_off else LEANS_BACK if is_past else AHEAD

    def _has(self, kind: str, first: int, last: int) -> bool:
        return not _kind(kind).isdisjoint(self.words[max(0, first) : last + 1])

    def _governing(self, lead: int) -> _Cue | None:
        """Give the verb that a date belongs to: left of it, right of it where a clause begins with it."""
        if "to" not in self.words and not any(map(_may_tell, self.words)):
            return None
        left = self._left(lead)
        is_first = self._begins_clause(lead)
        if is_first or left is None:
            return self._right() or left
        if self._is_between_subject_and_verb(lead):
            return self._right()
        if left.side == LEANS_BACK and "soon" in self.words[max(0, left.at - 4) : left.at]:
            # "was likely to buy as soon as trading opened Monday": the main clause tells when that is
            return self._left(left.at - self.words[left.at :: -1].index("soon") - 1) or left
        is_told = self.words[left.at] in _kind("reporting") and self._is_subject()
        if is_told or self._is_condition(left):
            return self._right() or left
        return left

    def _is_condition(self, cue: _Cue) -> bool:
        """Tell whether a past form is that of a condition, which takes the tense of its main clause."""
        return cue.side == LEANS_BACK and not _CONDITIONS.isdisjoint(self.words[max(0, cue.at - 3) : cue.at])

    def _begins_clause(self, lead: int) -> bool:
        before = self._word(lead)
        if before in ("that", "and", "but", "while"):
            return lead < self.date - 1 or self._word(self.date + 1) in _POSSESSIVES
        return before == "" or before in _CLAUSES

    def _is_between_subject_and_verb(self, lead: int) -> bool:
        """Tell whether a past form follows a date at once: "ahead of talks, the ministry on Sunday issued"."""
        is_plain = lead >= 0 and self.words[lead].isalpha() and self._side(lead) is None
        right = self._right() if is_plain else None
        is_verb = right is not None and self.words[right.at] != "after"
        return is_verb and right is not None and (right.at, right.side) == (self.date + 1, LEANS_BACK)

    def _is_subject(self) -> bool:
        """Tell whether the verb of a subject follows the date: "said the vote on Friday will"."""
        after = self.date + 1
        return self._word(after) in _POSSESSIVES or self._side(after) is not None

    def _left(self, lead: int) -> _Cue | None:
        infinitive = ""
        for index in range(lead, -1, -1):
            word = self.words[index]
            if word == "to" and self._is_infinitive(index):
                infinitive = infinitive or self.words[index + 1]
            elif word in _kind("starting"):
                infinitive = infinitive or word
            if _may_tell(word) and (side := self._side(index)) is not None:
                return _Cue(self._passed_on(side, index, infinitive), index)
        return _Cue(LEANS_AHEAD, 0) if infinitive else None

    def _right(self) -> _Cue | None:
        for index in range(self.date + 1, len(self.words)):
            if _may_tell(self.words[index]) and (side := self._side(index)) is not None:
                return _Cue(side, index)
        return None

    def _is_infinitive(self, index: int) -> bool:
        """Tell whether a verb follows the word "to"."""
        after = self._word(index + 1)
        return after not in _NO_VERBS and self._raw(index + 1) == after and after.isalpha()

    def _passed_on(self, side: int, index: int, infinitive: str) -> int:
        """Give the tense that an infinitive gets from its verb: "has agreed to", "plans to", "went to"."""
        if not infinitive:
            return side
        if side == UNKNOWN:
            return LEANS_AHEAD
        if side == LEANS_BACK and self.words[index] in _kind("deciding"):
            is_perfect = self._before(index) in ("has", "have")
            is_ahead = infinitive in _kind("scheduled") or infinitive in _kind("starting")
            return LEANS_AHEAD if is_perfect or is_ahead else UNKNOWN
        return side

    def _side(self, index: int) -> int | None:
        """Give what a word tells about time, None for most."""
        word, after = self._word(index), self._word(index + 1)
        if self._is_perfect(index):
            return LEANS_BACK
        if (word, after) in _NO_CUES or (word == "ahead" and self._word(index + 2) in ("time", "schedule")):
            return None
        side = _pairs().get((word, after))
        if side is None or self._is_plan(index):
            side = _sides().get(word)
        if word == "won" and after in ("'", "’"):
            return AHEAD
        if side is None:
            return self._side_by_form(index, word)
        if self._is_name(index):
            return None  # "he bought Next in May", "its Broken Bay smelter"
        if word in ("until", "till") and self._is_over(index):
            return None
        if side == AHEAD:
            return self._seen_from_then(index)
        return self._of_participle(index) if side == LEANS_BACK else side

    def _is_plan(self, index: int) -> bool:
        """Tell whether "plan" is a noun: "dropped plans for a plant in May", "presented its plan on Monday"."""
        before = self._word(index - 1)
        is_object = before in _DETERMINERS or before in _POSSESSIVES or self._sides_past(index - 1)
        return self.words[index] in ("plan", "plans") and self._word(index + 1) != "to" and is_object

    def _sides_past(self, index: int) -> bool:
        word = self._word(index)
        return word.endswith("ed") or _sides().get(word) == LEANS_BACK

    def _is_over(self, until: int) -> bool:
        """Tell whether what lasted until something is over: "who ran it until his arrest in March"."""
        left = self._left(until - 1)
        return left is not None and left.side == LEANS_BACK and not self._has("deferring", left.at, until)

    def _is_perfect(self, index: int) -> bool:
        """Tell whether a word belongs to what should be over: "was to have opened", "should have been paid"."""
        if "have" not in self.words[index : index + 3]:
            return False
        if self._word(index) == "have":
            index -= 2 if self._word(index - 1) == "to" else 1
        first, second, third = (self._word(at) for at in range(index, index + 3))
        if second == "to":
            return first in ("was", "were") and third == "have"
        return second == "have" and first in ("should", "could", "would") and is_participle(third)

    def _is_name(self, index: int) -> bool:
        """Tell whether a word is written as a name within its sentence: "he bought Next in May"."""
        return self._raw(index)[:1].isupper() and self._word(index - 1).isalpha()

    def _of_participle(self, index: int) -> int | None:
        """Give what a past form tells: "was sold", "is sold"; "will be sold" is told by the auxiliary."""
        before = self._before(index)
        return None if before in ("be", "being") else UNKNOWN if before in _PASSIVES else LEANS_BACK

    def _seen_from_then(self, index: int) -> int | None:
        """Give what a plan tells of the time after it was told: "had been due", "was expected"."""
        before = self._before(index)
        if before in ("as", "than", "-"):
            return None  # "less than expected"
        if before == "been":
            return LEANS_BACK if "had" in self.words[max(0, index - 4) : index] else AHEAD
        return LEANS_AHEAD if before in ("was", "were") else AHEAD

    def _side_by_form(self, index: int, word: str) -> int | None:
        before = self._before(index)
        if word.endswith("ed") and len(word) > 3 and not word.endswith("eed"):
            # After an article it is an adjective: "an unlisted firm".
            return None if self._word(index - 1) in _DETERMINERS else self._of_participle(index)
        if word.endswith("ing") and before in _PASSIVES:
            return LEANS_AHEAD
        if word in _kind("unchanging") and (self._is_third_person(index) or self._word(index - 1) in _APART):
            return LEANS_BACK  # "the bank cut rates on Friday": the present would be "cuts"; "the rate, cut on"
        return PLANNED if word in _kind("scheduled") and self._follows_subject(index) else None

    def _follows_subject(self, index: int) -> bool:
        """Tell whether a word can be a verb of the present: "ministers meet", "we leave", no noun."""
        before = self._before(index)
        is_name = index > 0 and self._raw(index - 1)[:1].isupper()
        is_noun = (is_name or before.endswith("s")) and before not in _sides() and before not in _POSSESSIVES
        return is_noun or before in _PRONOUNS

    def _is_third_person(self, index: int) -> bool:
        """Tell whether one person or thing stands before a verb as its subject: "Albright set aside"."""
        before = self._word(index - 1)
        is_name = index > 0 and self._raw(index - 1)[:1].isupper() and not before.endswith("s")
        is_object = (
            self._word(index + 1) in _NO_VERBS
        )  # "regulators shut the bank on Jan. 16": no habit has a day
        is_many = before in _POSSESSIVES or (before.endswith("s") and before not in _NO_MANY)
        return is_name or before in _THIRD_PERSON or (is_object and is_many)

    def _before(self, index: int) -> str:
        """Give the word before a verb, adverbs left out."""
        index -= 1
        while index >= 0 and (self.words[index] in _BETWEEN or self.words[index].endswith("ly")):
            index -= 1
        return self._word(index)

    def _word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""
