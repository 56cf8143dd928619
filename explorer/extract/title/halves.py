"""Words at which a title must not end, as they need more: "more than", "between May", "said that the".

It knows the last words alone, not what follows them.
"""

import re

from explorer.extract.title import tense
from explorer.extract.title.wording import has_any

_OPEN = re.compile(
    r"\b(?:that|whether|if|which|who|when|between|how|what)(?:\s+[\w’'.-]+){0,2}(?:,\s[\w’' -]{2,30})?$",
    re.IGNORECASE,
)
_RELATIVE_WHOLE = re.compile(r"(?:that|which|who)\s[a-z]{3,}s\s[a-z]{3,}s")  # "that forbids dealings"
_OPEN_WORDS = ("wh", "that", "if", "between", "how")
_HALF = re.compile(
    r"\b(?:between\s(?:(?!\band\b).)*|(?:less|fewer|more|higher|lower|better|worse|larger|according|due|"
    r"close|equal|subject|related|prior|together|along|instead|rather|up|down|off|out|worth|times|twice|based|able|"
    r"likely|unlikely|set|about|ready|bound|as (?:well|much|many|little|few|high|low)|such|[\d.,]+)|"
    r"(?:accus|charg|depriv|consist|result|depend|rel|compar|interfer)\w*|compl(?:y|ies|ied|ying)|deal(?:s|t|ing)?|cop(?:e|es|ed|ing)|"
    r"provid(?:e|es|ed|ing)|begin(?:s|ning)?)$",
    re.IGNORECASE,
)
_HALF_ENDS = tuple(  # with one of these or a digit, or with a word of one of the stems, all of them end
    "less fewer more higher lower better worse larger according due close equal subject related prior together "
    "along instead rather up down off out worth times twice based able likely unlikely set about ready bound "
    "well much many little few high low such . , deal deals dealt dealing cope copes coped coping".split()
)
_HALF_STEMS = tuple("accus charg depriv consist result depend rel compar interfer compl provid begin".split())


def is_half(head: str) -> bool:
    """Tell whether the last words need more: "more than", "between May"."""
    small = head.lower()
    if "between" in small:
        return _HALF.search(head) is not None
    last = small[small.rfind(" ") + 1 :]
    if last in ("deal", "deals") and NOUN_AHEAD.search(head):
        return False
    if last in _PARTICLES and _is_done(small.split()[-2:][0]):
        return False  # "were burnt out" is whole, "up" and "is down" are not
    if not (last.endswith(_HALF_ENDS) or last[-1:].isdecimal() or has_any(last, _HALF_STEMS)):
        return False
    return _HALF.search(head, two_words(head)) is not None


_PARTICLES = ("up", "down", "off", "out")


def _is_done(word: str) -> bool:
    """Tell whether a word is a verb with which a particle goes."""
    return tense.is_past(word) or tense.is_third(word) or tense.is_participle(word)


def is_open(head: str) -> bool:
    """Tell whether words end with what opens a clause: "said that the"."""
    small = head.lower()
    match = _OPEN.search(head) if has_any(small, _OPEN_WORDS) else None
    return match is not None and not _RELATIVE_WHOLE.fullmatch(match.group())


NOUN_AHEAD = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her)|['’]s)\s(?:[\w’'-]+(?:al|ic|ive|an|ous)\s)?[\w’'-]+$"
)


def two_words(words: str) -> int:
    """Give where the last two words begin: a pattern of the end needs to look no further."""
    return words.rfind(" ", 0, words.rfind(" ")) + 1
