"""The recipe: what is drawn on a page → a page of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.page import CutPage, Furniture
from jianbao.ingest.pdf.assembly import assemble
from jianbao.ingest.pdf.characters import is_ornament
from jianbao.ingest.pdf.drafts import hang_credits, hang_idle_heads, make_drafts
from jianbao.ingest.pdf.flow import find_flows
from jianbao.ingest.pdf.glyphs import without_overprint
from jianbao.ingest.pdf.heads import find_heads
from jianbao.ingest.pdf.illustrations import Owners
from jianbao.ingest.pdf.initials import take_initials
from jianbao.ingest.pdf.kinds import type_blocks
from jianbao.ingest.pdf.lines import body_em, make_lines
from jianbao.ingest.pdf.mending import (
    mend,
    mend_broken_credits,
    mend_credits,
    mend_names,
    mend_towers,
)
from jianbao.ingest.pdf.parting import part_credits
from jianbao.ingest.pdf.photos import place_photos
from jianbao.ingest.pdf.pictures import find_pictures
from jianbao.ingest.pdf.ranks import rank_heads
from jianbao.ingest.pdf.relations import Relations
from jianbao.ingest.pdf.stacking import make_blocks
from jianbao.ingest.pdf.subheads import part_subheads

if TYPE_CHECKING:
    from jianbao.ingest.pdf.document import PdfPage
    from jianbao.ingest.pdf.photos import Placed
    from jianbao.ingest.pdf.pieces import Layout


def lay_out(page: PdfPage) -> Layout:
    """The page's lines in blocks, each block with its kind."""
    glyphs, _ = without_overprint([one for one in page.glyphs if not is_ornament(one.text)])
    body = body_em(glyphs)
    pictures = find_pictures(page.shapes, glyphs, body)
    lines = mend(make_lines(glyphs, page.shapes.rules, pictures, body), body)
    lines = mend_names(mend_credits(mend_broken_credits(mend_towers(lines))))
    lines = take_initials(lines, body)
    blocks = list(part_subheads(part_credits(make_blocks(lines, page.shapes.rules))))
    return type_blocks(blocks, page, pictures, body)


def cut_page(page: PdfPage) -> tuple[CutPage, list[list[Placed]]]:
    """Cut one page; every glyph's character is in exactly one text of the result.

    With it, for each of its articles, where its photographs are, in the file's points.
    """
    ornaments = [glyph for glyph in page.glyphs if is_ornament(glyph.text)]
    printed = [glyph for glyph in page.glyphs if not is_ornament(glyph.text)]
    _, doubles = without_overprint(printed)
    layout = lay_out(page)
    heads = rank_heads(find_heads(layout), layout)
    relations = Relations(layout, heads)
    drafts = make_drafts(find_flows(relations))
    homeless_heads = hang_idle_heads(drafts, heads, layout.body)
    owners = Owners(drafts, layout)
    homeless = [*owners.hang_captions(), *hang_credits(drafts, layout, owners)]
    extra = []
    if ornaments:
        extra.append(Furniture("ornament", "".join(glyph.text for glyph in ornaments)))
    if doubles:
        extra.append(Furniture("overprint", "".join(glyph.text for glyph in doubles)))
    cut = assemble(drafts, layout, homeless, homeless_heads, extra)
    placed = place_photos(drafts, layout, page.shapes.images)
    return cut, [[(area.scaled(1 / page.zoom), text) for area, text in one] for one in placed]
