"""The bar above the timeline: what is shown, in words and chips, and what waits to be looked at, as links."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from explorer import views
from explorer.index import describe
from explorer.model.decision import Review
from explorer.model.query import Facet, Query, Trait
from explorer.model.when import Certainty
from explorer.ui import saved_views, style, words
from explorer.ui.actions import DEEDS, tip_of
from explorer.ui.flow import give_way
from explorer.ui.pane_button import PaneButton
from explorer.ui.parts import open_under
from explorer.ui.popups import Choice, ChoicePopup, Elided, SpanPopup
from explorer.ui.session import Session
from explorer.ui.since import SincePopup
from explorer.ui.tab_order import as_laid_out, chain

_ADDED = {"+ company": Facet.COMPANY, "+ country": Facet.COUNTRY, "+ kind": Facet.KIND}
_DATES, _NEW = "+ dates", "+ new"
_SPACING = 6
_LEFT_PX, _RIGHT_PX, _GAP_PX = 16, 12, 12
HEIGHT_PX = 37


class FilterBar(QWidget):
    """Says the filter, lets parts of it be taken off, and offers more."""

    deed_asked = Signal(str)  # a deed of the window: to save a view, to manage them, to edit the filter

    def __init__(
        self,
        session: Session,
        switch: QWidget | None = None,
        parent: QWidget | None = None,
        panes: Sequence[PaneButton] = (),
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("filterBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Filter")
        self.sentence = Elided()
        self._switch, self._panes = switch, panes
        self._chips: list[QPushButton] = []
        self._room = QWidget()
        self._room.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chip_box = QHBoxLayout(self._room)
        self._chip_box.setContentsMargins(0, 0, 0, 0)
        self._chip_box.setSpacing(_SPACING)
        self._make_chips()
        self._make_links()
        self._lay_out()
        for button in panes:
            button.came_or_went.connect(self._arrange)
        for signal in (session.events_changed, session.filter_changed):
            signal.connect(self.fill)
        session.theme_changed.connect(self.fill)
        self.fill()

    def _make_chips(self) -> None:
        self._more = _button("chip", "", self._show_more)
        self._adders = [self._adder(text) for text in (*_ADDED, _DATES, _NEW)]
        told = "Filter by company, country, kind, dates or what is new"
        self._add = _button("chip", "+ filter", self._offer_all, told)
        self.clear = _button("link", "Clear", self._clear_filter, "Show all events again (Ctrl+Shift+X)")
        self.edit = _button("link", "Edit", self._ask_edit, tip_of("edit_filter"))

    def _make_links(self) -> None:
        self.conflicts = _button("link", "", self._toggle_conflicts)
        self.undated = _button("link", "", self._toggle_undated)
        self.to_review = _button("link", "", self._toggle_to_review)
        told = "Saved views: a filter with its lanes and span, under a name"
        self.views = _button("link", "Views ▾", self._offer_views, told)
        self._rest = _button("link", "⋯", self._offer_rest, "What has no room beside the filter")
        self._rest.setAccessibleName("More of the filter")
        self._links = (self.conflicts, self.to_review, self.views, self.undated)  # the most important first

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(_LEFT_PX, 0, _RIGHT_PX, 0)
        box.setSpacing(_GAP_PX)
        for button in (one for one in self._panes if one.is_left):
            box.addWidget(button)
        box.addWidget(self.sentence)
        box.addWidget(self._room, 1)
        for link in (self.views, self.conflicts, self.undated, self.to_review, self._rest):
            link.setProperty("quiet", True)
            box.addWidget(link)
        if self._switch is not None:
            box.addWidget(self._switch)
        for button in (one for one in self._panes if not one.is_left):
            box.addWidget(button)

    def _clear_filter(self) -> None:
        self._session.set_query(self._session.query.unfiltered)

    def fill(self) -> None:
        """Say the filter as the session has it now."""
        session = self._session
        visible, dated = int(session.mask.sum()), int((session.mask & session.table.is_dated).sum())
        whole = len(session.articles)
        if not whole:
            self.sentence.setText("No events yet")
        elif session.query.is_everything:
            self.sentence.setText(
                f"Showing all {words.count(dated, 'dated event')} of {words.count(whole, 'article')}"
            )
        else:
            self.sentence.setText(f"Showing {visible:,} of {words.count(session.total, 'event')}")
        self.sentence.setToolTip(describe(session.query, self._label))
        self.setFixedHeight(style.px(HEIGHT_PX))
        self._fill_links()
        self._fill_chips()

    def chips(self) -> list[str]:
        """Give the words of the chips."""
        return [chip.text() for chip in self._chips]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _fill_links(self) -> None:
        session = self._session
        waiting = session.mask & (session.table.review == list(Review).index(Review.UNREVIEWED))
        for link, number, noun, is_on in (
            (self.conflicts, session.mask & session.table.has_conflict, "conflict", self._has(_CONFLICTS)),
            (self.undated, session.mask & ~session.table.is_dated, "undated", self._has(_UNDATED)),
            (self.to_review, waiting, "to review", self._has(_TO_REVIEW)),
        ):
            count = int(number.sum())
            plural = f"{noun}s" if noun == "conflict" and count != 1 else noun
            link.setText(f"{count:,} {plural}")
            link.setEnabled(count > 0 or is_on)
            link.setToolTip("Show all again" if is_on else f"Show only these: {count:,} {plural}")

    def _fill_chips(self) -> None:
        while self._chip_box.count():
            self._chip_box.takeAt(0)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(text, is_out, without) for text, is_out, without in self._parts()]
        for chip in (*self._chips, self._more, *self._adders, self._add, self.edit, self.clear):
            self._chip_box.addWidget(chip)
        self._chip_box.addStretch(1)
        for link in (self.edit, self.clear):
            link.setVisible(bool(self._chips))
        chain(as_laid_out(self))
        self._arrange()

    def _arrange(self) -> None:
        """Show the chips that fit; the others wait in one chip that lists them, and so do the adders."""
        self._give_way()
        tail = [self.edit, self.clear] if self._chips else []
        room = self._room.width() - sum(map(_width, tail))
        adders = sum(map(_width, self._adders))
        # What is filtered goes before what could be.
        are_adders_shown = adders + sum(map(_width, self._chips)) <= room
        for adder in self._adders:
            adder.setVisible(are_adders_shown)
        self._add.setVisible(not are_adders_shown)
        left = room - (adders if are_adders_shown else _width(self._add)) - _width(self._more)
        hidden = 0
        for chip in self._chips:
            left -= _width(chip)
            chip.setVisible(left >= 0)
            hidden += left < 0
        self._more.setText(f"{hidden} more…")
        self._more.setVisible(hidden > 0)

    def _give_way(self) -> None:
        """Leave to a menu the links that have no room beside the filter, and the switch to its keys."""
        kept = [
            *(button for button in self._panes if not button.isHidden()),
            self.sentence,
            self._add,
            *([self._chips[0], self._more, self.edit, self.clear] if self._chips else []),
        ]
        others = [*([self._switch] if self._switch else []), *self._links]
        room = self.width() - _LEFT_PX - _RIGHT_PX - _GAP_PX
        if give_way(room, kept, others, _GAP_PX):
            give_way(room, [*kept, self._rest], others, _GAP_PX)
        self._rest.setVisible(any(link.isHidden() for link in self._links))
        layout = self.layout()
        if layout is not None:
            layout.activate()  # the chips are dealt into the room that is left now

    def rest_menu(self) -> QMenu:
        """Build the menu of the links that have no room."""
        menu = QMenu(self)
        for link in self._links:
            if link.isHidden():
                menu.addAction(link.text().removesuffix(" ▾"), link.click).setEnabled(link.isEnabled())
        return menu

    def _offer_rest(self) -> None:
        open_under(self.rest_menu(), self._rest)

    def _parts(self) -> list[tuple[str, bool, Query]]:
        """Give each part of the filter: its words, whether it excludes, and the query without it."""
        query = self._session.query
        parts = [
            (self._label(facet, value), False, query.toggled(facet, value))
            for facet, value in sorted(query.ticked, key=_tick_order)
        ]
        parts += [
            (f"not {self._label(facet, value)}", True, query.toggled(facet, value, exclude=True))
            for facet, value in sorted(query.excluded, key=_tick_order)
        ]
        if query.text:
            parts.append((f"“{words.elided(query.text, 30)}”", False, replace(query, text="")))
        if query.lo_s is not None or query.hi_s is not None:
            span = describe(Query(lo_s=query.lo_s, hi_s=query.hi_s))
            parts.append((span, False, replace(query, lo_s=None, hi_s=None)))
        if query.in_force_s is not None:
            told = describe(Query(in_force_s=query.in_force_s))
            parts.append((told, False, replace(query, in_force_s=None)))
        if query.new_since_s is not None:
            told = describe(Query(new_since_s=query.new_since_s))
            parts.append((told, False, replace(query, new_since_s=None)))
        if query.with_borderline:
            parts.append(("with borderline", False, replace(query, with_borderline=False)))
        return parts

    def _chip(self, text: str, is_out: bool, without: Query) -> QPushButton:
        take_off = partial(self._session.set_query, without)
        chip = _button("chip", f"{words.elided(text, 32)}  ✕", take_off, f"Remove “{text}” from the filter")
        chip.setProperty("on", "out" if is_out else "true")
        chip.setAccessibleName(f"Remove filter: {text}")
        return chip

    def _adder(self, text: str) -> QPushButton:
        what = "when it came into the library" if text == _NEW else text.removeprefix("+ ")
        button = _button("chip", text, lambda: self._offer(text, button), f"Filter by {what}")
        return button

    def _offer_all(self) -> None:
        """Offer in a menu what has no room as buttons."""
        menu = QMenu(self)
        for adder in self._adders:
            does = partial(self._offer, adder.text(), self._add)
            menu.addAction(adder.text().removeprefix("+ ").capitalize(), does)
        open_under(menu, self._add)

    def _offer(self, text: str, button: QPushButton) -> None:
        facet = _ADDED.get(text)
        if text == _NEW:
            self._offer_new(button)
            return
        if facet is None:
            spans = SpanPopup(self)
            spans.chosen.connect(self._session.filter_span)
            spans.view_asked.connect(self._filter_view)
            spans.open_under(button)
            return
        session = self._session
        ticked = session.query.values(facet)
        values = sorted(session.table.facets[facet].values, key=lambda value: -session.total_of(facet, value))
        choices = [Choice(value, self._label(facet, value), value in ticked) for value in values]
        popup = ChoicePopup(choices, self)
        popup.chosen.connect(lambda value: session.toggle(facet, value))
        popup.open_under(button)

    def _offer_new(self, button: QPushButton) -> None:
        popup = SincePopup(self, self._session.left_s)
        popup.chosen.connect(self._filter_new)
        popup.open_under(button)

    def _filter_new(self, since_s: int) -> None:
        self._session.set_query(replace(self._session.query, new_since_s=since_s))

    def _filter_view(self) -> None:
        self._session.filter_span(*self._session.viewport)

    def _show_more(self) -> None:
        menu = QMenu(self)
        for chip in self._chips:
            if chip.isHidden():
                menu.addAction(chip.text(), chip.click)
        open_under(menu, self._more)

    def _ask_edit(self) -> None:
        self.deed_asked.emit("edit_filter")

    def _offer_views(self) -> None:
        session = self._session
        saved = views.load(session.library)
        shown = saved_views.current(session, saved)
        menu = QMenu(self)
        for view in saved:
            action = menu.addAction(view.name.replace("&", "&&"), partial(saved_views.show, session, view))
            action.setCheckable(True)
            action.setChecked(view == shown)
        if saved:
            menu.addSeparator()
        for id_ in ("save_view", "views")[: 1 + bool(saved)]:
            menu.addAction(DEEDS[id_].text, partial(self.deed_asked.emit, id_))
        open_under(menu, self.views)

    def _label(self, facet: Facet, value: str) -> str:
        return words.value(facet, value, self._session.articles)

    def _has(self, tick: tuple[Facet, str]) -> bool:
        return tick in self._session.query.ticked

    def _toggle_conflicts(self) -> None:
        self._session.toggle(*_CONFLICTS)

    def _toggle_undated(self) -> None:
        self._session.toggle(*_UNDATED)

    def _toggle_to_review(self) -> None:
        self._session.toggle(*_TO_REVIEW)


_CONFLICTS = (Facet.IS, Trait.CONFLICT.value)
_UNDATED = (Facet.CERTAINTY, Certainty.UNDATED.value)
_TO_REVIEW = (Facet.REVIEW, Review.UNREVIEWED.value)


def _tick_order(tick: tuple[Facet, str]) -> tuple[int, str]:
    return list(Facet).index(tick[0]), tick[1].casefold()


def _button(name: str, text: str, does: Callable[[], object], tip: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda *_: does())
    return button


def _width(widget: QWidget) -> int:
    size: QSize = widget.sizeHint()
    return size.width() + _SPACING
