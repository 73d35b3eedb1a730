"""Photographs as they are published: scaled down to what a screen shows."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from jianbao.errors import BuildError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1280
"""Pixels of the longer side: twice a text column of 640 on screens of double density."""

QUALITY = 82
"""Of JPEG and WebP: below it the dots of a printed photograph begin to swim."""


def published_size(file: Path) -> tuple[int, int]:
    """Width and height in pixels of a picture as it is published. Raises BuildError."""
    from PIL import Image

    try:
        with Image.open(file) as image:
            return _scaled(*image.size)
    except OSError as error:
        raise _unreadable(file, error) from None


def published(file: Path) -> bytes:
    """A picture's bytes as they are published; one that is small enough stays as it is."""
    from PIL import Image

    try:
        data = file.read_bytes()
        with Image.open(io.BytesIO(data)) as image:
            size = _scaled(*image.size)
            if size == image.size:
                return data
            out = io.BytesIO()
            image.resize(size, Image.Resampling.LANCZOS).save(
                out, image.format, quality=QUALITY, optimize=True
            )
            return out.getvalue()
    except OSError as error:
        raise _unreadable(file, error) from None


def _scaled(width: int, height: int) -> tuple[int, int]:
    share = min(1.0, LARGEST / max(width, height))
    return max(1, round(width * share)), max(1, round(height * share))


def _unreadable(file: Path, error: OSError) -> BuildError:
    return BuildError(f"not a picture: {error}", file=str(file), hint="save it as JPEG or PNG")
