"""What is wrong with a server's certificate, in words that say what to do."""

from __future__ import annotations

import ssl
from typing import Mapping, Optional, Sequence
from urllib.parse import urlsplit

from .errors import ServiceError
from .i18n import tr

EXPIRED, NOT_YET, SELF_SIGNED, UNKNOWN_ISSUER, OTHER_HOST, NOT_TRUSTED = (
    "expired",
    "not yet",
    "self-signed",
    "unknown issuer",
    "other host",
    "not trusted",
)
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
    host, known = (
        urlsplit(url).netloc,
        [reason for reason in ORDER if reason in reasons] or [NOT_TRUSTED],
    )
    told = {
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
    return CertificateError(" ".join(told[reason] for reason in known), step, ", ".join(known))


def reason_of(error: BaseException) -> Optional[str]:
    """Why a certificate was refused, looked for in ``error`` and what it holds; None where that was
    not the cause."""
    held, met = [error], set()
    while held:
        one = held.pop()
        if id(one) in met:
            continue
        met.add(id(one))
        if isinstance(one, ssl.SSLCertVerificationError):
            return OF_OPENSSL.get(one.verify_code, NOT_TRUSTED)
        if (
            type(one).__name__ == "CertificateError"
        ):  # urllib3's own, where it compares the names itself
            return OTHER_HOST
        held += [
            part
            for part in (
                *getattr(one, "args", ()),
                getattr(one, "reason", None),
                one.__cause__,
                one.__context__,
            )
            if isinstance(part, BaseException)
        ]
    return None
