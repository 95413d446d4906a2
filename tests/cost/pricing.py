"""What a year's amounts cost, by the dated file of prices."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict

FILE: Final = Path(__file__).with_name("prices.yaml")
MONTHS: Final = 12


class Price(BaseModel):
    """What so many of something cost, and where that stands."""

    model_config = ConfigDict(extra="forbid")

    cny: float
    per: float
    unit: str
    source: str
    free_a_month: float = 0
    is_certain: bool = True

    def of(self, amount: float) -> float:
        """What an amount of a year costs, spread evenly over it."""
        return max(amount - self.free_a_month * MONTHS, 0) * self.cny / self.per


class PriceList(BaseModel):
    """All prices of one day."""

    model_config = ConfigDict(extra="forbid")

    as_of: str
    prices: dict[str, Price]


class Line(NamedTuple):
    """A line of the year's bill."""

    price: Price
    amount: float
    cny: float


def price_list() -> PriceList:
    """The prices that are kept in the file.

    Raises:
        pydantic.ValidationError: one of them is not as it must be.
    """
    return PriceList.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def bill(amounts: Mapping[str, float], prices: Mapping[str, Price]) -> list[Line]:
    """What each amount costs, the dearest first; every price is asked for, and no other.

    Raises:
        KeyError: an amount has no price, or a price no amount.
    """
    if unknown := amounts.keys() ^ prices.keys():
        raise KeyError(*sorted(unknown))
    lines = [Line(prices[name], each, prices[name].of(each)) for name, each in amounts.items()]
    return sorted(lines, key=lambda line: -line.cny)
