"""Sends the requests of ``requests`` sessions through QGIS' own network.

So proxy, certificates, authentication and the network log are QGIS' own, and Cancel works.
``QgsBlockingNetworkRequest`` is not used: it follows every redirect with the login, and holds an
answer of any size.
"""

from __future__ import annotations

import time
from collections import deque
from typing import Deque, Mapping, Optional, Tuple, Union

import requests
from qgis.core import QgsApplication, QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QByteArray, QCoreApplication, QEventLoop, Qt, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest, QSslError
from requests.adapters import BaseAdapter

from ...confidential import remember_header
from ...errors import CancelledError, ServiceError
from ...i18n import tr
from ...web.body import PIECE, CutOffError, refuse_too_much
from ...web.certificates import (
    EXPIRED,
    NOT_TRUSTED,
    NOT_YET,
    OTHER_HOST,
    SELF_SIGNED,
    UNKNOWN_ISSUER,
    certificate_error,
)
from . import compat

USER_AGENT = "GeoFA-Sociodemografi QGIS plugin"
LOOK_EVERY_MS = 50
MOST_AT_ONCE = 16 * PIECE
FAULT = QSslError.SslError
DISTRUSTED = {
    compat.plain_number(fault): reason
    for fault, reason in (
        (FAULT.CertificateExpired, EXPIRED),
        (FAULT.CertificateNotYetValid, NOT_YET),
        (FAULT.SelfSignedCertificate, SELF_SIGNED),
        (FAULT.SelfSignedCertificateInChain, SELF_SIGNED),
        (FAULT.HostNameMismatch, OTHER_HOST),
        (FAULT.UnableToGetIssuerCertificate, UNKNOWN_ISSUER),
        (FAULT.UnableToGetLocalIssuerCertificate, UNKNOWN_ISSUER),
        (FAULT.UnableToVerifyFirstCertificate, UNKNOWN_ISSUER),
    )
}
"""Why a certificate is refused, by Qt's number."""


class QgisTransport(BaseAdapter):
    """A transport adapter on QGIS' network of the thread it is used in. It sends once and follows
    nothing.

    Args:
        feedback: cancels a request under way.
        authcfg: id of a QGIS authentication configuration, or empty.
    """

    keeps_time = True

    def __init__(self, feedback: Optional[QgsFeedback] = None, authcfg: str = ""):
        super().__init__()
        self._feedback = feedback
        self._authcfg = authcfg

    @property
    def has_login(self) -> bool:
        """Does every request get a login?"""
        return bool(self._authcfg)

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: "Union[None, float, Tuple[float, float], Tuple[float, None]]" = None,
        verify: object = True,
        cert: object = None,
        proxies: Optional[Mapping[str, str]] = None,
    ) -> requests.Response:
        """Send a GET or POST and answer as ``requests`` would, packed as it came.

        Raises:
            TooMuchError: the answer has more bytes than any may have. CertificateError: the server
                does not show who it is. CancelledError: the user stopped.
        """
        if request.method not in ("GET", "POST"):
            raise requests.exceptions.InvalidSchema(
                f"{request.method} is not sent by this transport"
            )
        seconds = timeout[1] if isinstance(timeout, tuple) else timeout
        asked = self._with_login(_request(request))
        manager = QgsNetworkAccessManager.instance(Qt.ConnectionType.DirectConnection)
        if request.method == "POST":
            body = request.body or b""
            reply = manager.post(
                asked, QByteArray(body.encode("utf-8") if isinstance(body, str) else body)
            )
        else:
            reply = manager.get(asked)
        if self._authcfg:
            QgsApplication.authManager().updateNetworkReply(reply, self._authcfg)
        listener = _Listener(reply, str(request.url), seconds, self._feedback)
        try:
            listener.listen()
            return _answer(request, reply, listener)
        finally:
            reply.deleteLater()

    def _with_login(self, asked: QNetworkRequest) -> QNetworkRequest:
        if not self._authcfg:
            return asked
        done = QgsApplication.authManager().updateNetworkRequest(asked, self._authcfg)
        done, asked = done if isinstance(done, tuple) else (done, asked)
        if not done:
            raise requests.exceptions.ConnectionError("authentication configuration")
        remember_header(bytes(asked.rawHeader(b"Authorization")).decode("latin-1"))
        return asked

    def close(self) -> None:
        """Nothing is kept open."""


def _request(request: requests.PreparedRequest) -> QNetworkRequest:
    """``request`` as Qt's: no redirect followed, nothing kept on disk, no cookie, and no login of
    QGIS' memory."""
    asked = QNetworkRequest(QUrl.fromEncoded(str(request.url).encode("ascii")))
    for name, text in request.headers.items():
        asked.setRawHeader(name.encode("ascii"), str(text).encode("latin-1", "replace"))
    attribute, manual = QNetworkRequest.Attribute, QNetworkRequest.LoadControl.Manual
    for key, value in (
        (attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy),
        (attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork),
        (attribute.CacheSaveControlAttribute, False),
        (attribute.CookieLoadControlAttribute, manual),
        (attribute.CookieSaveControlAttribute, manual),
        (attribute.AuthenticationReuseAttribute, manual),
    ):
        asked.setAttribute(key, compat.plain_number(value))
    return asked


class _AnswerBody:
    """What has come of an answer, read once: what is read is let go, so that the answer is in
    memory once."""

    def __init__(self) -> None:
        self._pieces: Deque[bytearray] = deque()
        self.count = 0

    def add(self, piece: bytes) -> None:
        """Put ``piece`` behind what has come; small ones are put together."""
        self.count += len(piece)
        if self._pieces and len(self._pieces[-1]) + len(piece) <= PIECE:
            self._pieces[-1] += piece
        else:
            self._pieces.append(bytearray(piece))

    def read(self, most: Optional[int] = None) -> bytes:
        """The next bytes, at most ``most``; all without it; none at the end."""
        if most is None or most < 0:
            whole = b"".join(self._pieces)
            self._pieces.clear()
            return whole
        if not self._pieces:
            return b""
        piece = self._pieces.popleft()
        if len(piece) > most:
            self._pieces.appendleft(piece[most:])
        return bytes(piece[:most])

    def close(self) -> None:
        """Let go of what has not been read."""
        self._pieces.clear()


class _Listener:
    """Takes an answer piece by piece while it arrives, and ends it when it is too much, too late,
    or not wanted.

    QGIS 3.22 knows no time limit for one request, so the clock is our own.
    """

    def __init__(
        self, reply: QNetworkReply, url: str, seconds: Optional[float], user: Optional[QgsFeedback]
    ):
        self._reply, self._url, self._user = reply, url, user
        self._ends = time.monotonic() + seconds if seconds else float("inf")
        self._loop = QEventLoop()
        self.body = _AnswerBody()
        self.late = False
        self.distrusted: "list[str]" = []

    def listen(self) -> None:
        """Return when the answer has come or was ended; raises ``TooMuchError`` and
        ``CancelledError``."""
        self._reply.setReadBufferSize(MOST_AT_ONCE)
        self._reply.readyRead.connect(self._take)
        self._reply.sslErrors.connect(self._distrust)
        self._reply.finished.connect(self._loop.quit)
        QCoreApplication.instance().aboutToQuit.connect(self._loop.quit)
        clock = QTimer()
        clock.timeout.connect(self._end_in_time)
        clock.start(LOOK_EVERY_MS)
        if not self._reply.isFinished():
            self._loop.exec()
        clock.stop()
        if self._is_cancelled():
            raise CancelledError(tr("Cancelled. Nothing was changed."))
        self._take()
        refuse_too_much(self.body.count, self._url)

    def _take(self) -> None:
        while self._reply.bytesAvailable() and not self._is_too_much():
            self.body.add(bytes(self._reply.read(PIECE)))
        if self._is_too_much():
            self._end()

    def _distrust(self, errors: "list[QSslError]") -> None:
        """Note why the certificate is refused; QGIS asks the user, or its settings, whether to go
        on all the same."""
        self.distrusted = [
            DISTRUSTED.get(compat.plain_number(error.error()), NOT_TRUSTED) for error in errors
        ]

    def _end_in_time(self) -> None:
        self.late = time.monotonic() > self._ends
        if self.late or self._is_cancelled():
            self._end()

    def _end(self) -> None:
        if self._reply.isRunning():
            self._reply.abort()
        self._loop.quit()

    def _is_cancelled(self) -> bool:
        return self._user is not None and self._user.isCanceled()

    def _is_too_much(self) -> bool:
        try:
            refuse_too_much(self.body.count, self._url)
        except ServiceError:
            return True
        return False


def _answer(
    request: requests.PreparedRequest, reply: QNetworkReply, listener: _Listener
) -> requests.Response:
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    error = compat.plain_number(reply.error())
    kinds = QNetworkReply.NetworkError
    if listener.late or error in map(
        compat.plain_number, (kinds.TimeoutError, kinds.OperationCanceledError)
    ):
        raise requests.exceptions.ReadTimeout(request=request)
    if not status and listener.distrusted:
        raise certificate_error(str(request.url), listener.distrusted)
    if not status or 0 < error < compat.plain_number(kinds.ContentAccessDenied):
        kind = CutOffError if status else requests.exceptions.ConnectionError
        raise kind(reply.errorString(), request=request)
    response = requests.Response()
    response.status_code = int(status)
    response.url = str(request.url)
    response.request = request
    response.raw = listener.body
    for name in reply.rawHeaderList():
        response.headers[bytes(name).decode("latin-1")] = bytes(reply.rawHeader(name)).decode(
            "latin-1"
        )
    return response


def qgis_session(feedback: Optional[QgsFeedback] = None, authcfg: str = "") -> requests.Session:
    """A ``requests`` session on QGIS' network."""
    session = requests.Session()
    session.trust_env = False
    session.headers["User-Agent"] = USER_AGENT
    transport = QgisTransport(feedback, authcfg)
    session.mount("https://", transport)
    session.mount("http://", transport)
    return session
