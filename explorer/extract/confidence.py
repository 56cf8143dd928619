"""How sure the program is that a suggestion is a dated event with its right date, 0 to 1.

A logistic regression over what speaks for a mention; its weights are data, fitted to annotated articles by
`python -m tests.extract.calibrate`, so that of the mentions at 0.9 about nine in ten are right. What the text
itself leaves vague stays below one half, whatever else speaks for it.
"""

import math
import re
from collections.abc import Sequence
from functools import cache

from explorer.extract.lexicon import table
from explorer.extract.records import Candidate
from explorer.model.mention import Found, Party, PartyType, Quantity, Span, Status
from explorer.model.when import Precision

STRONG, MEDIUM = 5.0, 3.0  # weights of triggers
_SHORT, _LONG = 40, 240  # characters of a clause
_LEAST, _MOST = 0.5, 0.97
_LIKELY, _DOUBTFUL = 0.8, 0.4  # chances of a kind
_VAGUE = 0.4
_COMPANY = {PartyType.COMPANY}


def features(
    candidate: Candidate,
    span: Span,
    weight: float,
    kind: str,
    status: Status,
    parties: Sequence[Party],
    quantities: Sequence[Quantity],
    chance: float = 0.5,
) -> frozenset[str]:
    """Name what speaks for and against a mention: trigger, chance, parties, amounts, date, clause."""
    when = candidate.when
    length = span.end - span.start
    named = {party.type for party in parties if party.found is Found.NAMED}
    told = {
        "strong trigger": weight >= STRONG,
        "medium trigger": MEDIUM <= weight < STRONG,
        "no trigger": weight <= 0,
        "kind unknown": kind == "other",
        "kind likely": chance >= _LIKELY,
        "kind doubtful": chance < _DOUBTFUL,
        "statement": kind == "statement",
        "company named": PartyType.COMPANY in named,
        "other party named": not named <= _COMPANY,
        "nobody": not parties,
        "amount": bool(quantities),
        "day": when is not None and when.precision.rank <= Precision.DAY.rank,
        "year": when is not None and when.precision.rank >= Precision.YEAR.rank,
        "modified date": when is not None and when.modifier is not None,
        "date of another clause": candidate.is_inherited,
        "not yet": status is Status.PLANNED,
        "by hearsay": status in (Status.ALLEGED, Status.DENIED),
        "short": length < _SHORT,
        "long": length > _LONG,
    }
    return frozenset([name for name, holds in told.items() if holds])


def of(candidate: Candidate, told: frozenset[str]) -> float:
    """Weigh the features of a mention: 0.5 to 0.97, below one half where its words date it vaguely."""
    if candidate.expression is not None and _vague().fullmatch(candidate.expression.text):
        return _VAGUE
    weights = _weights()
    odds = weights["always"] + sum([weights.get(name, 0.0) for name in told])
    return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds)))), 2)


@cache
def _weights() -> dict[str, float]:
    return {name: float(str(value)) for name, value in table("confidence.toml").items()}


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(str(table("clauses.toml")["vague"]), re.IGNORECASE)
