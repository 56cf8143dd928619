"""The head of the source pane: tabs of open articles, and what is known about the one in front."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from explorer.model.article import Article
from explorer.ui import style, words
from explorer.ui.flow import give_way
from explorer.ui.popups import Elided

_LEFT_PX, _RIGHT_PX, _GAP_PX = 20, 16, 8
_LEAST_SOURCE_PX = 60  # of the words that say where the date comes from


class Tabs(QTabBar):
    """Open articles; a click with the middle button closes one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setAccessibleName("Open articles")
        self.setDrawBase(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and at >= 0:
            self.tabCloseRequested.emit(at)
        super().mouseReleaseEvent(event)


class Title(Elided):
    """A title that wraps, or on one line shortens itself."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            QLabel.paintEvent(self, event)
        else:
            super().paintEvent(event)


class ArticleHead(QWidget):
    """Title, publisher and publication date of an article, with where the date comes from."""

    correction_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Title("articleTitle")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_low(is_low=False)
        self.publisher = Elided("quiet")
        self.published = QPushButton()
        self.published_source = Elided("quiet")
        line = QHBoxLayout()
        line.setSpacing(_GAP_PX)
        self._told = told = QLabel("Published")
        self._change = change = QPushButton("change")
        told.setObjectName("quiet")
        self.published.setObjectName("badge")
        self.published.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for button, tip in (
            (self.published, "Correct the publication date"),
            (change, "Correct the article (Ctrl+I)"),
        ):
            button.setToolTip(tip)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda: self.correction_asked.emit())
        change.setObjectName("link")
        for widget in (self.publisher, told, self.published, self.published_source, change):
            line.addWidget(widget)
        line.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(_LEFT_PX, 12, _RIGHT_PX, 4)
        box.setSpacing(6)
        box.addWidget(self.title)
        box.addLayout(line)

    def show_article(self, article: Article) -> None:
        """Show what is known about an article."""
        self.title.setText(words.article(article))
        self.title.setToolTip(style.plain_tip(words.elided(words.article(article), 300)))
        self.publisher.setText(words.elided(article.publisher, 40))
        self.publisher.setToolTip(style.plain_tip(article.publisher))
        self.published.setText(words.published(article))
        self.published_source.setText(words.DATE_SOURCES[article.published_source])
        why = f": {words.elided(article.published_why, 300)}" if article.published_why else ""
        self.published_source.setToolTip(style.plain_tip(f"{self.published_source.text()}{why}"))
        self.published_source.setVisible(article.published is not None)
        self.fit()

    def set_low(self, *, is_low: bool) -> None:
        """Keep the title to one line where the pane is low."""
        self.title.setWordWrap(not is_low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave out what has no room beside the date and where it comes from."""
        others = [self._told, *([self.publisher] if self.publisher.text() else [])]
        self.publisher.setVisible(len(others) > 1)
        room = self.width() - _LEFT_PX - _RIGHT_PX - style.px(_LEAST_SOURCE_PX)
        give_way(room, (self.published, self._change), others, _GAP_PX)
