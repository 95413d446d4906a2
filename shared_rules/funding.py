"""How a unit may pay the premium (保险费由谁出): 通知 二.2 and 二.4.

| unit | own money | unit, union or mixed |
|---|---|---|
| 机关, 事业单位 | yes | refused: public money, in whole or in part |
| 企业 | yes | yes; what the unit itself pays is deductible before income tax |
| 社会团体 | yes | the source is silent: needs confirmation |
"""

from typing import Final, Literal

from shared_rules.findings import Finding, RuleError

UnitKind = Literal["机关", "事业单位", "企业", "社会团体"]
Funding = Literal["self", "unit", "union", "mixed"]
PayingAccount = Literal["unit", "union", "person"]
"""Whose account premium came from, or went back to: the unit's, its union's, or a person's."""

_NOT_OWN_MONEY: Final[dict[Funding, str]] = {
    "unit": "funding.public_money",
    "union": "funding.public_money",
    "mixed": "funding.public_money",
}
_FINDINGS: Final[dict[UnitKind, dict[Funding, str]]] = {
    "机关": _NOT_OWN_MONEY,
    "事业单位": _NOT_OWN_MONEY,
    "企业": {"unit": "funding.tax_deductible", "mixed": "funding.tax_deductible"},
    "社会团体": dict.fromkeys(_NOT_OWN_MONEY, "funding.ask"),
}
_DECLARED: Final[dict[Funding, str]] = {
    "self": "funding_declared.self",
    "unit": "funding_declared.unit",
    "union": "funding_declared.union",
    "mixed": "funding_declared.mixed",
}
_WAYS: Final = ("self", *_NOT_OWN_MONEY)


def judge(kind: UnitKind, funding: Funding) -> tuple[Finding, ...]:
    """What the notice says to a kind of unit paying in a way; nothing when it is plainly allowed.

    Raises:
        RuleError: `unit.kind` or `unit.funding`, there is no such kind or way.
    """
    if kind not in _FINDINGS:
        raise RuleError("unit.kind")
    if funding not in _WAYS:
        raise RuleError("unit.funding")
    code = _FINDINGS[kind].get(funding)
    return (Finding.of(code, field="unit.funding"),) if code else ()


def declared(kind: UnitKind, funding: Funding) -> Finding:
    """What a unit says by its stamp of who pays; of public money, where 通知 二.4 forbids it."""
    if funding == "self" and _FINDINGS[kind] is _NOT_OWN_MONEY:
        return Finding.of("funding_declared.no_public_money")
    return Finding.of(_DECLARED[funding])
