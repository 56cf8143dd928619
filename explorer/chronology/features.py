"""What merging looks at in a mention, computed once: stems of its words, names, amounts, dates, stage, metric.

The lists of words are data in `resources/merging.toml`.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from explorer import resources
from explorer.chronology.agreement import RELATIVE, width_days
from explorer.chronology.rules import rules
from explorer.chronology.stretches import scope, stretches, within
from explorer.chronology.words import capitalised, counted, stem, stems_of
from explorer.model.calendar import DAY_S
from explorer.model.edtf import parse
from explorer.model.mention import Found, Mention, PartyType, Quantity, Role, Span, Status
from explorer.model.when import OPEN_HI, OPEN_LO, When

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")
ANNOUNCED, EFFECTIVE, UNDONE = "announced", "effective", "undone"  # the stages
_DAYS_APART = 5  # for kinds that the rules do not name
_COARSE_DAYS = 27.0
_COARSE_SHARE = 0.35  # of a month or a year can lie between it and the date told elsewhere


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """A mention as merging sees it."""

    mention: Mention
    kind: str
    family: str
    words: frozenset[str]
    names: frozenset[str]  # of its words those written with a capital inside a sentence
    companies: frozenset[str]
    named: frozenset[str]  # of the companies those that stand in the words
    others: frozenset[str]  # agencies, courts, governments, persons
    persons: frozenset[str]  # of those
    runs: tuple[frozenset[str], ...]  # stems of words with a capital that follow each other
    capitals: frozenset[str]  # all of those
    signs: frozenset[str]  # of those and of the parties, what names somebody even alone
    countries: frozenset[str]
    scope: str
    amounts: tuple[Quantity, ...]
    units: frozenset[str]
    counts: frozenset[tuple[float, str]]  # numbers and what they count, the words' own where no amount was read
    whens: tuple[When, ...]
    readings: tuple[When, ...]  # of the dates, each as one or more that it can mean
    stage: str
    is_undone: bool  # told as what did not come about after all
    role: Role | None  # of the placing date
    metrics: frozenset[str]
    is_denied: bool
    reach: tuple[int, int]  # seconds: what lies outside cannot be of the same event

    def is_like(self, other: "Features") -> bool:
        """Tell whether both are of one mention in the same stretch of its sentence."""
        return self.mention == other.mention and all(
            getattr(self, name) == getattr(other, name)
            for name in ("words", "names", "runs", "counts", "scope", "amounts", "stage")
        )


def all_features(mentions: Sequence[Mention], ids: Container[str] | None = None) -> dict[str, Features]:
    """Compute what merging looks at, by mention id, each in its own stretch of a sentence.

    `mentions` are all of an article, because they share its sentences; with `ids` only those are looked at.
    """
    own = stretches(mentions, ids)
    return {mention.id: features(mention, own[mention.id]) for mention in mentions if mention.id in own}


def features(mention: Mention, stretch: Span | None = None) -> Features:
    """Compute what merging looks at, in the part of the quote that tells of this event (all of it)."""
    stretch = stretch or mention.span
    known = resources.kinds().get(mention.kind)
    whens = _whens(mention)
    readings = tuple([reading for when in whens for reading in when.readings or (when,)])
    names = {party.name.casefold(): party for party in mention.parties}
    quote, amounts = within(mention, stretch)
    placing = mention.date
    role = placing.role if placing else None
    stems = stems_of(quote if quote != mention.quote else f"{mention.title}\n{quote}")
    stages = set(map(_stage_of, stems))
    stage = _stage(stages)
    left_out = frozenset().union(*map(stems_of_name, names))
    words = stems - rules().stop - left_out
    runs, inner = _names(quote)
    capitals = runs[0] if len(runs) == 1 else frozenset().union(*runs)
    signs = frozenset().union(capitals, *map(signs_of, names)) - rules().bare
    if signs == capitals:
        signs = capitals  # one value for both: a library holds a hundred thousand of them
    companies = {name: party for name, party in names.items() if party.type is PartyType.COMPANY}
    return Features(
        mention=mention,
        kind=mention.kind,
        family=known.family if known else "other",
        words=words,
        names=words & inner,
        companies=frozenset(companies),
        named=frozenset([name for name, party in companies.items() if party.found is Found.NAMED]),
        others=frozenset(names.keys() - companies.keys()),
        persons=frozenset([name for name, party in names.items() if party.type is PartyType.PERSON]),
        runs=runs,
        capitals=capitals,
        signs=signs,
        countries=frozenset(mention.countries),
        scope=scope(mention, stretch),
        amounts=amounts,
        counts=_counts(mention, quote, amounts),
        units=frozenset([q.unit for q in amounts if q.unit not in RELATIVE]),
        whens=whens,
        stage=stage,
        is_undone=UNDONE in stages,
        role=role,
        metrics=_metrics(stems),
        is_denied=mention.status is Status.DENIED,
        readings=readings,
        reach=_reach(readings, mention.kind, is_announced=role is Role.ANNOUNCED or stage == ANNOUNCED),
    )


@cache
def stems_of_name(name: str) -> frozenset[str]:
    """Give the stems of the words of a name."""
    return stems_of(name)


@cache
def signs_of(name: str) -> frozenset[str]:
    """Give the stems of a party's name by which it is told from others."""
    return frozenset(map(stem, _WORD.findall(name))) - rules().stop


def _names(quote: str) -> tuple[tuple[frozenset[str], ...], set[str]]:
    """Give the stems of words with a capital that follow each other, and of those that only names can be."""
    runs: list[frozenset[str]] = []
    inner: set[str] = set()
    for run, is_inside in capitalised(quote):
        stems, behind = _stems_of_run(run)
        inner |= stems if is_inside else behind
        if stems:
            runs.append(stems)
    return tuple(runs), inner


@cache
def _stems_of_run(run: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the stems of words that follow each other, of all and of those behind the first."""
    stems = [stem(word) for word in run.casefold().replace("-", " ").split()]
    return frozenset(stems) - rules().stop, frozenset(stems[1:]) - rules().stop


def _counts(mention: Mention, quote: str, amounts: Sequence[Quantity]) -> frozenset[tuple[float, str]]:
    """Give numbers and the stems of what they count; dates are none."""
    if mention.quantities:
        return frozenset([(amount.value, _counted_by(amount.unit)) for amount in amounts])
    if not _DIGIT.search(quote):
        return frozenset()
    for date in mention.dates:
        quote = quote.replace(date.text, " ")
    return frozenset(counted(quote, rules().scales))


@cache
def _counted_by(unit: str) -> str:
    return stem(unit.rpartition(" ")[2].casefold())


def _whens(mention: Mention) -> tuple[When, ...]:
    """Give the dates, the placing one first."""
    placing = mention.when
    rest = (date.when for date in mention.dates if date.when is not None and date.when is not placing)
    return (_beginning(placing, mention.kind), *rest) if placing is not None else tuple(rest)


def _beginning(when: When, kind: str) -> When:
    """Give the day since which something goes on, for it happened then, unless it is a measured state."""
    if not when.is_open_end or when.is_open_start or kind in rules().measured:
        return when
    return parse(when.edtf.partition("/")[0], when.modifier)


def _stage(told: set[str]) -> str:
    """Say how far the thing told has come: "announced", "effective", or "" where no word says or both do."""
    is_announced, is_effective = ANNOUNCED in told, EFFECTIVE in told
    if is_announced == is_effective:
        return ""
    return ANNOUNCED if is_announced else EFFECTIVE


@cache
def _stage_of(word: str) -> str:
    return next((stage for stage, begin in rules().stages.items() if word.startswith(begin)), "")


def _metrics(stems: frozenset[str]) -> frozenset[str]:
    known = rules().metrics
    return frozenset() if stems.isdisjoint(known) else frozenset(known[one] for one in stems & known.keys())


def days_apart(kind: str, width_days: float) -> int:
    """Give how many days apart two dates of one event of a kind can be told, the coarser one so wide."""
    days = rules().days_apart.get(kind, _DAYS_APART)
    if width_days >= _COARSE_DAYS and kind not in rules().measured:
        return max(days, int(_COARSE_SHARE * min(width_days, 366.0)))
    return days


def _reach(readings: tuple[When, ...], kind: str, *, is_announced: bool) -> tuple[int, int]:
    """Give the time in which another mention of the event can be dated; half of it is the other one's.

    How far an announcement lies from what came of it is all its own.
    """
    if not readings:
        return OPEN_LO, OPEN_HI
    widest = max(map(width_days, readings))
    pad = days_apart(kind, widest) + widest / 2
    pad_s = int((max(pad, rules().staged_days.get(kind, 0)) if is_announced else pad) * DAY_S)
    return min(when.lo_s for when in readings) - pad_s, max(when.hi_s for when in readings) + pad_s
