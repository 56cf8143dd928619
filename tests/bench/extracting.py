"""Reading articles into mentions: megabytes of text per CPU second, and whether memory stays flat.

The texts are those of `finding`: the samples, and those of the folder that the environment names. Articles are
made of them by changing a name in each, so that no cache of whole texts could help.
"""

import gc
import time

from explorer.extract import read_article
from explorer.model.article import Article
from tests.bench.finding import PUBLISHED, texts

_LEAST = 400_000  # characters of one pass
_ROUNDS = 3
_ARTICLES = 10_000
_SHORT = 600  # characters of each of so many
_WARM = 1_000


def measure(count: int = _ARTICLES) -> dict[str, float]:
    """Give the speed of the whole chain, text to mentions, and how memory grew over many short articles."""
    return {"mb_per_cpu_s": speed(), **growth(count)}


def speed() -> float:
    """Give megabytes (UTF-8) per CPU second: the best of three passes, after one that loads the words."""
    once = texts()
    many = once * (_LEAST // sum(map(len, once)) + 1)
    read_article(_article(0, once[0]))
    size = sum(len(text.encode()) for text in many)
    return round(size / 1e6 / min(_seconds(many) for _ in range(_ROUNDS)), 3)


def growth(count: int) -> dict[str, float]:
    """Give the resident memory in MB after a tenth of so many articles and after all, and the ratio."""
    pieces = [text[:_SHORT] for text in texts()]
    early = 0.0
    for number in range(count):
        read_article(_article(number, pieces[number % len(pieces)]))
        if number == min(_WARM, count // 2):
            early = _resident_mb()
    late = _resident_mb()
    return {"rss_mb_early": early, "rss_mb_late": late, "rss_late_over_early": round(late / early, 3)}


def _article(number: int, text: str) -> Article:
    name = f"a{number}"
    return Article(name, name, f"{text}\n\nFirm {number} said so.", published=PUBLISHED, language="en")


def _seconds(many: list[str]) -> float:
    begin = time.process_time()
    for number, text in enumerate(many):
        read_article(_article(number, text))
    return time.process_time() - begin


def _resident_mb() -> float:
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:
        return round(int(file.read().split()[1]) * 4096 / 1e6, 1)
