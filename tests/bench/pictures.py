"""CPU seconds of a picture of 2,500 events in each form, from events to bytes: a slide, the PNG of it in 4k."""

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from explorer import resources
from explorer.index import build
from explorer.model.edtf import of_day_number
from explorer.model.event import Event
from explorer.model.mention import Status
from explorer.model.query import Query
from explorer.paint.image import export_picture
from explorer.paint.recipe import SHEETS, Recipe
from tests.bench import data
from tests.builders import event

COUNT = 2_500
_NAMES = {".png": "png_4k_2500_cpu_s", ".svg": "svg_2500_cpu_s", ".pdf": "pdf_2500_cpu_s"}


def events(count: int = COUNT) -> list[Event]:
    """Make events of all kinds and manners over sixteen years, with the titles of the frames."""
    kinds, titles = list(resources.kinds()), data.table(count).titles
    statuses = [Status.HAPPENED] * 8 + [Status.PLANNED, Status.ALLEGED, Status.DENIED]
    made = []
    for at in range(count):
        day = of_day_number(14_610 + at * 7_919 % 5_844).edtf
        date = (day, day, day[:7], day[:4], f"{day[:7]}~")[at % 5]
        kind, status = kinds[at * 31 % len(kinds)], statuses[at % len(statuses)]
        article = f"a{at % 40}"
        made.append(
            event(titles[at], date, kind=kind, status=status, title=titles[at], article=article, at=at * 90)
        )
    return made


def measure(rounds: int = 3) -> dict[str, float]:
    """Write each form in turn, a few rounds, and give the medians."""
    _ = QApplication.instance() or QApplication([])
    known = events()
    table = build(known)
    taken: dict[str, list[float]] = {name: [] for name in _NAMES.values()}
    recipe = Recipe(sheet=SHEETS["slide"], scale=2.0, title="Measured")
    with TemporaryDirectory() as folder:
        for _round in range(rounds):
            for suffix, name in _NAMES.items():
                began = time.process_time()
                export_picture(table, known, {}, Query(), Path(folder) / f"x{suffix}", recipe)
                taken[name].append(time.process_time() - began)
    return {name: round(statistics.median(times), 3) for name, times in taken.items()}
