"""Day and page from the paths that people give raw pages."""

from datetime import date

import pytest

from jianbao.ingest.naming import day_of, page_of

DAY = date(2023, 2, 20)


@pytest.mark.parametrize(
    ("path", "day", "page"),
    [
        ("pages/2023-02-20/03.txt", DAY, "03"),
        ("pages/2023-02-20/3.txt", DAY, "03"),
        ("pages/20230220A03.pdf", DAY, "A03"),
        ("pages/2023/02/20/A03.pdf", DAY, "A03"),
        ("pages/2023-02-20-03.txt", DAY, "03"),
        ("pages/20230220_03.txt", DAY, "03"),
        ("pages/2023年2月20日/第03版.txt", DAY, "03"),
        ("pages/2023年02月20日03版.pdf", DAY, "03"),
        ("pages/2023-02-20/03-要闻.txt", DAY, "03"),
        ("pages/2023-02-20/p03.txt", DAY, "03"),
        ("pages/2023.02.20/12.txt", DAY, "12"),
        ("pages/2023-02-20/要闻.txt", DAY, None),
        ("pages/2023-02-20.pdf", DAY, None),
        ("pages/20230220.pdf", DAY, None),
        ("pages/2023-02-30/03.txt", None, "03"),
        ("pages/要闻.txt", None, None),
        ("03.txt", None, "03"),
        ("pages/A2.pdf", None, "A02"),
        ("pages/2023-02-20-B2.pdf", DAY, "B02"),
        ("pages/scan-b2.pdf", None, None),
        ("pages/scan-2.pdf", None, "02"),
    ],
)
def test_paths(path: str, day: date | None, page: str | None) -> None:
    assert day_of(path) == day
    assert page_of(path) == page
