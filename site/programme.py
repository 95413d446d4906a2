"""What the programme is, for search engines: schema.org's FinancialProduct as JSON-LD."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from plan_values import PlanOnPages

Data = dict[str, Any]


def structured_data(plans: Sequence[PlanOnPages], areas: Data) -> str:
    """A `<script>` with price, ages, amounts and whom to ask; it runs nothing.

    `plans` are that of the day and those that are coming, each an offer from its day on.
    """
    now = plans[0].plan
    data = {
        "@context": "https://schema.org",
        "@type": "FinancialProduct",
        "name": now["name"],
        "category": "女职工两癌团体保险",
        "areaServed": {"@type": "AdministrativeArea", "name": "宁夏回族自治区"},
        "provider": _provider(now, areas),
        "audience": _audience(now),
        "offers": _offers(plans),
    }
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _provider(plan: Data, areas: Data) -> Data:
    return {
        "@type": "InsuranceAgency",
        "name": areas["insurer"],
        "telephone": plan["hotline"]["number"],
        "areaServed": [city["name"] for city in areas["cities"]],
    }


def _audience(plan: Data) -> Data:
    return {
        "@type": "PeopleAudience",
        "suggestedGender": "female",
        "suggestedMinAge": plan["minimum_age"]["value"],
        "suggestedMaxAge": plan["maximum_age_renewal"]["value"],
    }


def _offers(plans: Sequence[PlanOnPages]) -> Data | list[Data]:
    offers = [_offer(plan) for plan in plans]
    for offer, later in pairwise(offers):
        last_day = date.fromisoformat(later["validFrom"]) - timedelta(days=1)
        offer["validThrough"] = last_day.isoformat()
    return offers if offers[1:] else offers[0]


def _offer(shown: PlanOnPages) -> Data:
    values = [
        {"@type": "PropertyValue", "name": value.label, "value": value.text}
        for value in shown.all_values()
        if not value.article.endswith("-12")
    ]
    premium = shown.plan["premium"]
    return {
        "@type": "Offer",
        "price": premium["value"],
        "priceCurrency": premium["unit"].upper(),
        "validFrom": shown.since,
        "additionalProperty": values,
    }
