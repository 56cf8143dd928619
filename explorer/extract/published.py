"""The publication date that a text itself gives: "Published 3 May 2019", a time stamp, a date line, a dateline.

It says where it found it. Vague hints ("this year") are not enough; a lead that tells of the text's latest
dated day as news gives its month, no more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.dates import find
from explorer.dates.timex import Expression, TimexType
from explorer.extract import dateline
from explorer.model import edtf
from explorer.model.article import DateSource
from explorer.model.mention import Span
from explorer.model.when import Precision, When

_HEAD = 1_200
_LEAD = 400
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?P<date>(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|"
    rf"Sun)(?:day)?\.?,?\s+)?(?:{_DAY}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_MONTH}\s+\d{{4}}|"
    r"\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{1,2}[./-]\d{1,2}[./-]\d{4}))"
)
_STATED = (
    (
        re.compile(
            rf"\b(?:first\s+)?(?:published|posted|issued|released)(?:\s+(?:on|at|in))?\s*[:|]?\s*{_DATE}",
            re.IGNORECASE,
        ),
        "“{}”",
    ),
    (
        re.compile(
            rf"\b(?:publish(?:ed)?[ _-]?(?:date|time|at)|pub(?:lication)?[ _-]?date|date|time|created|发布时间|"
            rf"时间)\s*[:：]\s*{_DATE}(?:[ T]\d{{1,2}}:\d\d(?::\d\d)?)?",
            re.IGNORECASE,
        ),
        "“{}”",
    ),
    (re.compile(rf"^[ \t]*(?:By|Von|Par)\s[^\n]{{2,60}}?[,|·•–—-]\s*{_DATE}", re.MULTILINE), "the byline “{}”"),
    (
        re.compile(
            rf"^[ \t]*{_DATE}(?:[,\s|"
            rf"·•-]+(?:at\s)?\d{{1,2}}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{{2,4}})?)?[ \t.]*$",
            re.MULTILINE,
        ),
        "the line “{}”",
    ),
    (
        re.compile(
            rf"^[ \t]*(?:[A-ZÀ-Ž][A-ZÀ-Ž.'’/-]+[ ,/]*){{1,5}}(?:\([^)\n]{{2,30}}\)[ ,]*|[A-Z][\w.]+[ "
            rf",]+){{0,2}}{_DATE}\s*(?:\([^)\n]{{2,40}}\)\s*|/[\w .]{{2,30}}/\s*)?[-–—:]",
            re.MULTILINE,
        ),
        "the dateline “{}”",
    ),
    (
        re.compile(
            rf"\b(?:last\s+)?(?:updated|modified|edited)(?:\s+(?:on|at))?\s*[:|]?\s*{_DATE}", re.IGNORECASE
        ),
        "“{}”",
    ),
)
_DATELINE = re.compile(
    rf"^[ \t]*(?:[A-ZÀ-Ž][A-ZÀ-Ž.'’/-]+[ ,/]*){{1,6}}(?:\([^)\n]{{2,30}}\)[ ,]*|[A-Z][\w.]+[ "
    rf",]+){{0,2}}(?:{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?|{_DAY}\s+{_MONTH}(?:\s+\d{{4}})?)?"
    r"\s*(?:\([^)\n]{2,40}\)\s*|/[\w .]{2,30}/\s*)?[-–—]+\s",
    re.MULTILINE,
)
_URL = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])(?:[/-](?P<d>0?[1-9]|[12]\d|3[01]))?(?=[/-])")


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date as EDTF, where it comes from, in words why, and the words themselves."""

    edtf: str | None
    source: DateSource
    why: str
    span: Span | None = None


def infer(text: str, url: str = "", language: str = "en") -> Published:
    """Look for the publication date in a text, then in its address; unknown where neither gives one."""
    stated = _stated(text, language) or (_stated_abroad(text, language) if language != "en" else None)
    if stated is not None:
        return stated
    address = _URL.search(url)
    if address is not None:
        day = f"-{int(address['d']):02d}" if address["d"] else ""
        found = f"{address['y']}-{int(address['m']):02d}{day}"
        if edtf.is_edtf(found):
            return Published(found, DateSource.METADATA, "in the address of the page")
    return _from_lead(text, language) or Published(
        None, DateSource.UNKNOWN, "the text does not say when it was published"
    )


def _stated(text: str, language: str) -> Published | None:
    for pattern, words in _STATED:
        for place in (text[:_HEAD], text[-400:] if len(text) > _HEAD + 400 else ""):
            match = pattern.search(place)
            if match is None:
                continue
            when = _read(match["date"], language)
            if when is not None:
                quoted = " ".join(match.group().split()).strip(" ,-–—:")
                offset = 0 if place is not text and text.startswith(place) else len(text) - len(place)
                return Published(
                    when,
                    DateSource.TEXT,
                    "from " + words.format(quoted[:60]),
                    Span(match.start() + offset, match.end() + offset),
                )
    return None


def _stated_abroad(text: str, language: str) -> Published | None:
    found = dateline.stated(text, language)
    return None if found is None else Published(found[0], DateSource.TEXT, found[1], found[2])


def _read(words: str, language: str) -> str | None:
    numeric = re.fullmatch(r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})(?:[-/.月](?P<d>\d{1,2})日?)?", words)
    if numeric:
        day = f"-{int(numeric['d']):02d}" if numeric["d"] else ""
        found = f"{numeric['y']}-{int(numeric['m']):02d}{day}"
        return found if edtf.is_edtf(found) else None
    dated = [e for e in find(words, language=language) if e.when is not None and e.when.precision in _FINE]
    return dated[0].when.edtf if dated and dated[0].when is not None else None


_FINE = (Precision.DAY, Precision.MONTH, Precision.HOUR, Precision.MINUTE, Precision.SECOND)


def _from_lead(text: str, language: str) -> Published | None:
    """Take the month of the lead's day, if nothing in the text that has happened is later."""
    told = [e for e in find(text, language=language) if _is_absolute(e)]
    lead = [
        e for e in told if e.span.start < _LEAD and e.when is not None and e.when.precision is Precision.DAY
    ]
    if not lead:
        return None
    best = max(lead, key=lambda e: _when(e).lo_s)
    month = _when(best).edtf[:7]
    if any(_when(e).edtf[:7] > month and _when(e).precision is not Precision.YEAR for e in told):
        return None
    if any(_when(e).precision is Precision.YEAR and _when(e).edtf[:4] > month[:4] for e in told):
        return None
    return Published(month, DateSource.TEXT, f"the lead tells of “{best.text}” as the latest news", best.span)


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


def boilerplate(text: str) -> Sequence[Span]:
    """Give the stretches that date or place the article itself (datelines, bylines, stamps), not events."""
    spans = [Span(match.start(), match.end()) for match in _DATELINE.finditer(text[:_HEAD])]
    spans += [
        Span(match.start(), match.end()) for pattern, _ in _STATED[1:] for match in pattern.finditer(text)
    ]
    spans += [
        Span(match.start(), match.end())
        for match in _STATED[0][0].finditer(text[:_HEAD])
        if match.start() == 0 or text[: match.start()].rstrip(" \t").endswith(("\n", "|", "·", "•"))
    ]
    return spans
