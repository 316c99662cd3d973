"""PDFs written object by object, for what no program writes to order."""

from __future__ import annotations

from dataclasses import dataclass, field

Letters = tuple[float, float, float, str, str]
"""Left, height, size, face (`F1` plain, `F2` bold) and words."""


@dataclass
class Sheet:
    """One page: words at places, and drawn lines."""

    words: list[Letters] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    rotate: int = 0
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    picture: bool = False
    turned: list[Letters] = field(default_factory=list)
    """Words that stand on end."""

    def text(self, left: float, top: float, *lines: str, size: float = 11, bold: bool = False,
             step: float = 14) -> None:  # fmt: skip
        """Lines one below the other."""
        face = "F2" if bold else "F1"
        for place, line in enumerate(lines):
            self.words.append((left, top - step * place, size, face, line))


def pdf_bytes(*sheets: Sheet, encrypt: bool = False) -> bytes:
    """A PDF with these pages."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x00\nendstream"
    )
    kids: list[int] = []
    for sheet in sheets:
        stream = _content(sheet)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        notes = []
        for left, bottom, right, top, address in sheet.links:
            objects.append(
                f"<< /Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}] "
                f"/A << /S /URI /URI ({address}) >> >>".encode()
            )
            notes.append(f"{len(objects)} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {sheet.rotate} "
            f"/Contents {content} 0 R /Annots [{' '.join(notes)}] /Resources << /Font << /F1 3 0 R "
            "/F2 4 0 R >> /XObject << /I 5 0 R >> >> >>".encode()
        )
        kids.append(len(objects))
    pages = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{pages}] >>".encode()
    return _file(objects, encrypt=encrypt)


def _content(sheet: Sheet) -> bytes:
    parts = [b"0.5 w"]
    for left, bottom, right, top in sheet.rules:
        parts.append(b"%.1f %.1f m %.1f %.1f l S" % (left, bottom, right, top))
    for left, height, size, face, words in sheet.words:
        parts.append(
            b"BT /%s %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET"
            % (face.encode(), size, left, height, _escaped(words))
        )
    for left, height, size, face, words in sheet.turned:
        parts.append(
            b"BT /%s %.1f Tf 0 1 -1 0 %.1f %.1f Tm (%s) Tj ET"
            % (face.encode(), size, left, height, _escaped(words))
        )
    if sheet.picture:
        parts.append(b"q 500 0 0 700 40 60 cm /I Do Q")
    return b"\n".join(parts)


def _escaped(words: str) -> bytes:
    data = words.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: list[bytes], *, encrypt: bool) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places = []
    if encrypt:
        objects = [*objects, b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>"
                   % (b"00" * 32, b"00" * 32)]  # fmt: skip
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    guard = b"/Encrypt %d 0 R /ID [<00><00>]" % len(objects) if encrypt else b""
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        guard,
        start,
    )
    return bytes(out)
