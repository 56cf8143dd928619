"""Reading articles into mentions: megabytes of text per CPU second, and whether memory stays flat.

The texts are those of `finding`: the samples, and those of the folder that the environment names. Articles are
made of them by changing a name in each, so that no cache of whole texts could help. They are read one by one,
as when a person opens one, and together, as small files and streams are.
"""

import gc
import time

from explorer.dates import NO_GUIDANCE
from explorer.extract import read_article, read_articles
from explorer.ingest import BATCH
from explorer.model.article import Article
from tests.bench.finding import PUBLISHED, texts

_LEAST = 400_000  # characters of one pass
_ROUNDS = 3
_ARTICLES = 10_000
_SHORT = 600  # characters of each of so many
_WARM = 1_000


def measure(count: int = _ARTICLES) -> dict[str, float]:
    """Give the speed of the whole chain, text to mentions, and how memory grew over many short articles."""
    return {**speed(), **growth(count)}


def speed() -> dict[str, float]:
    """Give megabytes (UTF-8) per CPU second: the best of three passes, after an article that loads words."""
    once = texts()
    many = once * (_LEAST // sum(map(len, once)) + 1)
    read_article(_article(0, once[0]))
    size = sum(len(text.encode()) for text in many)
    alone, together = zip(*((_seconds(many, 1), _seconds(many, BATCH)) for _ in range(_ROUNDS)), strict=True)
    return {
        "mb_per_cpu_s": round(size / 1e6 / min(together), 3),
        "one_by_one_mb_per_cpu_s": round(size / 1e6 / min(alone), 3),
    }


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


def _seconds(many: list[str], count: int) -> float:
    """Read texts, so many at a time."""
    begin = time.process_time()
    for at in range(0, len(many), count):
        some = enumerate(many[at : at + count], at)
        read_articles([(_article(number, text), NO_GUIDANCE) for number, text in some])
    return time.process_time() - begin


def _resident_mb() -> float:
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:
        return round(int(file.read().split()[1]) * 4096 / 1e6, 1)
