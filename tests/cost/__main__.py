"""`make cost`: what a year of the region costs, counted from one of each thing done.

The lines stand in the order of what they cost; a price that is not certain has a question mark.
The exit status is 1 where the year is over its goal.
"""

import sys
from typing import Final

from functions.local.server import SITE, local_aws, serve
from functions.platform import aws
from tests.cost import amounts, pages, year
from tests.cost.pages import Loaded, Views
from tests.cost.pricing import Line, PriceList, bill, price_list

GOAL: Final = 200
"""CNY a year."""
_NO_ENGINE: Final = (
    f"build/site holds no {pages.ENGINE}: it was built before the site had it, or in part. "
    "Take it away with `rm -r build/site`; `make cost` then builds it anew."
)
PARAMETERS: Final = {"ProofOfWorkCost": "1", "StaffIssuer": "https://nobody.example"}


def main() -> int:
    """Print the year's bill; the exit status."""
    if not (SITE / pages.ENGINE).is_file():
        sys.exit(_NO_ENGINE)
    aws.ANSWER_WITHIN = 600
    with local_aws(parameters=PARAMETERS) as stack:
        with serve(stack, cache_control="public, max-age=300") as product:
            seen = pages.views(product.url)
            loaded = pages.loaded(product.url)
        spent = amounts.of_year(stack, seen, loaded)
    prices = price_list()
    lines = bill(spent, prices.prices)
    total = sum(line.cny for line in lines)
    for line in lines:
        _say(_told(line, total))
    _say(f"{total:9.2f}  CNY a year at the prices of {prices.as_of} (goal: at most {GOAL})")
    _say(_told_of_pages(seen))
    _say(_told_of_loaded(loaded, prices))
    return int(total > GOAL)


def _told(line: Line, total: float) -> str:
    doubt = "" if line.price.is_certain else " ?"
    share = line.cny / total
    return f"{line.cny:9.2f}  {share:4.0%}  {line.amount:15,.1f}  {line.price.unit}{doubt}"


def _told_of_pages(seen: Views) -> str:
    return (
        f"a page of a browser without files: {seen.requests_a_cold_page:.1f} requests; one of a "
        f"visit of {year.PAGES_A_VISIT}: {seen.requests_a_view:.1f}, "
        f"{seen.bytes_a_view / 1000:.0f} kB"
    )


def _told_of_loaded(loaded: Loaded, prices: PriceList) -> str:
    amounts = {
        "cloudfront_requests": loaded.requests_a_year,
        "object_reads": loaded.requests_a_year,
        "cloudfront_gb": loaded.bytes_a_year / 1e9,
    }
    cny = sum(prices.prices[name].of(amount) for name, amount in amounts.items())
    return (
        f"of it what browsers check lists with, loaded {year.ALL_LOADED:,} times whole "
        f"({loaded.all.bytes / 1e6:.1f} MB) and {year.RULES_LOADED:,} times in part "
        f"({loaded.rules.bytes / 1e6:.1f} MB): {loaded.bytes_a_year / 1e9:.1f} GB, {cny:.2f} CNY"
    )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
