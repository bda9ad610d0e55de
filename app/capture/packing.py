"""Bodies that a phone has packed with gzip, for a slow hall."""

from zlib import MAX_WBITS, decompressobj, error

MARK = b"\x1f\x8b"  # which no JSON begins with
LARGEST = 4 * 1024 * 1024


class CannotUnpack(ValueError):
    """It is damaged, cut short, or more than anybody may send."""


def is_packed(body: bytes) -> bool:
    return body.startswith(MARK)


def unpacked(body: bytes) -> bytes:
    """The body as it was before. However much would come out, no more than LARGEST is made."""
    opening = decompressobj(MAX_WBITS | 16)
    try:
        whole = opening.decompress(body, LARGEST)
    except error as problem:
        raise CannotUnpack from problem
    if not opening.eof:
        raise CannotUnpack
    return whole
