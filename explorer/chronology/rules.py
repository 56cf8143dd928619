"""The rules of merging as `resources/merging.toml` has them, ready to be looked up."""

from dataclasses import dataclass
from functools import cache

from explorer import resources
from explorer.chronology.words import stem


@dataclass(frozen=True, slots=True)
class Rules:
    """Words as stems, kinds by their names, days, points."""

    stop: frozenset[str]
    generic: frozenset[str]
    measured: frozenset[str]
    disclosed: frozenset[str]
    personal: frozenset[str]
    once: dict[str, float]
    opposed: frozenset[frozenset[str]]
    days_apart: dict[str, int]
    staged_days: dict[str, int]
    stages: dict[str, tuple[str, ...]]
    metrics: dict[str, str]
    scales: dict[str, float]
    unnamed: frozenset[str]
    bare: frozenset[str]
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
        personal=frozenset(data["kinds"]["personal"]),
        once=dict(data["once"]),
        opposed=frozenset(frozenset(pair) for pair in data["kinds"]["opposed"]),
        days_apart=dict(data["days_apart"]),
        staged_days=dict(data["staged_days"]),
        stages={stage: tuple(beginnings) for stage, beginnings in data["stages"].items()},
        metrics={stem: name for name, stems in data["metrics"].items() for stem in stems},
        scales=dict(data["scales"]),
        unnamed=frozenset(data["words"]["unnamed"].split()),
        bare=frozenset(stem(word) for word in data["words"]["bare"].split()),
        **data["score"],
    )
