"""E-mail addresses: what mail could go to, and what it could not."""

import pytest

from shared_rules.findings import RuleError
from shared_rules.identity import email

LONGEST = f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 58}.cn"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", ""),
        ("  \u200b", ""),
        (" zhao.min@example.cn\n", "zhao.min@example.cn"),
        ("zhao ＠example．cn", "zhao@example.cn"),
        ("10001@qq.com", "10001@qq.com"),
        ("a+b_c-d@mail.example.com.cn", "a+b_c-d@mail.example.com.cn"),
        (LONGEST, LONGEST),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, address: str) -> None:
    assert email.parse(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "13900000000",
        "zhao.min",
        "zhao.min@example",
        "zhao.min@",
        "@example.cn",
        "a@b@example.cn",
        ".a@example.cn",
        "a..b@example.cn",
        '"a b"@example.cn',
        "a@example.cn,b@example.cn",
        "a<b>@example.cn",
        "a@example.cn\r\nBcc:b@example.cn",
        "a@-example.cn",
        "a@[127.0.0.1]",
        "赵敏@example.cn",
        f"{'a' * 65}@example.cn",
        f"a{LONGEST}",
        LONGEST.replace(".cn", "d.cn"),
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(RuleError) as refused:
        email.parse(typed)
    assert refused.value.finding().code == "email.form"
