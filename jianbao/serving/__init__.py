"""The site on localhost, kept up to date: watch → ingest → build → tell the open pages."""

from jianbao.serving.session import Session
from jianbao.serving.watching import Watch

__all__ = ["Session", "Watch"]
