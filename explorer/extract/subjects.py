"""Who a clause without a subject speaks of: "…, which was opened in 1929", "… and closed its mill in 2013".

It works on words alone and must not know parties.
"""

import re
from functools import cache

from explorer.extract import clauses
from explorer.extract.lexicon import table
from explorer.model.mention import Span

_RELATIVE = re.compile(r"(?P<noun>[^,;:.]{2,80}?),?\s+(?:which|who|that|where|whose)\s*$")
_NOUN_START = re.compile(
    r".*\b(?:of|in|at|by|with|for|to|from|on|and|that|said|is|was|has|buy|bought|its|his|her|their)\s+"
)
_ARTICLE = re.compile(r".*\b(?=(?:the|an?)\s+)", re.IGNORECASE)
_VERB_HEAD = re.compile(r"(?:also |later |then |now |subsequently |initially )?(?P<verb>[a-z]+)\b")
_RELATIVE_ASIDE = re.compile(r",\s+(?:which|who|whose|that)\s[^,]*(?:,|$).*$")
_PERSON = re.compile(r"^[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}$")
_MOST = 38


def lacks_subject(words: str) -> bool:
    """Tell whether words begin with their verb."""
    match = _VERB_HEAD.match(words)
    return match is not None and clauses.is_finite(match["verb"]) and match["verb"] not in ("may", "said")


def is_base(words: str) -> bool:
    """Tell whether words begin with a verb that leans on an auxiliary: "(would …) and discontinue"."""
    match = _VERB_HEAD.match(words)
    return match is not None and match["verb"] in clauses.bases()


@cache
def opening() -> re.Pattern[str]:
    """Give the pattern of a phrase before the subject: "After months of talks, ", "Six months later, "."""
    return re.compile(rf"(?:{table('titles.toml')['before_subject']})\b[^,]{{0,80}},\s+", re.IGNORECASE)


def of(text: str, sentence: Span, span: Span, dates: list[Span]) -> str:
    """Give the subject that a clause takes from its sentence, "" where it cannot be told."""
    before = text[sentence.start : span.start]
    relative = _RELATIVE.search(before)
    if relative is not None:
        return _short(_noun(relative["noun"].strip()))
    parts = clauses.segments(text, Span(sentence.start, span.start), dates)
    for part in reversed(parts):
        if part.link in ("part", "relative"):
            continue
        subject = _head(text, part.span, dates)
        if subject:
            return subject
    return ""


def _noun(words: str) -> str:
    """Give the noun at the end of some words, with its article: "it bought the mill" → "the mill"."""
    words = re.sub(r"^(?:or|and|but|as|both)\s", "", words)
    short = _NOUN_START.sub("", words)
    return _ARTICLE.sub("", short) or short


def _head(text: str, span: Span, dates: list[Span]) -> str:
    """Give the subject of a clause: the words before its first verb, without what is put before or beside it."""
    words = text[span.start : span.end]
    if lacks_subject(words):
        return ""
    end = _first_verb(words) or len(words)
    head = words[:end]
    for date in dates:
        if span.start <= date.start and date.end <= span.start + end:
            head = text[date.end : span.start + end]
    head = head.strip(" ,\n*–—-:|")
    while match := opening().match(head + ", "):
        head = head[match.end() :].strip(" ,")
    who, _, aside = _RELATIVE_ASIDE.sub("", head).partition(", ")
    if _PERSON.match(aside) and who[:1].islower():
        return aside  # "its head, Jo Berg": the name tells more
    return _short(who)


def _short(words: str) -> str:
    words = re.sub(r"\s*\([^)]*\)", "", words).strip(" ,;:")
    return words if 1 < len(words) <= _MOST and words.count(" ") < 6 else ""


def _first_verb(words: str) -> int:
    """Give where the first finite verb of some words stands, 0 without one."""
    found = (
        m for m in re.finditer(r"\S+", words) if m.start() and clauses.is_finite(m.group().lower().strip(",."))
    )
    return next((match.start() for match in found), 0)
