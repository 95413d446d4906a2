import json
from pathlib import Path

import pytest

from functions.local.template import load_template

CASES = [
    ("!Ref Table", {"Ref": "Table"}),
    ("!Condition HasDomain", {"Condition": "HasDomain"}),
    ("!GetAtt Bucket.Arn", {"Fn::GetAtt": ["Bucket", "Arn"]}),
    ("!GetAtt Nested.Outputs.Url", {"Fn::GetAtt": ["Nested", "Outputs.Url"]}),
    ("!GetAtt [Bucket, Arn]", {"Fn::GetAtt": ["Bucket", "Arn"]}),
    ("!Sub 'https://${Host}/'", {"Fn::Sub": "https://${Host}/"}),
    ("!Sub ['${A}', {A: !Ref B}]", {"Fn::Sub": ["${A}", {"A": {"Ref": "B"}}]}),
    (
        "!Not [!Equals [!Ref A, '']]",
        {"Fn::Not": [{"Fn::Equals": [{"Ref": "A"}, ""]}]},
    ),
    ("2012-10-17", "2012-10-17"),
    ("30", 30),
    ("true", True),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_value_is_read_in_its_long_form(tmp_path: Path, text: str, expected: object) -> None:
    path = tmp_path / "template.yaml"
    path.write_text(f"Value: {text}\n", encoding="utf-8")
    template = load_template(path)
    assert template == {"Value": expected}
    assert json.loads(json.dumps(template)) == template


def test_a_list_is_no_template(tmp_path: Path) -> None:
    path = tmp_path / "template.yaml"
    path.write_text("- 1\n", encoding="utf-8")
    with pytest.raises(TypeError, match="template\\.yaml is not a CloudFormation template"):
        load_template(path)
