"""The account of reading: what became of every file that was read into a library, kept in the library itself.

The window and the commands add to the same one.
"""

import json
from collections.abc import Iterable

from explorer.library.store import Library
from explorer.model.progress import Outcome, Report

_STATE = "account"
_MOST = 10_000  # reports; those of the oldest files go first


def of(library: Library) -> list[Report]:
    """Give what became of every file, the latest last."""
    try:
        said = json.loads(library.state(_STATE) or "[]")
        return [Report(str(name), Outcome(outcome), str(why), int(count)) for name, outcome, why, count in said]
    except (ValueError, TypeError):
        return []


def keep(library: Library, reports: Iterable[Report]) -> None:
    """Add what became of files; a new report of a known file counts unless it tells nothing new."""
    kept = {report.name: report for report in of(library)}
    for report in reports:
        if report.outcome not in (Outcome.ALREADY, Outcome.REMOVED) or report.name not in kept:
            kept[report.name] = report
    rows = [(one.name, one.outcome.value, one.reason, one.mentions) for one in kept.values()]
    library.set_state(_STATE, json.dumps(rows[-_MOST:]))
