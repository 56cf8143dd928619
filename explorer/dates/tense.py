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
_WORD = re.compile(r"[a-z']+")
_BEFORE, _AFTER = 140, 70  # characters that are looked at

_CUES = {
    **dict.fromkeys("is are it's that's".split(), UNKNOWN),
    **dict.fromkeys(
        "will won't shall 'll scheduled schedules scheduling expected expects expecting due upcoming "
        "slated intends intend effective payable forthcoming awaits awaited awaiting projected effect".split(),
        AHEAD,
    ),
    **dict.fromkeys(
        "be would could should may must can until through deadline begins starts opens next proposed "
        "proposes pending starting beginning".split(),
        LEANS_AHEAD,
    ),
    **dict.fromkeys(
        "was were had did has have been said told rose fell went took came made got won lost met gave "
        "left held found paid sold bought became grew began saw ran wrote led sent spoke struck hit quit "
        "shot since after ago".split(),
        BACK,
    ),
}
# Words that look ahead only before certain others: "plans to", "set for".
_PAIRS = {
    **{
        (word, "to"): AHEAD
        for word in "is are plan plans planned planning aim aims hope hopes going set".split()
    },
    **{(word, "for"): AHEAD for word in "plan plans planned set".split()},
    **{(word, "on"): AHEAD for word in "plan plans planned".split()},
    ("early", "as"): AHEAD,
    ("soon", "as"): AHEAD,
    ("ahead", "of"): AHEAD,
}
# After these a word in -ed is an adjective: "an unlisted firm".
_DETERMINERS = frozenset("the a an in of its his her their for by with from at".split())


def tense(text: str, start: int, end: int) -> int:
    """Tell whether the words around a stretch look back (-1), ahead (1 and, surely, 2) or neither (0)."""
    left = text[max(0, start - _BEFORE) : start]
    stops = list(_SENTENCE_END.finditer(left))
    words = _WORD.findall((left[stops[-1].end() :] if stops else left).lower().replace("’", "'"))
    for index in range(len(words) - 1, -1, -1):
        side = _side(words, index)
        if side is not None:
            return side
    right = text[end : end + _AFTER]
    stop = _SENTENCE_END.search(right)
    words = _WORD.findall((right[: stop.start()] if stop else right).lower().replace("’", "'"))
    sides = (_side(words, index) for index in range(len(words)))
    return next((side for side in sides if side is not None), UNKNOWN)


def _side(words: list[str], index: int) -> int | None:
    """Give what a word tells about time, None for most."""
    word = words[index]
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if before == "be":
        return LEANS_AHEAD  # "to be sold"
    side = _PAIRS.get((word, after), _CUES.get(word))
    if side is not None:
        return side
    is_verb = word.endswith("ed") and len(word) > 3 and not word.endswith("eed") and before not in _DETERMINERS
    return BACK if is_verb else None
