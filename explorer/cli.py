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
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from explorer import __version__, folders
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
SHEETS = ("slide", "card", "a4", "a4-portrait", "a3", "a3-portrait")
PAGING = ("one", "pages", "grow")
BANDS = ("with", "without", "only")
LANES = ("kind", "company", "country", "source", "tag", "none")


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
        options = _parser().parse_args(arguments)
        command: Callable[[argparse.Namespace], int] = options.run
        return command(options)
    return _window(_window_parser().parse_args(arguments))


# --- the call -------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ExplorerError(f"{message[:1].upper()}{message[1:]}. See `{self.prog} --help`.")


def _window_parser() -> argparse.ArgumentParser:
    commands = ", ".join(_COMMANDS)
    parser = _Parser(
        "timeline-explorer",
        description="Open the window on a library, on articles, or on what was open last.",
        epilog=f"Commands: {commands}. `timeline-explorer COMMAND --help` explains each.",
    )
    parser.add_argument("--version", action="version", version=f"Timeline Explorer {__version__}")
    parser.add_argument("paths", nargs="*", type=Path, metavar="LIBRARY | PATH")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = _Parser("timeline-explorer")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=run)
        return made

    add = command("add", _add, "Read articles into a library, made if missing.")
    add.add_argument("library", type=Path)
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH")

    remove = command("remove", _remove, "Take articles out of a library; nothing is erased.")
    put_back = command(
        "put-back", _put_back, "Put articles back that were taken out of a library; without any, list those."
    )
    for names, how_many in ((remove, "+"), (put_back, "*")):
        names.add_argument("library", type=Path)
        names.add_argument(
            "articles", nargs=how_many, metavar="ARTICLE", help="a name, an id, or the file it came from"
        )

    extract = command("extract", _extract, "Write the dated statements of articles as JSON Lines.")
    extract.add_argument("--with-text", action="store_true", help="an article record before its mentions")
    dates = command(
        "dates",
        _dates,
        "Write the date expressions of articles as JSON Lines, each with what it means and why. Dates are "
        "counted from the publication date of the article, which is looked for in its words if nobody gave it; "
        "what it is and where it was found is told. Where it is unknown, “last week” stays without a date.",
    )
    for reads in (extract, dates):
        reads.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        reads.add_argument("-o", "--output", type=Path, metavar="FILE")

    listing = command("list", _list, "List the events of a library.")
    form = listing.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", dest="form", const="json")
    form.add_argument("--jsonl", action="store_const", dest="form", const="jsonl")
    export = command("export", _export, "Write the events of a library as a picture or a table, by suffix.")
    for shows in (listing, export):
        shows.add_argument("library", type=Path)
        _add_filters(shows)
    _add_picture_options(export)

    check = command("check", _check, "Tell what is wrong with this machine, or with a library.")
    check.add_argument("library", nargs="?", type=Path)
    command("schema", _schema, "Write the JSON Schema of every record.")
    return parser


def _add_filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("filters", "an option given twice means either value")
    for name, metavar in (
        ("company", "NAME"),
        ("country", "CODE"),
        ("kind", "KIND"),
        ("status", "STATUS"),
        ("source", "ARTICLE"),
        ("review", "STATE"),
    ):
        group.add_argument(f"--{name}", action="append", default=[], metavar=metavar)
    group.add_argument("--from", dest="from_", metavar="DATE", help="2019, 2019-04, 15 April 2019 ...")
    group.add_argument("--to", metavar="DATE", help="included")
    group.add_argument("--text", default="", metavar="WORDS")
    group.add_argument(
        "--query",
        default="",
        metavar="FILTER",
        help="a filter as the search box takes it: 'company:TikTok -kind:statement 2019..2020 \"app store\"'",
    )
    group.add_argument(
        "--view",
        default="",
        metavar="NAME",
        help="a saved view: its filter and span; in a picture its lanes too",
    )
    group.add_argument("--conflicts", action="store_true", help="only where sources disagree")
    group.add_argument("--starred", action="store_true", help="only what has a star")


def _add_picture_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    parser.add_argument(
        "--force", action="store_true", help="write over the files of further pages too: picture-2.png ..."
    )
    group = parser.add_argument_group("the picture", "the same as the window makes")
    sheet = group.add_mutually_exclusive_group()
    sheet.add_argument("--sheet", choices=SHEETS, help="a slide, a social card, or paper")
    sheet.add_argument("--size", default="1600x900", metavar="WIDTHxHEIGHT", help="in pixels, before --scale")
    group.add_argument(
        "--pages",
        choices=PAGING,
        help="one page, on which what finds no room is counted; as many as it takes; or one that grows",
    )
    group.add_argument("--scale", type=float, default=2.0, help="of a PNG")
    group.add_argument("--theme", default="light", metavar="THEME", help="light, dark, or a house style (TOML)")
    group.add_argument("--lanes", choices=LANES, help="else those of the view, else kind")
    group.add_argument("--title")
    group.add_argument(
        "--measures", choices=BANDS, default="with", help="with a table: only their data, as CSV"
    )
    group.add_argument(
        "--references",
        action=argparse.BooleanOptionalAction,
        help="who says so, with the words; as suits the sheet",
    )
    group.add_argument(
        "--labels", type=Path, metavar="FILE", help='TOML: other labels in this picture, event id = "words"'
    )
    group.add_argument(
        "--alt", default="", metavar="TEXT", help="what the picture shows; else it is told by itself"
    )


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
    from explorer.library import Library

    reports: list[Report] = []
    with Library.open_or_create(options.library) as library, _bar() as show:
        for progress in ingest(library, options.paths):
            if progress.report:
                reports.append(progress.report)
                show("")
                print(progress.report, flush=True)
            show(f"{progress.done} of {progress.total}")
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
        _write(target, "".join(kept).encode())
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
    from explorer.exchange import tables

    target: Path = options.output
    suffix = target.suffix.lower()
    if suffix not in PICTURES + DATA:
        raise ExplorerError(
            f"{target.name}: the suffix says how to write it; it can be {', '.join(PICTURES + DATA)}."
        )
    size = _size(options.size)
    if options.measures == "only" and suffix in DATA[1:]:
        raise ExplorerError(f"{target.name}: the data of measures alone are written as .csv.")
    labels = _labels(options.labels)
    chosen, view = _chosen(options)
    if suffix in DATA and options.measures == "only":
        points = tables.write_measures(chosen.events, chosen.articles, target)
        _say(f"{target}: {points} values")
        return DONE
    if suffix in DATA:
        tables.write(chosen.events, chosen.articles, target)
        written = [target]
    else:
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
        query, everything = chosen.query, chosen.all_events
        written = export_picture(
            chosen.table,
            everything,
            chosen.articles,
            query,
            target,
            recipe,
            mask=chosen.mask,
            replaces=options.force,
        )
    _say(f"{target}: {len(chosen.events)} events" + (f", {len(written)} files" if len(written) > 1 else ""))
    return DONE


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


_COMMANDS = ("add", "remove", "put-back", "extract", "dates", "list", "export", "check", "schema")


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


def _write(target: Path, content: bytes) -> None:
    try:
        folders.write_atomic(target, content)
    except OSError as error:
        raise ExplorerError(f"{target}: cannot be written: {error.strerror or error}.") from error
