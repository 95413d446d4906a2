"""Who pays, as a unit declares it over its stamp, and which money it may not be (通知 二.4)."""

from typing import Final

import pytest

from shared_rules import funding
from shared_rules.funding import Funding, UnitKind

DECLARED: Final[list[tuple[UnitKind, Funding, str]]] = [
    ("机关", "self", "没有用公款（包括工会经费）购买"),
    ("事业单位", "self", "没有用公款（包括工会经费）购买"),
    ("企业", "self", "由参保人本人承担。"),
    ("社会团体", "self", "由参保人本人承担。"),
    ("企业", "unit", "由单位承担。"),
    ("企业", "union", "由工会经费承担。"),
    ("企业", "mixed", "由几方共同承担"),
]


@pytest.mark.parametrize(("kind", "way", "words"), DECLARED)
def test_who_pays_is_declared_over_the_stamp(kind: UnitKind, way: Funding, words: str) -> None:
    found = funding.declared(kind, way)
    assert words in found.message
    public = kind in ("机关", "事业单位")
    assert found.article == ("notice-2-4" if public else None)
