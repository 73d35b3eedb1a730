"""From the catalog to what the templates are given."""

from jianbao.site.composing.composer import Composer

__all__ = ["Composer"]
