"""Titles in other languages: the clause without its date, shortened by what adds least, whole where it can be.

What is dropped are brackets, what hangs on a comma, and phrases that begin with a preposition behind the verb;
only a clause that stays too long is cut between words. Where no spaces part words it is cut between letters.
"""

import re
from collections.abc import Sequence
from functools import cache

from explorer.extract.abroad.words import tongue
from explorer.extract.title.compress import LIMIT
from explorer.model.mention import Span

_SHORTEST = 28  # letters of a title that ends at a comma
_SHORTEST_WIDE = 12
_FEWEST_WIDE = 5  # letters behind a date that are a title by themselves
_OPENING = 12  # letters before a date that still opens its clause: "À partir du"
_BRIEF = 8  # letters before a date with a comma behind it: "Le 3 mai 2019, …"
_OPENING_WIDE = 2  # 截至
_AFTER_DATE = re.compile(r"\s*[,，:：]\s*")
_MARKS = re.compile(r"[“”„«»「」『』\"*•|#]")
_BRACKETS = re.compile(r"\s*[(（\[][^)）\]]{0,60}[)）\]]")
_ENDS = " \t\n,;:.-–—!，；：。！、"


def of(
    text: str,
    span: Span,
    date: Span | None,
    code: str,
    *,
    is_cut: bool,
    names: Sequence[Span] = (),
    amounts: Sequence[Span] = (),
    verb: Span | None = None,
) -> str:
    """Give the title of a clause, at most 70 letters; of one cut out of its sentence, without "and".

    The names and amounts of the clause are dropped last; `verb` is the words that tell its event.
    """
    words = tongue(code)
    start = _behind_date(text, span, date, code)
    title = _plain(text[start : span.end])
    turned = _turned(text, span, date, code)
    for joint in words.patterns("clauses", "joins") if is_cut else ():
        head = joint if words.is_spaced else joint.replace(" ", "")
        if title.lower().startswith(head + " " * words.is_spaced):
            title = title[len(head) :].lstrip(_ENDS)
            break
    if len(title) > LIMIT and turned is not None:
        subject, verb_span, span = turned
        head = f"{text[slice(*subject)]} {text[slice(*verb_span)]} "
        title = head + _shortened(
            text, span, None, code, (names, amounts), Span(span.start - 1, span.start), LIMIT - len(head)
        )
    elif len(title) > LIMIT:
        title = _shortened(text, Span(start, span.end), date, code, (names, amounts), verb)
    title = _cut(title or _plain(text[span.start : span.end]), code)
    return title[:1].upper() + title[1:]


def _plain(words: str) -> str:
    return " ".join(_MARKS.sub("", words).split()).strip(_ENDS)


def _behind_date(text: str, span: Span, date: Span | None, code: str) -> int:
    """Give where a clause goes on behind the date that opens it: "Le 3 mai 2019, …"; German needs the comma."""
    if not _opens(date, span, code):
        return span.start
    assert date is not None
    match = _AFTER_DATE.match(text, date.end, span.end)
    end = match.end() if match else date.end
    is_all = _with_preposition(text, span, date, code).start == span.start  # nothing else stands before it
    is_brief = match is not None and date.start - span.start <= _BRIEF
    is_free = is_brief or (is_all and not (match is None and tongue(code).section("titles").get("verb_second")))
    fewest = _SHORTEST_WIDE if tongue(code).is_spaced else _FEWEST_WIDE
    return end if is_free and span.end - end > fewest else span.start


def _opens(date: Span | None, span: Span, code: str) -> bool:
    within = _OPENING if tongue(code).is_spaced else _OPENING_WIDE
    return date is not None and span.start <= date.start <= span.start + within


_SUBJECT = re.compile(
    r"\s(?P<verb>[a-zäöüß]{3,})\s(?P<subject>(?:(?:der|die|das|ein|eine|sein|ihr|seine|ihre)\s(?:[a-zäöüß-]+e[nrs]?\s)?)?"
    r"[A-ZÄÖÜ][\w&.+-]*(?:\s(?:&\s|(?:der|des|von)\s(?:[a-zäöüß-]+\s)?)?[A-ZÄÖÜ][\w&.+-]*)*)(?=\s)"
)


def _turned(text: str, span: Span, date: Span | None, code: str) -> tuple[Span, Span, Span] | None:
    """Give the subject, the verb and the rest of a German clause that a date opens: "2018 hat das Amt …"."""
    if not _opens(date, span, code) or not tongue(code).section("titles").get("verb_second"):
        return None
    assert date is not None
    match = _SUBJECT.match(text, date.end, span.end)
    if match is None:
        return None
    return Span(*match.span("subject")), Span(*match.span("verb")), Span(match.end() + 1, span.end)


def _shortened(
    text: str,
    span: Span,
    date: Span | None,
    code: str,
    told_by: tuple[Sequence[Span], Sequence[Span]],
    verb: Span | None,
    limit: int = LIMIT,
) -> str:
    """Drop the date, brackets and phrases until a clause fits; what is left may still be too long."""
    told = [*told_by[0], *told_by[1]]
    dropped: list[Span] = [Span(*match.span()) for match in _BRACKETS.finditer(text, *span)]
    is_first = _opens(date, span, code) and bool(tongue(code).section("titles").get("verb_second"))
    is_known = _before_date(code) is not None  # else "v roce 2019" would leave its preposition
    if date is not None and is_known and span.start < date.start and date.end <= span.end and not is_first:
        dropped.append(_with_preposition(text, span, date, code))
    kept = _without(text, span, dropped)
    if len(kept) <= limit:
        return kept
    for comma in reversed([match.start() for match in re.finditer(r",\s|[，；;,](?!\d)", text[slice(*span)])]):
        end = span.start + comma
        is_told = (verb is None or verb.start < end) and len(
            _without(text, Span(span.start, end), dropped)
        ) >= _shortest(code)
        if is_told and not any(one.start < end < one.end for one in told):
            span = Span(span.start, end)
            kept = _without(text, span, dropped)
            if len(kept) <= limit:
                return kept
    for phrase in _droppable(text, span, code, told, dropped, told_by[1], verb):
        dropped.append(phrase)
        kept = _without(text, span, dropped)
        if len(kept) <= limit:
            break
    return kept


def _shortest(code: str) -> int:
    return _SHORTEST if tongue(code).is_spaced else _SHORTEST_WIDE


def _without(text: str, span: Span, dropped: Sequence[Span]) -> str:
    left, at = "", span.start
    for start, end in sorted(dropped):
        if start < span.end:
            left += text[at : max(at, start)] + " "
            at = max(at, min(end, span.end))
    return re.sub(r"\s+([,.;:])", r"\1", _plain(left + text[at : span.end]))


def _with_preposition(text: str, span: Span, date: Span, code: str) -> Span:
    pattern = _before_date(code)
    match = pattern.search(text, span.start, date.start) if pattern is not None else None
    return Span(match.start(), date.end) if match else date


@cache
def _before_date(code: str) -> re.Pattern[str] | None:
    before = str(tongue(code).section("titles").get("before_dates", ""))
    return re.compile(rf"(?:(?<!\w)(?:{before})\s*)+\Z", re.IGNORECASE) if before else None


def _droppable(
    text: str,
    span: Span,
    code: str,
    told: Sequence[Span],
    dropped: Sequence[Span],
    amounts: Sequence[Span],
    verb: Span | None,
) -> list[Span]:
    """Give the phrases behind the verb that begin with a preposition, from the end, what tells least first."""
    pattern, first = _boundary(code), _verb_at(text, span, code, verb)
    if pattern is None or first is None:
        return []
    tail = _tail(text, span, code)
    marks = [
        match
        for match in pattern.finditer(text, first, tail)
        if not any(one.start <= match.start() < one.end for one in (*told, *dropped))
    ]
    bare = _bare(text, amounts, marks) if tongue(code).section("titles").get("verb_second") else []
    stops = sorted({*(match.start() for match in marks), *(one.end + 1 for one in dropped), *bare, tail})
    phrases: list[Span] = []
    is_open = False
    for match in marks:
        end = next(stop for stop in stops if stop > match.start())
        if (
            match["of"] and is_open and phrases[-1].end == match.start()
        ):  # "auf eine Zahlung von …" is one phrase
            phrases[-1] = Span(phrases[-1].start, end)
        elif match["of"] or match["at"]:
            phrases.append(Span(match.start(), end))
        is_open = bool(match["at"]) or (is_open and bool(match["of"]))
    phrases = [phrase for phrase in phrases if not _holds(phrase, verb, code)]
    return sorted(phrases, key=lambda one: (sum(one.start <= t.start < one.end for t in told), -one.start))


def _verb_at(text: str, span: Span, code: str, verb: Span | None) -> int | None:
    """Give where the verb stands, behind which phrases may be dropped; a German noun is no verb."""
    small = [match.start() for match in _verbs(code).finditer(text, *span)]
    if verb is not None and not (
        tongue(code).section("titles").get("verb_second") and text[verb.start].isupper()
    ):
        small.append(verb.start)
    return min(small, default=None)


def _holds(phrase: Span, verb: Span | None, code: str) -> bool:
    """Tell whether a phrase holds the words of the event; German verbs stand apart, and span all between."""
    if verb is None:
        return False
    is_apart = bool(tongue(code).section("titles").get("verb_second"))
    return phrase.start < (verb.start + 1 if is_apart else verb.end) and verb.start < phrase.end


def _bare(text: str, amounts: Sequence[Span], marks: Sequence[re.Match[str]]) -> list[int]:
    """Give where an amount stands or ends with no preposition before it: "bei Investoren 60 Millionen Euro"."""
    ends = {match.end() + 1 for match in marks}
    return [at for one in amounts if one.start not in ends for at in (one.start, one.end + 1)]


def _tail(text: str, span: Span, code: str) -> int:
    """Give where the verbs begin that end a German clause: "… verhängt", "… werden soll"."""
    if not tongue(code).section("titles").get("verb_second"):
        return span.end
    match = re.search(r"(?:\s[a-zäöüß]+){1,3}[.!]?\s*\Z", text[span.start : span.end])
    return span.start + match.start() if match else span.end


@cache
def _boundary(code: str) -> re.Pattern[str] | None:
    """Give what begins a phrase: a preposition and its article, one that hangs on a noun, an article alone."""
    section = tongue(code).section("titles")
    if "prepositions" not in section:
        return None
    articles = section.get("articles") or "(?!)"
    return re.compile(
        rf"(?<=\s)(?:(?:(?P<of>{section['of']})|(?P<at>{section['prepositions']}))(?:\s(?:{articles}))?"
        rf"|(?:{articles})|(?:{section['and']})(?!\s[\dA-ZÀ-Þ]))(?!\w)",
    )


@cache
def _verbs(code: str) -> re.Pattern[str]:
    """Give the small verbs before which nothing is dropped."""
    listed = str(tongue(code).section("titles").get("verbs", ""))
    return re.compile(rf"(?<=\s)(?:{listed})(?!\w)") if listed else re.compile("(?!)")


def _cut(title: str, code: str) -> str:
    words = tongue(code)
    if len(title) <= LIMIT:
        return title
    marks = [m.start() for m in re.finditer(r",\s|[，；;]", title[: LIMIT + 1]) if m.start() >= _shortest(code)]
    if marks:
        return title[: marks[-1]]
    head = title[: LIMIT - 1]
    if words.is_spaced and " " in head:
        head = head[: head.rfind(" ")]
        weak = set(words.words("clauses", "weak_ends"))
        while " " in head and head.rpartition(" ")[2].lower().strip(_ENDS) in weak:
            head = head.rpartition(" ")[0]
    return head.rstrip(_ENDS) + "…"
