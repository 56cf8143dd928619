"""Texts that nobody writes: each made to any size, to show how the time of finding dates grows with it."""

from collections.abc import Callable
from itertools import cycle, islice

Make = Callable[[int], str]


def repeated(piece: str) -> Make:
    """Make texts of so many characters that repeat a piece."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def mixed(pieces: str) -> Make:
    """Make texts of words in an order that does not repeat soon."""
    words = pieces.split()

    def make(size: int) -> str:
        steps = (words[(at * at + at // 7) % len(words)] for at in range(size // 3 + 2))
        return " ".join(steps)[:size].ljust(size)

    return make


def dated(form: str, first: int, last: int) -> Make:
    """Make texts of one form filled with ever other numbers."""

    def make(size: int) -> str:
        filled = (form.format(number) for number in cycle(range(first, last)))
        return "".join(islice(filled, size // len(form.format(first)) + 1))[:size].ljust(size)

    return make


TEXTS: dict[str, Make] = {
    "digits": repeated("1234567890"),
    "digits apart": repeated("1 2 3 4 5 "),
    "full-width digits": repeated("２０１９年１２月"),
    "arabic digits": repeated("٢٠١٩ "),
    "decimals": repeated("5.5.5.5."),
    "thousands": repeated("000,"),
    "thousands and one": repeated("1,000,"),
    "spaces": repeated(" "),
    "newlines": repeated("\n"),
    "blank lines": repeated("\n \t\n"),
    "tabs": repeated("\t\x0b\xa0"),
    "nulls": repeated("\x00"),
    "dashes": repeated("-"),
    "commas": repeated(","),
    "dots": repeated("."),
    "stops": repeated(". "),
    "apostrophes": repeated("’"),
    "possessives": repeated("1990s' "),
    "unclosed brackets": repeated("(2019 "),
    "unclosed quotes": repeated("“2019 "),
    "straight quotes": repeated('"on Friday '),
    "letters": repeated("a"),
    "letters and dots": repeated("p."),
    "hyphens": repeated("a-b-c-"),
    "combining marks": repeated("e\u0301\u0327"),
    "chinese": repeated("年月日"),
    "emoji": repeated("\N{GRINNING FACE}\N{ZERO WIDTH JOINER}"),
    "right to left": repeated("\u200fשנת 2019 \u202e12/3/2019 "),
    "months": repeated("March "),
    "months in mixed case": repeated("JaNuArY "),
    "may": repeated("May may May "),
    "weekdays": repeated("Friday "),
    "years": repeated("2019 "),
    "all years": dated("{} ", 1000, 2999),
    "years in brackets": repeated("[2019] [(1999)] "),
    "headings of years": dated("{}\n\n", 1000, 2999),
    "a date a line": dated("May 5, {}\n", 1000, 2999),
    "a date a paragraph": repeated("On April 5 it rained.\n\n"),
    "quarters": repeated("Q1 Q2 "),
    "decades": repeated("the 1990s and 2000s "),
    "slashes": repeated("1/2/"),
    "dates in figures": dated("03/04/{} ", 1900, 2099),
    "clocks": repeated("12:"),
    "hours": repeated("5 p.m. "),
    "iso fragments": repeated("2019-04-"),
    "iso stamps": repeated("2019-04-15T"),
    "year and hyphen": repeated("2019-"),
    "ordinals": repeated("1st 2nd third "),
    "short years": repeated("'19 '20 "),
    "the": repeated("the "),
    "of": repeated("of of "),
    "last next": repeated("last last next "),
    "from to": repeated("from from to "),
    "between and": repeated("between and "),
    "number words": repeated("two hundred thousand "),
    "spelled numbers": repeated("twenty five forty one "),
    "units": repeated("year year "),
    "seconds": repeated("second second "),
    "ago": repeated("ago ago "),
    "years ago": repeated("two years ago "),
    "a year after": repeated("a year after "),
    "a year earlier": repeated("a year earlier "),
    "that day": repeated("that day "),
    "today": repeated("today "),
    "the end of": repeated("the end of "),
    "the week of": repeated("the week of the week of "),
    "year ended": repeated("fiscal 2019 quarter ended March 31 "),
    "verbs": repeated("he said will go was had been "),
    "verbs and dates": repeated("he said Friday and will go in April and "),
    "citations": repeated("410 U.S. 113 (1973) "),
    "page furniture": repeated("Page 1 of 2 | Share | Tweet | Posted on April 5 | 2 min read\n"),
    "words of dates": mixed(
        "the last year of May 5 , 2019 and early in Friday 's two - 12:30 years ago first quarter March 3rd to"
    ),
    "broken dates": mixed("30 February 2019 / 04 - 15 th Sept . 'til 99 ’s Q3 FY ( 1st half of mid"),
}
