"""Who a clause without a subject speaks of: "…, which was opened in 1929", "… and closed its mill in 2013".

It works on words alone and must not know parties.
"""

import re

from explorer.extract import clauses
from explorer.model.mention import Span

_RELATIVE = re.compile(r"(?P<noun>[^,;:.]{2,80}?),?\s+(?:which|who|that|where|whose)\s*$")
_NOUN_START = re.compile(
    r".*\b(?:of|in|at|by|with|for|to|from|on|and|that|said|is|was|has|the|an?|its|his|her|their)\s+"
)
_VERB_HEAD = re.compile(r"(?:also |later |then |now |subsequently |initially )?(?P<verb>[a-z]+)\b")
_LEAD = re.compile(r"^[^,]{3,40},\s+")
_MOST = 38


def lacks_subject(words: str) -> bool:
    """Tell whether words begin with their verb."""
    match = _VERB_HEAD.match(words)
    return match is not None and clauses.is_finite(match["verb"]) and match["verb"] not in ("may", "said")


def is_base(words: str) -> bool:
    """Tell whether words begin with a verb that leans on an auxiliary: "(would …) and discontinue"."""
    match = _VERB_HEAD.match(words)
    return match is not None and match["verb"] in clauses.bases()


def of(text: str, sentence: Span, span: Span, dates: list[Span]) -> str:
    """Give the subject that a clause takes from its sentence, "" where it cannot be told."""
    before = text[sentence.start : span.start]
    relative = _RELATIVE.search(before)
    if relative is not None:
        return _short(_NOUN_START.sub("", relative["noun"].strip()))
    end = _first_verb(before)
    head = before[:end]
    for date in dates:
        if sentence.start <= date.start and date.end <= sentence.start + end:
            head = text[date.end : sentence.start + end]
    head = head.strip(" ,")
    return _short(_LEAD.sub("", head))


def _short(words: str) -> str:
    words = re.sub(r"\s*\([^)]*\)", "", words).strip(" ,;:")
    return words if 1 < len(words) <= _MOST and words.count(" ") < 6 else ""


def _first_verb(words: str) -> int:
    """Give where the first finite verb of some words stands, 0 without one."""
    found = (
        m for m in re.finditer(r"\S+", words) if m.start() and clauses.is_finite(m.group().lower().strip(",."))
    )
    return next((match.start() for match in found), 0)
