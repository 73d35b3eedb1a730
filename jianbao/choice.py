"""The value of an option that is one of a few words."""

from __future__ import annotations

from typing import Any

import click


class Choice(click.Choice[str]):
    """One of a few words; a mistyped one is told the nearest, as click does for commands."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """All words that it may be, and the one that was meant."""
        from difflib import get_close_matches

        message = super().get_invalid_choice_message(value, ctx)
        near = get_close_matches(value, self.choices, n=1)
        return f"{message} Did you mean {near[0]!r}?" if near else message
