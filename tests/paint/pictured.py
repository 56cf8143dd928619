"""Events to make pictures of, and what can be read of a picture."""

import re

import pypdfium2

from explorer.index import build
from explorer.model.mention import Bound, Status
from explorer.model.query import Query
from explorer.paint.image import export_picture, picture
from explorer.paint.recipe import Recipe
from tests.builders import event, quantity

SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("ban", "legal", "launch", "milestone", "statement", "acquisition", "other")


def many(count):
    """Events over sixteen years, of all kinds and manners, a few undated, some told by two."""
    made = []
    for at in range(count):
        year, month, day = 2010 + at * 7 % 16, 1 + at * 5 % 12, 1 + at * 11 % 28
        dates = (f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}", str(year), f"{year}-{month:02d}~")
        date = None if at % 60 == 59 else dates[at % 4]
        status = list(Status)[at % 11 % len(Status)] if at % 3 == 0 else Status.HAPPENED
        made.append(
            event(
                f"Ship number {at} sails from harbour to harbour.",
                date,
                kind=KINDS[at % 7],
                status=status,
                title=f"Ship number {at} is told to sail from harbour {at * 3}",
                article=f"a{at % 9}",
                at=at * 60,
                event_is_starred=at % 13 == 0,
            )
        )
    return made


def riders(*values):
    return [
        event(
            f"Kestrel had {value} million riders.",
            f"20{16 + at}-02-01",
            at=at * 60,
            kind="milestone",
            companies=("Kestrel",),
            quantities=(quantity(value * 1e6, "daily users", bound=Bound.OVER),),
            title=f"Kestrel has {value} M riders",
        )
        for at, value in enumerate(values)
    ]


def export(events, target, query=None, **fields):
    return export_picture(build(events), events, {}, query or Query(), target, Recipe(**fields))


def laid_out(events, **fields):
    return picture(build(events), events, {}, Query(), Recipe(**fields).for_file(".svg"))


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def labels_of(root):
    """Give text, left, right, base line and size of every text; moves of groups are followed."""
    found = []

    def walk(element, dx, dy, name):
        move = re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", ""))
        dx, dy = (dx + float(move[1]), dy + float(move[2])) if move else (dx, dy)
        name = element.get("id", name)
        if element.tag == f"{SVG}text":
            size = float(element.get("font-size"))
            width = float(element.get("textLength", len(element.text) * size * 0.6))
            anchor = element.get("text-anchor", "start")
            left = float(element.get("x")) - {"start": 0, "middle": width / 2, "end": width}[anchor] + dx
            found.append((name, element.text, left, left + width, float(element.get("y")) + dy, size))
        for child in element:
            walk(child, dx, dy, name)

    walk(root, 0.0, 0.0, "")
    return found
