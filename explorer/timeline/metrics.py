"""`Metrics`: the sizes of a scene. A page and a screen differ in these and in nothing else."""

from dataclasses import dataclass, fields, replace

NOTE_SIZE = 0.875  # of a note behind a label, to the size of the label
_WIDEST_HEADER = 1.65  # times its own width, however large the text: no name of a kind is cut


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels, for a text of 12."""

    header: float = 148.0
    margin: float = 10.0
    axis: float = 42.0
    measures: float = 128.0
    row: float = 20.0
    lane_pad: float = 6.0
    fold: float = 30.0
    tray: float = 32.0
    point: float = 10.0
    bar: float = 9.0
    least_bar: float = 6.0
    text: float = 12.0
    sign: float = 14.0
    fade: float = 84.0
    soft: float = 26.0
    gap: float = 6.0
    badge: float = 22.0
    most_label: float = 300.0
    least_label: float = 56.0
    cell: float = 128.0
    most_rows: int = 6

    @property
    def px(self) -> float:
        """Give how long a pixel of the screen is here."""
        return self.text / 12

    @property
    def edge(self) -> float:
        """Give how far words keep from the right edge of the view."""
        return 1.1 * self.margin

    def times(self, factor: float) -> "Metrics":
        """Give all sizes times a factor; the number of rows stays."""
        sizes = {
            field.name: getattr(self, field.name) * factor
            for field in fields(self)
            if field.name != "most_rows"
        }
        return replace(self, **sizes)

    def for_text(self, size: float) -> "Metrics":
        """Give the sizes for a text of so many pixels; the names of lanes take no more room than they must."""
        factor = size / self.text
        return replace(self.times(factor), header=self.header * min(factor, _WIDEST_HEADER))
