"""A remark that somebody has or had cancer is asked about, and never quoted."""

import pytest

from tests.unit.roster.list_files import HEADER
from tests.unit.roster.list_rows import LI, WANG, people


@pytest.mark.parametrize(
    ("header", "said", "asked"),
    [
        *(
            ("备注", said, True)
            for said in ("乳腺癌", "宫颈癌术后", "患癌，化疗中", "甲状腺癌2023年")
        ),
        *(("健康状况", said, True) for said in ("恶性肿瘤", "乳腺癌康复")),
        *(
            ("备注", said, False)
            for said in ("健康", "无癌症", "肿瘤科护士", "两癌筛查", "防癌险", "")
        ),
        *((header, "宫颈癌", False) for header in ("两癌筛查项目", "投保险种", "配偶健康状况")),
        (None, "乳腺癌", True),
    ],
)
def test_a_remark_about_cancer_is_asked_about(header: str | None, said: str, asked: bool) -> None:
    found = people([*WANG, None], [*LI, said], header=[*HEADER, header])
    told = [each for each in found.findings if each.code == "roster.illness_remarked"]
    assert [(each.severity, each.cell, each.params) for each in told] == (
        [("warning", "E3", {"letters": "E"})] if asked else []
    )
    assert len(found.entries) == 2
