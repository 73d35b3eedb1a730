"""Over any history of pages, rules and corrections, no correction is lost and ids last."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from jianbao.article import Article, Provenance
from jianbao.cli import main
from jianbao.errors import ContentError
from jianbao.frontmatter import read_article, rewrite_article
from jianbao.ingest.desk import mark_seen, review
from jianbao.ingest.raw import Raw
from jianbao.ingest.shelf import ANY_WORDS, Shelf
from jianbao.redirects import Tombstone, with_tombstone
from jianbao.sheet import Sheet
from tests.archives import make_archive
from tests.archives import put as write

if TYPE_CHECKING:
    from pathlib import Path

    from jianbao.config import Archive

SHEET = Sheet(date(2023, 2, 20), "03", "协商民主")
HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 2000)]


def paragraph(seed: object) -> str:
    return "".join(random.Random(repr(seed)).choices(HAN, k=120)) + "。"


def article(number: int, *blocks: str, title: str = "") -> Article:
    return Article(
        id=f"2023-02-20-03-{number:02}",
        date=date(2023, 2, 20),
        body="\n\n".join(blocks),
        title=title or f"标题{number}",
        page="03",
        ingest=Provenance("pages/2023-02-20/03.txt", "0" * 16, "1", 0.9),
    )


def raw(version: int) -> Raw:
    return Raw("pages/2023-02-20/03.txt", f"{version:016}")


def put(archive: Archive, version: int, *cut: Article) -> Shelf:
    shelf = Shelf(archive)
    shelf.put(raw(version), "1", SHEET, cut)
    return shelf


def edit(archive: Archive, article_id: str, **changes: object) -> None:
    """Correct an article as a person would: in its file."""
    path = Shelf(archive).files()[article_id]
    text = path.read_text("utf-8")
    before = read_article(text, path.name, ANY_WORDS)
    path.write_text(rewrite_article(text, before, replace(before, **changes)), "utf-8")


def texts(archive: Archive) -> dict[str, str]:
    return {
        path.relative_to(archive.root).as_posix(): path.read_text("utf-8")
        for path in sorted(archive.content.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return make_archive(tmp_path)


ONE = article(1, paragraph("a"), paragraph("b"), paragraph("c"))
TWO = article(2, paragraph("d"), paragraph("e"))


def test_twice_is_once(archive: Archive) -> None:
    put(archive, 1, ONE, TWO)
    before = texts(archive)
    settled = Shelf(archive).put(raw(1), "1", SHEET, [ONE, TWO])
    assert (settled.new, settled.changed, settled.removed) == ((), (), ())
    assert texts(archive) == before


def test_a_correction_outlives_better_rules(archive: Archive) -> None:
    put(archive, 1, ONE, TWO)
    edit(archive, ONE.id, title="改过的标题", body=ONE.body.replace(paragraph("b"), "改过的段落。"))
    better = replace(
        ONE, kicker="新认出的肩题", body=ONE.body.replace(paragraph("c"), "新的段落。")
    )
    put(archive, 2, TWO, better)
    now = Shelf(archive).article(ONE.id)
    assert now
    assert (now.title, now.kicker) == ("改过的标题", "新认出的肩题")
    assert now.body == f"{paragraph('a')}\n\n改过的段落。\n\n新的段落。"
    assert review(Shelf(archive)) == []


def test_a_conflict_keeps_peoples_text_until_it_is_decided(archive: Archive) -> None:
    put(archive, 1, ONE, TWO)
    edit(archive, ONE.id, title="人改的标题")
    put(archive, 2, replace(ONE, title="机器改的标题"), TWO)
    (item,) = review(Shelf(archive))
    assert [(each.field, each.machine) for each in item.conflicts] == [("title", "机器改的标题")]
    put(archive, 3, replace(ONE, title="机器改的标题"), TWO)
    assert len(review(Shelf(archive))) == 1, "it waits through later runs"
    edit(archive, ONE.id, title="商量好的标题")
    assert review(Shelf(archive)) == []


def test_seen_lasts_until_the_article_changes(archive: Archive) -> None:
    doubtful = replace(ONE, ingest=Provenance(raw(1).file, "0" * 16, "1", 0.3, ("没有标题",)))
    put(archive, 1, doubtful, TWO)
    assert [item.id for item in review(Shelf(archive))] == [ONE.id]
    assert mark_seen(Shelf(archive), ONE.id)
    assert review(Shelf(archive)) == []
    edit(archive, ONE.id, kicker="又改")
    assert [item.id for item in review(Shelf(archive))] == [ONE.id]
    assert not mark_seen(Shelf(archive), "2023-02-20-03-09")


def test_a_renamed_file_is_found_and_a_deleted_one_stays_deleted(archive: Archive) -> None:
    shelf = put(archive, 1, ONE, TWO)
    moved = archive.content / "elsewhere.md"
    shelf.files()[ONE.id].rename(moved)
    shelf.files()[TWO.id].unlink()
    put(archive, 2, replace(ONE, kicker="肩题"), replace(TWO, kicker="肩题"))
    assert "kicker: 肩题" in moved.read_text("utf-8")
    assert set(Shelf(archive).files()) == {ONE.id}


def test_an_article_no_longer_found_goes_unless_people_changed_it(archive: Archive) -> None:
    put(archive, 1, ONE, TWO)
    edit(archive, ONE.id, title="改过")
    settled = Shelf(archive).put(raw(2), "1", SHEET, [])
    assert [each.id for each in settled.removed] == [TWO.id]
    assert set(Shelf(archive).files()) == {ONE.id}
    (item,) = review(Shelf(archive))
    assert item.conflicts[0].field == "article"
    put(archive, 3, article(1, paragraph("neu")))
    assert "2023-02-20-03-03" in Shelf(archive).files(), "ids are never given again"


def test_a_renamed_raw_page_is_the_same_page(archive: Archive) -> None:
    put(archive, 1, ONE)
    renamed = Raw("pages/2023-02-20/p03.txt", raw(1).sha256)
    settled = Shelf(archive).put(renamed, "1", SHEET, [ONE])
    assert settled.new == ()
    assert len(list(archive.content.rglob("*.jsonl"))) == 1


def test_two_raw_pages_cannot_be_one_page(archive: Archive) -> None:
    put(archive, 1, ONE)
    (archive.root / raw(1).file).parent.mkdir(parents=True)
    (archive.root / raw(1).file).write_text("…")
    with pytest.raises(ContentError) as second:
        Shelf(archive).put(Raw("pages/other.txt", "f" * 16), "1", SHEET, [TWO])
    assert str(second.value) == (
        "pages/other.txt: pages/2023-02-20/03.txt is page 03 of 2023-02-20 too "
        "(remove one of the two, or correct what one says of its date and page)"
    )


def test_of_a_file_of_several_pages_each_is_known_by_day_and_number(archive: Archive) -> None:
    """`all.txt` had page 03 alone; then page 01 was put before it."""
    archive.pages.mkdir()
    (archive.pages / "all.txt").write_text("…")
    Shelf(archive).put(Raw("pages/all.txt", "1" * 16), "1", SHEET, [ONE])
    edit(archive, ONE.id, title="改过")
    front = replace(article(1, paragraph("front")), id="2023-02-20-01-01", page="01")
    Shelf(archive).put(
        Raw("pages/all.txt#page=1", "2" * 16, 2), "1", replace(SHEET, page="01"), [front]
    )
    assert not Shelf(archive).memory.is_current("pages/all.txt", "2" * 16, "1")
    second = Raw("pages/all.txt#page=2", "2" * 16, 2)
    settled = Shelf(archive).put(second, "1", SHEET, [ONE, TWO])
    assert [each.id for each in settled.new] == [TWO.id]
    assert {
        each: now.title for each in Shelf(archive).files() if (now := Shelf(archive).article(each))
    } == {front.id: front.title, ONE.id: "改过", TWO.id: TWO.title}
    assert Shelf(archive).memory.is_current("pages/all.txt", "2" * 16, "1")


def test_another_days_page_under_the_same_name_is_a_new_page(archive: Archive) -> None:
    put(archive, 1, ONE, TWO)
    before = texts(archive)
    later = Sheet(date(2023, 2, 27), "03")
    neu = replace(article(1, paragraph("neu")), id="2023-02-27-03-01", date=later.date)
    settled = Shelf(archive).put(raw(2), "1", later, [neu])
    assert [each.id for each in settled.new] == [neu.id]
    assert Shelf(archive).memory.is_current(raw(2).file, raw(2).sha256, "1")
    assert before.items() <= texts(archive).items()
    shelf = Shelf(archive)
    for version in shelf.memory.versions():
        shelf.memory.save(version)
    assert before.items() <= texts(archive).items()


def test_a_page_does_not_move_onto_another(archive: Archive) -> None:
    put(archive, 1, ONE)
    later = Sheet(date(2023, 2, 27), "03")
    neu = replace(article(1, paragraph("neu")), id="2023-02-27-03-01", date=later.date)
    Shelf(archive).put(Raw("pages/other.txt", "f" * 16), "1", later, [neu])
    before = texts(archive)
    with pytest.raises(ContentError, match=r"page 03 of 2023-02-27 was cut from pages/other\.txt"):
        Shelf(archive).put(raw(2), "1", later, [replace(ONE, date=later.date)])
    assert texts(archive) == before


def test_a_page_whose_raw_file_is_gone_is_not_taken_over(archive: Archive) -> None:
    put(archive, 1, ONE)
    before = texts(archive)
    with pytest.raises(ContentError, match=r"cut from pages/2023-02-20/03\.txt, which is gone"):
        Shelf(archive).put(Raw("pages/other.txt", "f" * 16), "1", SHEET, [TWO])
    assert texts(archive) == before


def test_a_page_with_articles_but_without_its_memory_is_refused(archive: Archive) -> None:
    put(archive, 1, ONE, TWO)
    edit(archive, ONE.id, title="改过")
    Shelf(archive).files()[TWO.id].unlink()
    memory = archive.content / "2023/02/20/03.machine.jsonl"
    kept = memory.read_text("utf-8")
    memory.unlink()
    before = texts(archive)
    for file in (raw(1).file, "pages/renamed.txt"):
        with pytest.raises(ContentError) as refused:
            Shelf(archive).put(Raw(file, raw(1).sha256), "1", SHEET, [ONE, TWO])
        assert f"{ONE.id} was cut from this page before" in refused.value.reason
        assert "content/2023/02/20/03.machine.jsonl is missing" in refused.value.reason
        assert "take content/2023/02/20/03.machine.jsonl back" in refused.value.hint
    assert texts(archive) == before
    memory.write_text(kept, "utf-8")
    put(archive, 1, ONE, TWO)
    assert texts(archive) == before | {"content/2023/02/20/03.machine.jsonl": kept}


def test_a_page_of_which_all_was_deleted_is_new_again(archive: Archive) -> None:
    put(archive, 1, ONE)
    for path in archive.content.rglob("03*"):
        path.unlink()
    put(archive, 1, ONE)
    assert set(Shelf(archive).files()) == {ONE.id}


def test_articles_by_hand_and_of_a_corrected_date_do_not_keep_a_page_out(archive: Archive) -> None:
    hand = replace(article(5, paragraph("h")), ingest=None)
    write(archive.root, hand)
    put(archive, 1, ONE)
    moved = Sheet(date(2023, 2, 27), "03")
    Shelf(archive).put(raw(2), "1", moved, [replace(ONE, date=moved.date)])
    settled = Shelf(archive).put(Raw("pages/new.txt", "f" * 16), "1", SHEET, [TWO])
    assert [each.id for each in settled.new] == ["2023-02-20-03-07"]


def test_the_id_of_an_article_that_was_taken_out_is_not_given_again(archive: Archive) -> None:
    put(archive, 1, ONE)
    text = with_tombstone("", Tombstone("2023-02-20-03-02"))
    (archive.root / "redirects.toml").write_text(text, "utf-8")
    settled = Shelf(archive).put(raw(2), "1", SHEET, [ONE, TWO])
    assert [each.id for each in settled.new] == ["2023-02-20-03-03"]
    assert Shelf(archive).given() == {f"2023-02-20-03-{each:02}" for each in (1, 2, 3)}


def test_comments_in_an_article_survive(archive: Archive) -> None:
    path = put(archive, 1, ONE).files()[ONE.id]
    path.write_text(path.read_text("utf-8").replace("date:", "# 已与原报核对\ndate:"), "utf-8")
    put(archive, 2, replace(ONE, kicker="肩题"))
    assert "# 已与原报核对\ndate:" in path.read_text("utf-8")


MACHINE = st.lists(
    st.sampled_from(["edit", "insert", "split", "join", "swap", "drop", "retitle"]), max_size=3
)
PEOPLE = st.lists(st.sampled_from(["edit", "insert", "retitle", "rename", "none"]), max_size=3)


def changed_by_machine(cut: list[Article], what: str, tick: int) -> list[Article]:
    at = tick % len(cut)
    one = cut[at]
    blocks = one.body.split("\n\n")
    if what == "edit":
        blocks[tick % len(blocks)] = paragraph(("machine", tick))
    elif what == "insert":
        blocks.insert(tick % len(blocks), paragraph(("machine", tick)))
    elif what == "split" and len(blocks) > 1:
        parts = (blocks[:1], blocks[1:])
        return [
            *cut[:at],
            *(replace(one, body="\n\n".join(part)) for part in parts),
            *cut[at + 1 :],
        ]
    elif what == "join" and len(cut) > 1:
        other = cut[at - 1]
        rest = [each for each in cut if each is not one and each is not other]
        return [replace(one, body=f"{other.body}\n\n{one.body}"), *rest]
    elif what == "swap":
        return cut[::-1]
    elif what == "drop" and len(cut) > 1:
        return [*cut[:at], *cut[at + 1 :]]
    elif what == "retitle":
        one = replace(one, title=f"机器的标题{tick}")
    return [*cut[:at], replace(one, body="\n\n".join(blocks)), *cut[at + 1 :]]


@settings(max_examples=60)
@given(st.lists(st.tuples(MACHINE, PEOPLE), min_size=1, max_size=5))
def test_over_random_histories_no_correction_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[list[str], list[str]]]
) -> None:
    archive = make_archive(tmp_path_factory.mktemp("history"))
    cut = [article(n, *(paragraph((n, each)) for each in range(4))) for n in (1, 2, 3)]
    written: dict[str, tuple[str, str]] = {}  # what people wrote, by where: its text now
    tick = 0
    for version, (machine, people) in enumerate(history):
        for what in machine:
            tick += 1
            cut = changed_by_machine(cut, what, tick)
        put(archive, version, *cut)
        for where, (article_id, text) in written.items():
            now = Shelf(archive).article(article_id)
            assert now, f"{article_id} was corrected and is gone"
            assert text in (now.title, *now.body.split("\n\n")), where
        for what in people:
            tick += 1
            ids = sorted(Shelf(archive).files())
            article_id = ids[tick % len(ids)]
            now = Shelf(archive).article(article_id)
            assert now
            mine = f"人写的{tick}。"
            blocks = now.body.split("\n\n")
            untouched = [n for n, each in enumerate(blocks) if not each.startswith("人写的")]
            if what == "edit" and untouched:
                blocks[untouched[tick % len(untouched)]] = mine
                written[f"edit {tick}"] = (article_id, mine)
                edit(archive, article_id, body="\n\n".join(blocks))
            elif what == "insert":
                blocks.insert(tick % len(blocks), mine)
                written[f"insert {tick}"] = (article_id, mine)
                edit(archive, article_id, body="\n\n".join(blocks))
            elif what == "retitle":
                written[f"title {article_id}"] = (article_id, mine)
                edit(archive, article_id, title=mine)
            elif what == "rename":
                path = Shelf(archive).files()[article_id]
                path.rename(path.with_name(f"renamed-{tick}.md"))


def test_check_fails_until_a_conflict_is_decided(archive: Archive) -> None:
    def run(*words: str) -> Result:
        return CliRunner().invoke(main, ["--root", str(archive.root), *words])

    put(archive, 1, ONE, TWO)
    edit(archive, ONE.id, title="人改的标题")
    assert run("check").exit_code == 0
    put(archive, 2, replace(ONE, title="机器改的标题"), TWO)
    failed = run("check")
    assert failed.exit_code == 1
    assert (
        "content/2023/02/20/03-01-biao-ti-1.md:3: ingest and people changed title differently; "
        f"people's text stands (see `python build.py review {ONE.id}`)"
    ) in failed.stdout
    shown = run("review", ONE.id)
    assert (
        "    ! title: people's text stands; ingest has now:\n        机器改的标题\n" in shown.stdout
    )
    assert run("review", "--seen", ONE.id).exit_code == 0
    assert run("check").exit_code == 0
    assert run("review", "--seen").exit_code == 2
    assert "no article 2023-02-20-03-77" in run("review", "--seen", "2023-02-20-03-77").stderr
