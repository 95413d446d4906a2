"""What the programme is, for search engines: schema.org's FinancialProduct as JSON-LD."""

import json
from collections.abc import Iterable
from typing import Any

from plan_values import PlanValue

from shared_rules.plans import Plan

Data = dict[str, Any]


def structured_data(plan: Plan, values: Iterable[PlanValue], areas: Data) -> str:
    """A `<script>` with the plan's price, ages, amounts and whom to ask; it runs nothing."""
    data = {
        "@context": "https://schema.org",
        "@type": "FinancialProduct",
        "name": plan.name,
        "category": "女职工两癌团体保险",
        "areaServed": {"@type": "AdministrativeArea", "name": "宁夏回族自治区"},
        "provider": _provider(plan, areas),
        "audience": _audience(plan),
        "offers": _offer(plan, values),
    }
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _provider(plan: Plan, areas: Data) -> Data:
    return {
        "@type": "InsuranceAgency",
        "name": areas["insurer"],
        "telephone": plan.hotline.number,
        "areaServed": [city["name"] for city in areas["cities"]],
    }


def _audience(plan: Plan) -> Data:
    return {
        "@type": "PeopleAudience",
        "suggestedGender": "female",
        "suggestedMinAge": plan.minimum_age.value,
        "suggestedMaxAge": plan.maximum_age_renewal.value,
    }


def _offer(plan: Plan, values: Iterable[PlanValue]) -> Data:
    shown = [
        {"@type": "PropertyValue", "name": value.label, "value": value.text}
        for value in values
        if not value.article.endswith("-12")
    ]
    return {
        "@type": "Offer",
        "price": plan.premium.value,
        "priceCurrency": plan.premium.unit.upper(),
        "validFrom": plan.valid_from.isoformat(),
        "additionalProperty": shown,
    }
