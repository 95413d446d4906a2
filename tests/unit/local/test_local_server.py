"""The product as one address: pages, functions and headers together."""

import os
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
import requests

from functions.local.__main__ import main
from functions.local.emulator import PortTakenError, bound_socket
from functions.local.server import LocalProduct, local_aws, serve

TEMPLATE = """
Resources:
  Files: {Type: AWS::S3::Bucket}
  Headers:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        SecurityHeadersConfig:
          ContentSecurityPolicy:
            ContentSecurityPolicy: !Sub connect-src 'self' https://${Files.RegionalDomainName};
  Echo:
    Type: AWS::Serverless::Function
    Properties:
      Handler: echo_of_a_test.handler
      Environment: {Variables: {FILES: !Ref Files}}
      Events:
        Rest: {Type: HttpApi, Properties: {Method: ANY, Path: "/api/{proxy+}"}}
"""
ECHO = """
import os
FILES = os.environ["FILES"]
def handler(event, context):
    return {"files": FILES, "body": event.get("body"), "route": event["routeKey"]}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("product")
    (folder / "template.yaml").write_text(TEMPLATE, encoding="utf-8")
    (folder / "echo_of_a_test.py").write_text(ECHO, encoding="utf-8")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("首页", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def echo(folder: Path) -> Iterator[LocalProduct]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        patch.delenv("AWS_ENDPOINT_URL", raising=False)
        patch.setenv("AWS_PROFILE", "somebody's")
        with (
            local_aws(folder / "template.yaml") as stack,
            serve(stack, folder / "site") as product,
        ):
            yield product


def test_pages_and_functions_share_one_address(echo: LocalProduct) -> None:
    page = requests.get(f"{echo.url}/", timeout=5)
    assert (page.status_code, page.text) == (200, "首页")
    answer = requests.post(f"{echo.url}/api/x", json={"name": "王"}, timeout=5)
    assert answer.json() == {
        "files": echo.stack.resources["Files"],
        "body": '{"name": "\\u738b"}',
        "route": "ANY /api/{proxy+}",
    }


def test_every_answer_has_the_distribution_s_headers(echo: LocalProduct) -> None:
    for path in ("/", "/nothing", "/api/x"):
        answer = requests.get(echo.url + path, timeout=5)
        policy = answer.headers["Content-Security-Policy"]
        assert policy == f"connect-src 'self' {echo.aws_url};"


def test_the_process_uses_the_emulator_and_nothing_else(echo: LocalProduct) -> None:
    assert "AWS_PROFILE" not in os.environ
    s3 = boto3.client("s3")
    assert s3.meta.endpoint_url == echo.aws_url
    assert [one["Name"] for one in s3.list_buckets()["Buckets"]].count(os.environ["FILES"]) == 1
    s3.close()


def test_another_aws_is_used_where_the_environment_names_it(
    echo: LocalProduct, folder: Path
) -> None:
    with local_aws(folder / "template.yaml") as stack:
        assert stack.endpoint.url == echo.aws_url
        assert stack.resources["Files"] != echo.stack.resources["Files"]


def test_a_taken_port_is_refused(echo: LocalProduct, folder: Path) -> None:
    port = int(echo.url.rpartition(":")[2])
    with pytest.raises(PortTakenError), serve(echo.stack, folder / "site", port):
        pass


@pytest.mark.parametrize("port", ["0", "65536", "eight", "８０００", "-1"])
def test_the_command_refuses_what_is_no_port(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], port: str
) -> None:
    monkeypatch.setenv("PORT", port)
    assert main() == 1
    assert capsys.readouterr().err == "PORT must be a number from 1 to 65535.\n"


def test_the_command_says_in_one_line_that_a_port_is_taken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with bound_socket(0) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        assert main() == 1
    expected = f"Port {port} is taken. Choose another one: PORT={port + 1} make serve\n"
    assert capsys.readouterr().err == expected
