"""附件2 as it is printed: with a receipt on the service, without one where there is no network."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from shared_rules.findings import Finding
from shared_rules.plans import Payment
from shared_rules.premium import Premium
from shared_rules.records import Model
from shared_rules.roster.form.rows import Insured, Values, values


class FormRow(Values):
    """One line of 附件2; the insurer may have refused who stands in it, or she has left since.

    `row` is her row in the list as it was submitted, by which the desk names her.
    `last_day` is the last day of cover of who was taken out, or `has_died`; None where she never
    had any.
    `name_written` is what the list has for her name where it was read otherwise: 原来写作….
    """

    number: int
    row: int
    name_written: str = ""
    is_refused: bool = False
    is_out: bool = False
    has_died: bool = False
    last_day: date | None = None


class Form(Model):
    """What the unit stamps (第十一条), wherever it is printed.

    `check_text` stands for exactly these rows on each sheet, `funding` is what the unit declares
    of who pays.
    """

    unit_name: str
    check_text: str
    funding: Finding
    people: int
    premium: Premium
    payment: Payment
    rows: list[FormRow]


def rows_of(
    people: Iterable[Insured],
    refused: Collection[int] = frozenset(),
    left: Mapping[int, date | None] = MappingProxyType({}),
    dead: Collection[int] = frozenset(),
) -> list[FormRow]:
    """Their lines; what has come of some rows is known once their list is accepted.

    Args:
        people: who stand in the list, in its order.
        refused: whom the insurer has refused.
        left: who was taken out since, each with her last day of cover.
        dead: who of these has died.
    """
    return [
        FormRow(
            number=number,
            row=each.row,
            name_written=each.name_written,
            is_refused=each.row in refused,
            is_out=each.row in left,
            has_died=each.row in dead,
            last_day=left.get(each.row),
            **values(each),
        )
        for number, each in enumerate(people, start=1)
    ]
