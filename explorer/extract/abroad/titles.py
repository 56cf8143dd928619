"""Titles in other languages: the clause, without a date at its head, cut at a comma or a word.

Where no spaces part words it is cut between letters.
"""

import re

from explorer.extract.abroad.words import tongue
from explorer.extract.compress import LIMIT
from explorer.model.mention import Span

_SHORTEST = 28  # letters of a title that ends at a comma
_SHORTEST_WIDE = 12
_AFTER_DATE = re.compile(r"\s*[,，:：]\s*")
_MARKS = re.compile(r"[“”„«»「」『』\"*•|#]")
_ENDS = " \t\n,;:.-–—!，；：。！、"


def of(text: str, span: Span, date: Span | None, code: str, *, is_cut: bool) -> str:
    """Give the title of a clause, at most 70 letters; of one cut out of its sentence, without "and"."""
    words = tongue(code)
    start = _behind_date(text, span, date)
    title = " ".join(_MARKS.sub("", text[start : span.end]).split()).strip(_ENDS)
    for joint in words.patterns("clauses", "joins") if is_cut else ():
        head = joint if words.is_spaced else joint.replace(" ", "")
        if title.lower().startswith(head + " " * words.is_spaced):
            title = title[len(head) :].lstrip(_ENDS)
            break
    title = _cut(title or " ".join(text[span.start : span.end].split()), code)
    return title[:1].upper() + title[1:]


def _behind_date(text: str, span: Span, date: Span | None) -> int:
    """Give where a clause goes on behind the date that opens it: "Le 3 mai 2019, …"."""
    if date is None or not span.start <= date.start <= span.start + 8:
        return span.start
    match = _AFTER_DATE.match(text, date.end, span.end)
    return match.end() if match and span.end - match.end() > _SHORTEST_WIDE else span.start


def _cut(title: str, code: str) -> str:
    words = tongue(code)
    if len(title) <= LIMIT:
        return title
    shortest = _SHORTEST if words.is_spaced else _SHORTEST_WIDE
    marks = [m.start() for m in re.finditer(r",\s|[，；;]", title[: LIMIT + 1]) if m.start() >= shortest]
    if marks:
        return title[: marks[-1]]
    head = title[: LIMIT - 1]
    if words.is_spaced and " " in head:
        head = head[: head.rfind(" ")]
        weak = set(words.words("clauses", "weak_ends"))
        while " " in head and head.rpartition(" ")[2].lower().strip(_ENDS) in weak:
            head = head.rpartition(" ")[0]
    return head.rstrip(_ENDS) + "…"
