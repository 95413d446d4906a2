"""Workbooks under the password that Excel itself tries, so that nobody is asked for one.

Excel encrypts workbooks whose structure is protected, or which may only be read, with the password
VelvetSweatshop (MS-XLS 2.2.10), and opens them as if they had none.
"""

from io import BytesIO
from typing import Final

from shared_rules.findings import RuleError

_DEFAULT: Final = "VelvetSweatshop"


def opened(data: bytes) -> bytes:
    """The workbook without that password.

    Raises:
        RuleError: `file.password`: it has another one.
        ImportError: the library that decrypts is not there.
    """
    # Slow to import and seldom wanted; a browser leaves such a file to the service.
    import msoffcrypto  # noqa: PLC0415

    target = BytesIO()
    try:
        file = msoffcrypto.OfficeFile(BytesIO(data))
        # Only of files in the newer shell is it asked for: the older ones are always verified.
        verified = {"verify_password": True} if file.format == "ooxml" else {}
        file.load_key(password=_DEFAULT, **verified)
        file.decrypt(target)
    # It fails in many ways on what is encrypted otherwise.
    except Exception as error:
        raise RuleError("file.password") from error
    return target.getvalue()
