"""template.yaml put into the emulator, as `sam deploy` puts it into AWS.

What the emulator lacks is done before: SAM's transform, by SAM's own library; the routes of the
HTTP APIs (`routes`); that a secret is named by its ARN. The tests' issuer has no TLS, so its
address need not begin with https.
"""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from functions.local.data_template import names_of
from functions.local.emulator import Endpoint
from functions.local.stack import SECRET_TYPE
from functions.local.template import load_template
from tests.packages import ARCHIVE, ROOT
from tests.rehearsal.routes import with_routes

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_s3 import S3Client

_STACK: Final = "rehearsal"
_ARTEFACTS: Final = "rehearsal-artefacts"
_SAM: Final = ROOT / ".venv-sam" / "bin" / "python"


@dataclass(frozen=True)
class Deployed:
    """A stack: where it is, and its physical names by its logical ones."""

    endpoint: Endpoint
    names: Mapping[str, str]

    def logged(self, *levels: str) -> list[str]:
        """The lines of these levels in the logs of all functions."""
        logs = self.endpoint.client("logs")
        groups = [name for name in self.names.values() if name.startswith("/aws/lambda/")]
        events = [
            event["message"]
            for group in groups
            for page in logs.get_paginator("filter_log_events").paginate(logGroupName=group)
            for event in page["events"]
        ]
        return [line for line in events if any(f'"level":"{each}"' in line for each in levels)]


def deploy(endpoint: Endpoint, archive: Path, parameters: Mapping[str, str]) -> Deployed:
    """Deploy the template with an archive of the functions.

    Raises:
        botocore.exceptions.WaiterError: the stack was not made; its events say why.
    """
    s3: S3Client = endpoint.client("s3")
    s3.create_bucket(Bucket=_ARTEFACTS)
    s3.put_object(Bucket=_ARTEFACTS, Key=ARCHIVE, Body=archive.read_bytes())
    template = _expanded(endpoint.region)
    s3.put_object(Bucket=_ARTEFACTS, Key="template.json", Body=json.dumps(template).encode())
    client: CloudFormationClient = endpoint.client("cloudformation")
    client.create_stack(
        StackName=_STACK,
        TemplateURL=f"{endpoint.url}/{_ARTEFACTS}/template.json",
        Capabilities=["CAPABILITY_IAM"],
        Parameters=[
            {"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()
        ],
    )
    waiter = client.get_waiter("stack_create_complete")
    waiter.wait(StackName=_STACK, WaiterConfig={"Delay": 1})
    pages = client.get_paginator("list_stack_resources").paginate(StackName=_STACK)
    made = [one for page in pages for one in page["StackResourceSummaries"]]
    names = {one["LogicalResourceId"]: one["PhysicalResourceId"] for one in made}
    return Deployed(endpoint, names)


def _expanded(region: str) -> dict[str, Any]:
    """The template without its transform."""
    template = load_template(ROOT / "template.yaml")
    template["Globals"]["Function"]["CodeUri"] = f"s3://{_ARTEFACTS}/{ARCHIVE}"
    del template["Parameters"]["StaffIssuer"]["AllowedPattern"]
    done = subprocess.run(
        [_SAM, Path(__file__).with_name("sam_transform.py")],
        input=json.dumps(template),
        env={"PATH": os.environ["PATH"], "AWS_DEFAULT_REGION": region},
        capture_output=True,
        text=True,
        check=True,
    )
    by_arn = partial(_by_arn, names_of(template, SECRET_TYPE))
    expanded: dict[str, Any] = json.loads(done.stdout, object_hook=by_arn)
    return {**expanded, "Resources": with_routes(expanded["Resources"])}


def _by_arn(secrets: Sequence[str], part: dict[str, Any]) -> dict[str, Any]:
    """A part of a template, which names a secret by its ARN as CloudFormation does."""
    if part.keys() == {"Ref"} and part["Ref"] in secrets:
        return {"Fn::GetAtt": [part["Ref"], "Id"]}
    return part
