"""How the commands are called: their arguments and options. What they do is in `cli`."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from explorer import __version__
from explorer.model.errors import ExplorerError
from explorer.settings import LANES

SHEETS = ("slide", "card", "a4", "a4-portrait", "a3", "a3-portrait")
PAGING = ("one", "pages", "grow")
BANDS = ("with", "without", "only")

Run = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ExplorerError(f"{message[:1].upper()}{message[1:]}. See `{self.prog} --help`.")


def of_window(commands: Sequence[str]) -> argparse.ArgumentParser:
    """Give the parser of a call without a command, which opens the window."""
    parser = _Parser(
        "timeline-explorer",
        description="Open the window on a library, on articles, or on what was open last.",
        epilog=f"Commands: {', '.join(commands)}. `timeline-explorer COMMAND --help` explains each.",
    )
    parser.add_argument("--version", action="version", version=f"Timeline Explorer {__version__}")
    parser.add_argument("paths", nargs="*", type=Path, metavar="LIBRARY | PATH")
    return parser


def of_commands(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """Give the parser of a call with one of these commands; `run` in its result is what runs it."""
    parser = _Parser("timeline-explorer")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, about: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=runs[name])
        return made

    add = command("add", "Read articles into a library, made if missing.")
    add.add_argument("library", type=Path)
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH")

    remove = command("remove", "Take articles out of a library; nothing is erased.")
    put_back = command(
        "put-back", "Put articles back that were taken out of a library; without any, list those."
    )
    for names, how_many in ((remove, "+"), (put_back, "*")):
        names.add_argument("library", type=Path)
        names.add_argument(
            "articles", nargs=how_many, metavar="ARTICLE", help="a name, an id, or the file it came from"
        )

    extract = command("extract", "Write the dated statements of articles as JSON Lines.")
    extract.add_argument("--with-text", action="store_true", help="an article record before its mentions")
    dates = command(
        "dates",
        "Write the date expressions of articles as JSON Lines, each with what it means and why. Dates are "
        "counted from the publication date of the article, which is looked for in its words if nobody gave it; "
        "what it is and where it was found is told. Where it is unknown, “last week” stays without a date.",
    )
    for reads in (extract, dates):
        reads.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        reads.add_argument("-o", "--output", type=Path, metavar="FILE")

    listing = command("list", "List the events of a library.")
    form = listing.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_const", dest="form", const="json")
    form.add_argument("--jsonl", action="store_const", dest="form", const="jsonl")
    export = command("export", "Write the events of a library as a picture or a table, by suffix.")
    for shows in (listing, export):
        shows.add_argument("library", type=Path)
        _add_filters(shows)
    _add_picture_options(export)

    check = command("check", "Tell what is wrong with this machine, or with a library.")
    check.add_argument("library", nargs="?", type=Path)
    command("schema", "Write the JSON Schema of every record.")
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
