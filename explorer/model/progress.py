"""`Progress`: what long work reports while it runs; a plain generator of these is all that a job is."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one file."""

    READ = "read"
    PARTLY = "partly read"
    ALREADY = "already there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Report:
    """One line of the reading account: the file, what became of it, why, and how many mentions it gave."""

    name: str
    outcome: Outcome
    reason: str = ""
    mentions: int = 0
    articles: tuple[str, ...] = ()

    def __str__(self) -> str:
        told = f" ({self.mentions} mentions)" if self.outcome is not Outcome.REFUSED else ""
        return f"{self.name}: {self.outcome}{told}{': ' + self.reason if self.reason else ''}"


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many done; `report` tells of the file just finished, if one was."""

    done: int
    total: int
    report: Report | None = None
