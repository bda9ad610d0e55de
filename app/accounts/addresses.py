"""Web addresses: which lead back to us, and which a browser trusts."""

from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def own_path(text: str) -> str:
    """A path of this site as it was given; empty for whatever could lead anywhere else."""
    if not text.startswith("/") or text.startswith("//") or "\\" in text or not text.isprintable():
        return ""
    return text


def is_this_machine(host: str) -> bool:
    return host in LOOPBACK or host.endswith(".localhost")


def is_insecure(scheme: str, host: str, *, browser_trusts: bool) -> bool:
    """Whether the browser throws our cookies away, because the page came unencrypted.

    A browser sends Sec-Fetch headers only where it trusts the connection: they tell the truth
    behind a proxy that does not pass the scheme on.
    """
    return scheme != "https" and not is_this_machine(host) and not browser_trusts


def door_of(origin: str, port: int) -> str:
    """Where phones learn to trust a laptop that is the server: the same host, unencrypted."""
    return f"http://{urlsplit(origin).hostname}:{port}"


def opens_on_phones(origin: str) -> bool:
    """Whether a phone that reads this address gets here, and may use its camera there."""
    address = urlsplit(origin)
    return address.scheme == "https" and not is_this_machine(address.hostname or "")
