"""Which words of a clause bear on its event: not those of asides, nor those of another predicate.

"The alleged fraud was punished" tells of a punishment, "the yard, due to close, was sold" of a sale. Here a clause
is bared of such words, and a cue elsewhere in it is asked whether it reaches the words that tell the event.
It must not know statuses.
"""

import re
from dataclasses import dataclass
from functools import cache

from explorer.extract import clauses
from explorer.extract.lexicon import table
from explorer.model.mention import Span


@cache
def _pattern(name: str) -> re.Pattern[str]:
    value = table("status.toml")[name]
    patterns = value if isinstance(value, list) else [value]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_QUOTES = re.compile(r"\W*(?:said|says|told|insisted|stressed|stated)\b[^;]*\Z")


@dataclass(frozen=True, slots=True)
class Scope:
    """A clause bared of its asides (`words`, as long as the clause), with what stands around it in the sentence.

    `start` and `end` say where in `words` the event is told; both are None where no trigger tells it.
    """

    words: str
    lead: str = ""
    tail: str = ""
    start: int | None = None
    end: int | None = None

    def search(self, cues: re.Pattern[str]) -> re.Match[str] | None:
        """Give the first cue of the clause that reaches its event."""
        return next((cue for cue in cues.finditer(self.words) if self.reaches(cue)), None)

    def reaches(self, cue: re.Match[str]) -> bool:
        """Tell whether a cue of the clause stands in the predicate that tells the event."""
        if self.start is None or self.end is None:
            return not _pattern("bound_ahead").search(self.words, 0, cue.start())
        if cue.end() <= self.start:
            return not _pattern("bound_ahead").search(self.words, cue.end(), self.start)
        return cue.start() <= self.end or not _pattern("bound_behind").search(self.words, self.end, cue.start())

    def quotes(self, cue: re.Match[str]) -> bool:
        """Tell whether a cue stands in what is said, where the event seemed to be told by who says it."""
        return self.end is not None and bool(_QUOTES.match(self.words, self.end, cue.start()))

    def led_by(self, heads: re.Pattern[str]) -> bool:
        """Tell whether the sentence, before the clause, has words that say of the clause how it is told."""
        for head in heads.finditer(self.lead):
            if not _pattern("bound_lead").search(self.lead, head.end()):
                return True
        return False


def of(text: str, span: Span, sentence: Span, trigger: Span | None) -> Scope:
    """Bare a clause of its asides; a clause that only says who said it gives way to what was said."""
    lead = text[sentence.start : span.start]
    if lead and (text.startswith("to ", span.start) or _pattern("is_said").search(lead)):
        span, lead = Span(sentence.start, span.end), ""
    elif lead and _follows_what_was_said(lead):
        span, lead, trigger = Span(sentence.start, span.end), "", None
    words = text[span.start : span.end]
    at = (trigger.start - span.start, trigger.end - span.start) if trigger else (None, None)
    lead = _without(_pattern("cause"), lead, None)
    return Scope(_bared(words, *at), lead, text[span.end : sentence.end], *at)


def _follows_what_was_said(lead: str) -> bool:
    """Tell whether a lead ends with who said what stands before: "It was for sale, the bank said"."""
    said = _pattern("said_before").search(lead)
    return said is not None and clauses.has_verb(lead, 0, said.start())


def _bared(words: str, start: int | None, end: int | None) -> str:
    """Blank what does not tell of the event itself: asides, attributes, and causes behind the event."""
    if "," in words or "(" in words:
        opening = _pattern("opening").match(words)
        if opening and not clauses.has_verb(words, words.find(" "), opening.end()):
            words = _without(_pattern("opening"), words, start)
        words = _without(_pattern("aside"), words, start)
    behind = _pattern("cause").search(words, end or 0)
    if behind and (start is not None or clauses.has_verb(words, 0, behind.start())):
        words = words[: behind.start()] + " " * (len(words) - behind.start())
    attribute = _pattern("attribute").search(words)
    if attribute and clauses.has_verb(_without(_pattern("attribute"), words, None), 0, len(words)):
        words = _without(_pattern("attribute"), words, None)
    return words


def _without(pattern: re.Pattern[str], words: str, keep: int | None) -> str:
    """Blank what a pattern drops, but not around the place to keep."""
    for match in pattern.finditer(words):
        start, end = match.span(match.lastgroup or 0)
        if keep is None or not start <= keep < end:
            words = words[:start] + " " * (end - start) + words[end:]
    return words
