"""The preview of a picture: fitted to its room, and dragged out of the window as a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget


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

    def clear_image(self) -> None:
        """Show nothing, and give nothing away."""
        self.clear()
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
