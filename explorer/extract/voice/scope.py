"""Which words of a clause bear on its event: not those of asides, nor those of another predicate.

"The alleged fraud was punished" tells of a punishment, "the yard, due to close, was sold" of a sale. Here a
clause is bared of such words, and a cue elsewhere in it is asked whether it reaches the words that tell the
event. It must not know statuses.
"""

import re
from dataclasses import dataclass

from explorer.extract import clauses
from explorer.extract.voice.hedges import Hedge, hedge, listed
from explorer.model.mention import Span


@dataclass(slots=True)
class Scope:
    """A clause bared of its asides (`words`, as long as it is), with what stands around it in its sentence.

    `event` is where in `words` a trigger tells the event, `date` where its date begins; None where unknown.
    """

    words: str
    lead: str = ""
    tail: str = ""
    event: tuple[int, int] | None = None
    date: int | None = None

    def search(self, cues: Hedge) -> re.Match[str] | None:
        """Give the first cue of the clause that reaches its event."""
        for cue in cues.finditer(self.words):
            if self.reaches(cue):
                return cue
        return None

    def reaches(self, cue: re.Match[str]) -> bool:
        """Tell whether a cue of the clause stands in the predicate that tells the event."""
        if self.is_beside(cue):
            return False
        if self.date is not None and _RELATIVE.search(self.words, 0, cue.end()):
            return True
        if self.event is None:
            return not hedge("bound_ahead").search(self.words, 0, cue.start())
        start, end = self.event
        if cue.end() <= start:
            return not hedge("bound_ahead").search(self.words, cue.end(), start)
        return cue.start() <= end or not hedge("bound_behind").search(self.words, end, cue.start())

    def is_beside(self, cue: re.Match[str]) -> bool:
        """Tell whether a cue stands in a relative clause that is not dated: "who is said to be rich"."""
        if self.date is None:
            return False
        is_first = self.words.endswith(("who ", "which "), 0, cue.start()) or (
            self.words.endswith("that ", 0, cue.start()) and clauses.opens_with_verb(self.words, cue.start())
        )
        if not is_first and not _RELATIVE.search(self.words, 0, cue.end()):
            return False
        if self.date < cue.start():
            return True
        own = _OWN_VERB.search(self.words, cue.end(), self.date)
        if own and not _OTHER_CLAUSE.search(self.words, cue.end(), own.start()):
            return True
        commas = _COMMA.finditer(self.words, cue.end(), self.date)
        return any(clauses.opens_with_verb(self.words, comma.end()) for comma in commas)

    def quotes(self, cue: re.Match[str]) -> bool:
        """Tell whether a cue stands in what is said, where the event seemed to be told by who says it."""
        if self.event is None:
            return False
        start, end = self.event
        pattern = _THAT if _TOLD.search(self.words, 0, start) else _QUOTES
        return bool(pattern.match(self.words, end, cue.start()))

    def led_by(self, heads: Hedge) -> bool:
        """Tell whether the sentence, before the clause, has words that say of the clause how it is told."""
        return any(not hedge("bound_lead").search(self.lead, head.end()) for head in heads.finditer(self.lead))

    def is_signed(self, names: Hedge) -> bool:
        """Tell whether the sentence ends with who says so: "…, two sources said"."""
        if not names.may_match(self.words) and not names.may_match(self.tail):
            return False
        rest = self.words + self.tail
        return any(_BEHIND.search(rest, 0, name.start()) for name in names.finditer(rest))


_SHORT = 3  # words of a lead that are only a subject
_QUOTES = re.compile(r"\W*(?:said|says|told|insisted|stressed|stated)\b[^;]*\Z")
_TOLD = re.compile(r"\btold\s(?:(?:the|an?|its)\s)?(?:\w+\s){0,2}\Z")
_THAT = re.compile(r"[^,;]{0,40}?\bthat\b[^;]*\Z")
_OWN_VERB = re.compile(r"\b(?:was|were|is|are|has|had)\b")
_OTHER_CLAUSE = re.compile(r"\b(?:that|which|who|while|when|where|as|after|before|and|but)\b")
_CONTENT = re.compile(r"\bthat\s*\Z")  # "sued over claims | that": the clause is what was claimed
_EARLIER = re.compile(r"\s+that\b.*\bhad\b")
_RELATIVE = re.compile(
    r"\b(?:(?:who|which|that)\s(?:is|are|was|were|has|had|have|will|would|may|might|could)\b[^,;]{0,40}|"
    r"(?:who|which)\s\w+)\Z"
)
_COMMA = re.compile(r",\s")
_BEHIND = re.compile(r"[,”\"]\s+(?:[\w-]+\s+){0,8}\Z")


def of(text: str, span: Span, sentence: Span, trigger: Span | None = None, date: Span | None = None) -> Scope:
    """Bare a clause of its asides; a clause that leans on the words before it is taken together with them."""
    lead = text[sentence.start : span.start]
    if lead and _leans(text, span, lead):
        span, lead = Span(sentence.start, span.end), ""
    elif lead and _follows_what_was_said(lead):
        span, lead, trigger = Span(sentence.start, span.end), "", None
    words = text[span.start : span.end]
    event = (trigger.start - span.start, trigger.end - span.start) if trigger else None
    at = date.start - span.start if date else None
    if lead.endswith(("which ", "who ")):
        words = _past_relative(words, at)
    words = _bared(words, event, at)
    if event is not None and words[event[0] : event[1]].isspace():
        event = None
    if not _CONTENT.search(lead):
        lead = _without(hedge("cause"), lead, None)
    return Scope(words, lead, text[span.end : sentence.end], event, at)


def _leans(text: str, span: Span, lead: str) -> bool:
    """Tell whether a clause has its verb or its subject before it: "is said | to leave", "reports | said"."""
    if text.startswith("to ", span.start) or hedge("is_said").search(lead):
        return True
    is_short = lead.count(" ") <= _SHORT
    return clauses.opens_with_verb(text, span.start) and (is_short or not clauses.has_verb(lead, 0, len(lead)))


def _follows_what_was_said(lead: str) -> bool:
    """Tell whether a lead ends with who said what stands before: "It was for sale, the bank said"."""
    said = hedge("said_before").search(lead)
    return said is not None and clauses.has_verb(lead, 0, said.start())


def _past_relative(words: str, date: int | None) -> str:
    """Blank the rest of a relative clause before what is dated: "(which) is to close, was sold in …"."""
    end = words.find(", ")
    if date is None or not 0 < end < date or not clauses.opens_with_verb(words, end + 2):
        return words
    return " " * end + words[end:]


def _bared(words: str, event: tuple[int, int] | None, date: int | None) -> str:
    """Blank what does not tell of the event itself: asides, attributes, and causes behind the event."""
    keep = date if date is not None else event[0] if event else None
    if "," in words or "(" in words:
        opening = hedge("opening").search(words)
        if opening and not clauses.has_verb(words, words.find(" "), opening.end()):
            words = _without(hedge("opening"), words, keep)
        words = _without(hedge("condition"), words, keep)
        words = _without(hedge("aside"), words, keep)
    if date is not None and (beside := hedge("beside").search(words, date)):
        words = _until(words, beside.start())
    cause = hedge("cause").search(words, event[1] if event else 0)
    if (
        cause
        and (event is not None or clauses.has_verb(words, 0, cause.start()))
        and not _is_of(words, cause, date)
    ):
        words = _until(words, cause.start())
    bare = _unqualified(words)
    return bare if bare is words or clauses.has_verb(bare, 0, len(bare)) else words


def _unqualified(words: str) -> str:
    """Blank what only qualifies a noun or a participle: "the alleged fraud", "for allegedly taking it"."""
    for match in hedge("attribute").finditer(words):
        start, end = match.span()
        *_, earlier, last = ["", "", *words[:start].lower().split()]
        if match.group().rstrip().endswith("ly"):
            is_attribute = last in listed("heads_of_participles")
        else:
            is_attribute = not last or any(
                map(_determines, (earlier, last) if last.endswith("ly") else (last,))
            )
        if is_attribute:
            words = words[:start] + " " * (end - start) + words[end:]
    return words


def _determines(word: str) -> bool:
    return word in listed("determiners") or word.endswith(("’s", "'s"))


def _is_of(words: str, cause: re.Match[str], date: int | None) -> bool:
    """Tell whether a date is that of what was reported, not of what came of the report."""
    return date is not None and bool(_EARLIER.match(words, cause.end(), max(date, cause.end())))


def _until(words: str, end: int) -> str:
    """Blank the rest of some words."""
    return words[:end] + " " * (len(words) - end)


def _without(pattern: Hedge, words: str, keep: int | None) -> str:
    """Blank what a pattern names, but not around the place to keep."""
    for match in pattern.finditer(words):
        start, end = match.span(match.lastgroup or 0)
        if keep is None or not start <= keep < end:
            words = words[:start] + " " * (end - start) + words[end:]
    return words
