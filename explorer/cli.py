"""The commands: results on stdout, messages and progress on stderr, exit code 0, 1 or 2.

0: all done. 1: some files were refused, each named with its reason, and the rest is done. 2: the call was
wrong, or nothing could be done. Qt is imported by the window and by pictures only, so every other command
runs on a machine without it.
"""

import argparse
import io
import json
import os
import re
import socket
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer import folders
from explorer.arguments import Run, of_commands, of_window
from explorer.model.errors import ExplorerError
from explorer.model.progress import Outcome, Report

if TYPE_CHECKING:
    from explorer.exchange.selection import Selection
    from explorer.extract import Extraction
    from explorer.ingest import Dated, Portions, R
    from explorer.views import SavedView

DONE, SOME_REFUSED, WRONG = 0, 1, 2
INTERRUPTED = 130

PICTURES = (".png", ".svg", ".pdf")
DATA = (".csv", ".json", ".jsonl")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; never a traceback for what a person can mend."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, io.TextIOWrapper):  # results are UTF-8, whatever the console or a pipe prefers
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(arguments)
    except ExplorerError as error:
        _say(str(error))
        return WRONG
    except KeyboardInterrupt:
        _say("Stopped. What was finished is kept.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has closed it (`| head`); Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        _say(f"{error.filename or 'The output'}: {(error.strerror or str(error)).lower()}.")
        return WRONG


def _run(arguments: list[str]) -> int:
    if arguments and arguments[0] in _COMMANDS:
        options = of_commands(_COMMANDS).parse_args(arguments)
        command: Run = options.run
        return command(options)
    return _window(of_window(tuple(_COMMANDS)).parse_args(arguments))


# --- the commands ---------------------------------------------------------------------------------


def _window(options: argparse.Namespace) -> int:
    for path in options.paths:
        if not path.exists():
            raise ExplorerError(f"{path}: there is no such file or folder, and no such command.")
    if reason := no_display():
        raise ExplorerError(
            f"The window needs a display, and {reason}. Without one, use `timeline-explorer export LIBRARY -o "
            "picture.png`, `list` or `extract`."
        )
    from explorer.ui import app

    return app.run(options.paths)


def no_display() -> str | None:
    """Say why no window can be shown here; None where one can."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.partition(":")[0] in ("offscreen", "minimal"):
        return f"QT_QPA_PLATFORM is {platform}"
    if sys.platform.startswith("linux") and not platform:
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            return "neither DISPLAY nor WAYLAND_DISPLAY is set"
        if not os.environ.get("WAYLAND_DISPLAY") and not _answers(os.environ["DISPLAY"]):
            return f"nothing answers at DISPLAY {os.environ['DISPLAY']}"
    return None


def _answers(display: str) -> bool:
    """Tell whether an X server of this machine is there: Qt aborts the process where none is."""
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local is None:
        return True  # a display of another machine is not for us to call
    path = f"/tmp/.X11-unix/X{local[1]}"
    for address in (f"\0{path}", path):
        with socket.socket(socket.AF_UNIX) as server:
            if server.connect_ex(address) == 0:
                return True
    return False


def _add(options: argparse.Namespace) -> int:
    from explorer.ingest import ingest
    from explorer.library import Library, account

    reports: list[Report] = []
    with Library.open_or_create(options.library) as library, _bar() as show:
        try:
            for progress in ingest(library, options.paths):
                if progress.report:
                    reports.append(progress.report)
                    show("")
                    print(progress.report, flush=True)
                show(f"{progress.done} of {progress.total}")
        finally:  # who breaks it off finds in the window what was read until then
            account.keep(library, (replace(one, name=str(Path(one.name).absolute())) for one in reports))
    return _code(reports)


def _remove(options: argparse.Namespace) -> int:
    from explorer.exchange import removal
    from explorer.library import Library

    with Library.open(options.library) as library:
        print(removal.take_out(library, options.articles))
    return DONE


def _put_back(options: argparse.Namespace) -> int:
    from explorer.exchange import removal
    from explorer.library import Library

    with Library.open(options.library, read_only=not options.articles) as library:
        if options.articles:
            print(f"{removal.called(removal.put_back(library, options.articles))} put back.")
        else:
            for article in removal.removed(library).values():
                print(f"{article.name}\t{article.title}")
    return DONE


def _extract(options: argparse.Namespace) -> int:
    from explorer.exchange.records import ArticleRecord, MentionRecord
    from explorer.ingest import portions

    def lines(extraction: "Extraction") -> Iterator[str]:
        article = extraction.article
        if options.with_text:
            yield ArticleRecord.of(article).as_line()
        for mention in extraction.mentions:
            yield MentionRecord.of(mention, article.name).as_line()

    return _write_lines(options.output, portions(options.paths), lines)


def _dates(options: argparse.Namespace) -> int:
    from explorer.exchange.records import DatesRecord
    from explorer.ingest import date_portions

    def lines(found: "Dated") -> Iterator[str]:
        yield DatesRecord.of(found.article, found.expressions, found.rejected).as_line()

    return _write_lines(options.output, date_portions(options.paths), lines)


def _write_lines(target: Path | None, come: "Portions[R]", lines: "Callable[[R], Iterable[str]]") -> int:
    """Write what `lines` makes of each article that comes, on stdout or whole into the target file."""
    reports: list[Report] = []
    kept: list[str] = []
    if target is not None:
        _check_target(target)
    with _bar() as show, closing(come):
        for portion in come:
            for line in (line for one in portion.found for line in lines(one)):
                if target is None:
                    print(line)
                else:
                    kept.append(line + "\n")
            for report in portion.reports:
                if report.reason:
                    show("")
                    _say(str(report))
            reports += portion.reports
            show(f"{portion.done} of {portion.total}")
    if target is not None and _code(reports) != WRONG:
        folders.write_asked(target, "".join(kept).encode())
    return _code(reports)


def _list(options: argparse.Namespace) -> int:
    from explorer.exchange import tables

    chosen, _ = _chosen(options)
    match options.form:
        case "json":
            sys.stdout.write(tables.as_json(chosen.events, chosen.articles))
        case "jsonl":
            sys.stdout.write(tables.as_jsonl(chosen.events, chosen.articles))
        case _:
            sys.stdout.write(tables.as_text(chosen.events, chosen.articles))
    return DONE


def _export(options: argparse.Namespace) -> int:
    target: Path = options.output
    suffix = target.suffix.lower()
    if suffix not in PICTURES + DATA:
        raise ExplorerError(
            f"{target.name}: the suffix says how to write it; it can be {', '.join(PICTURES + DATA)}."
        )
    if options.measures == "only" and suffix in DATA[1:]:
        raise ExplorerError(f"{target.name}: the data of measures alone are written as .csv.")
    size, labels = _size(options.size), _labels(options.labels)
    chosen, view = _chosen(options)
    if suffix in DATA:
        told = _write_table(options, chosen)
    else:
        files = _write_picture(options, chosen, view, size, labels)
        told = f"{len(chosen.events)} events" + (f", {len(files)} files" if len(files) > 1 else "")
    _say(f"{target}: {told}")
    return DONE


def _write_table(options: argparse.Namespace, chosen: "Selection") -> str:
    """Write events, or the data of measures alone; say what was written."""
    from explorer.exchange import tables

    if options.measures == "only":
        return f"{tables.write_measures(chosen.events, chosen.articles, options.output)} values"
    tables.write(chosen.events, chosen.articles, options.output)
    return f"{len(chosen.events)} events"


def _write_picture(
    options: argparse.Namespace,
    chosen: "Selection",
    view: "SavedView | None",
    size: tuple[int, int],
    labels: dict[str, str],
) -> list[Path]:
    """Write a picture; `size` in pixels counts where no sheet is asked for, `labels` are words by event id."""
    from explorer.paint import recipe as recipes
    from explorer.paint.image import export_picture

    recipe = recipes.Recipe(
        **_standing(view, options.lanes),
        sheet=recipes.SHEETS[options.sheet] if options.sheet else recipes.pixels(*size),
        paging=recipes.Paging(options.pages) if options.pages else None,
        scale=options.scale,
        theme=options.theme,
        title=options.title or options.library.stem,
        measures=recipes.Band(options.measures),
        references=options.references,
        labels=labels,
        alt=options.alt,
    )
    return export_picture(
        chosen.table,
        chosen.all_events,
        chosen.articles,
        chosen.query,
        options.output,
        recipe,
        mask=chosen.mask,
        replaces=options.force,
    )


def _standing(view: "SavedView | None", lanes: str | None) -> dict[str, Any]:
    """Give what a picture takes from a saved view: lanes as they stood, measures and span."""
    if view is None:
        return {"lanes": lanes or "kind"}
    told: dict[str, Any] = {"lanes": lanes or view.lanes}
    if view.arrangement is not None and told["lanes"] == view.lanes:
        told["arrangement"] = view.arrangement
    if view.chart is not None:
        told["chart"] = view.chart
    if view.viewport is not None:
        told["lo_s"], told["hi_s"] = view.viewport
    return told


def _labels(file: Path | None) -> dict[str, str]:
    """Read the labels of a picture: a TOML file of event ids and words."""
    if file is None:
        return {}
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExplorerError(f"The labels {file} are not TOML: {error}.") from error
    for id_, words in found.items():
        if not isinstance(words, str):
            raise ExplorerError(f"The labels {file} give {words!r} for {id_}, not words in quotes.")
    return found


def _chosen(options: argparse.Namespace) -> "tuple[Selection, SavedView | None]":
    from explorer import views
    from explorer.exchange.selection import select
    from explorer.library import Library

    with Library.open(options.library, read_only=True) as library:
        view = views.named(library, options.view) if options.view else None
        chosen = select(
            library,
            companies=options.company,
            countries=options.country,
            kinds=options.kind,
            statuses=options.status,
            sources=options.source,
            reviews=options.review,
            since=options.from_,
            until=options.to,
            text=options.text,
            conflicts_only=options.conflicts,
            starred_only=options.starred,
            typed=options.query,
            under=view.query if view else None,
            within=view.viewport if view else None,
        )
        return chosen, view


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (
        width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 20000 and 100 <= int(height) <= 20000
    ):
        raise ExplorerError(f"--size {text}: write it as 1600x900, at least 200x100 and at most 20000x20000.")
    return int(width), int(height)


def _check(options: argparse.Namespace) -> int:
    from explorer.check import library_problems, machine_problems

    problems = library_problems(options.library) if options.library else machine_problems()
    for problem in problems:
        print(problem)
    if not problems:
        _say("Nothing is wrong.")
    return SOME_REFUSED if problems else DONE


def _schema(_options: argparse.Namespace) -> int:
    from explorer.exchange.records import schema

    print(json.dumps(schema(), indent=1, ensure_ascii=False))
    return DONE


_COMMANDS: dict[str, Run] = {
    "add": _add,
    "remove": _remove,
    "put-back": _put_back,
    "extract": _extract,
    "dates": _dates,
    "list": _list,
    "export": _export,
    "check": _check,
    "schema": _schema,
}


# --- telling --------------------------------------------------------------------------------------


def _say(sentence: str) -> None:
    print(f"timeline-explorer: {sentence}", file=sys.stderr, flush=True)


@contextmanager
def _bar() -> Iterator[Callable[[str], None]]:
    """Show progress in one line of a terminal, and nothing in a pipe; the line is gone at the end."""
    if not sys.stderr.isatty():
        yield lambda _text: None
        return

    def show(text: str) -> None:
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    try:
        yield show
    finally:
        show("")


def _code(reports: Sequence[Report]) -> int:
    refused = sum(report.outcome is Outcome.REFUSED for report in reports)
    if not reports or refused == len(reports):
        return WRONG
    return SOME_REFUSED if refused else DONE


def _check_target(target: Path) -> None:
    """Refuse what cannot be written before the work is done, not after it."""
    if target.is_dir():
        raise ExplorerError(f"{target}: cannot be written: it is a folder.")
    if not target.absolute().parent.is_dir():
        raise ExplorerError(f"{target}: cannot be written: there is no folder {target.absolute().parent}.")
    if not os.access(target if target.exists() else target.absolute().parent, os.W_OK):
        raise ExplorerError(f"{target}: cannot be written: no permission.")
