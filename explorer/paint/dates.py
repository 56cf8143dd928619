"""Dates in another language: what `edtf.display` and the axis write in English, put into its own order.

The patterns of a language are data: `[dates]` in `resources/pages/<language>.toml`. What no pattern knows stays
as it is, but for the names of months and days in it.
"""

import re
from collections.abc import Mapping

from explorer.model.edtf import MONTHS, SEASONS

_MONTH = f"(?P<month>{'|'.join(MONTHS)})"
_YEAR = r"(?P<year>\d+(?: B?CE)?)"
_PREFIXES = (
    ("about ", "about"),
    ("perhaps about ", "perhaps_about"),
    ("perhaps ", "perhaps"),
    ("early ", "early"),
    ("mid-", "mid"),
    ("middle of ", "mid"),
    ("late ", "late"),
    ("since ", "since"),
    ("after ", "after"),
    ("until ", "until"),
    ("before ", "before"),
    ("a day in ", "some_day"),
    ("a month in ", "some_month"),
    ("first half of ", "first_half"),
    ("second half of ", "second_half"),
)
_FORMS = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"(?P<date>.+), (?P<clock>\d\d:\d\d(?:–\d\d:\d\d)?)", "clock"),
        (rf"(?P<day>\d{{1,2}}(?:–\d{{1,2}})?) {_MONTH} {_YEAR}", "day"),
        (rf"(?P<day>\d{{1,2}}) {_MONTH}", "day_month"),
        (rf"{_MONTH} {_YEAR}", "month"),
        (r"Q(?P<number>\d)(?:–Q(?P<last>\d))? (?P<year>\d+)", "quarter"),
        (rf"(?P<season>{'|'.join(SEASONS)}) (?P<year>\d+(?:–\d+)?)", ""),
        (r"(?P<years>\d+)s", "decade"),
        (r"(?P<number>\d+)(?:st|nd|rd|th) century(?P<era> BCE)?", "century"),
        (r"(?P<number>\d+)(?:st|nd|rd|th) millennium(?P<era> BCE)?", "millennium"),
        (r"(?P<year>\d+) BCE", "bce"),
        (r"(?P<year>\d+) CE", "ce"),
    )
)


def told(text: str, patterns: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Say a date by the patterns of a language; `names` are its months and days by their English."""
    for prefix, key in _PREFIXES:
        if text.startswith(prefix):
            rest = told(text.removeprefix(prefix), patterns, names)
            return patterns[key].format(date=rest, year=rest)
    first, dash, last = text.partition(" – ")
    if dash:
        return f"{told(first, patterns, names)} – {told(last, patterns, names)}"
    for form, key in _FORMS:
        if found := form.fullmatch(text):
            return _filled(found, key, patterns, names)
    return " ".join(names.get(word, word) for word in text.split(" "))


def _filled(found: re.Match[str], key: str, patterns: Mapping[str, str], names: Mapping[str, str]) -> str:
    parts = {name: part for name, part in found.groupdict().items() if part is not None}
    if "month" in parts:
        parts["month"] = names.get(parts["month"], parts["month"])
    if key != "bce" and key != "ce" and "year" in parts:
        parts["year"] = told(parts["year"], patterns, names)
    if "date" in parts:
        parts["date"] = told(parts["date"], patterns, names)
    if "last" in parts:
        parts["number"] = f"{parts['number']}–{parts['last']}"
    text = patterns[key or parts["season"]].format(**parts)
    return patterns["bce"].format(year=text) if "era" in parts else text
