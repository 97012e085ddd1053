"""The text of an answer's bytes, as the document itself says how it is written.

Source: RFC 7303 (XML on the web), XML 1.0 appendix F, RFC 8259 (JSON is UTF-8).
"""

from __future__ import annotations

import codecs
import re
from typing import Optional

DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}\?>")
IN_HEADER = re.compile(r"""charset\s*=\s*"?([A-Za-z0-9._-]{1,40})""", re.IGNORECASE)
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KNOWN = ("utf-8", "utf-16", "ascii", "iso8859-1", "iso8859-15", "cp1252")
"""Python's names of the encodings that are read; it knows others that are no encodings of texts, or
slow."""


def text_of(body: bytes, content_type: str = "") -> Optional[str]:
    """``body`` as text, without a byte order mark; None where it is not written as it says it is.

    A byte order mark decides, then what the document declares, then the header ``content_type``.
    Where header and document differ, and one of them says UTF-8, what is valid UTF-8 is that:
    hardly any other text is.
    """
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return _decoded(body, encoding)
    declared = DECLARED.match(body[:1000])
    said = IN_HEADER.search(content_type)
    names = [name for name in (declared and declared[1].decode("ascii"), said and said[1]) if name]
    encodings = [_known(name) for name in names] or ["utf-8"]
    if "utf-8" in encodings:
        encodings.insert(0, "utf-8")
    for encoding in dict.fromkeys(encodings):
        text = _decoded(body, encoding) if encoding else None
        if text is not None:
            return text
    return None


def in_utf8(text: str) -> bytes:
    """The bytes of the XML ``text``, with a declaration of what they are now where its own speaks
    of others."""
    declared = DECLARATION.match(text)
    if declared is None or "utf-8" in declared[0].lower() or "encoding" not in declared[0]:
        return text.encode("utf-8", "replace")
    rest = text[declared.end() :].encode("utf-8", "replace")
    return b'<?xml version="1.0" encoding="UTF-8"?>' + rest


def _known(name: str) -> str:
    """The encoding ``name`` as Python calls it; empty where it is none that is read."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    return found if found in KNOWN else ""


def _decoded(body: bytes, encoding: str) -> Optional[str]:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        return None
