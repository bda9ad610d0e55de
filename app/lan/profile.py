"""The authority as phones install it: a profile for iPhones, a certificate for all others."""

import plistlib
from uuid import NAMESPACE_URL, uuid5

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate

from app.lan.authority import fingerprint, name_of

PROFILE = "application/x-apple-aspen-config"
CERTIFICATE = "application/x-x509-ca-cert"


def profile_of(authority: Certificate, description: str) -> bytes:
    """What an iPhone shows by name before it installs. The same authority is the same profile:
    installed twice, it is there once.
    """
    identity = uuid5(NAMESPACE_URL, fingerprint(authority))
    payload = {
        "PayloadType": "com.apple.security.root",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"showfloor.lan.{identity}.authority",
        "PayloadUUID": str(uuid5(identity, "authority")).upper(),
        "PayloadDisplayName": name_of(authority),
        "PayloadDescription": description,
        "PayloadCertificateFileName": "showfloor.crt",
        "PayloadContent": certificate_of(authority),
    }
    whole = {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"showfloor.lan.{identity}",
        "PayloadUUID": str(identity).upper(),
        "PayloadDisplayName": name_of(authority),
        "PayloadDescription": description,
        "PayloadOrganization": "Showfloor",
        "PayloadRemovalDisallowed": False,
        "PayloadContent": [payload],
    }
    return plistlib.dumps(whole)


def certificate_of(authority: Certificate) -> bytes:
    """The certificate as bytes (DER), which every phone reads."""
    return authority.public_bytes(Encoding.DER)
