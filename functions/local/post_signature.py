"""Who signed a browser's form, and whether the signature holds (Signature Version 4)."""

import hmac
from collections.abc import Mapping
from typing import NamedTuple

from botocore.auth import S3SigV4PostAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from functions.local.post_error import PostError, invalid_argument
from functions.local.post_form import PostForm

ALGORITHM = "AWS4-HMAC-SHA256"
SIGNED_FIELDS = ("Policy", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Signature")


class Signer(NamedTuple):
    """Who may sign, and for where: secret keys by access key, and the region."""

    secrets: Mapping[str, str]
    region: str


def check_fields(form: PostForm) -> None:
    """Pass a form that has a key and is signed.

    Raises:
        PostError: a field is missing; without any of a signature's fields, access is denied.
    """
    if not form.fields.get("key"):
        raise _missing("key")
    present = [name for name in SIGNED_FIELDS if name.lower() in form.fields]
    if present in ([], ["Policy"]):
        raise PostError(403, "AccessDenied", "Access Denied")
    for name in SIGNED_FIELDS:
        if name.lower() not in form.fields:
            raise _missing(name)


def check_signature(form: PostForm, signer: Signer) -> None:
    """Pass a form whose policy an existing key signed, for this region.

    Raises:
        PostError: with the answer that S3 would give.
    """
    if (algorithm := form.fields["x-amz-algorithm"]) != ALGORITHM:
        raise invalid_argument(
            "X-Amz-Algorithm", algorithm, f"X-Amz-Algorithm only supports {ALGORITHM}"
        )
    access_key, day = _credential(form.fields["x-amz-credential"], signer.region)
    if access_key not in signer.secrets:
        text = "The AWS Access Key Id you provided does not exist in our records."
        raise PostError(403, "InvalidAccessKeyId", text, AWSAccessKeyId=access_key)
    policy, signature = form.fields["policy"], form.fields["x-amz-signature"]
    expected = post_signature(
        policy, Credentials(access_key, signer.secrets[access_key]), day, signer.region
    )
    if not hmac.compare_digest(expected.encode(), signature.encode()):
        raise _signature_mismatch(access_key, policy, signature)


def _credential(credential: str, region: str) -> tuple[str, str]:
    """The access key and the day (yyyymmdd) of a credential such as `AK…/20260102/…`."""
    name = "X-Amz-Credential"
    match credential.split("/"):
        case [access_key, day, scope, "s3", "aws4_request"] if access_key and day.isdecimal():
            if scope != region:
                text = f"the region '{scope}' is wrong; expecting '{region}'"
                raise invalid_argument(name, credential, text)
            return access_key, day
    text = 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/s3/aws4_request".'
    raise invalid_argument(name, credential, text)


def post_signature(policy: str, credentials: Credentials, day: str, region: str) -> str:
    """The signature (hex) of a base64 policy, for a day such as `20151229`."""
    request = AWSRequest()
    request.context["timestamp"] = f"{day}T000000Z"
    return str(S3SigV4PostAuth(credentials, "s3", region).signature(policy, request))


def _signature_mismatch(access_key: str, policy: str, signature: str) -> PostError:
    text = (
        "The request signature we calculated does not match the signature you provided. "
        "Check your key and signing method."
    )
    return PostError(
        403,
        "SignatureDoesNotMatch",
        text,
        AWSAccessKeyId=access_key,
        StringToSign=policy,
        SignatureProvided=signature,
        StringToSignBytes=policy.encode().hex(" "),
    )


def _missing(name: str) -> PostError:
    text = f"Bucket POST must contain a field named '{name}'.  "
    return invalid_argument(
        name, "", text + "If it is specified, please check the order of the fields."
    )
