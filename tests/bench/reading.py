"""The source pane on 2 MB with 2,000 statements: opening them, going to an event, scrolling, finding."""

import time
from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QApplication

from explorer.library import Library
from explorer.model.article import Article
from explorer.model.edtf import parse
from explorer.model.mention import Mention, MentionDate, Span, mention_id
from explorer.paint import theme as themes

STATEMENTS = 2_000
_CLAUSE = "In June 2016 the court let the Kestrel sail again."
_PARAGRAPH = f"{_CLAUSE} {'And so the story goes on with words of every length. ' * 18}"
_SIZE = (480, 640)
_STEPS = 200


def _library() -> Library:
    text = "\n".join([_PARAGRAPH] * STATEMENTS)
    library = Library.in_memory()
    library.add(Article("small", "small", "Nothing stands here."), [])
    library.add(Article("big", "big", text), [_mention(n) for n in range(STATEMENTS)])
    return library


def _mention(number: int) -> Mention:
    start = number * (len(_PARAGRAPH) + 1)
    span, date = Span(start, start + len(_CLAUSE)), Span(start + 3, start + 12)
    dates = (MentionDate(parse(f"{1000 + number % 1000}-06"), "June 2016", date),)
    return Mention(mention_id("big", span, date), "big", span, _CLAUSE, _CLAUSE[:20], "legal", dates=dates)


def measure() -> dict[str, float]:
    """Open, select, scroll and find; CPU milliseconds until the pane is painted, the worst of a few."""
    from explorer.ui.session import Session
    from explorer.ui.source_pane import SourcePane

    app = QApplication.instance() or QApplication([])
    session = Session(themes.load("light"))
    session.open(_library(), "Bench")
    session.open_article("small")
    pane = SourcePane(session)
    pane.resize(*_SIZE)
    pane.show()
    app.processEvents()

    def timed(does: Callable[[], object]) -> float:
        began = time.process_time()
        does()
        pane.grab()
        return (time.process_time() - began) * 1e3

    opening = timed(lambda: session.open_article("big"))
    # What Qt lays out by itself between two events is done before a person has found an event to click.
    until = time.perf_counter() + 2
    while time.perf_counter() < until:
        app.processEvents()
    stated = [event.id for _, event in session.stated_in("big")]
    picks = [stated[(n * 619) % len(stated)] for n in range(1, 20)]
    selecting = [timed(lambda id_=id_: session.select([id_])) for id_ in picks]
    bar = pane.text.verticalScrollBar()
    scrolling = [
        timed(lambda at=at: bar.setValue(at * bar.maximum() // _STEPS))  # type: ignore[misc]
        for at in range(_STEPS)
    ]
    pane.open_find()
    finding = timed(lambda: pane.find_bar.field.setText("the"))
    pane.close()
    session.close()
    told = {
        "open_ms": opening,
        "select_ms": max(selecting),
        "scroll_p99_ms": float(np.percentile(scrolling, 99)),
        "find_ms": finding,
    }
    return {key: round(value, 1) for key, value in told.items()}
