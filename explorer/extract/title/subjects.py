"""Who a clause without a subject speaks of: "…, which was opened in 1929", "… and closed its mill in 2013".

It works on words alone and must not know parties.
"""

import re
from functools import cache

from explorer.extract import clauses
from explorer.extract.title import tense
from explorer.extract.title.wording import any_of, pattern
from explorer.model.mention import Span

_RELATIVE = re.compile(r"(?P<noun>[^,;:.]{2,80}?),?\s+(?:which|who|that|where|whose)\s*$")
_RELATIVES = ("which", "who", "that", "where", "whose")
_NOUN_START = re.compile(
    r".*\b(?:by|with|for|to|from|on|and|that|said|is|was|has|under|against|into|over|since|than|like)\s+"
)
_BEFORE_VERB = re.compile(
    r"^(?:(?:also|later|then|now|subsequently|initially|never|soon|eventually|finally|already|still|once|first|recently|"
    r"again)\s)?(?P<verb>[a-z]+)\b"
)
_SAID_THAT = re.compile(rf"\b(?:{any_of('says')}|known)\b[^;:]*?\sthat\s(?P<noun>[^;:]*)$")
_RELATIVE_ASIDE = re.compile(r",\s+(?:which|who|whose|that)\s[^,]*(?:,|$).*$")
_NOUN_HEAD = re.compile(r"(?:the|an?|its|their|his|her|this|that|all|[A-Z]\S*|\d\S*)\b", re.ASCII)
_PERSON = re.compile(r"^[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}$")
_OWNER = re.compile(r"(?:Its|Their|His|Her|Our)\s")
_OF_NOUN = re.compile(r"\s(?:on|of|for|against|over|between)\b")
_CONJUNCTION = re.compile(
    r"^(?:(?:(?:or|and|but|as|both|while|when|also|so|then)\s|(?:[a-z]+ly|meanwhile|however|moreover),\s))+",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?<![\d.,])\d+\s(?:[a-z-]+\s)?(?!(?:hours|days|weeks|months|quarters|years)\b)[a-z]+s$"  # "130 workers"
)
_NO_NOUN = re.compile(
    r"^(?:be|been|being|not|to|of|in|at|by|for|with|from|on|and|or|own|also|will|would|is|was|\d.*|(?:two|"
    r"three|\w+) (?:days?|weeks?|months?|years?) (?:ago|later|earlier))\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"(?:it|its|they|their|he|his|she|her|we|our|this|that|these|there|what|who|the (?:company|firm|group|app|"
    r"bank|airline|carrier|maker|owner|service|platform))\b",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\s(?:in|on|since)\s(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?(?:\d{1,2},?\s)?(?:\d{4})?$")
_DATED = re.compile(
    r"^(?:[Ii]n|[Oo]n|[Bb]y|[Aa]t|[Ss]ince)\s"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+,?\s|(?:[A-Z][a-z]+,?\s)?(?:\d{1,2},?\s)?)(?:\d{4},?\s)?(?=the\s|it\s|[A-Z])"
)
_STOP = re.compile(r"[.!?]\W*\s|\n")
_REACH = 400  # characters in which the sentence before is looked for
MOST = 38  # letters of a subject


def lacks_subject(words: str) -> bool:
    """Tell whether words begin with their verb."""
    if words[:1].isupper():
        return False
    match = _BEFORE_VERB.match(words)
    if match is not None and match["verb"].endswith("s") and _OF_NOUN.match(words, match.end()):
        return match["verb"] in ("was", "is", "has")  # "sanctions on the firm" are none
    return (
        match is not None
        and (clauses.is_finite(match["verb"]) or tense.is_past(match["verb"]))
        and match["verb"] not in ("may", "said", "based")
    )


@cache
def opening() -> re.Pattern[str]:
    """Give the pattern of a phrase before the subject: "After months of talks, ", "Six months later, "."""
    return re.compile(
        rf"(?:{any_of('whenever')}\b,?\s+|{any_of('before_subject')}\b[^,]{{0,80}},\s+)", re.IGNORECASE
    )


def of(text: str, sentence: Span, span: Span, dates: list[Span]) -> str:
    """Give the subject that a clause takes from its sentence, "" where it cannot be told."""
    before = text[sentence.start : span.start]
    relative = _relative(before)
    said = _SAID_THAT.search(before) if "that" in before else None
    if said is not None and said["noun"] and not first_verb("x " + said["noun"]):
        return named(said["noun"].strip(" ,"))
    if relative is not None and said is None and (counted := _COUNTED.search(before[: relative.end("noun")])):
        return counted.group()
    if relative is not None and said is None:
        noun = _noun(_IN_YEAR.sub("", relative["noun"].strip()))
        noun = _short(noun) or _short(re.sub(r"^.*\s(?=(?:the|an?|its|their)\s)", "", noun))
        return (
            f"{noun}’{'' if noun.endswith('s') else 's'}"
            if noun and before.rstrip().endswith("whose")
            else noun
        )
    parts = clauses.segments(text, Span(sentence.start, span.start), dates)
    for part in reversed(parts):
        if part.link in ("part", "relative", "said"):
            continue
        is_noun = part is parts[-1] or (part is parts[0] and not first_verb(text[slice(*part.span)]))
        subject = _head(text, part.span, dates, is_noun=is_noun)
        if subject:
            return subject
    return ""


def _relative(before: str) -> re.Match[str] | None:
    """Match a noun and the relative word that ends some words."""
    noun = before.rstrip()
    if not noun.endswith(_RELATIVES):
        return None
    noun = noun.rsplit(None, 1)[0].rstrip().removesuffix(",")  # has no mark within
    at = max(noun.rfind(mark) for mark in ",;:.")
    return _RELATIVE.search(before, at + 1)


def of_sentence_before(text: str, start: int) -> str:
    """Give the subject of the sentence before an offset, "" where it cannot be told."""
    return of_sentence(text, Span(sentence_before(text, start), start))


def of_sentence(text: str, sentence: Span) -> str:
    """Give the subject of a whole sentence, however long, "" where it cannot be told."""
    return _head(text, sentence, [], most=_REACH)


def sentence_before(text: str, start: int) -> int:
    """Give where the sentence before an offset begins, as far as full stops tell."""
    floor = max(0, start - _REACH)
    before = text[floor:start].rstrip()
    return floor + max((match.end() for match in _STOP.finditer(before)), default=0)


_PLURAL = re.compile(r"(?:[A-Z]?[a-z-]+\s)*[A-Za-z-]+[bcdefghklmnprtvwxyz]s(?:\s(?:of|in|at|from|by)\s.*)?")
_IT_OR_ITS = re.compile(
    r"\W*(?:[\w’'-]+,?\s){0,6}?(?:(?P<it>it)|its)\s(?P<what>[\w $€£.]{2,40})", re.IGNORECASE
)


def _is_of_a_firm(text: str, start: int) -> bool:
    """Tell whether "it" does what only firms do, or "its" has what only they have."""
    match = _IT_OR_ITS.match(text, start)
    if match is None:
        return False
    return pattern("firm_deeds" if match["it"] else "firm_has", r"(?:{})\b").match(match["what"]) is not None


def means_another(text: str, sentence: int, start: int, company: str) -> bool:
    """Tell whether "it" means what the sentence before speaks of: "The mine flooded. It closed"."""
    if _is_of_a_firm(text, start):
        return False
    is_later = start > sentence + 8
    subject = (
        of(text, Span(sentence, len(text)), Span(start, start), [])
        if is_later
        else of_sentence_before(text, sentence)
    )
    first = company.split()[0].lower()
    return (
        bool(subject)
        and not _PLURAL.fullmatch(subject)
        and first not in subject.lower()
        and not _FORMER.match(subject.rpartition(" ")[2])
        and not _FORMER.match(subject)
    )


def noun_before(words: str) -> str:
    """Give the noun that ends some words, for a clause that leans on it without "which"."""
    words = re.sub(r",?\s(?:which|that)\s*$", "", words)
    match = re.search(r"\b(?P<noun>(?:the|an?|its|their)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+)\s*$", words)
    return match["noun"] if match else ""


def _noun(words: str) -> str:
    """Give the noun at the end of some words: "it bought the mill in Parma" → "the mill in Parma"."""
    after = 0
    for match in re.finditer(r"\S+\s+", words):
        word = match.group().strip().lower()
        is_noun = word == "own" or _NOUN_AHEAD.search(words, max(0, match.start() - 7), match.start())
        if match.start() and not is_noun and clauses.is_finite(word):
            after = match.end()
    noun = _NOUN_START.sub("", words[after:]).strip()
    return noun if _NOUN_HEAD.match(noun) else re.sub(r"^.*\s(?=(?:its|their|his|her)\s)", "", noun)


def _head(text: str, span: Span, dates: list[Span], *, is_noun: bool = False, most: int = MOST) -> str:
    """Give the subject of a clause: the words before its verb, without what is put before or beside it."""
    words = text[span.start : span.end]
    if lacks_subject(words):
        return ""
    end = first_verb(words) or (len(words) if is_noun else 0)
    head = words[:end]
    for date in dates:
        if span.start <= date.start and date.end <= span.start + end:
            head = text[date.end : span.start + end]
    head = " ".join(head.split()).strip(" ,*–—-:|").rpartition(": ")[2]
    head = _DATED.sub("", _CONJUNCTION.sub("", head))
    while (match := opening().match(head + ", ")) and match.end() < len(head):
        head = head[match.end() :].strip(" ,")
    return named(re.split(r"\s(?:that|which|who)\b", head)[0], most)


_LONG_NOUN = re.compile(
    r"(?P<noun>(?:the|its|their|[A-Z])[^,]{4,32})\s(?:of|for|from|in|into|on|at|to|between|with|over|against|about|by)\s",
    re.IGNORECASE,
)


def named(head: str, most: int = MOST) -> str:
    """Give a subject without what stands beside it; of "its head, Jo Berg" the name."""
    who, _, aside = _RELATIVE_ASIDE.sub("", head).partition(", ")
    name = aside.partition(",")[0]
    if _PERSON.match(name) and (who[:1].islower() or _OWNER.match(who)):
        return name
    if len(who) > most and (noun := _LONG_NOUN.match(who)) is not None:
        who = noun["noun"]
    return _short(who, most)


def _short(words: str, most: int = MOST) -> str:
    words = re.sub(r"\s*\([^)]*\)|\sitself$", "", " ".join(words.split())).strip(' ,;:*–—"“”')
    words = _CONJUNCTION.sub("", words)
    if _NO_NOUN.match(words) or ")" in words or re.fullmatch(r"[A-Za-z]?[a-z]+ed", words):
        return ""
    return words if 1 < len(words) <= most and words.count(" ") < most // 5 + 1 else ""


def _is_verb(word: str) -> bool:
    return word != "own" and (clauses.is_finite(word) or word in clauses.saying() or tense.is_past(word))


_NOUN_AHEAD = re.compile(r"(?:\b(?:the|an?|its|their|his|her|our|this|of|for|no|own)|['’]s)\s$", re.IGNORECASE)


_SPACED = re.compile(r"\S+")
_NOUN_LENGTH = 7  # letters of the longest word of `_NOUN_AHEAD`, with spaces


def first_verb(words: str) -> int:
    """Give where the first finite verb of some words stands, 0 without one; "the mine" is a noun."""
    for match in _SPACED.finditer(words):
        start, word = match.start(), match.group()
        if (
            start
            and word[0].islower()
            and _is_verb(word.rstrip(",."))
            and not (word[-1] == "," and word[:-1] in clauses.bases())  # "its market value, …, had fallen"
            and not _NOUN_AHEAD.search(words, max(0, start - _NOUN_LENGTH), start)
        ):
            return start
    return 0
