"""Sends the requests of ``requests`` sessions through QGIS' own network.

So proxy, certificates, authentication and the network log are QGIS' own, and Cancel works.
"""

from __future__ import annotations

import io
import threading
from typing import Mapping, Optional

import requests
from qgis.core import QgsBlockingNetworkRequest, QgsFeedback
from qgis.PyQt.QtCore import QByteArray, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest
from requests.adapters import BaseAdapter

from ..errors import CancelledError
from ..i18n import tr

USER_AGENT = "GeoFA-Sociodemografi QGIS plugin"


class QgisTransport(BaseAdapter):
    """A transport adapter that asks ``QgsBlockingNetworkRequest``; one request object per call.

    Args:
        feedback: cancels a request under way.
        authcfg: id of a QGIS authentication configuration, or empty.
    """

    def __init__(self, feedback: Optional[QgsFeedback] = None, authcfg: str = ""):
        super().__init__()
        self._feedback = feedback
        self._authcfg = authcfg

    def send(self, request: requests.PreparedRequest, stream: bool = False, timeout: object = None,
             verify: object = True, cert: object = None,
             proxies: Optional[Mapping[str, str]] = None) -> requests.Response:
        """Send a GET or POST and answer as ``requests`` would."""
        if request.method not in ("GET", "POST"):
            raise requests.exceptions.InvalidSchema(f"{request.method} is not sent by this transport")
        asked = QNetworkRequest(QUrl.fromEncoded(request.url.encode("ascii")))
        for name, text in request.headers.items():
            if name.lower() == "accept-encoding":
                continue  # Qt asks for compression itself, and unpacks only what it asked for
            asked.setRawHeader(name.encode("ascii"), str(text).encode("latin-1"))
        blocking = QgsBlockingNetworkRequest()
        if self._authcfg:
            blocking.setAuthCfg(self._authcfg)
        deadline = _Deadline(timeout[1] if isinstance(timeout, tuple) else timeout, self._feedback)
        try:
            if request.method == "POST":
                code = blocking.post(asked, QByteArray(request.body or b""), True, deadline.feedback)
            else:
                code = blocking.get(asked, True, deadline.feedback)
        finally:
            deadline.stop()
        if self._feedback is not None and self._feedback.isCanceled():
            raise CancelledError(tr("Cancelled. Nothing was changed."))
        if deadline.feedback.isCanceled():
            raise requests.exceptions.ReadTimeout(request=request)
        return self._answer(request, blocking, code)

    def _answer(self, request: requests.PreparedRequest, blocking: QgsBlockingNetworkRequest,
                code: object) -> requests.Response:
        reply = blocking.reply()
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if code != QgsBlockingNetworkRequest.ErrorCode.NoError and not status:
            kind = (
                requests.exceptions.ReadTimeout
                if code == QgsBlockingNetworkRequest.ErrorCode.TimeoutError
                or reply.error() == QNetworkReply.NetworkError.TimeoutError
                else requests.exceptions.ConnectionError
            )
            raise kind(blocking.errorMessage(), request=request)
        response = requests.Response()
        response.status_code = int(status or 200)
        response.url = request.url
        response.request = request
        response.raw = io.BytesIO(bytes(reply.content()))
        for name in reply.rawHeaderList():
            response.headers[bytes(name).decode("latin-1")] = bytes(reply.rawHeader(name)).decode("latin-1")
        response.headers.pop("Content-Encoding", None)
        return response

    def close(self) -> None:
        """Nothing is kept open."""


class _Deadline:
    """A feedback that cancels a request when the user does, or when its time is up.

    QGIS 3.22 knows no time limit for one request, so the clock is our own.
    """

    def __init__(self, seconds: Optional[float], user: Optional[QgsFeedback]):
        self.feedback = QgsFeedback()
        self._user = user
        if user is not None:
            user.canceled.connect(self.feedback.cancel)
        self._clock = threading.Timer(seconds, self.feedback.cancel) if seconds else None
        if self._clock is not None:
            self._clock.daemon = True
            self._clock.start()

    def stop(self) -> None:
        """Let go of the clock and of the user's feedback."""
        if self._clock is not None:
            self._clock.cancel()
        if self._user is not None:
            self._user.canceled.disconnect(self.feedback.cancel)


def qgis_session(feedback: Optional[QgsFeedback] = None, authcfg: str = "") -> requests.Session:
    """A ``requests`` session on QGIS' network."""
    session = requests.Session()
    session.trust_env = False
    session.headers["User-Agent"] = USER_AGENT
    transport = QgisTransport(feedback, authcfg)
    session.mount("https://", transport)
    session.mount("http://", transport)
    return session
