"""`Recipe`: how a picture is to look: the window and the command line fill in the same one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from explorer.model.errors import ExplorerError
from explorer.paint.theme import Theme
from explorer.timeline.arrangement import Arrangement
from explorer.timeline.charts import Chart

LEAST_PT = 7.5  # nothing on paper is written smaller
_TEXT_PT = 8.6  # of a label on paper: what is set smaller beside it is still above the least
_TEXT_UNITS = 16.0  # letters have whole sizes, so that a unit of a page is a fraction of a point
LEAST_WIDTH, MOST_WIDTH = 600, 8_000
MOST_HEIGHT = 20_000


class Paging(StrEnum):
    """What becomes of more than a page holds."""

    ONE = "one"  # what finds no room is counted
    PAGES = "pages"  # more pages, each with the axis
    GROW = "grow"  # one picture, as high as it takes


class Band(StrEnum):
    """Whether the measures are in the picture."""

    WITH = "with"
    WITHOUT = "without"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size to draw on, in units, with a text of `text` units for labels.

    Paper says how long a unit is in points; a unit of any other sheet is a pixel.
    """

    id: str
    label: str
    width: float
    height: float
    text: float
    paging: Paging
    unit_pt: float | None = None

    @property
    def size_pt(self) -> tuple[float, float]:
        """Give the size in points; a pixel counts as three quarters of one."""
        unit = self.unit_pt or 0.75
        return self.width * unit, self.height * unit


def _paper(id_: str, label: str, width_pt: float, height_pt: float) -> Sheet:
    unit = _TEXT_PT / _TEXT_UNITS
    return Sheet(id_, label, width_pt / unit, height_pt / unit, _TEXT_UNITS, Paging.PAGES, unit)


SHEETS: Mapping[str, Sheet] = {
    sheet.id: sheet
    for sheet in (
        Sheet("slide", "Slide, 16:9", 1920, 1080, 20, Paging.ONE),
        Sheet("card", "Social card", 1200, 630, 18, Paging.ONE),
        _paper("a4", "A4, landscape", 841.89, 595.28),
        _paper("a4-portrait", "A4, upright", 595.28, 841.89),
        _paper("a3", "A3, landscape", 1190.55, 841.89),
        _paper("a3-portrait", "A3, upright", 841.89, 1190.55),
    )
}


def pixels(width: int, height: int) -> Sheet:
    """Give a sheet of so many pixels, which grows downwards.

    Raises `ExplorerError` for a size out of bounds.
    """
    if not (LEAST_WIDTH <= width <= MOST_WIDTH and 100 <= height <= MOST_HEIGHT):
        raise ExplorerError(
            f"{width}x{height}: a picture is {LEAST_WIDTH} to {MOST_WIDTH} pixels wide and 100 to "
            f"{MOST_HEIGHT} high."
        )
    return Sheet("pixels", "Pixels", float(width), float(height), max(width / 100, 11.0), Paging.GROW)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a picture is to look.

    `theme` is one of ours, a house style (TOML), or a theme. `scale` is the number of pixels of a PNG to a
    unit. `arrangement` and `chart` say how lanes and measures stand, as on screen. `labels` are other words
    for events by id, in this picture only. `references` and `paging` of None are what suits the sheet. `lo_s`
    and `hi_s` bound the axis, else the events do.
    """

    sheet: Sheet = field(default_factory=lambda: pixels(1600, 900))
    paging: Paging | None = None
    scale: float = 2.0
    theme: str | Path | Theme = "light"
    lanes: str = "kind"
    arrangement: Arrangement = field(default_factory=Arrangement)
    chart: Chart = field(default_factory=Chart)
    title: str = ""
    lo_s: float | None = None
    hi_s: float | None = None
    measures: Band = Band.WITH
    references: bool | None = None
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    alt: str = ""

    def for_file(self, suffix: str) -> "Recipe":
        """Settle what depends on the form: a PDF of no certain size is A4, and what grows there turns pages.

        Raises `ExplorerError` for a scale out of bounds.
        """
        if not 0.25 <= self.scale <= 8:
            raise ExplorerError(f"A picture has a scale of 0.25 to 8, not {self.scale:g}.")
        is_pdf = suffix == ".pdf"
        sheet = SHEETS["a4"] if is_pdf and self.sheet.id == "pixels" else self.sheet
        paging = self.paging or sheet.paging
        if paging is Paging.GROW and is_pdf:
            paging = Paging.PAGES
        references = (
            (paging is not Paging.ONE or sheet.unit_pt is not None)
            if self.references is None
            else self.references
        )
        return replace(self, sheet=sheet, paging=paging, references=references)
