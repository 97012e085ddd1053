"""What is wrong with a server's certificate, in words that say what to do."""

from __future__ import annotations

import ssl
from typing import Mapping, Optional, Sequence
from urllib.parse import urlsplit

from ..errors import ServiceError
from ..i18n import tr

EXPIRED, NOT_YET, SELF_SIGNED = "expired", "not yet", "self-signed"
UNKNOWN_ISSUER, OTHER_HOST, NOT_TRUSTED = "unknown issuer", "other host", "not trusted"
"""Why a certificate is refused."""
ORDER = (EXPIRED, NOT_YET, OTHER_HOST, SELF_SIGNED, UNKNOWN_ISSUER)
"""What is told first, and whose next step."""
OF_OPENSSL: Mapping[int, str] = {
    9: NOT_YET,
    10: EXPIRED,
    18: SELF_SIGNED,
    19: SELF_SIGNED,
    2: UNKNOWN_ISSUER,
    20: UNKNOWN_ISSUER,
    21: UNKNOWN_ISSUER,
    62: OTHER_HOST,
    64: OTHER_HOST,
}
"""Source: OpenSSL, x509_vfy.h (X509_V_ERR_*)."""


class CertificateError(ServiceError):
    """A server's certificate does not show who it is; nothing was sent to it."""


def certificate_error(url: str, reasons: Sequence[str]) -> CertificateError:
    """The error of the server of ``url``, whose certificate is refused for ``reasons``, all of
    which are named."""
    host = urlsplit(url).netloc
    known = [reason for reason in ORDER if reason in reasons] or [NOT_TRUSTED]
    sentences = {
        EXPIRED: tr("The certificate of {host} has expired.", host=host),
        NOT_YET: tr("The certificate of {host} is not valid yet.", host=host),
        SELF_SIGNED: tr(
            "The certificate of {host} is self-signed: nobody that this machine trusts vouches for "
            "it.",
            host=host,
        ),
        UNKNOWN_ISSUER: tr(
            "The certificate of {host} was issued by somebody this machine does not know.",
            host=host,
        ),
        OTHER_HOST: tr("The certificate of {host} is another server's.", host=host),
        NOT_TRUSTED: tr("The certificate of {host} is not trusted.", host=host),
    }
    if known[0] in (EXPIRED, NOT_YET):
        step = tr(
            "Nothing was sent. Check this machine's clock; if it is right, tell whoever runs the "
            "service."
        )
    elif known[0] == OTHER_HOST:
        step = tr("Nothing was sent. Check the server address; a proxy may also stand between.")
    else:
        step = tr(
            "Nothing was sent. Check the server address. If it is right, or a proxy of your own "
            "organisation "
            "stands between, ask your IT department to have its certificate authority installed on "
            "this machine "
            "(in QGIS: Settings, Options, Authentication, Manage Certificates)."
        )
    return CertificateError(" ".join(sentences[reason] for reason in known), step, ", ".join(known))


def reason_of(error: BaseException) -> Optional[str]:
    """Why a certificate was refused, looked for in ``error`` and what it holds; None where that was
    not the cause."""
    waiting, seen = [error], set()
    while waiting:
        found = waiting.pop()
        if id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, ssl.SSLCertVerificationError):
            return OF_OPENSSL.get(found.verify_code, NOT_TRUSTED)
        # urllib3's own, where it compares the names itself
        if type(found).__name__ == "CertificateError":
            return OTHER_HOST
        inside = [*getattr(found, "args", ()), getattr(found, "reason", None)]
        inside += [found.__cause__, found.__context__]
        waiting += [part for part in inside if isinstance(part, BaseException)]
    return None
