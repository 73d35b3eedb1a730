"""What other programs do to a PDF after it is made."""

from __future__ import annotations

import io


def turned(data: bytes, degrees: int, *, upright: bool = True) -> bytes:
    """The first page of a file with /Rotate set.

    `upright`: its content is drawn turned back, so that it is seen as before, as printing houses
    save landscape sheets; else the page lies on its side.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(data)
    page = document[0]
    width, height = page.get_size()
    if upright:
        matrix, size = {
            90: ((0, 1, -1, 0, height, 0), (height, width)),
            180: ((-1, 0, 0, -1, width, height), (width, height)),
            270: ((0, -1, 1, 0, 0, width), (height, width)),
        }[degrees]
        pdfium.FPDFPage_TransFormWithClip(page, pdfium.FS_MATRIX(*matrix), None)
        page.set_mediabox(0, 0, *size)
        page.set_cropbox(0, 0, *size)
    page.set_rotation(degrees)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def resized(data: bytes, by: float) -> bytes:
    """The first page of a file, so much larger."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(data)
    page = document[0]
    width, height = page.get_size()
    pdfium.FPDFPage_TransFormWithClip(page, pdfium.FS_MATRIX(by, 0, 0, by, 0, 0), None)
    page.set_mediabox(0, 0, by * width, by * height)
    page.set_cropbox(0, 0, by * width, by * height)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def printed_on(data: bytes, margin: float, *, box: str) -> bytes:
    """The first page of a file on a sheet that is larger all around.

    `box`: `trim` or `crop`, by which the file says where the page is.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    page = document[0]
    width, height = page.get_size()
    page.set_mediabox(-margin, -margin, width + margin, height + margin)
    getattr(page, f"set_{box}box")(0, 0, width, height)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def without_unicode(data: bytes) -> bytes:
    """A file of Chromium's whose fonts say no more which characters they draw."""
    return data.replace(b"/ToUnicode", b"/XxUnicode")
