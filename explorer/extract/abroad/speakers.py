"""Who says so in another language: the source that a sentence names, in the text's words."""

import re
from functools import cache

from explorer.extract.abroad.pattern import any_of
from explorer.extract.abroad.words import tongue

_NAME = r"(?P<who>[^\W\d_](?:[^,.;:\"“”„«»()，。；：]|\.(?=\w)){1,48}?)"
_NAMED = r"(?P<who>(?:[^\W\d_][\w.&'’-]*\s){0,5}[^\W\d_][\w.&'’-]*)"
_WIDE_NAME = r"(?P<who>[\w·]{2,16}?)"


def of(text: str, sentence: tuple[int, int], code: str) -> str | None:
    """Give who says so, or None where the text speaks itself."""
    for pattern in _patterns(code):
        match = pattern.search(text, *sentence)
        if match is not None:
            return match["who"].strip()
    return None


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    words = tongue(code)
    made = []
    before = any_of(words.patterns("speakers", "before"), is_spaced=words.is_spaced)
    after = any_of(words.patterns("speakers", "after"), is_spaced=words.is_spaced)
    stop = any_of(words.patterns("speakers", "stop"), is_spaced=words.is_spaced)
    end = (
        rf"(?=\s?[,.;:(，。；：]|$|\s?(?:{stop.pattern}))" if stop is not None else r"(?=\s?[,.;:(，。；：]|$)"
    )
    if before is not None and words.is_spaced:
        made.append(re.compile(rf"(?i:{before.pattern})\s{_NAME}{end}"))
    elif before is not None:
        made.append(re.compile(rf"(?:{before.pattern}){_WIDE_NAME}{end}"))
    if after is not None and words.is_spaced:
        made.append(re.compile(rf"(?:^|[,.;:“”\"«»]\s?|(?<=\s)(?=[A-ZÀ-Þ])){_NAMED}\s(?i:{after.pattern})"))
    elif after is not None:
        made.append(re.compile(rf"(?:^|(?<=[，。；：]))(?P<who>[^，。；：\d]{{2,16}}?)(?:{after.pattern})"))
    return tuple(made)
