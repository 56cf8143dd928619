"""`Progress`: what long work reports while it runs; a plain generator of these is all that a job is."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one file."""

    READ = "read"
    PARTLY = "partly read"
    ALREADY = "already there"
    REMOVED = "taken out before"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Report:
    """One line of the reading account: the file, what became of it, why, and how many mentions it gave.

    `removed` are those of its articles that are in the library but taken out, by id: they can be put back.
    """

    name: str
    outcome: Outcome
    reason: str = ""
    mentions: int = 0
    articles: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __str__(self) -> str:
        has_given = self.outcome not in (Outcome.REFUSED, Outcome.REMOVED)
        told = f" ({self.mentions} mentions)" if has_given else ""
        return f"{self.name}: {self.outcome}{told}{': ' + self.reason if self.reason else ''}"


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many done; `report` tells of the file just finished, if one was."""

    done: int
    total: int
    report: Report | None = None
