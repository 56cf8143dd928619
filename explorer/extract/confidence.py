"""How sure the program is that a candidate is a dated event, 0 to 1; below one half it is borderline."""

import re
from functools import cache

from explorer.extract.lexicon import table
from explorer.extract.records import Candidate
from explorer.model.mention import Found, Party, PartyType, Quantity


@cache
def _vague() -> re.Pattern[str]:
    return re.compile(str(table("clauses.toml")["vague"]), re.IGNORECASE)


_CEILING = 0.97
_STRONG, _MEDIUM = 5.0, 3.0


def of(
    candidate: Candidate, trigger_weight: float, parties: tuple[Party, ...], quantities: tuple[Quantity, ...]
) -> float:
    """Weigh what speaks for a candidate: the trigger, who is named, what is measured, how it is dated."""
    sure = 0.5
    if trigger_weight >= _STRONG:
        sure += 0.22
    elif trigger_weight >= _MEDIUM:
        sure += 0.12
    if any(p.found is Found.NAMED and p.type is PartyType.COMPANY for p in parties):
        sure += 0.1
    elif parties:
        sure += 0.05
    if quantities:
        sure += 0.06
    if candidate.when is not None and candidate.when.modifier is None:
        sure += 0.07
    if candidate.is_inherited:
        sure -= 0.15
    if candidate.expression is not None and _vague().fullmatch(candidate.expression.text):
        sure = min(sure, 0.4)
    return round(max(0.05, min(_CEILING, sure)), 2)
