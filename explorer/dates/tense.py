"""Whether the words around a date look back or ahead: the cue nearest to it within its sentence.

Knows English verbs and prepositions and nothing of dates.
"""

import re
from collections.abc import Callable

BACK, UNKNOWN, LEANS_AHEAD, AHEAD = -1, 0, 1, 2
# How far ahead a date without a year may lie, by tense, before the one in the past is meant.
AHEAD_MONTHS = {BACK: 0, UNKNOWN: 3, LEANS_AHEAD: 6, AHEAD: 11}
AHEAD_DAYS = {BACK: 45, UNKNOWN: 90, LEANS_AHEAD: 180, AHEAD: 340}
Tense = Callable[[], int]  # asked late, because most dates do not need it

_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][\"”’')]{0,2}\s+(?=[A-Z\"“‘`*•–-])|;\s|\n[^\S\n]*\n")
_CUE = re.compile(
    r"\b(?:(?P<no>(?:the|a|an|in|of|its|his|her|their|for|by|with|from|at)\s+\w+ed\b)"  # an adjective, no verb
    r"|(?P<unknown>been\s+\w+ing|(?:is|are|it's|that's)\b(?!\s+(?:to|going|set|due|expected|scheduled|slated)\b))"
    r"|(?P<ahead>will|wo|shall|'ll|(?:is|are)\s+to|(?:plan|plans|planned|planning)\s+(?:to|for|on)"
    r"|schedul\w+|expect\w*|due|upcoming|set\s+(?:for|to)|slated|aims?\s+to|intends?|hopes?\s+to|going\s+to|effective|payable"
    r"|forthcoming|as\s+(?:early|soon)\s+as|await\w*|projected|ahead\s+of|effect)"
    r"|(?P<leans>be\s+\w+|would|could|should|may|must|can|until|through|deadline|begins|starts|opens|next|propos\w+"
    r"|pending|starting|beginning)"
    r"|(?P<back>was|were|had|did|has|have|been|said|told|rose|fell|went|took|came|made|got|won|lost|met|gave|left"
    r"|held|found|paid|sold|bought|became|grew|began|saw|ran|wrote|led|sent|spoke|struck|hit|quit|shot"
    r"|since|after|ago|[a-z]{2,14}(?<!e)ed))\b",
    re.IGNORECASE,
)
_SIDES = {"unknown": UNKNOWN, "ahead": AHEAD, "leans": LEANS_AHEAD, "back": BACK}
_BEFORE, _AFTER = 140, 70


def tense(text: str, start: int, end: int) -> int:
    """Tell whether the words around a stretch look back (-1), ahead (1 and, surely, 2) or neither (0)."""
    left = text[max(0, start - _BEFORE) : start]
    stops = list(_SENTENCE_END.finditer(left))
    left = left[stops[-1].end() :] if stops else left
    before = _cues(left)
    if before:
        return before[-1]
    right = text[end : end + _AFTER]
    stop = _SENTENCE_END.search(right)
    after = _cues(right[: stop.start()] if stop else right)
    return after[0] if after else UNKNOWN


def _cues(words: str) -> list[int]:
    return [_SIDES[cue.lastgroup] for cue in _CUE.finditer(words) if cue.lastgroup in _SIDES]
