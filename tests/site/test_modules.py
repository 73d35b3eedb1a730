"""Joining the browser's modules."""

from __future__ import annotations

import pytest

from jianbao.errors import BuildError
from jianbao.site.modules import joined

MODULES = {
    "search.js": 'import { one } from "./search/one.js";\n\n'
    'export { two } from "./search/two.js";\n'
    "export function search() { return one; }\n",
    "search/one.js": 'import { two } from "./two.js";\n\nexport const one = two + 1;\n',
    "search/two.js": "export const two = 2;\n// export const is not meant here\n",
    "search/page.js": 'import {\n  search,\n} from "../search.js";\nimport { hit } from "./hit.js";\n'
    "search(hit);\n",
    "search/hit.js": 'import { two } from "../search.js";\nexport class Hit {}\n'
    "export const hit = two;\n",
}


def test_a_module_stands_behind_those_that_it_imports_and_each_stands_once() -> None:
    assert joined("search.js", MODULES.__getitem__) == (
        "const two = 2;\n// export const is not meant here\n\n"
        "\nconst one = two + 1;\n\n"
        "\nexport { two };\nexport function search() { return one; }\n"
    )


def test_what_another_entry_holds_is_imported_from_it_once() -> None:
    assert joined("search/page.js", MODULES.__getitem__) == (
        'import { search, two } from "../search.js";\n'
        "class Hit {}\nconst hit = two;\n\nsearch(hit);\n"
    )


def test_a_missing_module_is_named() -> None:
    with pytest.raises(BuildError, match=r"search/one\.js is imported and is not there"):
        joined("search.js", {"search.js": MODULES["search.js"]}.__getitem__)
