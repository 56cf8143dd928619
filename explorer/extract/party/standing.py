"""What the place of a name in its sentence weighs: heading, subject, possessor, object, aside, passer-by.

It must not know what is meant by other words.
"""

import re

from explorer.extract import clauses
from explorer.model.mention import Span

SUBJECT, OWNER, _OBJECT, _ASIDE, _PASSING = 3.0, 2.0, 1.6, 0.4, 0.2  # weights by place in a sentence
_HEADING, _PER_PLACE = 3.5, 0.004
_OBLIQUE = re.compile(
    r"\b(?:by|from|with|to|for|at|than|over|about|on|against|near|via)\s(?:the\s)?(?:\w+\s)?$", re.IGNORECASE
)
IN_PASSING = re.compile(
    r"\b(?:rivals?|competitors?|like|unlike|than|suppliers?|customers?|former|ex)[\s-](?:[\w-]+\s){0,2}$"
    r"|\b(?:hired|hailed|lured|poached|recruited)\s(?:away\s)?from\s$"
    r"|\b(?:such as|including|similar to|outbidding|beating|overtaking|ahead of|undercutting)\s[^,;.]{0,60}$",
    re.IGNORECASE,
)
_RIVAL_OPENS = re.compile(
    r"(?:(?:Its|The|A)\s)?(?:[\w-]+\s)?(?:[Rr]ival|[Cc]ompetitor|[Ss]upplier|[Cc]ustomer)\s"
)
_PASSING_REACH = 75  # characters that the second of these takes
_OF_ITS_STOCK = re.compile(
    r"(?:\W|^)(?:shares?|stock|shareholders|investors|owners|makers?|customers|workers)\s(?:of|in|at)\s(?:the\s|[a-z-]+\s){0,3}$",
    re.IGNORECASE,
)
POSSESSOR = re.compile(r"['’]s?\b")
_LONGEST_HEADING = 8  # characters that a heading has besides its name


def weight(text: str, sentence: Span, span: Span) -> float:
    """Weigh a name by its place in its sentence: heading, subject, possessor, object, aside."""
    if sentence.end - sentence.start - (span.end - span.start) < _LONGEST_HEADING:
        return _HEADING
    lead = text[sentence.start : span.start]
    far = _PER_PLACE * len(lead)
    last = _last_words(lead, 4)
    is_passing = IN_PASSING.search(lead, max(0, min(last, len(lead) - _PASSING_REACH)))
    if is_passing and not _RIVAL_OPENS.fullmatch(lead):
        return _PASSING - far
    is_oblique = _OBLIQUE.search(lead, last) is not None
    is_subject = not clauses.has_verb(lead.rpartition(", ")[2], 0, len(lead))
    if is_subject and (not is_oblique or _OF_ITS_STOCK.search(lead, _last_words(lead, 7))):
        return (OWNER if POSSESSOR.match(text, span.end) else SUBJECT) - far
    return (_ASIDE if is_oblique else _OBJECT) - far


def _last_words(words: str, spaces: int) -> int:
    """Give where the last words of some words begin: a pattern of their end needs to look no further."""
    at = len(words)
    for _ in range(spaces):
        at = words.rfind(" ", 0, at)
        if at < 0:
            return 0
    return at
