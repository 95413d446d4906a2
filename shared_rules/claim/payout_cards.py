"""Of which bank a card looks to be (发卡行识别): never more than a warning, as ranges change."""

from functools import cache
from typing import Final

from shared_rules import yaml_file
from shared_rules.findings import Finding
from shared_rules.plans import PLANS_FOLDER

_FILE: Final = PLANS_FOLDER / "card_beginnings.yaml"


def judge(card: str, bank: str) -> tuple[Finding, ...]:
    """A warning where a card begins as those of another bank do; nothing where nobody knows."""
    issuer = next((name for name, known in _beginnings().items() if card.startswith(known)), bank)
    if issuer == bank:
        return ()
    return (Finding.of("bank.other_bank", field="bank.card_number", bank=bank, issuer=issuer),)


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    listed = yaml_file.read(_FILE)
    return {bank: tuple(beginnings) for bank, beginnings in listed.items()}
