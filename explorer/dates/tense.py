"""Whether the words around a date look back or ahead: the cue nearest to it within its sentence.

Knows English verbs and prepositions and nothing of dates.
"""

import re

_SENTENCE_END = re.compile(r"[.!?;][\"”’)]?\s|\n\s*\n")
_CUE = re.compile(
    r"\b(?:(?P<neutral>be\s+\w+|been\s+\w+ing)"
    r"|(?P<ahead>will|wo|shall|'ll|is\s+to|are\s+to|was\s+to|were\s+to|plans?|planned|planning|schedul\w+|expect\w*"
    r"|due|upcoming|set\s+(?:for|to)|slated|aims?|intends?|intend|hopes?|deadline|going\s+to|begins|starts|opens"
    r"|would|could|should|may|must|can|until|through|ahead\s+of|forthcoming|pending|await\w*|propos\w+|projected|forecast)"
    r"|(?P<back>was|were|had|did|has|have|been|said|told|rose|fell|went|took|came|made|got|won|lost|met|gave|left"
    r"|held|found|paid|sold|bought|became|grew|began|saw|ran|wrote|led|sent|spoke|struck|hit|put|set|cut|quit|shot"
    r"|since|after|ago|[a-z]{2,14}ed))\b",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 140, 70


def tense(text: str, start: int, end: int) -> int:
    """Tell whether the words around a stretch look back (-1), ahead (1) or neither (0)."""
    left = text[max(0, start - _BEFORE) : start]
    breaks = [match.end() for match in _SENTENCE_END.finditer(left)]
    left = left[breaks[-1] :] if breaks else left
    right = text[end : end + _AFTER]
    stop = _SENTENCE_END.search(right)
    right = right[: stop.start()] if stop else right
    before = [_side(cue) for cue in _CUE.finditer(left) if cue.lastgroup != "neutral"]
    if before:
        return before[-1]
    after = next((cue for cue in _CUE.finditer(right) if cue.lastgroup != "neutral"), None)
    return _side(after) if after else 0


def _side(cue: re.Match[str]) -> int:
    return 1 if cue.lastgroup == "ahead" else -1
