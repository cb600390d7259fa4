"""TLS on loopback: a certificate that nobody vouches for, and a context that serves it."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import timedelta
from pathlib import Path

import pytest

from lcdesk.model.domain.zones import utc_now


def new_certificate(folder: Path) -> Path:
    """A file with a key and a self-signed certificate for 127.0.0.1."""
    pytest.importorskip("cryptography")  # comes with the Linux keyring only
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    host = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    start = utc_now() - timedelta(days=1)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name)
    made = made.public_key(key.public_key()).serial_number(x509.random_serial_number())
    made = made.not_valid_before(start).not_valid_after(start + timedelta(days=9))
    made = made.add_extension(x509.SubjectAlternativeName([host]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    file = folder / "server.pem"
    file.write_bytes(secret + public)
    return file


def server_context(certificate: Path) -> ssl.SSLContext:
    """What a server needs to use it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context
