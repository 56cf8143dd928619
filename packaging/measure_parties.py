"""How right the parties and countries of mentions are in articles that no rule was written by.

    python packaging/measure_parties.py [--show]

`packaging/parties/clauses.tsv` tells them for the clauses of 72 articles of `packaging/kinds`, in which most
companies are in no list. Rules are written by every second article; the others only measure, and
`--show`, which prints what is read otherwise, leaves them out. A clause counts if it is cut today as it was,
with its date.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from explorer.extract import read_article  # noqa: E402
from explorer.model.article import Article  # noqa: E402
from explorer.model.mention import Mention, PartyType  # noqa: E402
from tests.extract.annotated import canonical, share  # noqa: E402


class Clause(NamedTuple):
    """A clause with its date, its companies, those that it may have, and its countries, if they are sure."""

    text: str
    date: str
    companies: tuple[str, ...]
    optional: tuple[str, ...]
    countries: frozenset[str] | None


def clauses() -> dict[str, list[Clause]]:
    """Read the annotated clauses of each article."""
    found: dict[str, list[Clause]] = {}
    for line in (HERE / "parties" / "clauses.tsv").read_text("utf-8").splitlines()[1:]:
        article, text, date, *names, countries = line.split("\t")
        companies, optional = (tuple(field.split("|")) if field else () for field in names)
        sure = None if countries == "?" else frozenset(countries.split())
        found.setdefault(article, []).append(Clause(text, date, companies, optional, sure))
    return found


def mentions(article: str) -> Iterator[tuple[tuple[str, str], Mention]]:
    """Read an article; give its mentions by clause and date."""
    [file] = (HERE / "kinds").glob(f"*/{article}.txt")
    whole = file.read_text("utf-8").partition("\n---\n")[0]
    title, published, text = whole.split("\n", 2)
    for one in read_article(Article(article, article, text, title=title, published=published)).mentions:
        if one.when is not None:
            yield (text[slice(*one.span)].replace("\n", " "), one.when.edtf), one


def is_same(one: str, other: str) -> bool:
    """Tell whether two names are of one company: the same, or one is the head or the end of the other."""
    shorter, longer = sorted((*canonical([one]), *canonical([other])), key=len)
    return f"{longer} ".startswith(f"{shorter} ") or longer.endswith(f" {shorter}")


def score(clause: Clause, mention: Mention) -> tuple[Counter[str], list[str]]:
    """Count what is right of a mention, and tell what is not."""
    named = [party.name for party in mention.parties if party.type is PartyType.COMPANY]
    missed = [name for name in clause.companies if not any(is_same(name, other) for other in named)]
    may_be = (*clause.companies, *clause.optional)
    false = [name for name in named if not any(is_same(name, other) for other in may_be)]
    told = Counter(
        mentions=1,
        whole=not missed and not false,
        right=len(clause.companies) - len(missed),
        missed=len(missed),
        false=len(false),
    )
    wrong = [f"missed {name}" for name in missed] + [f"false {name}" for name in false]
    if clause.countries is not None:
        told["placed"] += 1
        told["places"] += clause.countries == set(mention.countries)
        if clause.countries != set(mention.countries):
            wrong.append(f"countries {sorted(clause.countries)} | {sorted(mention.countries)}")
    return told, wrong


def main() -> None:
    """Print the table, and before it the differences where they are asked for."""
    totals = (Counter[str](), Counter[str]())
    for number, (article, wanted) in enumerate(sorted(clauses().items())):
        read = dict(mentions(article))
        for clause in wanted:
            if (mention := read.get((clause.text, clause.date))) is not None:
                told, wrong = score(clause, mention)
                totals[number % 2].update(told)
                if wrong and "--show" in sys.argv[1:] and number % 2 == 0:
                    print(f"{article}: {clause.text}", *wrong, sep="\n    ")
    for name, total in zip(("written by", "measuring"), totals, strict=True):
        right, count = total["right"], total["mentions"]
        shares = {
            "all companies right": share(total["whole"], count),
            "precision": share(right, right + total["false"]),
            "recall": share(right, right + total["missed"]),
            "countries right": share(total["places"], total["placed"]),
        }
        print(f"{name:10} {count} mentions", *(f"{what} {part:.3f}" for what, part in shares.items()), sep=", ")


if __name__ == "__main__":
    main()
