"""What merging looks at in a mention, computed once: stems of its words, names, amounts, dates, stage, metric.

The lists of words are data in `resources/merging.toml`.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from explorer import resources
from explorer.chronology.agreement import RELATIVE, width_days
from explorer.chronology.stretches import scope, stretches, within
from explorer.model.calendar import DAY_S
from explorer.model.mention import Found, Mention, PartyType, Quantity, Role, Span, Status
from explorer.model.when import OPEN_HI, OPEN_LO, When

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# The capital comes before what must stand before it: looking back at every character is slow.
_NAME = re.compile(r"[A-Z](?<=[\w,;:)'’\"”] [A-Z])[^\W\d_]{2,}")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDINGS = ("ements", "ement", "ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y")
_SHORTEST_STEM = 3
ANNOUNCED, EFFECTIVE, UNDONE = "announced", "effective", "undone"  # the stages
_DAYS_APART = 5  # for kinds that the rules do not name
_COARSE_DAYS = 27.0
_COARSE_SHARE = 0.35  # of a month or a year can lie between it and the date told elsewhere


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of `resources/merging.toml`, ready to be looked up."""

    stop: frozenset[str]
    generic: frozenset[str]
    measured: frozenset[str]
    disclosed: frozenset[str]
    opposed: frozenset[frozenset[str]]
    days_apart: dict[str, int]
    staged_days: dict[str, int]
    stages: dict[str, tuple[str, ...]]
    metrics: dict[str, str]
    unnamed: frozenset[str]
    even: float
    steepness: float
    enough: float
    own_content: float
    same_article: float
    other_kind_content: float
    next_day_content: float
    staged_content: float
    undated_content: float
    apart_content: float


@cache
def rules() -> Rules:
    """Read the rules."""
    data = resources.toml("merging.toml")
    return Rules(
        stop=frozenset(stem(word) for word in data["words"]["stop"].split()),
        generic=frozenset(data["kinds"]["generic"]),
        measured=frozenset(data["kinds"]["measured"]),
        disclosed=frozenset(data["kinds"]["disclosed"]),
        opposed=frozenset(frozenset(pair) for pair in data["kinds"]["opposed"]),
        days_apart=dict(data["days_apart"]),
        staged_days=dict(data["staged_days"]),
        stages={stage: tuple(beginnings) for stage, beginnings in data["stages"].items()},
        metrics={stem: name for name, stems in data["metrics"].items() for stem in stems},
        unnamed=frozenset(data["words"]["unnamed"].split()),
        **data["score"],
    )


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
    countries: frozenset[str]
    scope: str
    amounts: tuple[Quantity, ...]
    units: frozenset[str]
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
            for name in ("words", "names", "scope", "amounts", "stage")
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
    readings = tuple(reading for when in whens for reading in when.readings or (when,))
    names = {party.name.casefold(): party for party in mention.parties}
    quote, amounts = within(mention, stretch)
    placing = mention.date
    role = placing.role if placing else None
    stems = stems_of(quote if quote != mention.quote else f"{mention.title}\n{quote}")
    left_out = frozenset().union(*map(_stems_of_name, names))
    companies = {name: party for name, party in names.items() if party.type is PartyType.COMPANY}
    return Features(
        mention=mention,
        kind=mention.kind,
        family=known.family if known else "other",
        words=stems - rules().stop - left_out,
        names=_names(quote) - rules().stop - left_out,
        companies=frozenset(companies),
        named=frozenset(name for name, party in companies.items() if party.found is Found.NAMED),
        others=frozenset(names.keys() - companies.keys()),
        countries=frozenset(mention.countries),
        scope=scope(mention, stretch),
        amounts=amounts,
        units=frozenset(q.unit for q in amounts if q.unit not in RELATIVE),
        whens=whens,
        stage=(stage := _stage(stems)),
        is_undone=any(map(_is_undone, stems)),
        role=role,
        metrics=_metrics(stems),
        is_denied=mention.status is Status.DENIED,
        readings=readings,
        reach=_reach(readings, mention.kind, is_announced=role is Role.ANNOUNCED or stage == ANNOUNCED),
    )


def stems_of(text: str) -> frozenset[str]:
    """Give the stems of the words of a text; a run of CJK characters counts as its pairs."""
    words = set(_WORD.findall(text.casefold()))
    stems = {stem(word) for word in words if len(word) >= _SHORTEST_STEM}
    if _CJK.search(text):
        runs = [word for word in words if _CJK.match(word)]
        stems.difference_update(map(stem, runs))
        stems.update(run[i : i + 2] for run in runs for i in range(len(run) - 1))
    return frozenset(stems)


@cache
def _stems_of_name(name: str) -> frozenset[str]:
    return stems_of(name)


@cache
def stem(word: str) -> str:
    """Cut the endings that inflect an English word: "acquired", "acquires" and "acquiring" are one."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _names(quote: str) -> frozenset[str]:
    return frozenset(stem(word.casefold()) for word in _NAME.findall(quote))


def _whens(mention: Mention) -> tuple[When, ...]:
    """Give the dates, the placing one first."""
    placing = mention.when
    rest = (date.when for date in mention.dates if date.when is not None and date.when is not placing)
    return (placing, *rest) if placing is not None else tuple(rest)


def _stage(stems: frozenset[str]) -> str:
    """Say how far the thing told has come: "announced", "effective", or "" where no word says or both do."""
    told = set(map(_stage_of, stems))
    told -= {"", UNDONE}
    return told.pop() if len(told) == 1 else ""


@cache
def _stage_of(word: str) -> str:
    return next((stage for stage, begin in rules().stages.items() if word.startswith(begin)), "")


@cache
def _is_undone(word: str) -> bool:
    return word.startswith(rules().stages[UNDONE])


def _metrics(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(rules().metrics[stem] for stem in stems & rules().metrics.keys())


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
