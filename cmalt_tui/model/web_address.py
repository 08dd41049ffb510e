"""Addresses of the web: put in one form, and told whether they lead to a login."""

import re
from functools import cache
from urllib.parse import quote, urlsplit, urlunsplit

PORTS = {"http": 80, "https": 443}
_KEPT_AS_TYPED = "/%:@!$&'()*+,;=~-._"


def in_one_form(address: str) -> str:
    """An address without its fragment, lower case where case doesn't count; empty if it is none."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:
        return ""
    if parts.scheme.lower() not in PORTS or not re.fullmatch(r"[0-9a-z.-]+|[0-9a-f:]+", host):
        return ""
    if parts.username is not None or parts.password is not None:
        return ""
    host = f"[{host}]" if ":" in host else host
    scheme = parts.scheme.lower()
    place = host if port in (None, PORTS[scheme]) else f"{host}:{port}"
    path = quote(parts.path, safe=_KEPT_AS_TYPED) or "/"
    query = quote(parts.query, safe=f"{_KEPT_AS_TYPED}?[]")
    return urlunsplit((scheme, place, path, query, ""))


def is_login(address: str) -> bool:
    """Whether an address looks like the page on which one signs in."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    return bool(_login_host().search(host) or _login_path().search(parts.path.lower()))


@cache
def _login_host() -> re.Pattern[str]:
    return re.compile(
        r"^(?:login|signin|sso|idp|auth|accounts|shibboleth|wayf|openathens)\d?\.|"
        r"\.(?:okta|auth0|onelogin)\.com$"
    )


@cache
def _login_path() -> re.Pattern[str]:
    return re.compile(r"(?:^|/)(?:login|log-in|signin|sign-in|sso|shibboleth|intranet)(?:[/.]|$)")
