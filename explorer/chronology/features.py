"""What merging looks at in a mention, computed once: stems of its words, names, amounts, dates, stage, metric.

The lists of words are data in `resources/merging.toml`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from explorer import resources
from explorer.model.mention import Mention, PartyType, Quantity, Status
from explorer.model.when import When

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDINGS = ("ements", "ement", "ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y")
_SHORTEST_STEM = 3
_SHARES = frozenset({"%", "times"})


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of `resources/merging.toml`, ready to be looked up."""

    stop: frozenset[str]
    generic: frozenset[str]
    measured: frozenset[str]
    opposed: frozenset[frozenset[str]]
    days_apart: dict[str, int]
    announced: tuple[str, ...]
    effective: tuple[str, ...]
    metrics: dict[str, tuple[str, ...]]
    enough: float
    own_content: float
    same_article: float
    apart_content: float


@cache
def rules() -> Rules:
    """Read the rules."""
    data = resources.toml("merging.toml")
    return Rules(
        stop=frozenset(stem(word) for word in data["words"]["stop"].split()),
        generic=frozenset(data["kinds"]["generic"]),
        measured=frozenset(data["kinds"]["measured"]),
        opposed=frozenset(frozenset(pair) for pair in data["kinds"]["opposed"]),
        days_apart=dict(data["days_apart"]),
        announced=tuple(data["stages"]["announced"]),
        effective=tuple(data["stages"]["effective"]),
        metrics={name: tuple(stems) for name, stems in data["metrics"].items()},
        **data["score"],
    )


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """A mention as merging sees it."""

    mention: Mention
    kind: str
    family: str
    words: frozenset[str]
    companies: frozenset[str]
    others: frozenset[str]  # agencies, courts, governments, persons
    countries: frozenset[str]
    amounts: tuple[Quantity, ...]
    units: frozenset[str]
    whens: tuple[When, ...]
    stage: str
    metrics: frozenset[str]
    is_denied: bool


def features(mention: Mention) -> Features:
    """Compute what merging looks at."""
    known = resources.kinds().get(mention.kind)
    names = {party.name.casefold(): party.type for party in mention.parties}
    stems = stems_of(f"{mention.title}\n{mention.quote}")
    of_names = stems_of("\n".join(names)) if names else frozenset()
    companies = frozenset(name for name, type_ in names.items() if type_ is PartyType.COMPANY)
    amounts = tuple(q for q in mention.quantities if q.equivalent_of is None)
    return Features(
        mention=mention,
        kind=mention.kind,
        family=known.family if known else "other",
        words=stems - of_names - rules().stop,
        companies=companies,
        others=frozenset(names) - companies,
        countries=frozenset(mention.countries),
        amounts=amounts,
        units=frozenset(q.unit for q in amounts if q.unit not in _SHARES),
        whens=_whens(mention),
        stage=_stage(stems),
        metrics=_metrics(stems),
        is_denied=mention.status is Status.DENIED,
    )


def stems_of(text: str) -> frozenset[str]:
    """Give the stems of the words of a text; a run of CJK characters counts as its pairs."""
    return frozenset(_stems(text))


def _stems(text: str) -> Iterable[str]:
    for word in _WORD.findall(text.casefold()):
        if _CJK.match(word):
            yield from (word[i : i + 2] for i in range(len(word) - 1))
        elif len(word) >= _SHORTEST_STEM:
            yield stem(word)


@cache
def stem(word: str) -> str:
    """Cut the endings that inflect an English word: "acquired", "acquires" and "acquiring" are one."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _whens(mention: Mention) -> tuple[When, ...]:
    """Give the dates, the placing one first."""
    placing = mention.when
    rest = (date.when for date in mention.dates if date.when is not None and date.when is not placing)
    return (placing, *rest) if placing is not None else tuple(rest)


def _stage(stems: frozenset[str]) -> str:
    """Say how far the thing told has come: "announced", "effective", or "" where no word says or both do."""
    told = {name for name in ("announced", "effective") if _any_begins(stems, getattr(rules(), name))}
    return told.pop() if len(told) == 1 else ""


def _metrics(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name, wanted in rules().metrics.items() if not stems.isdisjoint(wanted))


def _any_begins(stems: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    return any(stem.startswith(beginnings) for stem in stems)
