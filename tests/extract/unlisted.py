"""`python -m tests.extract.unlisted [--show]`: how well companies are read that no list of ours holds.

The cases stand in `unlisted_cases/`, one file an industry: short texts about invented companies, of which one
event, that of the last dated statement, is written down. `companies` are those of all dated statements of a
text, under the fullest name that it gives without the legal form ("Harrow & Sons" for "Harrow & Sons plc"),
also where the statement means them by "it" or "the carrier". The two files without an industry
hold names that are none of a company: persons, places, agencies, papers, storms, teams, treaties.
"""

import sys
import tomllib
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from explorer.model.edtf import parse
from explorer.model.mention import Mention, PartyType, Status
from tests.extract.reading import read

FOLDER = Path(__file__).parent / "unlisted_cases"
NO_INDUSTRY = ("no_company", "people_and_places")
HEADER = "industry           cases  prec.   rec.     F1   kind  date  countries   rare statuses"


@dataclass(frozen=True)
class Case:
    """A text with what it says; `date` is EDTF, `countries` are ISO 3166 alpha-2."""

    industry: str
    text: str
    published: str
    companies: tuple[str, ...]
    kind: str
    status: str
    date: str
    countries: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What the program makes of a case: all companies, and the mention that comes nearest to its event."""

    companies: frozenset[str]
    mention: Mention | None


@dataclass(frozen=True)
class Score:
    """Counts that add up over cases; a share of nothing is 1."""

    cases: int = 0
    hits: int = 0
    named: int = 0
    wanted: int = 0
    kinds: int = 0
    dates: int = 0
    countries: int = 0
    rare: int = 0
    rare_wanted: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    @property
    def precision(self) -> float:
        """Give the share of the companies read that are right."""
        return share(self.hits, self.named)

    @property
    def recall(self) -> float:
        """Give the share of the companies written down that were read."""
        return share(self.hits, self.wanted)

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        return share(2 * self.hits, self.named + self.wanted)


def share(part: int, whole: int) -> float:
    """Divide, where nothing of nothing is all."""
    return part / whole if whole else 1.0


def cases() -> list[Case]:
    """Read all cases, by industry; line breaks of the files are none of the texts."""
    return [
        Case(
            industry=file.stem,
            text=" ".join(entry["text"].split()),
            published=entry["published"].isoformat(),
            companies=tuple(entry["companies"]),
            kind=entry["kind"],
            status=entry["status"],
            date=entry["date"],
            countries=tuple(entry["countries"]),
        )
        for file in sorted(FOLDER.glob("*.toml"))
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    ]


def is_dated(mention: Mention, date: str) -> bool:
    """Tell whether a mention is placed at a date, however it is written ("early" and "about" aside)."""
    if mention.when is None:
        return False
    found, wanted = parse(mention.when.edtf), parse(date)
    return (found.lo_s, found.hi_s) == (wanted.lo_s, wanted.hi_s)


def read_case(case: Case) -> Reading:
    """Read a case as an article of its day; of several mentions, the last of the right date is its event's."""
    told = [mention for mention in read(case.text, case.published).mentions if not mention.is_borderline]
    companies = (party.name for one in told for party in one.parties if party.type is PartyType.COMPANY)
    placed = [mention for mention in told if is_dated(mention, case.date)]
    nearest = placed or told
    return Reading(frozenset(companies), nearest[-1] if nearest else None)


def score(case: Case, reading: Reading) -> Score:
    """Count what is right; names are compared without regard to case."""
    named = {name.casefold() for name in reading.companies}
    wanted = {name.casefold() for name in case.companies}
    mention = reading.mention
    is_rare = case.status != Status.HAPPENED
    return Score(
        cases=1,
        hits=len(named & wanted),
        named=len(named),
        wanted=len(wanted),
        kinds=bool(mention and mention.kind == case.kind),
        dates=bool(mention and is_dated(mention, case.date)),
        countries=bool(mention and set(mention.countries) == set(case.countries)),
        rare=bool(is_rare and mention and mention.status == case.status),
        rare_wanted=is_rare,
    )


def total(scores: Iterable[Score]) -> Score:
    """Add scores up."""
    return sum(scores, Score())


def row(name: str, one: Score) -> str:
    """Write a score as a line of the table."""
    shares = (one.precision, one.recall, one.f1, *(share(n, one.cases) for n in (one.kinds, one.dates)))
    return (
        f"{name:18} {one.cases:5}"
        + "".join(f" {part:6.3f}" for part in shares)
        + f" {share(one.countries, one.cases):9.3f}   {one.rare:3} of {one.rare_wanted}"
    )


def differences(case: Case, reading: Reading) -> list[str]:
    """Say in a line each what was read otherwise than written down: wanted, then read."""
    named = {name.casefold() for name in reading.companies}
    wanted = {name.casefold() for name in case.companies}
    lines = [f"missed   {name}" for name in case.companies if name.casefold() not in named]
    lines += [f"false    {name}" for name in sorted(reading.companies) if name.casefold() not in wanted]
    if (mention := reading.mention) is None:
        return [*lines, "no event"]
    if not is_dated(mention, case.date):
        lines += [f"date     {case.date} | {mention.when.edtf if mention.when else None}"]
    pairs = {
        "kind": (case.kind, mention.kind),
        "status": (case.status, mention.status.value),
        "place": (" ".join(sorted(case.countries)), " ".join(sorted(mention.countries))),
    }
    return lines + [f"{what:8} {mine} | {theirs}" for what, (mine, theirs) in pairs.items() if mine != theirs]


def main(arguments: list[str]) -> None:
    """Print the table, and before it the differences where they are asked for."""
    read_all = [(case, read_case(case)) for case in cases()]
    if "--show" in arguments:
        for case, reading in read_all:
            if lines := differences(case, reading):
                print(f"[{case.industry}, {case.published}] {case.text}", *lines, sep="\n    ", end="\n\n")
    scores = [(case.industry, score(case, reading)) for case, reading in read_all]
    print(HEADER)
    for industry in dict.fromkeys(industry for industry, _ in scores):
        print(row(industry, total(one for name, one in scores if name == industry)))
    print(row("total", total(one for _, one in scores)))


if __name__ == "__main__":
    main(sys.argv[1:])
