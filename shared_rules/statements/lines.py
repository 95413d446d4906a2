"""A bank statement as it was read: its lines, and what was wrong with some of them."""

from datetime import date
from decimal import Decimal

from shared_rules.findings import Finding
from shared_rules.records import Record


class Line(Record):
    """One line of a statement: money that came in, or went out (`is_out`), in yuan to the fen.

    `payer` is the name of the other account and `account` its number; `note` is all that the line
    says of what it is for. `serial` is the bank's number of it and `balance` what it left in the
    account, both as they are written, empty where the statement does not have them.
    """

    row: int
    day: date
    amount: Decimal
    is_out: bool = False
    payer: str = ""
    account: str = ""
    note: str = ""
    serial: str = ""
    balance: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """What is the same when the same line stands in another statement.

        The balance tells two equal transfers apart where the bank numbers nothing.
        """
        told = (str(self.day), f"{self.amount:.2f}", "out" if self.is_out else "in", self.payer)
        return (*told, self.account, self.note, self.serial or f"balance {self.balance}")


class Statement(Record):
    """The lines of a statement in their order; `findings` are about lines that cannot be read."""

    sheet: str | None
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
