"""`python -m explorer.demo [FOLDER]`: the samples, or the articles of a folder, shown at once.

With a display it is the window. Without one it writes the same picture and table into `build/demo/`.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from explorer import resources
from explorer.cli import SOME_REFUSED, WRONG, no_display
from explorer.model.errors import ExplorerError
from explorer.model.progress import Outcome

OUTPUT = Path("build") / "demo"
SIZE = (1600, 1000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window, or write the demo picture and table; give the exit code."""
    asked = [Path(one) for one in (sys.argv[1:] if arguments is None else arguments)]
    try:
        reason = no_display()
        if reason is None:
            from explorer.ui import app

            return app.run(asked, samples=not asked)
        return render(asked or [resources.samples()], OUTPUT, reason)
    except ExplorerError as error:
        print(f"timeline-explorer: {error}", file=sys.stderr)
        return WRONG


def render(asked: Sequence[Path], folder: Path, reason: str) -> int:
    """Read articles, write `timeline.png` and `events.csv` into a folder, and say so."""
    from explorer.exchange import tables
    from explorer.exchange.selection import select
    from explorer.ingest import ingest
    from explorer.library import Library
    from explorer.paint.image import export_picture
    from explorer.paint.recipe import Recipe, pixels

    folder.mkdir(parents=True, exist_ok=True)
    with Library.in_memory() as library:
        reports = [progress.report for progress in ingest(library, asked) if progress.report]
        for report in reports:
            print(report, file=sys.stderr)
        chosen = select(library)
    if not chosen.articles:
        raise ExplorerError("There is no article to show.")
    picture, table = folder / "timeline.png", folder / "events.csv"
    title = "Samples" if asked[0] == resources.samples() else asked[0].name
    export_picture(
        chosen.table,
        chosen.all_events,
        chosen.articles,
        chosen.query,
        picture,
        Recipe(sheet=pixels(*SIZE), title=title),
        mask=chosen.mask,
    )
    tables.write(chosen.events, chosen.articles, table)
    print(f"No window: {reason}. {len(chosen.events)} events of {len(chosen.articles)} articles are in:")
    print(picture.resolve())
    print(table.resolve())
    return SOME_REFUSED if any(report.outcome is Outcome.REFUSED for report in reports) else 0


if __name__ == "__main__":
    sys.exit(main())
