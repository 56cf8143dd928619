"""How much speaks for two mentions telling of one event, and what forbids it.

Points for dates, kind, parties, amounts, words and countries are added up. Precision goes before recall: a
contradiction forbids, and names and a date alone are never enough, because one company can have two events on
one day.
"""

import math
from dataclasses import dataclass

from explorer.chronology.agreement import amounts_match, gap_s, significant_digits
from explorer.chronology.features import Features
from explorer.chronology.naming import Common, common, most_parties, name_others
from explorer.chronology.rules import rules
from explorer.chronology.signals import (
    Distance,
    amount_points,
    are_staged,
    country_points,
    date_points,
    happens_once,
    kind_points,
    party_content,
    shared_sums,
    word_likeness,
)

_COPY = 0.75  # cosine of the words from which two quotes are one wording
_ALIKE = 0.5  # the same where they share two parties as well
_TELLING = 1.6  # points of an amount that two events hardly share by chance
_SUM = 0.8  # points of any amount that is no share
_SUMS = 2  # that a mention without a date shares with one that has one
_WORDS = 4.0
_NAME = 0.5  # points of a shared name in the words, "Deepwater"
_PARTY = 1.2  # points of whom both name, for a party or not
_STRANGERS = 0.4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one event: all points, and those of its own content."""

    points: float
    content: float

    @property
    def is_enough(self) -> bool:
        """Tell whether it makes one event."""
        return self.points >= rules().enough


def weigh(one: Features, other: Features) -> Evidence | None:
    """Weigh what speaks for two mentions telling of one event; None where it is too little or forbidden.

    What rules most pairs out comes first: a library has a hundred thousand pairs to weigh.
    """
    words = word_likeness(one, other)
    amounts = amount_points(one, other)
    if amounts is None:
        return None
    told = amounts + _WORDS * min(words, _COPY)
    if one.names and other.names:
        told += _NAME * min(len(one.names & other.names), 3)
    once = rules().once.get(one.kind, 0.0) if one.kind == other.kind else 0.0
    if told <= 0 and not once:  # two parties meet more than once, in court above all
        return None
    if told + once + party_content(most_parties(one, other)) < rules().own_content:
        return None
    shared = common(one, other)
    is_once = once > 0 and happens_once(one.kind, shared)
    content = told + party_content(shared.shared) + (once if is_once else 0.0)
    if content < rules().own_content or (told <= 0 and not is_once):
        return None
    if _are_strangers(one, other, shared, words, amounts) or name_others(one, other):
        return None
    kind = kind_points(one, other, is_tied=_is_tied(words, amounts, shared))
    if kind is None or _contradict(one, other, shared):
        return None
    dates = date_points(one, other, shared, is_measure_equal=amounts >= 1.0)
    if dates is None or content < _needed_content(one, other, dates[1]):
        return None
    if dates[1] is Distance.UNDATED and shared_sums(one, other) < _SUMS:
        return None
    strangers = shared.ours < len(one.companies) and shared.theirs < len(other.companies)
    points = (
        dates[0]
        + kind
        + content
        + (_PARTY if shared.is_met or shared.is_named else 0.0)
        - (_STRANGERS if strangers else 0.0)
    )
    return Evidence(points + country_points(one, other), content)


def _is_tied(words: float, amounts: float, shared: Common) -> bool:
    if shared.is_met and (amounts >= _TELLING or (words >= _ALIKE and shared.shared > 1)):
        return True
    return words >= _COPY


def _are_strangers(one: Features, other: Features, shared: Common, words: float, amounts: float) -> bool:
    """Tell whether two mentions tell of different companies.

    A company that was inferred from other sentences gives way where both are of one wording, or tell of one sum
    and of one who is no company: a regulator hardly imposes a sum on two of them at once.
    """
    if shared.ours or shared.theirs:  # who only stands beside the company that is told of does not make it one
        return bool((not shared.ours and one.named) or (not shared.theirs and other.named))
    if one.named and other.named and one.named.isdisjoint(other.named):
        return one.companies.isdisjoint(other.companies)
    is_one_thing = words >= _COPY or (amounts >= _SUM and shared.others > 0)
    is_disjoint = one.companies.isdisjoint(other.companies)
    return bool(one.companies and other.companies) and is_disjoint and not is_one_thing


def _needed_content(one: Features, other: Features, distance: Distance) -> float:
    """Give the points of content that are needed: more where kind, place or date speak against."""
    needed = {
        Distance.NONE: rules().own_content,
        Distance.DAY: rules().next_day_content,
        Distance.FAR: rules().apart_content,
        Distance.STAGED: rules().staged_content,
        Distance.UNDATED: rules().undated_content,
    }[distance]
    if one.kind != other.kind:
        needed = max(needed, rules().other_kind_content)
    if one.mention.article == other.mention.article:
        needed = max(needed, rules().same_article)
    return needed


def likelihood(points: float) -> float:
    """Give how likely so many points are of one event: 0.5 for even odds, 1 for certain."""
    return 1 / (1 + math.exp(rules().steepness * (rules().even - points)))


def forbids(one: Features, other: Features) -> bool:
    """Tell whether two mentions cannot be in one event, whatever else links them."""
    amounts, words = amount_points(one, other), word_likeness(one, other)
    shared = common(one, other)
    if amounts is None or _contradict(one, other, shared):
        return True
    if _are_strangers(one, other, shared, words, amounts) or name_others(one, other):
        return True
    # A telling sum ties them whoever they name: what links them to the others of the event names the parties.
    is_tied = amounts >= _TELLING or _is_tied(words, amounts, shared)
    if kind_points(one, other, is_tied=is_tied) is None:
        return True
    return date_points(one, other, shared, is_measure_equal=amounts >= 1.0) is None


def _contradict(one: Features, other: Features, shared: Common) -> bool:
    """Tell whether one denies what the other tells, or one article tells of two things."""
    if one.is_denied != other.is_denied:
        return True
    if one.mention.article != other.mention.article:
        return False
    if one.mention.span.overlaps(other.mention.span):
        return True
    # One article that dates two things differently tells of two things, unless the same amount ties them.
    same_date = one.whens[:1] == other.whens[:1] or are_staged(one, other, shared)
    return not same_date and not any(
        a.unit == b.unit and amounts_match(a, b) and significant_digits(a.value) > 1
        for a in one.amounts
        for b in other.amounts
    )


def reason(one: Features, other: Features) -> str:
    """Say in words what two mentions have in common."""
    parts = [_date_words(one, other)]
    parts += [f"both {one.kind}"] if one.kind == other.kind else [f"{one.kind} and {other.kind}"]
    names = {party.name.casefold(): party.name for party in one.mention.parties}
    shared = (one.companies & other.companies) | (one.others & other.others)
    parts += sorted(names[name] for name in shared)
    for a in one.amounts:
        if any(a.unit == b.unit and amounts_match(a, b) for b in other.amounts):
            parts.append(a.text)
    words = len(one.words & other.words)
    if words:
        parts.append(f"{words} {'word' if words == 1 else 'words'} alike")
    return " · ".join(parts)


def _date_words(one: Features, other: Features) -> str:
    if not one.whens or not other.whens:
        return "both undated"
    a, b = one.whens[0], other.whens[0]
    if a.edtf == b.edtf:
        return f"same {a.precision}"
    return "dates agree" if gap_s(a, b) < 0 else "dates near"
