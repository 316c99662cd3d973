"""The pictures of the content: the only files that a document may show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextImageFormat

from handbook.app.document.styles import MEASURE, Styles
from handbook.domain.blocks import Span

TALLEST = 900
"""The highest picture, at 100 %: less than a page of A4, so that none is cut."""
_SUFFIXES = (".png", ".jpg", ".jpeg")


def load_picture(content: Path | None, name: str) -> QImage | None:
    """A picture of the folder `images`; None for anything else, and where it is missing."""
    if content is None or not name:
        return None
    folder = (content / "images").resolve()
    file = (content / name).resolve()
    if not file.is_relative_to(folder) or file.suffix.lower() not in _SUFFIXES:
        return None
    picture = QImage(str(file))
    return None if picture.isNull() else picture


def picture_format(
    span: Span, content: Path | None, document: QTextDocument, styles: Styles
) -> QTextImageFormat | None:
    """A picture that fits the text and a sheet of paper, put into a document; None for none."""
    picture = load_picture(content, span.image)
    if picture is None:
        return None
    url = QUrl(f"picture:{span.image}")
    document.addResource(QTextDocument.ResourceType.ImageResource.value, url, picture)
    form = QTextImageFormat()
    form.setName(url.toString())
    part = min(1.0, MEASURE / picture.width(), TALLEST / picture.height())
    form.setWidth(styles.px(picture.width() * part))
    form.setHeight(styles.px(picture.height() * part))
    form.setToolTip(span.text)
    return form
