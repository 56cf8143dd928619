"""Pictures in the clipboard: one that is laid out, or what is on screen."""

from PySide6.QtGui import QGuiApplication

from explorer.index import mask
from explorer.paint import image
from explorer.paint.image import Picture
from explorer.paint.recipe import SHEETS, Recipe
from explorer.ui.session import Session


def copy(made: Picture) -> None:
    """Put a picture into the clipboard.

    As an image only: an own `QMimeData` left in the clipboard ends the program with a crash where Qt runs
    without a screen.
    """
    QGuiApplication.clipboard().setImage(made.image(0, made.recipe.scale))


def copy_view(session: Session) -> None:
    """Copy what is on screen as a picture, in the form of a slide."""
    lo_s, hi_s = session.viewport
    rows = mask(session.table, session.query, session.text_rows() if session.query.text else None)
    rows &= ~session.table.is_dated | ((session.table.hi_s > lo_s) & (session.table.lo_s < hi_s))
    recipe = Recipe(
        sheet=SHEETS["slide"],
        theme=session.theme,
        lanes=session.lanes,
        arrangement=session.arrangement,
        chart=session.chart,
        title=session.title,
        lo_s=lo_s,
        hi_s=hi_s,
    ).for_file(".png")
    known, articles = list(session.events.values()), session.articles
    copy(image.picture(session.table, known, articles, session.query, recipe, mask=rows, series=session.series))
    session.notice("The picture is in the clipboard.")
