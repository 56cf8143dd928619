"""What kind of subject a clause has that names no company: none of its own, an authority, a thing of a firm.

"The regulator opened an inquiry" and "A hearing is set" speak of nobody told before; "pleaded guilty" and "The
plant will close" do. It must not know who is spoken of.
"""

import re
from enum import Enum
from functools import cache

from explorer.extract import clauses
from explorer.extract.lexicon import plain, table
from explorer.extract.party import fresh
from explorer.extract.records import Found, inside
from explorer.model.mention import PartyType, Span


class Subject(Enum):
    """What a clause speaks of: `LEANING` where only words before it tell whom, `STRANGER` for a mere name."""

    LEANING, AUTHORITY, BELONGING, STRANGER, OTHER = range(5)


_PRONOUN = re.compile(r"(?:its?|itself|they|their|them|we|our|us)\b", re.IGNORECASE)
_THE = re.compile(r"\b[Tt]he\s(?P<nouns>[a-z-]+(?:\s[a-z]+)?)\b")
_WORD = re.compile(r"[^\W\d_](?:[\w-]|[’'](?=\w))*")
_ADVERB = re.compile(
    r"\w+ly|also|then|later|now|not|never|first|again|soon|and|but|or|so|as|had|has|have|still|while|when|after|being|having"
)
# "In March 2003, after months of talks, ": what stands before a subject
_BEFORE = re.compile(
    r"(?:[Ii]n|[Oo]n|[Bb]y|[Aa]t|[Aa]fter|[Ss]ince|[Uu]ntil|[Dd]uring|[Ff]rom|[Ff]or|[Ff]ollowing|[Aa]s)\s[^,;]{1,60},\s"
    r"|(?:[Ii]n|[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince)\s(?:(?:early|late|the|of|year|end)\s)*(?:[A-Z][a-z]+\s)?(?:\d{1,2},?\s)?"
    r"(?:\d{4},?\s)"
    r"|(?:\w+\s)?(?:days?|weeks?|months?|years?)\s(?:later|earlier|ago|after|before)(?:,| that,?)?\s"
    r"|(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:next|following|same))\s(?:day|week|month|year|quarter|spring|"
    r"summer|autumn|fall|winter|[A-Z][a-z]+),?\s"
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(table("cues.toml")[name]).split())


def of(found: Found, span: Span, *, is_cut: bool) -> Subject:
    """Tell what the words before the verb of a clause are; `is_cut` if it is a part of its sentence."""
    text = found.text
    head, has_verb = _head(text, span)
    if not has_verb and is_cut:
        return Subject.LEANING  # "after raids in May"
    words = [word.group() for word in _WORD.finditer(text, head.start, head.end)]
    if all(_ADVERB.fullmatch(word) for word in words) or any(_PRONOUN.fullmatch(word) for word in words):
        return Subject.LEANING
    low = {word.lower().removesuffix("'s").removesuffix("’s") for word in words}
    nouns = {noun for match in _THE.finditer(text, span.start, span.end) for noun in match["nouns"].split()}
    if not _words("belongings").isdisjoint(low | nouns):
        return Subject.BELONGING
    public = (PartyType.AGENCY, PartyType.COURT, PartyType.GOVERNMENT)
    if not _words("bodies").isdisjoint(low) or any(h.type in public for h in inside(found.names, head)):
        return Subject.AUTHORITY
    return Subject.OTHER if _unknown(found, head) is None else Subject.STRANGER


def _head(text: str, span: Span) -> tuple[Span, bool]:
    """Give the words of a clause before its verb, without those of when, and whether there is a verb."""
    start = span.start
    while (before := _BEFORE.match(text, start, span.end)) is not None:
        start = before.end()
    end = clauses.first_verb(text, start, span.end)
    return Span(start, span.end if end < 0 else end), end >= 0


def stranger(found: Found, span: Span) -> str | None:
    """Give the name before the verb of a clause of whom no more is known than that, by its first word."""
    return _unknown(found, _head(found.text, span)[0])


def _unknown(found: Found, head: Span) -> str | None:
    if bool(inside(found.names, head)) or bool(inside(found.countries, head)):
        return None
    if inside(found.expressions, head):
        return None
    words = (word.group() for word in _WORD.finditer(found.text, head.start, head.end))
    bare = (word.removesuffix("'s").removesuffix("’s") for word in words)
    return next((word for word in bare if word[0].isupper() and not _is_ordinary(word.lower())), None)


def _is_ordinary(word: str) -> bool:
    return word in plain() or word in fresh.common() or word in _words("any_firm")
