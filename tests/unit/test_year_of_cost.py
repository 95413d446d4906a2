"""What `make cost` counts is what there is: its routes and functions, and a price of each thing."""

import json
from typing import get_args

import pytest

from functions.info.handler import OPENAPI_FILE
from functions.local.data_template import FUNCTION_TYPE, names_of
from functions.local.server import TEMPLATE
from functions.local.template import load_template
from functions.platform.metrics import Metric
from tests.cost import year
from tests.cost.pricing import Price, bill, price_list


def test_the_year_calls_routes_and_starts_functions_that_there_are() -> None:
    paths = json.loads(OPENAPI_FILE.read_text(encoding="utf-8"))["paths"]
    routes = {f"{method.upper()} {path}" for path, item in paths.items() for method in item}
    assert year.CALLS.keys() <= routes
    template = load_template(TEMPLATE)
    functions = {
        name: {
            each["Type"] for each in template["Resources"][name]["Properties"]["Events"].values()
        }
        for name in names_of(template, FUNCTION_TYPE)
    }
    assert year.STARTS.keys() <= functions.keys()
    scheduled = {name for name, events in functions.items() if "Schedule" in events}
    assert year.SCHEDULED.keys() == scheduled
    assert year.METRIC_HOURS.keys() == set(get_args(Metric))


def test_every_price_says_where_it_stands() -> None:
    prices = price_list().prices
    assert all(each.source and each.cny > 0 for each in prices.values())
    stated = [each for each in prices.values() if each.is_certain]
    assert all("amazonaws.cn" in each.source for each in stated)


@pytest.mark.parametrize(("amount", "cny"), [(0, 0), (24, 0), (25, 0.5), (26, 1)])
def test_what_is_free_is_free_in_each_month(amount: float, cny: float) -> None:
    price = Price(cny=1, per=2, unit="things", source="here", free_a_month=2)
    assert price.of(amount) == cny


def test_the_dearest_comes_first_and_nothing_is_without_a_price() -> None:
    prices = {name: Price(cny=1, per=1, unit=name, source="here") for name in ("key", "log")}
    lines = bill({"key": 1, "log": 3}, prices)
    assert [(line.price.unit, line.cny) for line in lines] == [("log", 3), ("key", 1)]
    for amounts in ({"key": 1.0}, {"key": 1.0, "log": 3.0, "alarm": 1.0}):
        with pytest.raises(KeyError):
            bill(amounts, prices)
