"""Who a clause without a subject speaks of: "…, which was opened in 1929", "… and closed its mill in 2013".

It works on words alone and must not know parties.
"""

import re
from functools import cache

from explorer.extract import clauses, tense
from explorer.extract.lexicon import table
from explorer.model.mention import Span

_RELATIVE = re.compile(r"(?P<noun>[^,;:.]{2,80}?),?\s+(?:which|who|that|where|whose)\s*$")
_NOUN_START = re.compile(
    r".*\b(?:by|with|for|to|from|on|and|that|said|is|was|has|under|against|into|over|since|than|like)\s+"
)
_BEFORE_VERB = re.compile(
    r"^(?:(?:also|later|then|now|subsequently|initially|never|soon|eventually|finally|already|still|once|first|recently|"
    r"again)\s)?(?P<verb>[a-z]+)\b"
)
_VERB_HEAD = re.compile(r"(?:also |later |then |now |subsequently |initially )?(?P<verb>[a-z]+)\b")
_SAID_THAT = re.compile(
    r"\b(?:said|says|announced|told|wrote|confirmed|reported|added|warned|claimed|learned|known|denied)\b[^;:]*?\sthat\s(?P<noun>[^;:]*)$"
)
_RELATIVE_ASIDE = re.compile(r",\s+(?:which|who|whose|that)\s[^,]*(?:,|$).*$")
_NOUN_HEAD = re.compile(r"(?:the|an?|its|their|his|her|this|that|all|[A-Z]\S*|\d\S*)\b", re.ASCII)
_PERSON = re.compile(r"^[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}$")
_CONJUNCTION = re.compile(r"^(?:(?:or|and|but|as|both|while|when|also|so|then)\s)+", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"^(?:be|been|being|not|to|of|in|at|by|for|with|from|on|and|or|own|also|will|would|is|was|\d.*|(?:two|"
    r"three|\w+) (?:days?|weeks?|months?|years?) (?:ago|later|earlier))\b",
    re.IGNORECASE,
)
_MOST = 38


def lacks_subject(words: str) -> bool:
    """Tell whether words begin with their verb."""
    match = _BEFORE_VERB.match(words)
    return (
        match is not None
        and (clauses.is_finite(match["verb"]) or tense.is_past(match["verb"]))
        and match["verb"] not in ("may", "said", "based")
    )


def is_base(words: str) -> bool:
    """Tell whether words begin with a verb that leans on an auxiliary: "(would …) and discontinue"."""
    match = _VERB_HEAD.match(words)
    return match is not None and match["verb"] in clauses.bases() and not tense.is_past(match["verb"])


@cache
def opening() -> re.Pattern[str]:
    """Give the pattern of a phrase before the subject: "After months of talks, ", "Six months later, "."""
    words = table("titles.toml")
    return re.compile(
        rf"(?:(?:{words['whenever']})\b,?\s+|(?:{words['before_subject']})\b[^,]{{0,80}},\s+)", re.IGNORECASE
    )


def of(text: str, sentence: Span, span: Span, dates: list[Span]) -> str:
    """Give the subject that a clause takes from its sentence, "" where it cannot be told."""
    before = text[sentence.start : span.start]
    relative = _RELATIVE.search(before)
    said = _SAID_THAT.search(before)
    if said is not None and said["noun"] and not _first_verb("x " + said["noun"]):
        return _named(said["noun"].strip(" ,"))
    if relative is not None and said is None:
        noun = _noun(relative["noun"].strip())
        noun = _short(noun) or _short(re.sub(r"^.*\s(?=(?:the|an?|its|their)\s)", "", noun))
        return f"{noun}’s" if noun and before.rstrip().endswith("whose") else noun
    parts = clauses.segments(text, Span(sentence.start, span.start), dates)
    for part in reversed(parts):
        if part.link in ("part", "relative", "said"):
            continue
        subject = _head(text, part.span, dates)
        if subject:
            return subject
    return ""


def _noun(words: str) -> str:
    """Give the noun at the end of some words: "it bought the mill in Parma" → "the mill in Parma"."""
    after = 0
    for match in re.finditer(r"\S+\s+", words):
        word = match.group().strip().lower()
        if match.start() and word != "own" and clauses.is_finite(word):
            after = match.end()
    noun = _NOUN_START.sub("", words[after:]).strip()
    return noun if _NOUN_HEAD.match(noun) else re.sub(r"^.*\s(?=(?:its|their|his|her)\s)", "", noun)


def _head(text: str, span: Span, dates: list[Span]) -> str:
    """Give the subject of a clause: the words before its verb, without what is put before or beside it."""
    words = text[span.start : span.end]
    if lacks_subject(words):
        return ""
    end = _first_verb(words) or len(words)
    head = words[:end]
    for date in dates:
        if span.start <= date.start and date.end <= span.start + end:
            head = text[date.end : span.start + end]
    head = " ".join(head.split()).strip(" ,*–—-:|").rpartition(": ")[2]
    head = _CONJUNCTION.sub("", head)
    while (match := opening().match(head + ", ")) and match.end() < len(head):
        head = head[match.end() :].strip(" ,")
    return _named(re.split(r"\s(?:that|which|who)\b", head)[0])


def _named(head: str) -> str:
    """Give the subject without what stands beside it; of "its head, Jo Berg" the name."""
    who, _, aside = _RELATIVE_ASIDE.sub("", head).partition(", ")
    if _PERSON.match(aside) and who[:1].islower():
        return aside
    return _short(who)


def _short(words: str) -> str:
    words = re.sub(r"\s*\([^)]*\)|\sitself$", "", " ".join(words.split())).strip(" ,;:*–—")
    words = _CONJUNCTION.sub("", words)
    if _NO_NOUN.match(words) or ")" in words or re.fullmatch(r"[A-Za-z]?[a-z]+ed", words):
        return ""
    return words if 1 < len(words) <= _MOST and words.count(" ") < 8 else ""


def _is_verb(word: str) -> bool:
    return clauses.is_finite(word) or word in clauses.saying()


def _first_verb(words: str) -> int:
    """Give where the first finite verb of some words stands, 0 without one."""
    found = (
        m
        for m in re.finditer(r"\S+", words)
        if m.start()
        and m.group()[:1].islower()
        and m.group() != "own"
        and not words[: m.start()].endswith(" own ")
        and _is_verb(m.group().lower().strip(",."))
    )
    return next((match.start() for match in found), 0)
