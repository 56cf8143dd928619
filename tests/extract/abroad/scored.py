"""How well news in other languages is read.

`python -m tests.extract.abroad.scored [--show] [--all] [LANGUAGE …]` prints it.

`news/<language>.txt` has sentences as news write them, each followed by an indented line for every event that
it tells: kind, status, date, companies, countries and quantities, parted by bars; one without such lines tells
none. `<language>-later.txt` was written after the rules, with words that the files did not have by then.
All are read on 20 March 2020. Every second sentence is kept as a check: `--show` prints what is wrong in the
others only, `--all` in both halves.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from explorer.model import edtf
from explorer.model.mention import BORDERLINE, Mention, PartyType
from tests.extract.reading import read

FOLDER = Path(__file__).parent / "news"
FIELDS = ("kind", "status", "companies", "countries", "quantities")
Fields = dict[str, str]


@dataclass(frozen=True)
class Case:
    """A sentence and the events that it tells."""

    language: str
    text: str
    events: tuple[Fields, ...]
    is_check: bool


def cases(language: str) -> list[Case]:
    """Give the sentences of a language in their order."""
    blocks: list[list[str]] = []
    for line in (FOLDER / f"{language}.txt").read_text("utf-8").splitlines():
        if line.startswith(" "):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [
        Case(language[:2], text, tuple(map(_event, events)), is_check=bool(index % 2))
        for index, (text, *events) in enumerate(blocks)
    ]


def languages() -> list[str]:
    """Give the languages that have sentences."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def _event(line: str) -> Fields:
    names = ("kind", "status", "when", "companies", "countries", "quantities")
    return dict(zip(names, (field.strip() for field in line.split("|")), strict=True))


def judge(case: Case) -> tuple[Counter[str], list[str]]:
    """Count the events asked and found, the surplus, and the right fields; and tell what is wrong in words."""
    mentions = [m for m in read(case.text, "2020-03-20", language=case.language).mentions if _is_shown(m)]
    counts, wrong = Counter(asked=len(case.events)), []
    for event in case.events:
        mention = next((m for m in mentions if _is_dated(m, event["when"])), None)
        if mention is None:
            wrong.append(f"missed: {event['when']} {event['kind']}")
            continue
        mentions.remove(mention)
        counts["found"] += 1
        for name in FIELDS:
            told = read_as(mention, name)
            if _is_same(name, event[name], told):
                counts[name] += 1
            else:
                wrong.append(f"{name}: {told!r}, not {event[name]!r}")
    counts["surplus"] = len(mentions)
    wrong += [f"surplus: {m.kind} {m.when.edtf if m.when else ''} “{m.quote}”" for m in mentions]
    return counts, wrong


def _is_shown(mention: Mention) -> bool:
    return mention.when is not None and mention.confidence >= BORDERLINE


def _is_dated(mention: Mention, expected: str) -> bool:
    """Compare the stretch of time: a quarter is three months, the end of a year is the year."""
    told, when = mention.when, edtf.parse(expected)
    if told is None:
        return False
    return told.edtf.rstrip("~") == expected or (told.lo_s, told.hi_s) == (when.lo_s, when.hi_s)


def read_as(mention: Mention, name: str) -> str:
    """Give a field of a mention as the files write it."""
    return {
        "kind": mention.kind,
        "status": mention.status.value,
        "companies": ", ".join(p.name for p in mention.parties if p.type is PartyType.COMPANY),
        "countries": " ".join(mention.countries),
        "quantities": ", ".join(f"{q.value:.15g} {q.unit}".strip() for q in mention.quantities),
    }[name]


def _is_same(name: str, expected: str, told: str) -> bool:
    """Compare lists without their order; a quantity without a unit is asked for its value alone."""
    if name in ("kind", "status"):
        return expected == told
    mark = " " if name == "countries" else ", "
    ours, theirs = (sorted(filter(None, side.split(mark))) for side in (told, expected))
    if name == "quantities":
        bare = {one for one in theirs if " " not in one}
        ours = sorted(one.split()[0] if one.split()[0] in bare else one for one in ours)
    return ours == theirs


def score(language: str, *, is_check: bool) -> Counter[str]:
    """Add up what one half of a language's sentences gives."""
    counts: Counter[str] = Counter()
    for case in cases(language):
        if case.is_check == is_check:
            counts.update(judge(case)[0])
    return counts


def _report(chosen: list[str]) -> Iterator[str]:
    yield f"{'':10} asked found {' '.join(f'{name:>10}' for name in FIELDS)} surplus"
    for language in chosen:
        for is_check in (False, True):
            counts = score(language, is_check=is_check)
            rates = " ".join(f"{counts[name] / max(1, counts['asked']):10.2f}" for name in FIELDS)
            half = "check" if is_check else "work"
            yield f"{language} {half:7} {counts['asked']:5} {counts['found']:5} {rates} {counts['surplus']:7}"


def _differences(chosen: list[str], *, has_check: bool) -> Iterator[str]:
    for case in (case for language in chosen for case in cases(language)):
        wrong = judge(case)[1]
        if wrong and (has_check or not case.is_check):
            yield "\n  ".join([f"{case.language}: {case.text}", *wrong])


def main() -> None:
    """Print the report."""
    flags = {arg for arg in sys.argv[1:] if arg.startswith("--")}
    chosen = [arg for arg in sys.argv[1:] if arg not in flags] or languages()
    if "--show" in flags or "--all" in flags:
        print("\n".join(_differences(chosen, has_check="--all" in flags)))
    print("\n".join(_report(chosen)))


if __name__ == "__main__":
    main()
