"""Lines of bank statements and the lists that they may be for, and what is told of them."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from shared_rules.statements.lines import Line
from shared_rules.statements.matching import Match, match
from shared_rules.statements.open_lists import OpenList

SUBMITTED: Final = date(2026, 3, 2)
A: Final = "AK-2026-7F3K9Q"
B: Final = "AK-2026-00ZW2M"
C: Final = "AK-2026-XT5R8H"
SCHOOL: Final = "贺兰县示例小学"
MILL: Final = "平罗县示例纺织厂"


def open_list(receipt: str, due: int, name: str = SCHOOL, **changes: Any) -> OpenList:
    said: dict[str, Any] = {"county": name[:3], "names": (name,), "submitted": SUBMITTED, **changes}
    return OpenList(receipt=receipt, due=Decimal(due), **said)


def line(
    note: str = "", payer: str = "", amount: object = 300, row: int = 2, **changes: Any
) -> Line:
    said = {"day": SUBMITTED + timedelta(days=3), "serial": f"S{row}", **changes}
    return Line(row=row, note=note, payer=payer, amount=Decimal(str(amount)), **said)


def told(found: Match) -> tuple[str, str, list[dict[str, int]]]:
    """Standing, reason, and what each proposal gives to which list."""
    proposals = [{each.receipt: int(each.amount) for each in parts} for parts in found.proposals]
    return found.standing, found.reason.code.removeprefix("statement."), proposals


def only(lists: list[OpenList], of: Line) -> tuple[str, str, list[dict[str, int]]]:
    [found] = match([of], lists)
    return told(found)
