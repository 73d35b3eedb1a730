"""What is the same on every page of a site; the templates have it as `site`."""

from __future__ import annotations

from jianbao.values import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on every page of a site."""

    title: str
    """The archive's title, as in archive.toml."""
    description: str
    """The archive in one sentence."""
    language: str
    """BCP 47 tag of the interface, `zh-Hans` or `en`."""
    content_language: str
    """BCP 47 tag of the articles."""
    content_lang: str
    """The attribute, as markup, of an element that says what the newspaper says: ` lang="zh-Hans"`;
    empty where the interface is Chinese, too."""
    lang: str
    """The same of an element of the interface within such an element: ` lang="en"`; or empty."""
    publication: str
    """The newspaper's name; empty when the archive does not name one."""
    base_url: str
    """Absolute URL of the site's root with a slash at its end; empty when not known."""
    edit_url: str
    """URL to which a file's path is appended to edit it; empty when there is none."""
    tag: str
    """What all ids in feeds begin with (RFC 4151), `tag:name.github.io,2023:archive`."""
    assets: dict[str, str]
    """From the name of an asset (`site.css`) to its href."""
