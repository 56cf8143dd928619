"""The words of a quote as merging compares them: stems, names by their capitals, bare numbers."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# The capital comes before what must not stand before it: looking back at every character is slow.
_RUN = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w'’].)[^\W_]+(?:[ -][A-ZÀ-ÖØ-Þ][^\W_]+)*")
_INSIDE = ",;:)'’\"”"  # what can stand before a word inside a sentence
_NUMBER = re.compile(
    r"\d(?<![\w.,:/-].)(?:[\d,]*\d)?(?:\.\d+)?(?![\d:/%]|\.\d)(?:[ -]([^\W\d_]+))?(?: ([^\W\d_]+))?"
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDINGS = ("ements", "ement", "ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y")
_SHORTEST_STEM = 3


def stems_of(text: str) -> frozenset[str]:
    """Give the stems of the words of a text; a run of CJK characters counts as its pairs."""
    words = set(_WORD.findall(text.casefold()))
    stems = {stem(word) for word in words if len(word) >= _SHORTEST_STEM}
    if not text.isascii() and _CJK.search(text):
        runs = [word for word in words if _CJK.match(word)]
        stems.difference_update(map(stem, runs))
        stems.update(run[i : i + 2] for run in runs for i in range(len(run) - 1))
    return frozenset(stems)


@cache
def stem(word: str) -> str:
    """Cut the endings that inflect an English word: "acquired", "acquires" and "acquiring" are one."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def capitalised(text: str) -> Iterator[tuple[str, bool]]:
    """Give the words with a capital that follow each other, "Marta Oyarzo", and whether inside a sentence.

    The first word of a sentence has its capital whether it is a name or not.
    """
    if not text.isascii() and _CJK.search(text):
        return
    for match in _RUN.finditer(text):
        at = match.start()
        is_inside = at > 1 and text[at - 1] == " " and (text[at - 2].isalnum() or text[at - 2] in _INSIDE)
        yield match[0], is_inside


def counted(text: str, scales: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    """Give the numbers of a text with the stem of what they count; those that can be years are none.

    `scales` says what words multiply: "3.4 million patients" is 3,400,000 of "patient".
    """
    for match in _NUMBER.finditer(text):
        digits = match[0].partition(" ")[0].partition("-")[0]
        scale = scales.get(match[1] or "", 0.0)
        noun = match[2] if scale else match[1]
        if noun and not (len(digits) == 4 and digits.isdigit() and digits[0] in "12"):
            yield round(float(digits.replace(",", "")) * (scale or 1.0), 2), stem(noun.casefold())
