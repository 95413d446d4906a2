"""`make generate`: the files that are made from code and plans; `--check` fails on stale ones.

`functions/info/openapi.json` is the OpenAPI 3.1 document of all functions together;
`site/js/rules/generated/` holds what the browser's rules are made of, and what the demos answer.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from aws_lambda_powertools.event_handler.openapi.merge import OpenAPIMerge

from functions.challenges.handler import app as challenges
from functions.claims.handler import app as claims
from functions.info.handler import OPENAPI_FILE
from functions.info.handler import app as info
from functions.local import browser_rules, demo_claim, demo_list
from functions.messages.handler import app as messages
from functions.rosters.handler import app as rosters
from functions.services.handler import app as services
from functions.staff.claims.handler import app as staff_claims
from functions.staff.handler import app as staff
from functions.staff.privacy.handler import app as privacy
from functions.uploads.handler import app as uploads

APPS: Final = (
    *(info, challenges, uploads, rosters, claims, messages),
    *(services, staff, staff_claims, privacy),
)
ROOT: Final = Path(__file__).resolve().parents[2]


def openapi_document() -> str:
    """Every route of every function, as the code declares it.

    Raises:
        ValueError: two of them mean something else by one name.
    """
    merged = OpenAPIMerge(title="安康保 online", version="1", on_conflict="error")
    named: dict[str, Any] = {}
    for app in APPS:
        schema = json.loads(app.get_openapi_json_schema(title="安康保 online", version="1"))
        components = schema["components"]["schemas"]
        # The merge keeps the first of a name, and says nothing.
        if differ := [
            each for each in components if named.get(each, components[each]) != components[each]
        ]:
            raise ValueError(f"other components of the same name: {differ}")
        named |= components
        merged.add_schema(schema)
    document: dict[str, Any] = merged.get_openapi_schema()
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


GENERATED: Final[Mapping[Path, Callable[[], str]]] = {
    OPENAPI_FILE: openapi_document,
    **browser_rules.GENERATED,
    **demo_list.GENERATED,
    **demo_claim.GENERATED,
}


def stale() -> list[Path]:
    """The generated files that differ from what would be written now."""
    return [
        path
        for path, make in GENERATED.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != make()
    ]


def main() -> int:
    """Write the files, or with `--check` only compare; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare")
    if parser.parse_args().check:
        found = stale()
        for path in found:
            print(f"{path.relative_to(ROOT)} is stale. Run: make generate", file=sys.stderr)
        return 1 if found else 0
    for path, make in GENERATED.items():
        path.write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
