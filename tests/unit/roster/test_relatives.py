"""Other women of a family in a list are asked about: of whom 第三条 speaks is not certain."""

import pytest

from tests.unit.roster.list_files import HEADER
from tests.unit.roster.list_rows import LI, WANG, people


@pytest.mark.parametrize(
    ("header", "said", "asked"),
    [
        *(
            ("与职工关系", said, True)
            for said in ("母亲", "女儿", "岳母", "婆婆", "姐姐", "其他亲属")
        ),
        *(("与职工关系", said, False) for said in ("本人", "配偶", "妻子", "妻", "爱人", "", None)),
        *(
            (header, "母亲", True)
            for header in ("关系", "家属关系", "与男职工的关系", "称谓", "*与本人关系")
        ),
        *((header, "母亲", False) for header in ("紧急联系人关系", "劳动关系", "备注")),
    ],
)
def test_a_relative_who_is_no_wife_is_asked_about(
    header: str, said: str | None, asked: bool
) -> None:
    found = people([*WANG, "本人"], [*LI, said], header=[*HEADER, header])
    told = [("roster.other_relative", "warning", "E3")] if asked else []
    assert [(each.code, each.severity, each.cell) for each in found.findings] == told
    assert len(found.entries) == 2
