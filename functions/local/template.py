"""Read a CloudFormation template written in YAML's short form into plain data."""

from pathlib import Path
from typing import Any

import yaml

from shared_rules import yaml_file

TIMESTAMP = "tag:yaml.org,2002:timestamp"
_Loader: Any = yaml_file.loader()


class _TemplateLoader(_Loader):  # type: ignore[misc]
    """YAML as CloudFormation reads it: `!Sub` and its like are functions, dates are strings."""

    yaml_implicit_resolvers = {  # noqa: RUF012 -- the class attribute that PyYAML reads
        first: [(tag, pattern) for tag, pattern in resolvers if tag != TIMESTAMP]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _function(loader: _TemplateLoader, name: str, node: yaml.Node) -> dict[str, Any]:
    """`!Name value` in its long form, `{"Fn::Name": value}`."""
    value = _argument(loader, node)
    if name in {"Ref", "Condition"}:
        return {name: value}
    if name == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {f"Fn::{name}": value}


def _argument(loader: _TemplateLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    return loader.construct_scalar(node)


_TemplateLoader.add_multi_constructor("!", _function)


def load_template(path: Path) -> dict[str, Any]:
    """The template at `path`, every function in its long form, ready for JSON.

    Raises:
        TypeError: the file is not a mapping.
        yaml.YAMLError: it is not YAML.
    """
    loader = _TemplateLoader(path.read_text(encoding="utf-8"))
    try:
        template = loader.get_single_data()
    finally:
        loader.dispose()
    if not isinstance(template, dict):
        raise TypeError(f"{path.name} is not a CloudFormation template")
    return template
