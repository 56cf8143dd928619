"""Names that machine translation has turned into words: "shake sound", or Douyin under its twin's name.

It is asked only in articles of their field and must not know other names.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from explorer.extract import lexicon
from explorer.extract.records import NameHit
from explorer.model.mention import Span

_FIELD = re.compile(
    r"\b(?:tik ?tok|douyin|bytedance|kuaishou|kwai|wechat|weibo|toutiao|short[- ]video)\b", re.IGNORECASE
)
_FIELD_WORDS = (
    *("tiktok", "tik tok", "douyin", "bytedance", "kuaishou", "kwai", "wechat", "weibo", "toutiao"),
    *("short video", "short-video"),
)
_MISSPELT = re.compile(r"\b(?:Tiktok|tiktok)\b")


def find(text: str) -> list[NameHit]:
    """Give the places of names that machine translation has turned into words, in articles of their field."""
    low = text.lower()
    low = low if len(low) == len(text) else text  # a capital that is two small letters shifts all places
    if not any(word in low for word in _FIELD_WORDS) or not _FIELD.search(text):
        return []
    return [
        NameHit(Span(match.start(), match.end()), form.name, country="CN")
        for form in lexicon.translated()
        for match in _beginning(low, form.head, form.pattern)
    ]


def _beginning(text: str, head: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Find a pattern of which all matches begin with some letters, tried only where those stand."""
    at = text.find(head)
    while at >= 0:
        match = pattern.match(text, at)
        if match is not None:
            yield match
        at = text.find(head, match.end() if match is not None else at + 1)


def restored(text: str, hits: list[NameHit]) -> list[NameHit]:
    """Restore Douyin where a machine-translated text calls it by its twin's name, misspelt "tiktok"."""
    forms = sum(hit.name == "Douyin" for hit in hits)
    if forms < 3 or not _MISSPELT.search(text) or "TikTok" in text:
        return hits
    return [
        replace(hit, name="Douyin") if hit.name == "TikTok" and _MISSPELT.match(text, hit.span.start) else hit
        for hit in hits
    ]
