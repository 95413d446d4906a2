"""From which address a request comes, as far as rate limits ask."""

import hmac
import ipaddress
from typing import Final

from aws_lambda_powertools.utilities.data_classes.common import BaseProxyEvent

from functions.platform.environment import environment

# All addresses of one household or office in IPv6 begin with the same bits.
_IPV6_NETWORK: Final = 64


def address_of(event: BaseProxyEvent) -> str:
    """The visitor's IPv4 address, or the network of the IPv6 one.

    What X-Forwarded-For says counts only where our own distribution wrote it; whoever calls the
    API past the distribution is known by the connection.
    """
    connection = str(event["requestContext"]["http"]["sourceIp"])
    if not _came_through_distribution(event.headers.get("X-Distribution-Key", "")):
        return _network(connection)
    hops = event.headers.get("X-Forwarded-For", "").replace(",", " ").split()
    # The gateway adds the distribution's own address; the one before it, the distribution wrote.
    visitors = [hop for hop in hops if hop != connection]
    return _network(visitors[-1] if visitors else connection)


def _came_through_distribution(key: str) -> bool:
    return hmac.compare_digest(key.encode(), environment().distribution_key.encode())


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    return str(ipaddress.ip_network((parsed, _IPV6_NETWORK), strict=False))
