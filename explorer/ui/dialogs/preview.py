"""The preview of a picture: fitted to its room, page by page, and dragged out of the window as a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget


class Preview(QLabel):
    """Shows an image; a drag gives the file that `make` writes, and the image itself."""

    def __init__(self, make: Callable[[], Path | None], size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._pressed: QPoint | None = None
        self.setObjectName("preview")
        self.setFixedSize(size)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName("Preview of the picture")
        self.setToolTip("Drag the picture to where you want it")

    def show_image(self, image: QImage) -> None:
        """Show an image as large as there is room; of a very high one the upper part."""
        ratio = self.devicePixelRatioF()
        room = self.size() * ratio
        is_high = image.height() > 2 * image.width()
        mode = Qt.TransformationMode.SmoothTransformation
        if is_high:
            small = image.scaledToWidth(round(room.width() * 0.7), mode)
            small = small.copy(0, 0, small.width(), min(small.height(), room.height()))
        else:
            small = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, mode)
        painter = QPainter(small)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(small.rect().adjusted(0, 0, -1, -1))
        painter.end()
        pixmap = QPixmap.fromImage(small)
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def clear_image(self, told: str = "") -> None:
        """Show nothing but a few words, and give nothing away."""
        self.setText(told)
        self.unsetCursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        if event.button() is Qt.MouseButton.LeftButton and not self.pixmap().isNull():
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Forget it."""
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the pointer has moved far enough."""
        if self._pressed is None:
            return
        away = (event.position().toPoint() - self._pressed).manhattanLength()
        if away < QApplication.startDragDistance():
            return
        self._pressed = None
        data = self.mime_data()
        if data is not None:
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(self.pixmap().scaledToWidth(160, Qt.TransformationMode.SmoothTransformation))
            drag.exec(Qt.DropAction.CopyAction)

    def mime_data(self) -> QMimeData | None:
        """Give what a drag carries: the file, and the image where it is one; None where nothing can be made."""
        file = self._make()
        if file is None:
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        if file.suffix == ".png":
            data.setImageData(QImage(str(file)))
        return data


class PageTurner(QWidget):
    """Turns the pages of a preview, counted from 0; there is nothing to see of it with one page."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self._count = 0, 1
        self.back, self.onward, self._told = QPushButton("‹"), QPushButton("›"), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for button, name, step in ((self.back, "Page before", -1), (self.onward, "Next page", 1)):
            button.setFixedWidth(34)
            button.setAutoDefault(False)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, step=step: self._turn(step))
        for part in (self.back, self._told, self.onward):
            row.addWidget(part)
        row.addStretch(1)
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)
        self.set_count(1)

    def set_count(self, count: int) -> None:
        """Say how many pages there are; the number stays where it can."""
        self._count, self.number = count, min(self.number, count - 1)
        self.setVisible(count > 1)
        self._show()

    def _turn(self, step: int) -> None:
        self.number = max(0, min(self.number + step, self._count - 1))
        self._show()
        self.turned.emit(self.number)

    def _show(self) -> None:
        self._told.setText(f"Page {self.number + 1} of {self._count}")
        self.back.setEnabled(self.number > 0)
        self.onward.setEnabled(self.number < self._count - 1)
