"""`make cost`: what a year of the region costs, counted from one of each thing done.

The lines stand in the order of what they cost; a price that is not certain has a question mark.
The exit status is 1 where the year is over its goal.
"""

import sys
from typing import Final

from functions.local.server import local_aws, serve
from functions.platform import aws
from tests.cost import amounts, pages, year
from tests.cost.pages import Views
from tests.cost.pricing import Line, bill, price_list

GOAL: Final = 200
"""CNY a year."""
PARAMETERS: Final = {"ProofOfWorkCost": "1", "StaffIssuer": "https://nobody.example"}


def main() -> int:
    """Print the year's bill; the exit status."""
    aws.ANSWER_WITHIN = 600
    with local_aws(parameters=PARAMETERS) as stack:
        with serve(stack, cache_control="public, max-age=300") as product:
            seen = pages.views(product.url)
        spent = amounts.of_year(stack, seen)
    prices = price_list()
    lines = bill(spent, prices.prices)
    total = sum(line.cny for line in lines)
    for line in lines:
        _say(_told(line, total))
    _say(f"{total:9.2f}  CNY a year at the prices of {prices.as_of} (goal: at most {GOAL})")
    _say(_told_of_pages(seen))
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


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
