"""The publication date that a text itself gives: "Published 3 May 2019", a time stamp, a date line, a dateline.

It says where it found it. Vague hints ("this year") are not enough; a lead that tells of the text's latest
dated day as news gives its month, no more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.dates import find
from explorer.dates.timex import Expression, TimexType
from explorer.extract.place import dateline
from explorer.model import edtf
from explorer.model.article import DateSource
from explorer.model.mention import Span
from explorer.model.when import Precision, When

_HEAD, _TAIL, _LEAD = dateline.HEAD, 400, 400
_FINE = (Precision.DAY, Precision.MONTH, Precision.HOUR, Precision.MINUTE, Precision.SECOND)
_MONTH = (
    r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?P<date>(?:(?i:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|"
    rf"Sun)(?i:day)?\.?,?\s+)?(?:{_DAY}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_MONTH}\s+\d{{4}}|"
    r"\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{1,2}[./-]\d{1,2}[./-]\d{4}))"
)
_TIME = (
    r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?|\d{1,2}\s?[AaPp]\.?[Mm]\b\.?"
    r"|\d{4}(?=\s(?:GMT|UTC)))"
    r"(?:\s\(?[A-Z]{2,4}\b\)?|\s\(\d{4}\s[A-Z]{3}\))*"
)
_GAP = r"[,\s|/·•–—-]+"
_PLACE = r"[A-ZÀ-Ž][\w.'’-]*+(?:[ /][A-ZÀ-Ž][\w.'’-]*+){0,3}"
# Words in capitals, at most six; possessive, so that a page of capitals costs no more than any other.
_CITY = r"[A-ZÀ-Ž][A-ZÀ-Ž.'’-]++(?:[ ,/]+[A-ZÀ-Ž][A-ZÀ-Ž.'’-]++){0,5}[ ,/]*"
# The place that a dateline begins with, and the agency that it may end with.
_SENT_FROM = rf"^[ \t]*{_CITY}(?:\([^)\n]{{2,30}}\)[ ,]*|[A-Z][\w.]+[ ,]+){{0,2}}"
_AGENCY = r"\s*(?:\([^)\n]{2,40}\)\s*|/[\w .]{2,30}/\s*)?"
# Before "published 3 May 2019", so that it is not a treaty or a song that was published.
_OPENS = (
    r"(?:^|[|·•\])/]|(?<=[.!?)])\s|\t|\s\s|\b(?:this|the)\s+(?:article|story|post|text|page)\s+(?:was|is)\s)"
    r"[ \t*_]*(?:first\s+|originally\s+|last\s+)?"
)
_AFTER_STATED = r"(?!,?[ \t]+(?:and|the|a|it|he|she|they|in|as|of|to|said|says)\b)"


# A paper or a place, and the date: a line of its own.
_NAMED_LINE = rf"[ \t]*(?:{_PLACE}[ ]?[,|·•–—-][ ]?){{1,2}}{_DATE}[ \t]*(?:[|·•][^\n]{{0,40}})?[ \t.]*$"


def _compiled(pattern: str, *flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE | sum(flags, start=re.NOFLAG))


_STATED = (
    (
        _compiled(
            rf"{_OPENS}(?:published|posted|issued|released)(?:\s+(?:on|at|in))?\s*[:|]?\s*"
            rf"(?:{_TIME}{_GAP})?{_DATE}{_AFTER_STATED}",
            re.IGNORECASE,
        ),
        "“{}”",
    ),
    (
        _compiled(
            rf"\b(?:publish(?:ed)?[ _-]?(?:date|time|at)|pub(?:lication)?[ _-]?date|"
            rf"date(?:\sof\s(?:release|issue))?|dated|time|created|filed|for\simmediate\srelease|发布时间|时间)\s*[:：]\s*(?:{_TIME}{_GAP})?{_DATE}"
            r"(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?",
            re.IGNORECASE,
        ),
        "“{}”",
    ),
    (
        _compiled(r"\bFiled\s+(?P<date>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))(?=\s+Page\s+\d+\s+of\b)"),
        "the stamp “{}”",
    ),
    (_compiled(rf"^[ \t]*(?:By|Von|Par)\s[^\n]{{2,60}}?[,|·•–—-]\s*{_DATE}"), "the byline “{}”"),
    (
        _compiled(
            rf"^[ \t]*(?:{_TIME}{_GAP})?{_DATE}(?:T[\d:.]+Z?)?(?:{_GAP}(?:at\s|[Uu]pdated:?\s)?{_TIME})?"
            r"(?:[\s|·•,/–—-]+(?:\d+[ -]min(?:ute)?s?\.?\s[Rr]ead|(?:[Ll]ast\s)?[Uu]pdated[^\n]{0,40}))?"
            r"[ \t.]*$",
        ),
        "the line “{}”",
    ),
    (
        _compiled(rf"{_SENT_FROM}(?:[–—-]+\s*)?{_DATE}{_AGENCY}[-–—:]"),
        "the dateline “{}”",
    ),
    (_compiled(rf"^[A-Z][^\n]{{0,60}}?--\s?\([A-Z ]{{3,30}}\)\s?--\s?{_DATE}\s?--"), "the dateline “{}”"),
    (
        _compiled(
            rf"\b(?:last\s+)?(?:updated|modified|edited)(?:\s+(?:on|at))?\s*[:|]?\s*(?:{_TIME}{_GAP})?{_DATE}",
            re.IGNORECASE,
        ),
        "“{}”",
    ),
    (_compiled(rf"\bappear(?:s|ed)\s+in\s+print\s+on\s+{_DATE}", re.IGNORECASE), "“{}”"),
)
# Lines that date a text if nothing in it is later; a picture of 1938 can have such a line, too.
_LIKELY = (
    (_compiled(rf"\|[ \t]*{_DATE}[ \t]*(?=\||$)"), "the line “{}”"),
    (_compiled(rf"^[ \t]*{_PLACE}(?:\s?\([A-Z][^)\n]{{1,30}}\))?,?\s+{_DATE}\s*[–—-]+\s"), "the dateline “{}”"),
    (_compiled(rf"^{_NAMED_LINE}"), "the line “{}”"),
    (
        _compiled(rf"^[^\n]{{0,60}}\b(?:Vol|Volume|No|Issue)\.?\s\d{{1,4}}[^\n]{{0,20}}?{_DATE}[ \t.]*$"),
        "the line “{}”",
    ),
)
# Right under the title such a line is the paper's own, whatever later dates the text tells.
_MASTHEAD = _compiled(rf"\A\s*(?:[^\n]{{1,160}}(?<![.!?…])\n\s*){{1,2}}?(?P<line>^{_NAMED_LINE})")
_DATELINE = re.compile(
    rf"{_SENT_FROM}(?:{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?|{_DAY}\s+{_MONTH}(?:\s+\d{{4}})?)?"
    rf"{_AGENCY}[-–—]+\s",
    re.MULTILINE,
)
_URL = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])(?:[/-](?P<d>0?[1-9]|[12]\d|3[01]))?(?=[/-])"),
    re.compile(
        r"[/_-](?P<y>(?:19|20)\d\d)[/_-](?P<m>0[1-9]|1[0-2])[/_-](?P<d>0[1-9]|[12]\d|3[01])(?=[/._?#-]|$)"
    ),
    re.compile(r"/(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=[/_.-])"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>[a-z]{3})/(?P<d>0?[1-9]|[12]\d|3[01])(?=/)"),
)
_MONTHS = [month[:3].lower() for month in edtf.MONTHS]
# Words of a text that looks back on what its lead tells, so that the lead is no news; and of a reader's note.
_LOOKS_BACK = re.compile(
    r"\b(?:(?:years?|decades?)\s+(?:later|ago|after|on)|months\s+(?:later|after|on))\b|\banniversar|\bdecades\b|\bcentur|\bremember",
    re.IGNORECASE,
)
_NOTED = re.compile(r"\b(?:retrieved|accessed|archived|born|died)\W+(?:on\W+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date as EDTF, where it comes from, in words why, and the words themselves."""

    edtf: str | None
    source: DateSource
    why: str
    span: Span | None = None


def infer(text: str, url: str = "", language: str = "en") -> Published:
    """Look for the publication date in a text, then in its address; unknown where neither gives one."""
    return (
        _stated(text, language)
        or (_stated_abroad(text, language) if language != "en" else None)
        or _under_title(text, language)
        or _addressed(url)
        or _likely(text, language)
        or _from_lead(text, language)
        or Published(None, DateSource.UNKNOWN, "the text does not say when it was published")
    )


def _stated(text: str, language: str) -> Published | None:
    places = [(0, text[:_HEAD])] + ([(len(text) - _TAIL, text[-_TAIL:])] if len(text) > _HEAD + _TAIL else [])
    for pattern, words in _STATED:
        for offset, place in places:
            match = pattern.search(place)
            when = _read(match["date"], language) if match else None
            if match is not None and when is not None:
                return _published(match, when, words, offset)
    return None


def _under_title(text: str, language: str) -> Published | None:
    match = _MASTHEAD.search(text[:_HEAD])
    when = _read(match["date"], language) if match else None
    if match is None or when is None:
        return None
    line = Span(*match.span("line"))
    return Published(when, DateSource.TEXT, f"from the line “{match['line'].strip()[:60]}”", line)


def _stated_abroad(text: str, language: str) -> Published | None:
    found = dateline.stated(text, language)
    return None if found is None else Published(found[0], DateSource.TEXT, found[1], found[2])


def _published(match: re.Match[str], when: str, words: str, offset: int = 0) -> Published:
    quoted = " ".join(match.group().split()).lstrip(" ,-–—:|·•)]/").rstrip(" ,-–—:|·•")
    span = Span(match.start() + offset, match.end() + offset)
    return Published(when, DateSource.TEXT, "from " + words.format(quoted[:60]), span)


def _addressed(url: str) -> Published | None:
    for pattern in _URL:
        address = pattern.search(url)
        if address is None:
            continue
        name = address["m"]
        month = int(name) if name.isdigit() else _MONTHS.index(name) + 1 if name in _MONTHS else 0
        day = f"-{int(address['d']):02d}" if address["d"] else ""
        found = f"{address['y']}-{month:02d}{day}"
        if edtf.is_edtf(found):
            return Published(found, DateSource.METADATA, "in the address of the page")
    return None


def _likely(text: str, language: str) -> Published | None:
    """Take a line that looks like a stamp, if nothing that the text names is later."""
    for pattern, words in _LIKELY:
        match = pattern.search(text[:_HEAD])
        when = _read(match["date"], language) if match else None
        if match is not None and when is not None and _is_latest(when[:7], _told(text, language)):
            return _published(match, when, words)
    return None


def _read(words: str, language: str) -> str | None:
    numeric = re.fullmatch(r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})(?:[-/.月](?P<d>\d{1,2})日?)?", words)
    if numeric:
        day = f"-{int(numeric['d']):02d}" if numeric["d"] else ""
        found = f"{numeric['y']}-{int(numeric['m']):02d}{day}"
        return found if edtf.is_edtf(found) else None
    dated = [e for e in find(words, language=language) if e.when is not None and e.when.precision in _FINE]
    return dated[0].when.edtf if dated and dated[0].when is not None else None


def _from_lead(text: str, language: str) -> Published | None:
    """Take the month of the lead's day, if nothing in the text that has happened is later."""
    told = _told(text, language)
    lead = [
        e
        for e in told
        if e.span.start < _LEAD
        and e.when is not None
        and e.when.precision is Precision.DAY
        and not _NOTED.search(text[: e.span.start])
    ]
    if not lead or _LOOKS_BACK.search(text[: _HEAD * 2]):
        return None
    best = max(lead, key=lambda e: _when(e).lo_s)
    month = _when(best).edtf[:7]
    if not _is_latest(month, told):
        return None
    return Published(month, DateSource.TEXT, f"the lead tells of “{best.text}” as the latest news", best.span)


def _told(text: str, language: str) -> list[Expression]:
    return [e for e in find(text, language=language) if _is_absolute(e)]


def _is_latest(month: str, told: list[Expression]) -> bool:
    """Tell whether nothing is later than a month, or than its year where only a year is told."""
    for one in told:
        when = _when(one)
        length = 4 if when.precision.rank >= Precision.YEAR.rank else 7
        if when.edtf[:length] > month[:length]:
            return False
    return True


def _when(expression: Expression) -> When:
    assert expression.when is not None
    return expression.when


def _is_absolute(expression: Expression) -> bool:
    return (
        expression.type is TimexType.DATE
        and expression.anchor is None
        and expression.when is not None
        and not expression.when.is_interval
        and bool(re.search(r"\d{4}", expression.text))
    )


# What a pattern of `_STATED` cannot do without, by its number. A search for it is much cheaper than the
# pattern, and most texts have none: words in small letters, a piece, or the head of a line.
_DATE_HEAD = r"(?:\d|(?i:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
_WORDS = {0: ("published", "posted", "issued", "released"), 7: ("updated", "modified", "edited"), 8: ("print",)}
_PIECES = {
    1: re.compile(rf"[:：](?<=[ETDetd间\s].)\s*{_DATE_HEAD}"),
    2: re.compile("Filed"),
    6: re.compile(r"--\s?\([A-Z ]"),
}
_LINES = {
    3: re.compile(r"\n[ \t]*(?:By|Von|Par)\s"),
    4: re.compile(rf"\n[ \t]*{_DATE_HEAD}"),
    5: re.compile(r"\n[ \t]*[A-ZÀ-Ž][A-ZÀ-Ž.'’-]"),
}


def boilerplate(text: str) -> Sequence[Span]:
    """Give the stretches that date or place the article itself (datelines, bylines, stamps), not events."""
    small = text.lower()
    spans = [Span(*match.span()) for match in _DATELINE.finditer(text[:_HEAD])]
    masthead = _MASTHEAD.search(text[:_HEAD])
    spans += [Span(*masthead.span("line"))] if masthead else []
    for number in range(1, len(_STATED)):
        if number in _LINES:
            spans += _at_lines(text, number)
        elif _may_have(text, small, number):
            spans += [Span(*match.span()) for match in _STATED[number][0].finditer(text)]
    if _may_have(text, small, 0):
        spans += [
            Span(*match.span())
            for match in _STATED[0][0].finditer(text[:_HEAD])
            if match.start() == 0 or text[: match.start()].rstrip(" \t").endswith(("\n", "|", "·", "•"))
        ]
    return spans


def _may_have(text: str, small: str, number: int) -> bool:
    """Tell whether a text, and the same in small letters, has what a pattern cannot do without."""
    if number in _WORDS:
        return any(word in small for word in _WORDS[number])
    return _PIECES[number].search(text) is not None


def _at_lines(text: str, number: int) -> list[Span]:
    """Give the matches of a pattern that begins with a line, tried only where a line begins as it does."""
    spans: list[Span] = []
    pattern, end = _STATED[number][0], 0
    for begin in (0, *(match.start() + 1 for match in _LINES[number].finditer(text))):
        match = pattern.match(text, begin) if begin >= end else None
        if match is not None:
            spans.append(Span(*match.span()))
            end = match.end()
    return spans
