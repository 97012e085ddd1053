"""GC2's WFS-T as far as its source tells (mapcentia/geocloud2, app/wfs and app/inc/WfsFilter.php, 2026-06).

It is no full WFS: versions 1.0.0 and 1.1.0, no ``startIndex``; names and attributes are stripped of their prefixes by
pattern, so ``word="…"`` in a text vanishes; one object per ``wfs:Insert``; a geometry needs its ``srsName``; empty is
NULL; ids and times are strings; new objects are told as ``fid="<view>.<objekt_id>"``.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from html import escape

from geofa_sociodemografi.core.catalogue.geofa.themes import (
    Theme,
    all_themes,
    code_list,
    offered_themes,
)

KEPT = (
    "gml",
    "service",
    "version",
    "outputFormat",
    "maxFeatures",
    "resultType",
    "typeName",
    "srsName",
    "fid",
    "id",
)
ATTRIBUTE = re.compile(
    r" \w*(?:\:\w*?)?" + "".join(f"(?<!{name})" for name in KEPT) + r"=(\".*?\"|'.*?')", re.DOTALL
)
PREFIX = re.compile(r"<(/?)[a-z|0-9]*(?<!gml):")
NAMESPACES = (
    'xmlns:wfs="http://www.opengis.net/wfs" xmlns:ogc="http://www.opengis.net/ogc" '
    'xmlns:gml="http://www.opengis.net/gml" xmlns:fkg="http://geofa.geodanmark.dk/fkg"'
)


class OwsError(Exception):
    """What GC2 answers with an exception report."""


def exception_report(message: str) -> str:
    """The report of an error."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><ows:ExceptionReport version="1.0.0" '
        'xmlns:ows="http://www.opengis.net/ows"><ows:Exception exceptionCode="NoApplicableCode">'
        f"<ows:ExceptionText>{escape(message)}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
    )


def theme_of(typename: str) -> Theme:
    """The theme behind ``fkg:t_5713_prog_stat_dis``."""
    view = re.sub(r"[\w-]*:", "", typename)
    found = [theme for theme in offered_themes(True) if theme.view == view]
    if not found:
        raise OwsError("Relation doesn't exist")
    return found[0]


def stripped(xml: str) -> ElementTree.Element:
    """The request without prefixes, as GC2 strips it: by pattern, the text too."""
    text = PREFIX.sub(r"<\1", ATTRIBUTE.sub("", xml)).replace("gml:", "gml_")
    return ElementTree.fromstring(text)


def answer(cursor: object, request: object) -> str:
    """The answer to a request."""
    if request.method == "POST":
        root = stripped(re.sub(r"^<\?xml[^>]*\?>", "", request.get_data(as_text=True)))
        if root.tag != "Transaction":
            raise OwsError("Unknown request")
        if root.get("version") not in ("1.0.0", "1.1.0"):
            raise OwsError("Version not supported")
        return transaction(cursor, root)
    asked = {key.upper(): value for key, value in request.args.items()}
    operation = asked.get("REQUEST", "").upper()
    if operation == "GETFEATURE":
        return get_feature(cursor, asked)
    if operation == "DESCRIBEFEATURETYPE":
        return describe(theme_of(asked.get("TYPENAME", "")))
    if operation == "GETCAPABILITIES":
        return capabilities(request.base_url)
    raise OwsError("Unknown request")


# -- transactions --------------------------------------------------------------------------------


def transaction(cursor: object, root: ElementTree.Element) -> str:
    """Everything, or an error that undoes everything."""
    inserted, updated, ended = [], 0, 0
    for part in root:
        if part.tag == "Insert":
            inserted.append(insert(cursor, part))
        elif part.tag == "Update":
            updated += update(cursor, part)
        elif part.tag == "Delete":
            theme = theme_of(part.get("typeName", ""))
            cursor.execute(
                f"DELETE FROM fkg.{theme.view} WHERE objekt_id = %s", (identifier(part),)
            )
            ended += changed(cursor)
    features = "".join(
        f'<wfs:Feature><ogc:FeatureId fid="{fid}"/></wfs:Feature>' for fid in inserted
    )
    results = f"<wfs:InsertResults>{features}</wfs:InsertResults>" if inserted else ""
    return (
        f'<wfs:TransactionResponse {NAMESPACES} version="1.1.0"><wfs:TransactionSummary>'
        f"<wfs:totalInserted>{len(inserted)}</wfs:totalInserted><wfs:totalUpdated>{updated}</wfs:totalUpdated>"
        f"<wfs:totalDeleted>{ended}</wfs:totalDeleted></wfs:TransactionSummary><wfs:TransactionResults/>"
        f"{results}</wfs:TransactionResponse>"
    )


def changed(cursor: object) -> int:
    """How many rows a statement changed; none is an error."""
    if not cursor.rowcount:
        raise OwsError("COUNT 0 ERROR")
    return cursor.rowcount


def insert(cursor: object, part: ElementTree.Element) -> str:
    """One object; its ``fid``."""
    if len(part) != 1:  # GC2 makes a list of equal names and takes the list for the object
        raise OwsError("Array to string conversion")
    (feature,) = part
    theme = theme_of(feature.tag)
    columns, marks, values = [], [], []
    for child in feature:
        if child.tag.startswith("gml_"):
            continue
        columns.append(f'"{child.tag}"')
        mark, value = placed(child, part.get("srsName"))
        marks.append(mark)
        values.append(value)
    cursor.execute(
        f"INSERT INTO fkg.{theme.view} ({', '.join(columns)}) VALUES ({', '.join(marks)}) "
        "RETURNING objekt_id",
        values,
    )
    return f"{theme.view}.{cursor.fetchone()[0]}"


def update(cursor: object, part: ElementTree.Element) -> int:
    """The properties of one object."""
    theme = theme_of(part.get("typeName", ""))
    pairs, values = [], []
    for entry in part.findall("Property"):
        value = entry.find("Value")
        mark, plain = placed(value, part.get("srsName")) if value is not None else ("%s", None)
        pairs.append(f'"{entry.findtext("Name").split(":")[-1]}" = {mark}')
        values.append(plain)
    cursor.execute(
        f"UPDATE fkg.{theme.view} SET {', '.join(pairs)} WHERE objekt_id = %s",
        [*values, identifier(part)],
    )
    return changed(cursor)


def placed(element: ElementTree.Element, srs: "str | None") -> "tuple[str, str | None]":
    """(placeholder, value): a geometry as WKT, an empty text as NULL."""
    if len(element):
        (shape,) = element
        name = shape.get("srsName") or srs
        if name is None:
            raise OwsError(
                "postListToWKT(): Argument #2 ($axisOrder) must be of type string, null given"
            )
        return f"ST_GeomFromText(%s, {int(re.split('[:#]', name)[-1])})", wkt(shape)
    return "%s", element.text or None


def wkt(shape: ElementTree.Element) -> str:
    """The well-known text of a multi geometry."""
    if shape.tag == "gml_MultiPoint":
        points = [position.text for position in shape.iter("gml_pos")]
        return f"MULTIPOINT({', '.join(points)})"
    polygons = []
    for polygon in shape.iter("gml_Polygon"):
        rings = []
        for ring in polygon.iter("gml_posList"):
            numbers = ring.text.split()
            rings.append(
                "(" + ", ".join(f"{x} {y}" for x, y in zip(numbers[::2], numbers[1::2])) + ")"
            )
        polygons.append("(" + ", ".join(rings) + ")")
    return f"MULTIPOLYGON({', '.join(polygons)})"


def identifier(part: ElementTree.Element) -> str:
    """The ``objekt_id`` of a filter with a ``FeatureId``."""
    found = part.find("Filter/FeatureId")
    if found is None:
        raise OwsError("Must specify filter")
    return re.sub(r".*\.", "", found.get("fid", ""))


# -- reading -------------------------------------------------------------------------------------


def get_feature(cursor: object, asked: dict) -> str:
    """Objects in GML 3.1; ``startIndex`` is not known."""
    theme = theme_of(asked.get("TYPENAME", ""))
    tests, values = ["true"], []
    if asked.get("FILTER"):
        for test in stripped(asked["FILTER"]).iter("PropertyIsEqualTo"):
            tests.append(f'"{test.findtext("PropertyName").split(":")[-1]}" = %s')
            values.append(test.findtext("Literal"))
    names = [column.name for column in theme.columns if column.type != "geometry"]
    limit = int(asked.get("MAXFEATURES", 1_000_000))
    cursor.execute(
        f"SELECT ST_AsGML(3, geometri, 9, 0), {', '.join(name + '::text' for name in names)} "
        f"FROM fkg.{theme.view} WHERE {' AND '.join(tests)} LIMIT {limit}",
        values,
    )
    members = []
    for geometry, *row in cursor.fetchall():
        fields = "".join(
            f"<fkg:{n}>{escape(v)}</fkg:{n}>" for n, v in zip(names, row) if v is not None
        )
        key = row[names.index("objekt_id")]
        members.append(
            f'<gml:featureMember><fkg:{theme.view} gml:id="{theme.view}.{key}">{fields}'
            f"<fkg:geometri>{geometry}</fkg:geometri></fkg:{theme.view}></gml:featureMember>"
        )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection {NAMESPACES}>{"".join(members)}'
        "</wfs:FeatureCollection>"
    )


def describe(theme: Theme) -> str:
    """The type: ids and times are strings, codes are enumerations, nothing is mandatory."""
    elements = []
    for column in theme.columns:
        if column.type == "geometry":
            kind = (
                "gml:MultiSurfacePropertyType" if theme.has_areas else "gml:MultiPointPropertyType"
            )
            elements.append(
                f'<xsd:element name="geometri" type="{kind}" nillable="true" minOccurs="0"/>'
            )
        elif column.code_list:
            base = "xsd:integer" if column.type == "integer" else "xsd:string"
            values = "".join(
                f'<xsd:enumeration value="{code}"/>' for code in code_list(column.code_list)
            )
            elements.append(
                f'<xsd:element name="{column.name}" nillable="true" minOccurs="0"><xsd:simpleType>'
                f'<xsd:restriction base="{base}">{values}</xsd:restriction></xsd:simpleType></xsd:element>'
            )
        else:
            kind = "xsd:integer" if column.type == "integer" else "xsd:string"
            elements.append(
                f'<xsd:element name="{column.name}" type="{kind}" nillable="true" minOccurs="0"/>'
            )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
        f'{NAMESPACES} targetNamespace="http://geofa.geodanmark.dk/fkg" elementFormDefault="qualified" '
        'version="1.0"><xsd:import namespace="http://www.opengis.net/gml" '
        'schemaLocation="http://schemas.opengis.net/gml/3.1.1/base/gml.xsd"/>'
        f'<xsd:complexType name="{theme.view}Type"><xsd:complexContent><xsd:extension '
        f'base="gml:AbstractFeatureType"><xsd:sequence>{"".join(elements)}</xsd:sequence></xsd:extension>'
        f'</xsd:complexContent></xsd:complexType><xsd:element name="{theme.view}" type="fkg:{theme.view}Type" '
        'substitutionGroup="gml:_Feature"/></xsd:schema>'
    )


def capabilities(url: str) -> str:
    """What the service offers (WFS 1.1.0)."""

    def operation(name: str) -> str:
        return (
            f'<ows:Operation name="{name}"><ows:DCP><ows:HTTP><ows:Get xlink:href="{url}?"/>'
            f'<ows:Post xlink:href="{url}"/></ows:HTTP></ows:DCP></ows:Operation>'
        )

    operations = "".join(
        map(operation, ("GetCapabilities", "DescribeFeatureType", "GetFeature", "Transaction"))
    )
    types = "".join(
        f"<FeatureType><Name>fkg:{theme.view}</Name><Title>{theme.view}</Title>"
        "<DefaultSRS>urn:ogc:def:crs:EPSG::25832</DefaultSRS><ows:WGS84BoundingBox><ows:LowerCorner>7 54"
        "</ows:LowerCorner><ows:UpperCorner>16 58</ows:UpperCorner></ows:WGS84BoundingBox></FeatureType>"
        for theme in all_themes()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><WFS_Capabilities version="1.1.0" '
        f'xmlns="http://www.opengis.net/wfs" xmlns:ows="http://www.opengis.net/ows" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" {NAMESPACES}>'
        f"<ows:ServiceIdentification><ows:Title>GeoFA on loopback</ows:Title><ows:ServiceType>WFS"
        f"</ows:ServiceType><ows:ServiceTypeVersion>1.1.0</ows:ServiceTypeVersion></ows:ServiceIdentification>"
        f"<ows:OperationsMetadata>{operations}</ows:OperationsMetadata><FeatureTypeList><Operations>"
        "<Operation>Query</Operation><Operation>Insert</Operation><Operation>Update</Operation><Operation>Delete"
        f"</Operation></Operations>{types}</FeatureTypeList><ogc:Filter_Capabilities/></WFS_Capabilities>"
    )
