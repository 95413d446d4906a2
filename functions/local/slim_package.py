"""What a package of the functions goes without, so that a function starts sooner in AWS.

`functions/Makefile` runs it on the folder that it has filled: botocore's descriptions of AWS lose
their texts for people, Powertools' packages import on request, and our data files become JSON,
which is YAML as well.
"""

import argparse
import gzip
import json
from pathlib import Path
from typing import Any, Final

from functions.local.lazy_package import import_on_request
from shared_rules import yaml_file

# Those that import what no function of ours asks for: other resolvers, events, metrics, tracing;
# and what finds the numbers of every country.
_LAZY: Final = (
    "aws_lambda_powertools",
    "aws_lambda_powertools/event_handler",
    "aws_lambda_powertools/utilities/data_classes",
    "stdnum",
)


def slim_botocore(data: Path) -> None:
    """Rewrite `botocore/data`: nothing packed, nothing for people, no addresses of other services.

    Every operation stays: botocore looks some up itself, under names that no code of ours says.
    """
    for packed in data.rglob("*.json.gz"):
        _write(packed.with_suffix(""), without_documentation(_read(packed)))
        packed.unlink()
    for examples in data.rglob("examples-1.json"):
        examples.unlink()
    endpoints = _read(data / "endpoints.json")
    services = {folder.name for folder in data.iterdir() if folder.is_dir()}
    for partition in endpoints["partitions"]:
        every = partition["services"]
        partition["services"] = {name: every[name] for name in every if name in services}
    _write(data / "endpoints.json", endpoints)


def without_documentation(description: Any) -> Any:
    """A description of a service with empty texts: botocore asks for some of them by name."""
    match description:
        case {"documentation": str(), **others}:
            return {**without_documentation(others), "documentation": ""}
        case dict():
            return {name: without_documentation(inner) for name, inner in description.items()}
        case list():
            return [without_documentation(inner) for inner in description]
        case _:
            return description


def write_as_json(file: Path) -> None:
    """Put JSON into a YAML file.

    Raises:
        ValueError: JSON cannot hold the same, such as a key that is a number.
    """
    content = yaml_file.read(file)
    _write(file, content)
    if yaml_file.read(file) != content:
        raise ValueError(f"JSON cannot hold what is in {file}")


def _read(file: Path) -> Any:
    content = file.read_bytes()
    return json.loads(gzip.decompress(content) if file.suffix == ".gz" else content)


def _write(file: Path, content: Any) -> None:
    file.unlink(missing_ok=True)  # it may be one with the file in the installer's cache
    file.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")


def main() -> None:
    """Slim the package in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    package: Path = parser.parse_args().package
    slim_botocore(package / "botocore" / "data")
    for folder in _LAZY:
        import_on_request(package / folder / "__init__.py")
    for folder in ("shared_rules", "content"):
        for file in (package / folder).rglob("*.yaml"):
            write_as_json(file)


if __name__ == "__main__":
    main()
