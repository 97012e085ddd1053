"""The files of an edition."""

from __future__ import annotations

FILES = {
    "certifikat.json",
    "certifikat.txt",
    "kort.pdf",
    "kort.svg",
    "rapport.pdf",
    "udgave.csv",
    "udgave.gpkg",
    "udgave.qgz",
    "udgave.xlsx",
}
