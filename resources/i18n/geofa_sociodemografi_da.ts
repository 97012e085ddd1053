<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK">
<context>
    <name>@default</name>
    <message>
        <location filename="../../plugin.py" line="57"/>
        <source>Follow districts and housing areas month by month</source>
        <translation>Følg distrikter og boligområder måned for måned</translation>
    </message>
    <message>
        <location filename="../../ui/law/panel.py" line="35"/>
        <source>Indicative calculation: the ministry&apos;s list is the decision.</source>
        <translation>Vejledende beregning: ministeriets liste er afgørelsen.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/judgement_notes.py" line="72"/>
        <source>Computed without the origin criterion (EU Court, C-417/23); categories that rest on it are not given.</source>
        <translation>Beregnet uden oprindelseskriteriet (EU-Domstolen, C-417/23); kategorier, der hviler på det, gives ikke.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/judgement_notes.py" line="82"/>
        <source>Undecided. Missing: {figures}.</source>
        <translation>Ikke afgjort. Mangler: {figures}.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/judgement_notes.py" line="84"/>
        <source>Undecided: the category of earlier years is missing.</source>
        <translation>Ikke afgjort: kategorien for tidligere år mangler.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/judgement_notes.py" line="86"/>
        <source>Earlier years were not looked at.</source>
        <translation>Tidligere år er ikke undersøgt.</translation>
    </message>
    <message>
        <location filename="../../core/measures/findings.py" line="120"/>
        <source>no address key or coordinates</source>
        <translation>uden adressenøgle eller koordinater</translation>
    </message>
    <message>
        <location filename="../../core/measures/findings.py" line="122"/>
        <source>address key not in the address list</source>
        <translation>adressenøgle ikke i adresselisten</translation>
    </message>
    <message>
        <location filename="../../core/measures/findings.py" line="123"/>
        <source>address without coordinates</source>
        <translation>adresse uden koordinater</translation>
    </message>
    <message>
        <location filename="../../core/measures/findings.py" line="124"/>
        <source>outside every area</source>
        <translation>uden for alle områder</translation>
    </message>
    <message>
        <location filename="../../core/measures/reference_values.py" line="178"/>
        <source>The reference table has {indicator} at the level {level} for the codes {codes}, not for {wanted}.</source>
        <translation>Referencetabellen har {indicator} på niveauet {level} for koderne {codes}, ikke for {wanted}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/reference_values.py" line="178"/>
        <source>an unknown region</source>
        <translation>en ukendt region</translation>
    </message>
    <message>
        <location filename="../../core/measures/reference_values.py" line="178"/>
        <source>Choose the municipality, so that its region is known, or give the rows of its region.</source>
        <translation>Vælg kommunen, så dens region kendes, eller giv rækkerne for dens region.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/tasks.py" line="93"/>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Annulleret. Intet blev ændret.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/count_indicators.py" line="48"/>
        <source>Count indicators</source>
        <translation>Tæl indikatorer</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/count_indicators.py" line="53"/>
        <source>Period (YYYY-MM; empty for all)</source>
        <translation>Periode (ÅÅÅÅ-MM; tom for alle)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/count_indicators.py" line="85"/>
        <source>Areas with figures</source>
        <translation>Områder med tal</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/count_indicators.py" line="90"/>
        <source>Observations</source>
        <translation>Opgørelser</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/assess_criteria.py" line="55"/>
        <source>Assess areas by the law&apos;s criteria</source>
        <translation>Vurdér områder efter lovens kriterier</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/figures.py" line="45"/>
        <source>Areas or table with figures</source>
        <translation>Områder eller tabel med tal</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/figures.py" line="50"/>
        <source>Rule set (auto: by year)</source>
        <translation>Regelsæt (auto: efter år)</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/figures.py" line="55"/>
        <source>Field with the list year</source>
        <translation>Felt med listens år</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="79"/>
        <source>Residents</source>
        <translation>Beboere</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="87"/>
        <source>Earlier lists (area, year, category)</source>
        <translation>Tidligere lister (område, år, kategori)</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="37"/>
        <source>Use the origin criterion</source>
        <translation>Brug oprindelseskriteriet</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/assess_criteria.py" line="67"/>
        <source>Field with the area id (to match earlier lists)</source>
        <translation>Felt med områdets id (til tidligere lister)</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/assess_criteria.py" line="73"/>
        <source>Close to a threshold: within this many percent of it</source>
        <translation>Tæt på en grænse: inden for så mange procent af den</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/assess_criteria.py" line="84"/>
        <source>Assessed areas</source>
        <translation>Vurderede områder</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/assess_criteria.py" line="117"/>
        <source>{count} of {all} rows are undecided because figures are missing.</source>
        <translation>{count} af {all} [all: række|rækker] er ikke afgjort, fordi tal mangler.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/figures.py" line="170"/>
        <source>Write percent, for example 0.7, or one of: {choices}.</source>
        <translation>Skriv procent, for eksempel 0,7, eller en af: {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/base.py" line="229"/>
        <source>{name}: {thing} is neither a file nor a layer.</source>
        <translation>{name}: {thing} er hverken en fil eller et lag.</translation>
    </message>
    <message>
        <location filename="../../core/processing/base.py" line="323"/>
        <source>The result cannot be written: {problem}</source>
        <translation>Resultatet kan ikke skrives: {problem}</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/upload_file.py" line="55"/>
        <source>Choose another place.</source>
        <translation>Vælg et andet sted.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/run_monitor.py" line="49"/>
        <source>Run the monitor</source>
        <translation>Kør monitoren</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="54"/>
        <source>Rule set</source>
        <translation>Regelsæt</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/parameters.py" line="44"/>
        <source>Monitor file</source>
        <translation>Opgørelsesfil</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="72"/>
        <source>Areas</source>
        <translation>Områder</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="78"/>
        <source>Field with the area id</source>
        <translation>Felt med områdets id</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="63"/>
        <source>Persons (CSV file, folder of monthly files, layer or table)</source>
        <translation>Borgere (CSV-fil, mappe med månedsfiler, lag eller tabel)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="70"/>
        <source>Address list (address_key, x, y)</source>
        <translation>Adresseliste (adressenøgle, x, y)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="51"/>
        <source>Mapping (JSON: role → column; the rest is guessed from names)</source>
        <translation>Kolonnevalg (JSON: rolle → kolonne; resten gættes af navnene)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="173"/>
        <source>Reference values (level, period, indicator, value)</source>
        <translation>Referenceværdier (level, period, indicator, value)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="180"/>
        <source>Municipality code (to choose its region among reference values)</source>
        <translation>Kommunekode (vælger dens region blandt referenceværdierne)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="191"/>
        <source>Use the years there are where the law wants the mean of more years (approximation)</source>
        <translation>Brug de år, der findes, hvor loven vil have gennemsnit af flere år (tilnærmelse)</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="51"/>
        <source>Count unknown education as basic school</source>
        <translation>Tæl uoplyst uddannelse som grundskole</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/figures.py" line="77"/>
        <source>{file}, row {row}, field {field}: {message}{more}.</source>
        <translation>{file}, række {row}, felt {field}: {message}{more}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/figures.py" line="64"/>
        <source>text where a number is expected</source>
        <translation>tekst, hvor der skal stå et tal</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/figures.py" line="64"/>
        <source>Correct the cell, or choose another field.</source>
        <translation>Ret cellen, eller vælg et andet felt.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/figures.py" line="152"/>
        <source>{table} has no field {field} (wanted as {parameter}).</source>
        <translation>{table} har intet felt {field} (ønsket som {parameter}).</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/figures.py" line="152"/>
        <source>Choose one of its fields: {choices}.</source>
        <translation>Vælg et af dens felter: {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="50"/>
        <source>Load districts from GeoFA</source>
        <translation>Hent distrikter fra GeoFA</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="40"/>
        <source>Theme ({themes})</source>
        <translation>Tema ({themes})</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="47"/>
        <source>Municipality code (four digits)</source>
        <translation>Kommunekode (fire cifre)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="56"/>
        <source>District type (code of the theme; empty for all)</source>
        <translation>Distriktstype (temaets kode; tom for alle)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="65"/>
        <source>Grade (0-10, 12 before school; theme 5710 alone; empty for all)</source>
        <translation>Klassetrin (0-10, 12 førskole; kun tema 5710; tom for alle)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="74"/>
        <source>Status (3 in force; -1 for all)</source>
        <translation>Status (3 gældende; -1 for alle)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="97"/>
        <source>Districts</source>
        <translation>Distrikter</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="164"/>
        <source>{count} districts from {source}</source>
        <translation>{count} [count: distrikt|distrikter] fra {source}</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="232"/>
        <source>The theme {theme} has no district type {code}.</source>
        <translation>Temaet {theme} har ingen distriktstype {code}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_sets.py" line="28"/>
        <source>Choose one of {choices}.</source>
        <translation>Vælg en af {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="247"/>
        <source>The grade {grade} cannot be used with theme {theme}.</source>
        <translation>Klassetrinnet {grade} kan ikke bruges med tema {theme}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="247"/>
        <source>Theme 5710 takes 0-10, or 12 for before school; leave it empty for other themes.</source>
        <translation>Tema 5710 har klassetrin 0-10 eller 12 for førskole; lad det stå tomt for andre temaer.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/example_municipality.py" line="27"/>
        <source>Make the example municipality</source>
        <translation>Lav eksempelkommunen</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/example_municipality.py" line="31"/>
        <source>Residents in the first month</source>
        <translation>Beboere i den første måned</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/example_municipality.py" line="42"/>
        <source>Months</source>
        <translation>Måneder</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/example_municipality.py" line="45"/>
        <source>Seed (the same seed gives the same municipality)</source>
        <translation>Startværdi (samme startværdi giver samme kommune)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/example_municipality.py" line="55"/>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/example_municipality.py" line="70"/>
        <source>The example municipality is fictional: every person, address and figure is invented.</source>
        <translation>Eksempelkommunen er fiktiv: alle personer, adresser og tal er opdigtede.</translation>
    </message>
    <message>
        <location filename="../../core/processing/maps/style_risk.py" line="29"/>
        <source>Colour areas by risk level</source>
        <translation>Farv områder efter risikoniveau</translation>
    </message>
    <message>
        <location filename="../../core/processing/maps/style_risk.py" line="40"/>
        <source>Field with risk level or category</source>
        <translation>Felt med risikoniveau eller kategori</translation>
    </message>
    <message>
        <location filename="../../core/processing/maps/style_risk.py" line="45"/>
        <source>Save as the default style of the data source</source>
        <translation>Gem som datakildens standardstil</translation>
    </message>
    <message>
        <location filename="../../core/processing/maps/style_risk.py" line="50"/>
        <source>Styled layer</source>
        <translation>Farvet lag</translation>
    </message>
    <message>
        <location filename="../../core/processing/maps/style_risk.py" line="61"/>
        <source>The layer cannot be read.</source>
        <translation>Laget kan ikke læses.</translation>
    </message>
    <message>
        <location filename="../../core/processing/maps/style_risk.py" line="61"/>
        <source>Choose a polygon layer.</source>
        <translation>Vælg et fladelag.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/source_reader.py" line="162"/>
        <source>{file}, row {row}: the period is empty.</source>
        <translation>{file}, række {row}: perioden er tom.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/source_reader.py" line="158"/>
        <source>Fill the period of every row, or keep one file per month with the month in its name.</source>
        <translation>Udfyld perioden i hver række, eller hav én fil pr. måned med måneden i navnet.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/derived.py" line="123"/>
        <source>Correct the date, or the period of the row.</source>
        <translation>Ret datoen eller rækkens periode.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/derived.py" line="108"/>
        <source>Correct the date of birth.</source>
        <translation>Ret fødselsdatoen.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_columns.py" line="154"/>
        <source>Map one of its columns: {choices}.</source>
        <translation>Vælg en af dens kolonner: {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/register.py" line="162"/>
        <source>Choose an address list with the columns address_key, x and y.</source>
        <translation>Vælg en adresseliste med kolonnerne adressenøgle, x og y.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_columns.py" line="181"/>
        <source>The file {file} does not say which period it is for.</source>
        <translation>Filen {file} siger ikke, hvilken periode den gælder.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_columns.py" line="181"/>
        <source>Map a column to period, put the month in the file name (2026-01), or give the period.</source>
        <translation>Vælg en kolonne til perioden, skriv måneden i filnavnet (2026-01), eller angiv perioden.</translation>
    </message>
    <message>
        <location filename="../../core/registers/written/periods.py" line="71"/>
        <source>The file {file}: the period {period} lies in the future.</source>
        <translation>Filen {file}: perioden {period} ligger i fremtiden.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="58"/>
        <source>Correct the period, or check the clock of this machine.</source>
        <translation>Ret perioden, eller kontrollér maskinens ur.</translation>
    </message>
    <message>
        <location filename="../../core/registers/sources.py" line="106"/>
        <source>Choose a folder with one CSV file per month, or a single file.</source>
        <translation>Vælg en mappe med én CSV-fil pr. måned eller en enkelt fil.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/mapping.py" line="69"/>
        <source>The mapping is not valid JSON (character {position}).</source>
        <translation>Kolonnevalget er ikke gyldig JSON (tegn {position}).</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/mapping.py" line="74"/>
        <source>Write it like {example}.</source>
        <translation>Skriv den som {example}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/mapping.py" line="74"/>
        <source>The mapping must be a JSON object from role to column name.</source>
        <translation>Kolonnevalget skal være et JSON-objekt fra rolle til kolonnenavn.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/mapping.py" line="120"/>
        <source>The mapping names the unknown role {role}.</source>
        <translation>Kolonnevalget nævner den ukendte rolle {role}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/delivery.py" line="106"/>
        <source>Use {choices}.</source>
        <translation>Brug {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/mapping.py" line="125"/>
        <source>The file {file} has no column {column} (wanted as {role}).</source>
        <translation>Filen {file} har ingen kolonne {column} (ønsket som {role}).</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/mapping.py" line="125"/>
        <source>Choose one of its columns: {choices}.</source>
        <translation>Vælg en af dens kolonner: {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/cells.py" line="77"/>
        <source> ({count} rows in this part of the file)</source>
        <translation> ({count} [count: række|rækker] i denne del af filen)</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/number_columns.py" line="88"/>
        <source>Correct the cell, or map another column to {role}.</source>
        <translation>Ret cellen, eller vælg en anden kolonne til {role}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/number_columns.py" line="58"/>
        <source>Coordinates must be metres in EPSG:25832. Reproject the file, or map the right columns.</source>
        <translation>Koordinater skal være meter i EPSG:25832. Omprojicér filen, eller vælg de rigtige kolonner.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/spans.py" line="72"/>
        <source>the value is outside {minimum}-{maximum}</source>
        <translation>værdien ligger uden for {minimum}-{maximum}</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/number_columns.py" line="88"/>
        <source>a whole number is expected</source>
        <translation>der skal stå et helt tal</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/number_columns.py" line="104"/>
        <source>0 or 1 is expected</source>
        <translation>der skal stå 0 eller 1</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="26"/>
        <source>the code is not in the list</source>
        <translation>koden står ikke i listen</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="38"/>
        <source>the code is not a DISCED-15 main area</source>
        <translation>koden er ikke et hovedområde i DISCED-15</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="50"/>
        <source>the period cannot be read</source>
        <translation>perioden kan ikke læses</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="50"/>
        <source>Write months as YYYY-MM, for example 2026-01.</source>
        <translation>Skriv måneder som ÅÅÅÅ-MM, for eksempel 2026-01.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="58"/>
        <source>the period lies in the future</source>
        <translation>perioden ligger i fremtiden</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="73"/>
        <source>the date cannot be read</source>
        <translation>datoen kan ikke læses</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="80"/>
        <source>Write dates as DD-MM-YYYY or YYYY-MM-DD.</source>
        <translation>Skriv datoer som DD-MM-ÅÅÅÅ eller ÅÅÅÅ-MM-DD.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="80"/>
        <source>the date does not exist</source>
        <translation>datoen findes ikke</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/table.py" line="49"/>
        <source>{table} {file} has no column for {roles}.</source>
        <translation>{table} {file} har ingen kolonne til {roles}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/state_list.py" line="61"/>
        <source>It needs the columns {columns}.</source>
        <translation>Den skal have kolonnerne {columns}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/table.py" line="80"/>
        <source>{table} {file} has no rows.</source>
        <translation>{table} {file} har ingen rækker.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/addresses.py" line="129"/>
        <source>{count} address keys stand in the address list with several coordinates; the first is used.</source>
        <translation>{count} [count: adressenøgle|adressenøgler] står i adresselisten med flere koordinater; de første bruges.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="165"/>
        <source>The file {file} cannot be read after line {line}.</source>
        <translation>Filen {file} kan ikke læses efter linje {line}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="165"/>
        <source>Check that every row has the same number of fields and that the file is one whole text file.</source>
        <translation>Kontrollér, at alle rækker har lige mange felter, og at filen er én hel tekstfil.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/encoding.py" line="26"/>
        <source>The file {file} is not a text file.</source>
        <translation>Filen {file} er ikke en tekstfil.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/encoding.py" line="26"/>
        <source>Save it as CSV (UTF-8) and choose that file.</source>
        <translation>Gem den som CSV (UTF-8), og vælg den fil.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/layout.py" line="93"/>
        <source>No column separator was found in the file {file}: the header is read as one column.</source>
        <translation>Der er ikke fundet noget skilletegn i filen {file}: overskriften læses som én kolonne.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/layout.py" line="93"/>
        <source>Save the file with semicolon or comma between the columns, and the column names in the first line.</source>
        <translation>Gem filen med semikolon eller komma mellem kolonnerne og kolonnenavnene i første linje.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/layout.py" line="93"/>
        <source>The header has {count} characters.</source>
        <translation>Overskriften har {count} tegn.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/register_source.py" line="229"/>
        <source>The file {file} cannot be opened.</source>
        <translation>Filen {file} kan ikke åbnes.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="259"/>
        <source>The file {file} is empty.</source>
        <translation>Filen {file} er tom.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="259"/>
        <source>Choose a file with column names in the first line and one row per person below.</source>
        <translation>Vælg en fil med kolonnenavne i første linje og én række pr. borger derunder.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/register.py" line="150"/>
        <source>The file {file} has a header but no rows.</source>
        <translation>Filen {file} har en overskrift, men ingen rækker.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/register.py" line="150"/>
        <source>Choose a file with one row per person below the column names.</source>
        <translation>Vælg en fil med én række pr. borger under kolonnenavnene.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="284"/>
        <source>The first line of the file {file} looks like data, not column names.</source>
        <translation>Første linje i filen {file} ligner data, ikke kolonnenavne.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="284"/>
        <source>Write the column names in the first line.</source>
        <translation>Skriv kolonnenavnene i første linje.</translation>
    </message>
    <message>
        <location filename="../../core/registers/column_names.py" line="154"/>
        <source>The file {file} has more than one column named {column}.</source>
        <translation>Filen {file} har mere end én kolonne med navnet {column}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/column_names.py" line="154"/>
        <source>Give each column its own name.</source>
        <translation>Giv hver kolonne sit eget navn.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="313"/>
        <source>{file}, line {line}: there are {found} fields where the header has {wanted}.</source>
        <translation>{file}, linje {line}: der er {found} [found: felt|felter], hvor overskriften har {wanted}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="313"/>
        <source>Correct the line. If it is the last one, the file may have been cut off: fetch it again.</source>
        <translation>Ret linjen. Er det den sidste, kan filen være afkortet: hent den igen.</translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="47"/>
        <source>The example municipality can have 1,000 to 1,000,000 residents, 1 to 120 months, and a seed from 0.</source>
        <translation>Eksempelkommunen kan have 1.000 til 1.000.000 beboere, 1 til 120 måneder og en startværdi fra 0.</translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="47"/>
        <source>Change the numbers.</source>
        <translation>Ret tallene.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/transaction.py" line="171"/>
        <source>The folder {folder} cannot be written to.</source>
        <translation>Der kan ikke skrives i mappen {folder}.</translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="96"/>
        <source>The folder {folder} holds files of the same names that are no example: {names}.</source>
        <translation>Mappen {folder} indeholder filer med samme navne, som ikke er et eksempel: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="96"/>
        <source>Choose an empty folder.</source>
        <translation>Vælg en tom mappe.</translation>
    </message>
    <message>
        <location filename="../../core/example/writing.py" line="58"/>
        <source>Districts and addresses</source>
        <translation>Distrikter og adresser</translation>
    </message>
    <message>
        <location filename="../../core/example/writing.py" line="81"/>
        <source>Residents of {period}</source>
        <translation>Beboere i {period}</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/sql.py" line="118"/>
        <source>{count} districts fetched from GeoFA</source>
        <translation>{count} [count: distrikt|distrikter] hentet fra GeoFA</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/client.py" line="88"/>
        <source>GeoFA has no districts in theme {theme} with this choice.</source>
        <translation>GeoFA har ingen distrikter i tema {theme} med dette valg.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/client.py" line="88"/>
        <source>Check municipality, district type, grade and status. Registration in GeoFA is voluntary, so the theme may not be registered here; a layer of your own can be used instead.</source>
        <translation>Kontrollér kommune, distriktstype, klassetrin og status. Registrering i GeoFA er frivillig, så temaet er måske ikke registreret her; et eget lag kan bruges i stedet.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/wfs.py" line="150"/>
        <source>GeoFA&apos;s answer changed while it was read: {found} of {matched} districts came, {repeated} twice.</source>
        <translation>GeoFAs svar ændrede sig undervejs: {found} af {matched} [matched: distrikt|distrikter] kom, {repeated} to gange.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/wfs.py" line="150"/>
        <source>Try again.</source>
        <translation>Prøv igen.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="93"/>
        <source>GeoFA ({host}) did not answer in time.</source>
        <translation>GeoFA ({host}) svarede ikke i tide.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="179"/>
        <source>Try again later, or go on with districts already in the monitor file.</source>
        <translation>Prøv igen senere, eller gå videre med distrikter, der allerede er i opgørelsesfilen.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="99"/>
        <source>GeoFA ({host}) cannot be reached.</source>
        <translation>GeoFA ({host}) kan ikke nås.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="99"/>
        <source>Check the network and the server address. Districts already in the monitor file can be used without the network.</source>
        <translation>Kontrollér netværket og serverens adresse. Distrikter, der allerede er i opgørelsesfilen, kan bruges uden netværk.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="179"/>
        <source>GeoFA ({host}) answered with error {status}.</source>
        <translation>GeoFA ({host}) svarede med fejl {status}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/wfs.py" line="164"/>
        <source>The address {url} answered with something that is not map data.</source>
        <translation>Adressen {url} svarede med noget, der ikke er kortdata.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/wfs.py" line="164"/>
        <source>It may be a login page or a proxy. Check the server address and your network access.</source>
        <translation>Det kan være en loginside eller en proxy. Kontrollér serverens adresse og din netværksadgang.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/values.py" line="19"/>
        <source>The answer from GeoFA is damaged and cannot be read.</source>
        <translation>Svaret fra GeoFA er beskadiget og kan ikke læses.</translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="100"/>
        <source>The area set {name} has no areas.</source>
        <translation>Områdesættet {name} har ingen områder.</translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="100"/>
        <source>Choose another layer or widen the filter.</source>
        <translation>Vælg et andet lag, eller udvid filteret.</translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="106"/>
        <source>{name}: area {row} has an empty area id.</source>
        <translation>{name}: område {row} har et tomt id.</translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="106"/>
        <source>Fill the id field, or choose a field that is filled for every area.</source>
        <translation>Udfyld id-feltet, eller vælg et felt, der er udfyldt for alle områder.</translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="116"/>
        <source>{name}: the area id {ids} is used more than once.</source>
        <translation>{name}: områdets id {ids} bruges mere end én gang.</translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="116"/>
        <source>Choose a field with one value per area, or dissolve the areas that belong together.</source>
        <translation>Vælg et felt med én værdi pr. område, eller saml de områder, der hører sammen.</translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="129"/>
        <source>{name}: the area {ids} has no geometry.</source>
        <translation>{name}: området {ids} har ingen geometri.</translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="129"/>
        <source>Draw the area, or delete the row.</source>
        <translation>Tegn området, eller slet rækken.</translation>
    </message>
    <message>
        <location filename="../../core/areas/location.py" line="61"/>
        <source>{name}: {count} places lie in more than one area and are given to the first.</source>
        <translation>{name}: {count} [count: sted|steder] ligger i mere end ét område og regnes til det første.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/failures.py" line="58"/>
        <source>The monitor file {file} cannot be written.</source>
        <translation>Opgørelsesfilen {file} kan ikke skrives.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/failures.py" line="58"/>
        <source>Check that the folder exists and may be written to, and that no other program holds the file.</source>
        <translation>Kontrollér, at mappen findes, at du må skrive i den, og at intet andet program har filen åben.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/access.py" line="103"/>
        <source>The file {file} exists but is not a monitor file.</source>
        <translation>Filen {file} findes, men er ikke en opgørelsesfil.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/access.py" line="46"/>
        <source>The monitor file {file} does not exist.</source>
        <translation>Opgørelsesfilen {file} findes ikke.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/access.py" line="46"/>
        <source>Choose another file, or make a new one.</source>
        <translation>Vælg en anden fil, eller lav en ny.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/failures.py" line="66"/>
        <source>The monitor file {file} cannot be read.</source>
        <translation>Opgørelsesfilen {file} kan ikke læses.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/transaction.py" line="171"/>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Vælg en mappe, der findes, og som du må skrive i.</translation>
    </message>
    <message>
        <location filename="../../core/store/areas.py" line="217"/>
        <source>The monitor file {file} has no area set {name}.</source>
        <translation>Opgørelsesfilen {file} har intet områdesæt {name}.</translation>
    </message>
    <message>
        <location filename="../../core/store/areas.py" line="217"/>
        <source>Load the districts again.</source>
        <translation>Hent distrikterne igen.</translation>
    </message>
    <message>
        <location filename="../../core/packages.py" line="45"/>
        <source>Install {packages} with the OSGeo4W Setup (package python3-{first}), or install QGIS with the standalone installer, which has them.</source>
        <translation>Installér {packages} med OSGeo4W Setup (pakken python3-{first}), eller installér QGIS med det selvstændige installationsprogram, som har dem.</translation>
    </message>
    <message>
        <location filename="../../core/packages.py" line="52"/>
        <source>Install {packages} into QGIS&apos; own Python with pip, or use a newer QGIS that has them.</source>
        <translation>Installér {packages} i QGIS' egen Python med pip, eller brug en nyere QGIS, som har dem.</translation>
    </message>
    <message>
        <location filename="../../core/packages.py" line="56"/>
        <source>Install {packages} with the system&apos;s package manager, for example: sudo apt install python3-{first}</source>
        <translation>Installér {packages} med systemets pakkehåndtering, for eksempel: sudo apt install python3-{first}</translation>
    </message>
    <message>
        <location filename="../../core/packages.py" line="70"/>
        <source>This step needs the Python package {packages}, which this QGIS does not have.</source>
        <translation>Dette trin kræver Python-pakken {packages}, som denne QGIS ikke har.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/geofa/themes.py" line="215"/>
        <source>The GeoFA theme {code} is not one this plugin knows.</source>
        <translation>GeoFA-temaet {code} kendes ikke af dette plugin.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/municipalities.py" line="48"/>
        <source>{text} is not a municipality code.</source>
        <translation>{text} er ikke en kommunekode.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/municipalities.py" line="54"/>
        <source>Write the four digits, for example 0461 for Odense.</source>
        <translation>Skriv de fire cifre, for eksempel 0461 for Odense.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/municipalities.py" line="54"/>
        <source>No municipality has the code {code}.</source>
        <translation>Ingen kommune har koden {code}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="259"/>
        <source>The indicator {indicator} has no variant {variant}.</source>
        <translation>Indikatoren {indicator} har ingen variant {variant}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/figures.py" line="246"/>
        <source>Use one of {choices}.</source>
        <translation>Brug en af {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/figures.py" line="199"/>
        <source>The catalogue has no indicator {name}.</source>
        <translation>Kataloget har ingen indikator {name}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/publishing.py" line="132"/>
        <source>Choose among {choices}.</source>
        <translation>Vælg blandt {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="63"/>
        <source>The catalogue file {file} is missing.</source>
        <translation>Katalogfilen {file} mangler.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_sets.py" line="61"/>
        <source>Install the plugin again.</source>
        <translation>Installér pluginet igen.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_file.py" line="47"/>
        <source>The catalogue file {file} is damaged in line {line}.</source>
        <translation>Katalogfilen {file} er beskadiget i linje {line}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="73"/>
        <source>Install the plugin again, or mend the line.</source>
        <translation>Installér pluginet igen, eller ret linjen.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="133"/>
        <source>The catalogue file {file} must give either threshold or times_national in {entry}.</source>
        <translation>Katalogfilen {file} skal angive enten threshold eller times_national i {entry}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="133"/>
        <source>Give exactly one of the two.</source>
        <translation>Angiv netop en af de to.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="174"/>
        <source>The catalogue file {file} names the unknown criterion {criterion} in {entry}.</source>
        <translation>Katalogfilen {file} nævner det ukendte kriterium {criterion} i {entry}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="174"/>
        <source>Add the criterion, or take the name out.</source>
        <translation>Tilføj kriteriet, eller tag navnet ud.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_sets.py" line="28"/>
        <source>There is no rule set {name}.</source>
        <translation>Der er intet regelsæt {name}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_sets.py" line="50"/>
        <source>No rules are known for the year {year}.</source>
        <translation>Der kendes ingen regler for året {year}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_sets.py" line="50"/>
        <source>The first list came in {first}. Check the year, or choose a rule set yourself.</source>
        <translation>Den første liste kom i {first}. Kontrollér året, eller vælg selv et regelsæt.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/choosing.py" line="29"/>
        <source>{period} is not a period.</source>
        <translation>{period} er ikke en periode.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/choosing.py" line="29"/>
        <source>Write a month as YYYY-MM, for example 2026-01.</source>
        <translation>Skriv en måned som ÅÅÅÅ-MM, for eksempel 2026-01.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="209"/>
        <source>Map a column to it, or leave the indicator out.</source>
        <translation>Vælg en kolonne til den, eller udelad indikatoren.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/count_areas.py" line="205"/>
        <source>The register has no rows for the period {period}.</source>
        <translation>Registret har ingen rækker for perioden {period}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/count_areas.py" line="204"/>
        <source>It has files for {periods}.</source>
        <translation>Det har filer for {periods}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/count_areas.py" line="202"/>
        <source>Check the period, or leave it empty to count all periods of the register.</source>
        <translation>Kontrollér perioden, eller lad den stå tom for at tælle alle registrets perioder.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/remarks.py" line="87"/>
        <source>{count} rows have no value in {column}.</source>
        <translation>Rækker uden værdi i {column}: {count}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding.py" line="222"/>
        <source>{rules}: the law of the time counts unknown education as basic school, and this run does not. The choice can be made before computing.</source>
        <translation>{rules}: datidens regler tæller uoplyst uddannelse som grundskole, og det er ikke gjort her. Det kan vælges før beregningen.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding.py" line="90"/>
        <source>Placing and counting persons</source>
        <translation>Placerer og tæller borgere</translation>
    </message>
    <message>
        <location filename="../../ui/index/judging.py" line="49"/>
        <source>Judging the areas</source>
        <translation>Vurderer områderne</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/index.py" line="40"/>
        <source>Writing the monitor file</source>
        <translation>Skriver opgørelsesfilen</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/judging.py" line="204"/>
        <source>The history table, row {row}: the category is not known.</source>
        <translation>Tabellen over tidligere lister, række {row}: kategorien kendes ikke.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/judging.py" line="211"/>
        <source>The history table, row {row}: the year is not a number.</source>
        <translation>Tabellen over tidligere lister, række {row}: året er ikke et tal.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/judging.py" line="211"/>
        <source>Write the list year with four digits in the column year.</source>
        <translation>Skriv listens år med fire cifre i kolonnen year.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="46"/>
        <source>The layer {name} has no coordinate reference system.</source>
        <translation>Laget {name} har intet koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="46"/>
        <source>Set it in the layer&apos;s properties; GeoFA and Danish registers use EPSG:25832.</source>
        <translation>Angiv det i lagets egenskaber; GeoFA og danske registre bruger EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="104"/>
        <source>{name}: the polygon of area {area} is not valid ({problem}).</source>
        <translation>{name}: fladen for område {area} er ikke gyldig ({problem}).</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="104"/>
        <source>Mend it with the Processing tool Fix geometries, or redraw the area.</source>
        <translation>Ret den med Processing-værktøjet Ret geometrier, eller tegn området om.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="117"/>
        <source>{name}: the area {area} cannot be reprojected to EPSG:25832.</source>
        <translation>{name}: området {area} kan ikke omprojiceres til EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="117"/>
        <source>Check the layer&apos;s coordinate reference system.</source>
        <translation>Kontrollér lagets koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="185"/>
        <source>{name} has no field {field} for the area id.</source>
        <translation>{name} har intet felt {field} til områdets id.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="198"/>
        <source>{name} is reprojected from {crs} to EPSG:25832.</source>
        <translation>{name} er omprojiceret fra {crs} til EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/earlier_lists.py" line="29"/>
        <source>The table of earlier lists has no column {column}.</source>
        <translation>Tabellen over tidligere lister har ingen kolonne {column}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/earlier_lists.py" line="29"/>
        <source>It needs the columns area, year and category.</source>
        <translation>Den skal have kolonnerne area, year og category.</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/layers.py" line="50"/>
        <source>{source}, {licence}</source>
        <translation>{source}, {licence}</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/layers.py" line="54"/>
        <source>Retrieved {time} from {source}</source>
        <translation>Hentet {time} fra {source}</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/index_layer.py" line="113"/>
        <source>The monitor file {file} cannot be shown.</source>
        <translation>Opgørelsesfilen {file} kan ikke vises.</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/layers.py" line="105"/>
        <source>Compute again, or choose another file.</source>
        <translation>Beregn igen, eller vælg en anden fil.</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/layers.py" line="133"/>
        <source>{name}, outlines</source>
        <translation>{name}, omrids</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/layers.py" line="227"/>
        <source>{name}, risk level {period}</source>
        <translation>{name}, risikoniveau {period}</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/layers.py" line="196"/>
        <source>{name}, over time</source>
        <translation>{name}, over tid</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="177"/>
        <source>Fetching districts from GeoFA</source>
        <translation>Henter distrikter fra GeoFA</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/start.py" line="94"/>
        <source>Housing areas (fictional)</source>
        <translation>Boligområder (fiktive)</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/start.py" line="94"/>
        <source>Basic districts (fictional)</source>
        <translation>Basisdistrikter (fiktive)</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/start.py" line="94"/>
        <source>School districts (fictional)</source>
        <translation>Skoledistrikter (fiktive)</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="70"/>
        <source>Example municipality (fictional)</source>
        <translation>Eksempelkommune (fiktiv)</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/registration.py" line="81"/>
        <source>{name} has no rows.</source>
        <translation>{name} har ingen rækker.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/data.py" line="182"/>
        <source>Choose another file or layer.</source>
        <translation>Vælg en anden fil eller et andet lag.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/data.py" line="237"/>
        <source>(not shown)</source>
        <translation>(vises ikke)</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="62"/>
        <source>Value</source>
        <translation>Værdi</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/style.py" line="150"/>
        <source>No data or undecided</source>
        <translation>Ingen data eller ikke afgjort</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/map_image.py" line="127"/>
        <source>Risk level</source>
        <translation>Risikoniveau</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/map_image.py" line="197"/>
        <source>The picture {file} cannot be written.</source>
        <translation>Billedet {file} kan ikke skrives.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/map.py" line="245"/>
        <source>Check that the folder may be written to and that no other program holds the file.</source>
        <translation>Kontrollér, at du må skrive i mappen, og at intet andet program har filen åben.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/register_source.py" line="215"/>
        <source>The layer {name} cannot be read.</source>
        <translation>Laget {name} kan ikke læses.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/register_source.py" line="215"/>
        <source>Check its data source.</source>
        <translation>Kontrollér dets datakilde.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/register_source.py" line="229"/>
        <source>Choose a CSV file, a folder of them, a spreadsheet, a GeoPackage table or a layer.</source>
        <translation>Vælg en CSV-fil, en mappe med dem, et regneark, en GeoPackage-tabel eller et lag.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="244"/>
        <source>{first} and {second} overlap by {size} m².</source>
        <translation>{first} og {second} overlapper med {size} m².</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="332"/>
        <source>There is a hole of {size} m² between the areas.</source>
        <translation>Der er et hul på {size} m² mellem områderne.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/topology.py" line="104"/>
        <source>{name}: {count} more overlaps and holes.</source>
        <translation>{name}: yderligere {count} [count: sted|steder], hvor områder ligger over hinanden, eller der er hul imellem dem.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/tasks.py" line="27"/>
        <source>Something unforeseen happened ({kind}).</source>
        <translation>Der skete noget uforudset ({kind}).</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/tasks.py" line="27"/>
        <source>Nothing was changed. Send the details to the plugin&apos;s issue tracker.</source>
        <translation>Intet blev ændret. Send detaljerne til pluginets fejlliste.</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/messages.py" line="91"/>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="106"/>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="67"/>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="112"/>
        <source>Calculation</source>
        <translation>Beregning</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="59"/>
        <source>Map</source>
        <translation>Kort</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="121"/>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="212"/>
        <source>Monitor file: {file}</source>
        <translation>Opgørelsesfil: {file}</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="280"/>
        <source>{step}, about {seconds} s left</source>
        <translation>{step}, ca. {seconds} sek. tilbage</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_card.py" line="33"/>
        <source>{count} persons</source>
        <translation>{count} [count: person|personer]</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_card.py" line="68"/>
        <source>{count} residents</source>
        <translation>{count} [count: beboer|beboere]</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="41"/>
        <source>None chosen</source>
        <translation>Intet valgt</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="104"/>
        <source>Choose a file</source>
        <translation>Vælg en fil</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="54"/>
        <source>File…</source>
        <translation>Fil…</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="56"/>
        <source>Folder of monthly files…</source>
        <translation>Mappe med månedsfiler…</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="104"/>
        <source>Tables (*.csv *.txt *.tsv *.xlsx *.ods *.gpkg);;All files (*)</source>
        <translation>Tabeller (*.csv *.txt *.tsv *.xlsx *.ods *.gpkg);;Alle filer (*)</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="114"/>
        <source>Choose a folder of monthly files</source>
        <translation>Vælg en mappe med månedsfiler</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="59"/>
        <source>Click to see the place on the map</source>
        <translation>Klik for at se stedet på kortet</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="77"/>
        <source>From GeoFA</source>
        <translation>Fra GeoFA</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="100"/>
        <source>All grades</source>
        <translation>Alle klassetrin</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="123"/>
        <source>Fetch</source>
        <translation>Hent</translation>
    </message>
    <message>
        <location filename="../../ui/change/trend.py" line="64"/>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="125"/>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="125"/>
        <source>District type</source>
        <translation>Distriktstype</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="125"/>
        <source>Grade</source>
        <translation>Klassetrin</translation>
    </message>
    <message>
        <location filename="../../ui/index/result.py" line="166"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../ui/host/options.py" line="57"/>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="147"/>
        <source>All types</source>
        <translation>Alle typer</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="188"/>
        <source>From a layer of your own</source>
        <translation>Fra et eget lag</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="197"/>
        <source>Covers without overlap</source>
        <translation>Hver adresse i højst ét område</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="198"/>
        <source>Overlaps and holes are looked for and listed.</source>
        <translation>Steder, hvor områder ligger over hinanden, eller der er hul imellem dem, bliver fundet og vist.</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="199"/>
        <source>Use the layer</source>
        <translation>Brug laget</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="201"/>
        <source>Layer</source>
        <translation>Lag</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="202"/>
        <source>Area id</source>
        <translation>Område-id</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="52"/>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="236"/>
        <source>Reading the layer</source>
        <translation>Læser laget</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="252"/>
        <source>{count} areas in {name}.</source>
        <translation>{count} [count: område|områder] i {name}.</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="256"/>
        <source>{count} overlaps or holes: see the list.</source>
        <translation>{count} [count: sted|steder], hvor områder ligger over hinanden, eller der er hul imellem dem: se listen.</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="273"/>
        <source>No districts chosen yet.</source>
        <translation>Der er ikke valgt distrikter endnu.</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="307"/>
        <source>{text} fits {count} municipalities.</source>
        <translation>{text} passer på {count} [count: kommune|kommuner].</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="307"/>
        <source>Choose one from the list.</source>
        <translation>Vælg en fra listen.</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="78"/>
        <source>partition</source>
        <translation>hver adresse i højst ét område</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="78"/>
        <source>may overlap</source>
        <translation>må ligge over hinanden</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="80"/>
        <source>{name}: {count} areas, {kind}</source>
        <translation>{name}: {count} [count: område|områder], {kind}</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="321"/>
        <source>Checked area sets are counted.</source>
        <translation>Afkrydsede områdesæt tælles med.</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="52"/>
        <source>Follow districts and housing areas month by month, with the municipality&apos;s own data. Data stay on this machine.</source>
        <translation>Følg distrikter og boligområder måned for måned med kommunens egne data. Data bliver på denne maskine.</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="84"/>
        <source>Example municipality</source>
        <translation>Eksempelkommune</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="85"/>
        <source>Is made in {folder}</source>
        <translation>Oprettes i {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="91"/>
        <source>Your own monitor file</source>
        <translation>Din egen opgørelsesfil</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="95"/>
        <source>New monitor file…</source>
        <translation>Ny opgørelsesfil…</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="97"/>
        <source>Open monitor file…</source>
        <translation>Åbn opgørelsesfil…</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="136"/>
        <source>Making the example municipality</source>
        <translation>Laver eksempelkommunen</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="146"/>
        <source>The example municipality is ready: {count} residents, all invented. Go on with Data.</source>
        <translation>Eksempelkommunen er klar: {count} [count: beboer|beboere], alle opdigtede. Gå videre med Data.</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="202"/>
        <source>New monitor file</source>
        <translation>Ny opgørelsesfil</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="207"/>
        <source>Open monitor file</source>
        <translation>Åbn opgørelsesfil</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="72"/>
        <source>Sources</source>
        <translation>Kilder</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="81"/>
        <source>Persons</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="82"/>
        <source>Address list</source>
        <translation>Adresseliste</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="83"/>
        <source>Reference values</source>
        <translation>Referenceværdier</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="84"/>
        <source>Earlier lists</source>
        <translation>Tidligere lister</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="86"/>
        <source>all, or a month as 2026-01</source>
        <translation>alle, eller en måned som 2026-01</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="87"/>
        <source>Count this month alone; needed where neither a column nor the file name says it.</source>
        <translation>Tæl kun denne måned; skal udfyldes, hvor hverken en kolonne eller filnavnet siger den.</translation>
    </message>
    <message>
        <location filename="../../ui/change/trend.py" line="64"/>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="100"/>
        <source>Load</source>
        <translation>Indlæs</translation>
    </message>
    <message>
        <location filename="../../ui/data/mapping_table.py" line="30"/>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="62"/>
        <source>Column</source>
        <translation>Kolonne</translation>
    </message>
    <message>
        <location filename="../../ui/data/mapping_table.py" line="30"/>
        <source>Example</source>
        <translation>Eksempel</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="198"/>
        <source>Press Load to check the register and its columns.</source>
        <translation>Tryk Indlæs for at kontrollere registret og dets kolonner.</translation>
    </message>
    <message>
        <location filename="../../ui/data/summary.py" line="35"/>
        <source>Periods {first} to {last}.</source>
        <translation>Perioder {first} til {last}.</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="291"/>
        <source>Check the columns; press Load again after a change.</source>
        <translation>Kontrollér kolonnerne; tryk Indlæs igen efter en ændring.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_tree.py" line="33"/>
        <source>Indicators</source>
        <translation>Indikatorer</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="61"/>
        <source>Rules</source>
        <translation>Regler</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="114"/>
        <source>By the year of the period</source>
        <translation>Efter periodens år</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="34"/>
        <source>An area is close when its figures are within this share of a threshold.</source>
        <translation>Et område er tæt på, når dets tal ligger inden for denne andel af en grænse.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="37"/>
        <source>EU Court, C-417/23 (18 December 2025): the criterion may be discrimination. Without it, categories that rest on it are not given.</source>
        <translation>EU-Domstolen, C-417/23 (18. december 2025): kriteriet kan være forskelsbehandling. Uden det gives kategorier, der hviler på det, ikke.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="44"/>
        <source>Use the years there are</source>
        <translation>Brug de år, der findes</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="44"/>
        <source>The law takes the mean of two years. Without an earlier year the figure is missing, unless this is checked; the result is then an approximation.</source>
        <translation>Loven bruger gennemsnit af to år. Uden et tidligere år mangler tallet, medmindre feltet er afkrydset; resultatet er da en tilnærmelse.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="51"/>
        <source>Unknown as basic school</source>
        <translation>Uoplyst som grundskole</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="60"/>
        <source>Close to a threshold</source>
        <translation>Tæt på en grænse</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="91"/>
        <source>Compute</source>
        <translation>Beregn</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="118"/>
        <source>Waiting for districts (page Areas).</source>
        <translation>Venter på distrikter (siden Områder).</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="160"/>
        <source>Ready to count and judge {count} area sets.</source>
        <translation>Klar til at tælle og vurdere {count} områdesæt.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="195"/>
        <source>No indicator is chosen.</source>
        <translation>Der er ikke valgt nogen indikator.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="195"/>
        <source>Tick at least one indicator.</source>
        <translation>Sæt kryds ved mindst én indikator.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="340"/>
        <source>Counting and judging</source>
        <translation>Tæller og vurderer</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="49"/>
        <source>Shown</source>
        <translation>Vises</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="30"/>
        <source>Area set</source>
        <translation>Områdesæt</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="68"/>
        <source>Area</source>
        <translation>Område</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="97"/>
        <source>Criteria</source>
        <translation>Kriterier</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="41"/>
        <source>Save map as picture…</source>
        <translation>Gem kort som billede…</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="43"/>
        <source>Zoom to the areas</source>
        <translation>Zoom til områderne</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="104"/>
        <source>Nothing computed yet.</source>
        <translation>Intet beregnet endnu.</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="135"/>
        <source>Save map as picture</source>
        <translation>Gem kort som billede</translation>
    </message>
    <message>
        <location filename="../../core/store/runs/runs.py" line="299"/>
        <source>Compute again.</source>
        <translation>Beregn igen.</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="170"/>
        <source>The map is saved as {file}.</source>
        <translation>Kortet er gemt som {file}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/comparators.py" line="62"/>
        <source>Statistics Denmark&apos;s code of {name} is not known to this version.</source>
        <translation>Danmarks Statistiks kode for {name} kendes ikke af denne version.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/comparators.py" line="62"/>
        <source>Update the plugin, or give the reference values in a table.</source>
        <translation>Opdatér pluginet, eller giv referenceværdierne i en tabel.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/comparators.py" line="101"/>
        <source>The comparator {name} has figures by {levels}.</source>
        <translation>Sammenligningen {name} har tal for {levels}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/comparators.py" line="101"/>
        <source>Give the municipality.</source>
        <translation>Angiv kommunen.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/comparators.py" line="118"/>
        <source>The table {table} has no figures of the level {levels}.</source>
        <translation>Tabellen {table} har ingen tal på niveauet {levels}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="121"/>
        <source>The extract of {table} is so large that values must be chosen for every variable.</source>
        <translation>Udtrækket af {table} er så stort, at der skal vælges værdier for alle variable.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="121"/>
        <source>Choose values for {names}.</source>
        <translation>Vælg værdier for {names}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="182"/>
        <source>StatBank did not answer within {seconds} seconds.</source>
        <translation>Statistikbanken svarede ikke inden for {seconds} [seconds: sekund|sekunder].</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="198"/>
        <source>Try again later.</source>
        <translation>Prøv igen senere.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="190"/>
        <source>StatBank at {url} cannot be reached.</source>
        <translation>Statistikbanken på {url} kan ikke nås.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="190"/>
        <source>Check the network and QGIS&apos; proxy settings, and try again.</source>
        <translation>Kontrollér netværket og QGIS' proxyindstillinger, og prøv igen.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="198"/>
        <source>StatBank answered with the error {code}.</source>
        <translation>Statistikbanken svarede med fejlen {code}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="178"/>
        <source>StatBank&apos;s answer about {table} was cut off.</source>
        <translation>Statistikbankens svar om {table} blev afbrudt.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="213"/>
        <source>The table {table} has no variable {name}.</source>
        <translation>Tabellen {table} har ingen variabel {name}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="220"/>
        <source>It has {choices}.</source>
        <translation>Den har {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="220"/>
        <source>The table {table} has no {name} with the code {codes}.</source>
        <translation>Tabellen {table} har ingen {name} med koden {codes}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="232"/>
        <source>Values must be chosen for {names} of the table {table}.</source>
        <translation>Der skal vælges værdier for {names} i tabellen {table}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/client.py" line="232"/>
        <source>Choose codes, or * for all.</source>
        <translation>Vælg koder, eller * for alle.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="74"/>
        <source>StatBank&apos;s answer about {table} cannot be read; it may be cut off.</source>
        <translation>Statistikbankens svar om {table} kan ikke læses; det er måske afbrudt.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="74"/>
        <source>Try again. If it goes on, look at the table on statistikbanken.dk.</source>
        <translation>Prøv igen. Bliver det ved, så slå tabellen op på statistikbanken.dk.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="197"/>
        <source>{count} lines</source>
        <translation>{count} [count: linje|linjer]</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="214"/>
        <source>the last line has no end</source>
        <translation>den sidste linje har ingen afslutning</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="236"/>
        <source>StatBank refused the request about {table} without saying why.</source>
        <translation>Statistikbanken afviste forespørgslen om {table} uden at sige hvorfor.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="236"/>
        <source>A proxy may stand between. Try again, or ask the IT department about api.statbank.dk.</source>
        <translation>Måske står en proxy imellem. Prøv igen, eller spørg it-afdelingen om api.statbank.dk.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="244"/>
        <source>The extract of {table} has more cells than StatBank gives at once.</source>
        <translation>Udtrækket af {table} har flere celler, end Statistikbanken giver på én gang.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="244"/>
        <source>Choose fewer areas, periods or groups.</source>
        <translation>Vælg færre områder, perioder eller grupper.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="248"/>
        <source>StatBank does not have {table}, or one of the codes asked for.</source>
        <translation>Statistikbanken har ikke {table}, eller en af de koder, der blev spurgt om.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="248"/>
        <source>The table may have been renamed or its codes changed. Look it up on statistikbanken.dk.</source>
        <translation>Tabellen kan have fået nyt navn, eller dens koder er ændret. Slå den op på statistikbanken.dk.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="255"/>
        <source>StatBank does not allow this extract of {table}.</source>
        <translation>Statistikbanken tillader ikke dette udtræk af {table}.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="255"/>
        <source>Choose values for every variable.</source>
        <translation>Vælg værdier for alle variable.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="259"/>
        <source>The request about {table} lacks something.</source>
        <translation>Forespørgslen om {table} mangler noget.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="259"/>
        <source>Give the table, and values for its variables.</source>
        <translation>Angiv tabellen og værdier for dens variable.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="263"/>
        <source>The request to StatBank was empty.</source>
        <translation>Forespørgslen til Statistikbanken var tom.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="268"/>
        <source>StatBank refused the request about {table} ({code}).</source>
        <translation>Statistikbanken afviste forespørgslen om {table} ({code}).</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="268"/>
        <source>Look the table up on statistikbanken.dk.</source>
        <translation>Slå tabellen op på statistikbanken.dk.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/completion.py" line="39"/>
        <source>The finished figures name indicators that the catalogue does not have: {names}.</source>
        <translation>De færdige tal nævner indikatorer, som kataloget ikke har: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/completion.py" line="50"/>
        <source>the part is larger than the whole</source>
        <translation>delen er større end helheden</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/completion.py" line="56"/>
        <source>the percentage is outside 0-100</source>
        <translation>procenten ligger uden for 0-100</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/completion.py" line="61"/>
        <source>numerator, denominator and percentage contradict each other</source>
        <translation>tæller, nævner og procent modsiger hinanden</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/completion.py" line="127"/>
        <source>Finished figures, area {area}, {period}, {indicator}: {message}.</source>
        <translation>Færdige tal, område {area}, {period}, {indicator}: {message}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/completion.py" line="127"/>
        <source>Correct the figures, or the choice of columns.</source>
        <translation>Ret tallene eller kolonnevalget.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/unit_map.py" line="74"/>
        <source>The finished figures have {indicator} of area {area} in {period} more than once.</source>
        <translation>De færdige tal har {indicator} for område {area} i {period} mere end én gang.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/unit_map.py" line="74"/>
        <source>Keep one row for each area, period and indicator.</source>
        <translation>Behold én række for hvert område, hver periode og hver indikator.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/sharing_out.py" line="174"/>
        <source>Give the denominators too, or figures for the areas themselves.</source>
        <translation>Giv også nævnerne, eller tal for områderne selv.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/carrying_over.py" line="39"/>
        <source>Finished figures were carried over to {name} by area, as if people lived evenly.</source>
        <translation>Færdige tal er ført over til {name} efter areal, som om folk boede jævnt fordelt.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/check.py" line="186"/>
        <source>{count} cells in {field}: {message} (first in row {row}).</source>
        <translation>{count} [count: celle|celler] i {field}: {message} (første i række {row}).</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/placing.py" line="77"/>
        <source>Fill the address key or the coordinates, or go on without these rows.</source>
        <translation>Udfyld adressenøglen eller koordinaterne, eller gå videre uden disse rækker.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/placing.py" line="78"/>
        <source>Use the areas&apos; ids or objekt_id.</source>
        <translation>Brug områdernes id eller objekt_id.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/placing.py" line="79"/>
        <source>Check that the keys have the form of the address list, and that the list is new enough.</source>
        <translation>Kontrollér, at nøglerne har samme form som i adresselisten, og at listen er ny nok.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/placing.py" line="83"/>
        <source>Fetch an address list with coordinates of every address.</source>
        <translation>Hent en adresseliste med koordinater for alle adresser.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/placing.py" line="84"/>
        <source>They live outside the areas. That is right where the areas do not cover the municipality.</source>
        <translation>De ligger uden for områderne. Det er i orden, hvis områderne ikke dækker hele kommunen.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/placing.py" line="50"/>
        <source>{count} rows cannot be placed: {reason}.</source>
        <translation>Rækker, der ikke kan placeres: {count} ({reason}).</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/placing.py" line="57"/>
        <source>Their keys look like {shapes}.</source>
        <translation>Nøglerne ser sådan ud: {shapes}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/repeats/repeat.py" line="89"/>
        <source>{count} rows have an {field} that stands more than once in {period}.</source>
        <translation>{count} [count: række|rækker] har et {field}, der står mere end én gang i {period}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/repeats/repeat.py" line="115"/>
        <source>Each row is counted. Find out why they are delivered twice.</source>
        <translation>Hver række tælles. Find ud af, hvorfor de er leveret to gange.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="40"/>
        <source>In {count} rows {part} is larger than {whole}.</source>
        <translation>I {count} [count: række|rækker] er {part} større end {whole}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="40"/>
        <source>Check that the two columns are mapped the right way round.</source>
        <translation>Kontrollér, at de to kolonner ikke er byttet om.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="100"/>
        <source>The column {name} is empty.</source>
        <translation>Kolonnen {name} er tom.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="100"/>
        <source>Leave it unmapped, or map the right column.</source>
        <translation>Lad den være uvalgt, eller vælg den rigtige kolonne.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="127"/>
        <source>Rows without a value: {names}.</source>
        <translation>Rækker uden værdi: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="127"/>
        <source>They count as unknown where an indicator asks.</source>
        <translation>De tæller som ukendt, hvor en indikator spørger.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/months.py" line="92"/>
        <source>{count} months between {first} and {last} are missing: {months}.</source>
        <translation>{count} [count: måned|måneder] mellem {first} og {last} mangler: {months}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/months.py" line="92"/>
        <source>Add the months&apos; files. Figures over several months will lack them.</source>
        <translation>Tilføj filerne for de måneder. Tal over flere måneder kommer til at mangle dem.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="172"/>
        <source>The mean of {column} is {mean}; a whole municipality lies between {low} and {high}.</source>
        <translation>Gennemsnittet af {column} er {mean}; en hel kommune ligger mellem {low} og {high}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="138"/>
        <source>The column may be coded the other way round (1 for no), or be another one.</source>
        <translation>Kolonnen kan være kodet omvendt (1 for nej), eller det kan være en anden kolonne.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/jumps.py" line="170"/>
        <source>the number of rows</source>
        <translation>antallet af rækker</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/jumps.py" line="85"/>
        <source>{name} goes from {before} to {after} in {period}: more than {limit} standard deviations from the changes before.</source>
        <translation>{name} går fra {before} til {after} i {period}: mere end {limit} [limit: standardafvigelse|standardafvigelser] fra de tidligere ændringer.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/jumps.py" line="85"/>
        <source>Check the delivery against the one before.</source>
        <translation>Sammenlign leverancen med den forrige.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/jumps.py" line="172"/>
        <source>share filled</source>
        <translation>andel udfyldt</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/jumps.py" line="172"/>
        <source>mean</source>
        <translation>gennemsnit</translation>
    </message>
    <message>
        <location filename="../../core/measures/counting.py" line="191"/>
        <source>Not broken down by {facet}, for want of its column: {names}.</source>
        <translation>Ikke opdelt på {facet}, fordi kolonnen mangler: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/findings.py" line="121"/>
        <source>area code that no area has</source>
        <translation>områdekode, som intet område har</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="289"/>
        <source>{count} finished figures are not used: the registers give the same indicators.</source>
        <translation>{count} [count: færdigt|færdige] tal er ikke brugt: registrene giver de samme indikatorer.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="237"/>
        <source>None of the finished figures&apos; area codes is an area of {name}.</source>
        <translation>Ingen af områdekoderne i de færdige tal er et område i {name}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="237"/>
        <source>Use the areas&apos; ids (for example {example}), or give the areas the figures are of.</source>
        <translation>Brug områdernes id (for eksempel {example}), eller angiv de områder, tallene gælder for.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="209"/>
        <source>The indicator {indicator} needs {columns}, which the registers do not have.</source>
        <translation>Indikatoren {indicator} kræver {columns}, som registrene ikke har.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/choosing.py" line="86"/>
        <source>Left out, for want of columns or registers: {names}.</source>
        <translation>Udeladt, fordi kolonner eller registre mangler: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/remarks.py" line="61"/>
        <source>{name}, {register}: {placed} of {read} rows placed. Not placed: {reasons}.</source>
        <translation>{name}, {register}: {placed} af {read} [read: række|rækker] placeret. Ikke placeret: {reasons}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/remarks.py" line="25"/>
        <source>{count} rows are placed by house number: the address list lacks their floor and door.</source>
        <translation>{count} [count: række|rækker] er placeret efter husnummer: adresselisten mangler deres etage og dør.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="98"/>
        <source>{count} cells in {column} could not be read and count as unknown.</source>
        <translation>{count} [count: celle|celler] i {column} kunne ikke læses og tæller som ukendt.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/check_register.py" line="39"/>
        <source>Check a register</source>
        <translation>Kontrollér et register</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/import_register.py" line="38"/>
        <source>Register (file, folder of monthly files, layer or table)</source>
        <translation>Register (fil, mappe med månedsfiler, lag eller tabel)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/check_register.py" line="66"/>
        <source>The delivery before, to find jumps against</source>
        <translation>Den forrige leverance, til at finde spring</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/check_register.py" line="69"/>
        <source>Standard deviations that make a jump</source>
        <translation>Standardafvigelser, der er et spring</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/check_register.py" line="79"/>
        <source>Findings</source>
        <translation>Fund</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/check_register.py" line="92"/>
        <source>Errors</source>
        <translation>Fejl</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/check_register.py" line="93"/>
        <source>Warnings</source>
        <translation>Advarsler</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/check_register.py" line="109"/>
        <source>The register {register} has no rows to check one by one.</source>
        <translation>Registret {register} har ingen rækker at kontrollere én for én.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/count_indicators.py" line="59"/>
        <source>Indicators (ids with comma between; all for all the registers can serve; empty for the law&apos;s)</source>
        <translation>Indikatorer (id'er med komma imellem; all for alt, registrene kan bære; tom for lovens)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="50"/>
        <source>Figures over several months</source>
        <translation>Tal over flere måneder</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="41"/>
        <source>Fetch reference values from Statistics Denmark</source>
        <translation>Hent referenceværdier fra Danmarks Statistik</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="45"/>
        <source>Comparator (or table, to choose one by hand)</source>
        <translation>Sammenligning (eller table for selv at vælge en tabel)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="56"/>
        <source>Municipality code (four digits; empty for the country alone)</source>
        <translation>Kommunekode (fire cifre; tom for landet alene)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="65"/>
        <source>Periods as StatBank writes them, or (1) for the newest</source>
        <translation>Perioder, som Statistikbanken skriver dem, eller (1) for den nyeste</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="70"/>
        <source>Table (for example FOLK1A)</source>
        <translation>Tabel (for eksempel FOLK1A)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="75"/>
        <source>Selection (JSON: variable → list of codes, for example {example})</source>
        <translation>Udvalg (JSON: variabel → liste af koder, for eksempel {example})</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="87"/>
        <source>Address of StatBank (empty for Statistics Denmark)</source>
        <translation>Statistikbankens adresse (tom for Danmarks Statistik)</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/tables.py" line="218"/>
        <source>Figures</source>
        <translation>Tal</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="117"/>
        <source>No table is named.</source>
        <translation>Der er ikke angivet nogen tabel.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="117"/>
        <source>Write its id, for example FOLK1A.</source>
        <translation>Skriv dens id, for eksempel FOLK1A.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="127"/>
        <source>How it differs from the indicator: {text}</source>
        <translation>Sådan afviger den fra indikatoren: {text}</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="130"/>
        <source>Source: Statistics Denmark, statistikbanken.dk (CC BY 4.0).</source>
        <translation>Kilde: Danmarks Statistik, statistikbanken.dk (CC BY 4.0).</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/stat_bank.py" line="145"/>
        <source>The selection is not a JSON object from variable to list of codes.</source>
        <translation>Udvalget er ikke et JSON-objekt fra variabel til liste af koder.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/import_register.py" line="34"/>
        <source>Import a register</source>
        <translation>Importér et register</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/import_register.py" line="42"/>
        <source>Name of the delivery</source>
        <translation>Leverancens navn</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/import_register.py" line="45"/>
        <source>Monitor file to record the delivery in</source>
        <translation>Opgørelsesfil, leverancen noteres i</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="239"/>
        <source>Folder with the municipality&apos;s own indicators</source>
        <translation>Mappe med kommunens egne indikatorer</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/import_register.py" line="65"/>
        <source>Columns and the roles they play</source>
        <translation>Kolonner og deres roller</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/import_register.py" line="70"/>
        <source>Record of the delivery</source>
        <translation>Notat om leverancen</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/import_register.py" line="75"/>
        <source>Finished figures, reference values or addresses as they were read</source>
        <translation>Færdige tal, referenceværdier eller adresser, som de blev læst</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/import_register.py" line="85"/>
        <source>Delivery profile</source>
        <translation>Leveranceprofil</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/import_register.py" line="109"/>
        <source>{rows} rows in {count} periods.</source>
        <translation>{rows} [rows: række|rækker] i {count} [count: periode|perioder].</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="105"/>
        <source>Areas of the finished figures, where they are others</source>
        <translation>De områder, de færdige tal gælder for, hvis de er andre</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="155"/>
        <source>Break down by ({facets}; several with comma, crossed with *)</source>
        <translation>Opdel efter ({facets}; flere med komma, krydset med *)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="36"/>
        <source>Kind of register</source>
        <translation>Slags register</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="41"/>
        <source>Delivery profile (JSON)</source>
        <translation>Leveranceprofil (JSON)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="61"/>
        <source>Period of files that do not say theirs (YYYY-MM)</source>
        <translation>Periode for filer, der ikke selv siger det (ÅÅÅÅ-MM)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="66"/>
        <source>Encoding ({choices}; empty: found)</source>
        <translation>Tegnsæt ({choices}; tom: findes)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="66"/>
        <source>Separator (empty: found)</source>
        <translation>Skilletegn (tom: findes)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="66"/>
        <source>Decimal sign (empty: found)</source>
        <translation>Decimaltegn (tom: findes)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="66"/>
        <source>Sheet of a workbook (empty: the first with a table)</source>
        <translation>Ark i en projektmappe (tom: det første med en tabel)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="76"/>
        <source>Row with the column names (0: found)</source>
        <translation>Række med kolonnenavne (0: findes)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="108"/>
        <source>The profile is of the register {found}, not {wanted}.</source>
        <translation>Profilen hører til registret {found}, ikke {wanted}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/one_register.py" line="108"/>
        <source>Choose the profile&apos;s kind of register, or another profile.</source>
        <translation>Vælg profilens slags register, eller en anden profil.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="191"/>
        <source>Go on although cells cannot be read (they count as unknown, and the run says so)</source>
        <translation>Gå videre, selv om celler ikke kan læses (de tæller som ukendt, og det noteres)</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/source_reader.py" line="166"/>
        <source>the period is missing, and the row is left out</source>
        <translation>perioden mangler, og rækken er udeladt</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/register.py" line="162"/>
        <source>The file {file} gives places by address_key, but there is no address list.</source>
        <translation>Filen {file} giver steder ved adressenøgle, men der er ingen adresseliste.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/register.py" line="169"/>
        <source>The file {file} has no column that says where its rows are (x and y, address_key, or area_code).</source>
        <translation>Filen {file} har ingen kolonne, der siger, hvor rækkerne ligger (x og y, adressenøgle eller områdekode).</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/register.py" line="169"/>
        <source>Map columns to x and y, to address_key or to area_code. It has: {choices}.</source>
        <translation>Vælg kolonner til x og y, til adressenøgle eller til områdekode. Den har: {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_columns.py" line="154"/>
        <source>The file {file} has no column for {roles}, which the register {register} needs.</source>
        <translation>Filen {file} har ingen kolonne til {roles}, som registret {register} skal bruge.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/derived.py" line="123"/>
        <source>the date lies after the reference date</source>
        <translation>datoen ligger efter opgørelsesdagen</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/derived.py" line="108"/>
        <source>the age is over {oldest} years</source>
        <translation>alderen er over {oldest} år</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/workbook.py" line="159"/>
        <source>Or save the sheet as CSV (UTF-8) and choose that file.</source>
        <translation>Eller gem arket som CSV (UTF-8), og vælg den fil.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/workbook.py" line="66"/>
        <source>The workbook {file} has no sheet {sheet}.</source>
        <translation>Projektmappen {file} har intet ark {sheet}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/shown_layer.py" line="264"/>
        <source>The workbook {file} cannot be read.</source>
        <translation>Projektmappen {file} kan ikke læses.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/shown_layer.py" line="264"/>
        <source>Open it in a spreadsheet program and save it again as .xlsx, or save the sheet as CSV (UTF-8).</source>
        <translation>Åbn den i et regneark, og gem den igen som .xlsx, eller gem arket som CSV (UTF-8).</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/workbook.py" line="174"/>
        <source>{file}, sheet {sheet}, row {row}, column {column}: the formula has no saved result.</source>
        <translation>{file}, ark {sheet}, række {row}, kolonne {column}: formlen har intet gemt resultat.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/workbook.py" line="174"/>
        <source>Open the workbook in a spreadsheet program, let it compute, and save it.</source>
        <translation>Åbn projektmappen i et regneark, lad det regne, og gem.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="292"/>
        <source>(column {number})</source>
        <translation>(kolonne {number})</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/workbook.py" line="218"/>
        <source>The sheet {sheet} of {file} has no table: no rows stand below a row of column names.</source>
        <translation>Arket {sheet} i {file} har ingen tabel: der står ingen rækker under en række med kolonnenavne.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/workbook.py" line="218"/>
        <source>Choose another sheet or header row. The workbook has the sheets {choices}.</source>
        <translation>Vælg et andet ark eller en anden række med kolonnenavne. Projektmappen har arkene {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/sources.py" line="106"/>
        <source>The folder {folder} holds no text files or workbooks.</source>
        <translation>Mappen {folder} indeholder ingen tekstfiler eller projektmapper.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/mapping.py" line="100"/>
        <source>The mapping names the unknown register {name}.</source>
        <translation>Kolonnevalget nævner det ukendte register {name}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/reading.py" line="50"/>
        <source>The choice {name} = {value} for reading a file is not known.</source>
        <translation>Valget {name} = {value} til læsning af en fil kendes ikke.</translation>
    </message>
    <message>
        <location filename="../../core/registers/reading.py" line="50"/>
        <source>Use encoding ({encodings}), separator (; , tab |), decimal (, or .), header_row (a number), sheet (a name).</source>
        <translation>Brug encoding ({encodings}), separator (; , tab |), decimal (, eller .), header_row (et tal), sheet (et navn).</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figures.py" line="71"/>
        <source>{count} rows with totals are left out of the finished figures.</source>
        <translation>{count} [count: række|rækker] med totaler er udeladt af de færdige tal.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_columns.py" line="164"/>
        <source>The file {file} does not say which indicator its figures are.</source>
        <translation>Filen {file} siger ikke, hvilken indikator tallene er.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_columns.py" line="164"/>
        <source>Map a column to indicator, a column to value:&lt;id&gt;, or write {example}.</source>
        <translation>Vælg en kolonne til indicator, en kolonne til value:&lt;id&gt;, eller skriv {example}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_columns.py" line="173"/>
        <source>The file {file} has no column with figures.</source>
        <translation>Filen {file} har ingen kolonne med tal.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_columns.py" line="173"/>
        <source>Map a column to value or numerator. It has: {choices}.</source>
        <translation>Vælg en kolonne til value eller numerator. Den har: {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="32"/>
        <source>the key has been turned into a number and its last digits are lost</source>
        <translation>nøglen er blevet til et tal, og de sidste cifre er tabt</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="32"/>
        <source>A spreadsheet did it. Fetch the key again as text, for example 04610855__18__1__tv.</source>
        <translation>Det har et regneark gjort. Hent nøglen igen som tekst, for eksempel 04610855__18__1__tv.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="53"/>
        <source>{width} digits are expected</source>
        <translation>der skal stå {width} [width: ciffer|cifre]</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="104"/>
        <source>these look like CPR numbers</source>
        <translation>de ligner personnumre (CPR)</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="104"/>
        <source>They are not kept or shown, but ask for a pseudonym in their place.</source>
        <translation>De gemmes og vises ikke, men bed om et pseudonym i stedet.</translation>
    </message>
    <message>
        <location filename="../../core/registers/delivery.py" line="89"/>
        <source>The profile {file} is not valid JSON (line {line}).</source>
        <translation>Profilen {file} er ikke gyldig JSON (linje {line}).</translation>
    </message>
    <message>
        <location filename="../../core/registers/delivery.py" line="149"/>
        <source>Choose a profile that this plugin has saved.</source>
        <translation>Vælg en profil, som dette plugin har gemt.</translation>
    </message>
    <message>
        <location filename="../../core/registers/delivery.py" line="94"/>
        <source>The file {file} is no delivery profile of this version.</source>
        <translation>Filen {file} er ikke en leveranceprofil fra denne version.</translation>
    </message>
    <message>
        <location filename="../../core/registers/delivery.py" line="94"/>
        <source>It needs format {format}, register (one of {choices}) and mapping (role to column).</source>
        <translation>Den skal have format {format}, register (en af {choices}) og mapping (rolle til kolonne).</translation>
    </message>
    <message>
        <location filename="../../core/registers/delivery.py" line="106"/>
        <source>The profile {file} names the unknown role {role}.</source>
        <translation>Profilen {file} nævner den ukendte rolle {role}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/delivery.py" line="154"/>
        <source>The profile {file} cannot be opened.</source>
        <translation>Profilen {file} kan ikke åbnes.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_file.py" line="78"/>
        <source>The file {file} cannot be written.</source>
        <translation>Filen {file} kan ikke skrives.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="131"/>
        <source>The file {file} has no line end after its last line {line}; it may have been cut off.</source>
        <translation>Filen {file} har ingen linjeafslutning efter den sidste linje {line}; den er måske klippet over.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="269"/>
        <source>The file {file} has a cell of more than {count} characters.</source>
        <translation>Filen {file} har en celle på mere end {count} tegn.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="269"/>
        <source>A quotation mark may be missing, or it is no table. Correct the file.</source>
        <translation>Måske mangler et anførselstegn, eller det er ikke en tabel. Ret filen.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="71"/>
        <source>The file {file} holds bytes that no text has, after line {line}.</source>
        <translation>Filen {file} indeholder bytes, som ingen tekst har, efter linje {line}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="71"/>
        <source>The file is damaged, or it is no text file. Fetch it again, or save it as CSV (UTF-8).</source>
        <translation>Filen er beskadiget, eller det er ikke en tekstfil. Hent den igen, eller gem den som CSV (UTF-8).</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/comparators.py" line="71"/>
        <source>There is no comparator {name}.</source>
        <translation>Der er ingen sammenligning {name}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/filters.py" line="83"/>
        <source>The catalogue file {file} uses the column {column} in {entry}, which the register {register} does not have.</source>
        <translation>Katalogfilen {file} bruger kolonnen {column} i {entry}, som registret {register} ikke har.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/filters.py" line="112"/>
        <source>numbers</source>
        <translation>tal</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/filters.py" line="112"/>
        <source>texts</source>
        <translation>tekster</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/filters.py" line="113"/>
        <source>The catalogue file {file} compares the column {column} in {entry} in a way it cannot be.</source>
        <translation>Katalogfilen {file} sammenligner kolonnen {column} i {entry} på en måde, der ikke kan lade sig gøre.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/filters.py" line="113"/>
        <source>{column} takes {choices}; in wants a list, between two numbers.</source>
        <translation>{column} tager {choices}; in vil have en liste, between to tal.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/facets.py" line="63"/>
        <source>There is no facet {name}.</source>
        <translation>Der er ingen opdeling {name}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/facets.py" line="63"/>
        <source>Choose among {choices}; cross several with *.</source>
        <translation>Vælg blandt {choices}; kryds flere med *.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/definitions.py" line="224"/>
        <source>The catalogue file {file} has the unknown {key} {found} in {entry}.</source>
        <translation>Katalogfilen {file} har den ukendte {key} {found} i {entry}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/definitions.py" line="244"/>
        <source>The catalogue file {file} has no date in {key} of {entry}.</source>
        <translation>Katalogfilen {file} har ingen dato i {key} for {entry}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators/definitions.py" line="244"/>
        <source>Write YYYY-MM-DD, or null.</source>
        <translation>Skriv ÅÅÅÅ-MM-DD, eller null.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/shape.py" line="333"/>
        <source>Write both da and en.</source>
        <translation>Skriv både da og en.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/shape.py" line="339"/>
        <source>Write a number from {least}.</source>
        <translation>Skriv et tal fra {least} og op.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/shape.py" line="86"/>
        <source>Update the plugin, or fetch an older file.</source>
        <translation>Opdatér pluginet, eller hent en ældre fil.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_file.py" line="41"/>
        <source>The catalogue file {file} cannot be opened.</source>
        <translation>Katalogfilen {file} kan ikke åbnes.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/file.py" line="65"/>
        <source>Choose a file that was exported from this plugin.</source>
        <translation>Vælg en fil, som er eksporteret fra dette plugin.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/own.py" line="51"/>
        <source>The catalogue file {file}: {id} is no id.</source>
        <translation>Katalogfilen {file}: {id} kan ikke være et id.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/own.py" line="51"/>
        <source>Use 3-50 small letters a-z, digits and _, beginning with a letter.</source>
        <translation>Brug 3-50 små bogstaver a-z, cifre og _, med et bogstav først.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/own.py" line="56"/>
        <source>The catalogue file {file}: there is already an indicator {id}.</source>
        <translation>Katalogfilen {file}: der er allerede en indikator {id}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/own.py" line="56"/>
        <source>Give the municipality&apos;s own indicator another id.</source>
        <translation>Giv kommunens egen indikator et andet id.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/own.py" line="84"/>
        <source>The catalogue folder {folder} does not exist.</source>
        <translation>Katalogmappen {folder} findes ikke.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/own.py" line="84"/>
        <source>Choose the folder with the municipality&apos;s own indicators, or leave it empty.</source>
        <translation>Vælg mappen med kommunens egne indikatorer, eller lad feltet være tomt.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/own.py" line="120"/>
        <source>Choose another.</source>
        <translation>Vælg en anden.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/own.py" line="156"/>
        <source>There are no own indicators to export.</source>
        <translation>Der er ingen egne indikatorer at eksportere.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/own.py" line="156"/>
        <source>Copy an indicator and save it first.</source>
        <translation>Kopiér en indikator, og gem den først.</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="273"/>
        <source>Looking the registers through</source>
        <translation>Ser registrene igennem</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="200"/>
        <source>There are no districts to count in.</source>
        <translation>Der er ingen distrikter at tælle i.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="200"/>
        <source>Fetch districts on the page Areas first.</source>
        <translation>Hent først distrikter på siden Områder.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="252"/>
        <source>{name}: nobody is counted.</source>
        <translation>{name}: ingen er talt med.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="254"/>
        <source>{name}, {period}: numerator {numerator}, denominator {denominator}; areas from {low} to {high}.</source>
        <translation>{name}, {period}: tæller {numerator}, nævner {denominator}; områder fra {low} til {high}.</translation>
    </message>
    <message>
        <location filename="../../ui/data/reading_edit.py" line="21"/>
        <source>tab</source>
        <translation>tabulator</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/data.py" line="221"/>
        <source>{encoding}, separator {separator}, decimal sign {decimal}, column names in row {row}</source>
        <translation>{encoding}, skilletegn {separator}, decimaltegn {decimal}, kolonnenavne i række {row}</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="41"/>
        <source>QGIS has no saved PostgreSQL connection {name}.</source>
        <translation>QGIS har ingen gemt PostgreSQL-forbindelse {name}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="41"/>
        <source>Make it in QGIS&apos; Browser, or choose one of {choices}.</source>
        <translation>Opret den i QGIS' stifinder, eller vælg en af {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="66"/>
        <source>The database of the connection {name} cannot be reached.</source>
        <translation>Databasen bag forbindelsen {name} kan ikke nås.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="66"/>
        <source>Check in QGIS&apos; Browser that the connection works.</source>
        <translation>Kontrollér i QGIS' stifinder, at forbindelsen virker.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="84"/>
        <source>{text} does not name a table of a PostgreSQL connection.</source>
        <translation>{text} er ikke navnet på en tabel i en PostgreSQL-forbindelse.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="84"/>
        <source>Write postgres:connection/schema/table.</source>
        <translation>Skriv postgres:forbindelse/skema/tabel.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="124"/>
        <source>The table {table} of the connection {name} cannot be read.</source>
        <translation>Tabellen {table} i forbindelsen {name} kan ikke læses.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="124"/>
        <source>Check that it exists, that you may read it, and that it has a primary key.</source>
        <translation>Kontrollér, at den findes, at du må læse den, og at den har en primærnøgle.</translation>
    </message>
    <message>
        <location filename="../../ui/data/reading_edit.py" line="41"/>
        <source>found</source>
        <translation>findes</translation>
    </message>
    <message>
        <location filename="../../ui/data/reading_edit.py" line="27"/>
        <source>the first with a table</source>
        <translation>det første med en tabel</translation>
    </message>
    <message>
        <location filename="../../ui/data/reading_edit.py" line="28"/>
        <source>Encoding</source>
        <translation>Tegnsæt</translation>
    </message>
    <message>
        <location filename="../../ui/data/reading_edit.py" line="28"/>
        <source>Separator</source>
        <translation>Skilletegn</translation>
    </message>
    <message>
        <location filename="../../ui/data/reading_edit.py" line="28"/>
        <source>Decimal sign</source>
        <translation>Decimaltegn</translation>
    </message>
    <message>
        <location filename="../../ui/data/reading_edit.py" line="28"/>
        <source>Row of column names</source>
        <translation>Række med kolonnenavne</translation>
    </message>
    <message>
        <location filename="../../ui/data/reading_edit.py" line="28"/>
        <source>Sheet</source>
        <translation>Ark</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="34"/>
        <source>is</source>
        <translation>er</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="35"/>
        <source>is one of</source>
        <translation>er en af</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="36"/>
        <source>is from-to</source>
        <translation>er fra-til</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="37"/>
        <source>is at least</source>
        <translation>er mindst</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="38"/>
        <source>is at most</source>
        <translation>er højst</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="39"/>
        <source>is more than</source>
        <translation>er mere end</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="40"/>
        <source>is less than</source>
        <translation>er mindre end</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="41"/>
        <source>is missing</source>
        <translation>mangler</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="42"/>
        <source>is known</source>
        <translation>er kendt</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="58"/>
        <source>All conditions hold</source>
        <translation>Alle betingelser gælder</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="59"/>
        <source>At least one condition holds</source>
        <translation>Mindst én betingelse gælder</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="62"/>
        <source>Condition</source>
        <translation>Betingelse</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="68"/>
        <source>Add condition</source>
        <translation>Tilføj betingelse</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="70"/>
        <source>Remove condition</source>
        <translation>Fjern betingelse</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="104"/>
        <source>The filter is not valid JSON (character {position}).</source>
        <translation>Filtret er ikke gyldig JSON (tegn {position}).</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="104"/>
        <source>Correct it.</source>
        <translation>Ret det.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="127"/>
        <source>several with ;</source>
        <translation>flere med ;</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="154"/>
        <source>The condition on {column} lacks a value.</source>
        <translation>Betingelsen på {column} mangler en værdi.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="154"/>
        <source>Write one value, two with ; between for from-to, or several for one of.</source>
        <translation>Skriv én værdi, to med ; imellem for fra-til, eller flere for en af.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="166"/>
        <source>{text} is no number (condition on {column}).</source>
        <translation>{text} er ikke et tal (betingelse på {column}).</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/filter_edit.py" line="166"/>
        <source>Write a number.</source>
        <translation>Skriv et tal.</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/findings_table.py" line="31"/>
        <source>Finding</source>
        <translation>Fund</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/findings_table.py" line="31"/>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/findings_table.py" line="31"/>
        <source>Rows</source>
        <translation>Rækker</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_tree.py" line="29"/>
        <source>Search indicators</source>
        <translation>Søg i indikatorer</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_tree.py" line="68"/>
        <source>Register: {name}</source>
        <translation>Register: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_tree.py" line="69"/>
        <source>Source: {name}</source>
        <translation>Kilde: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="57"/>
        <source>Table in PostgreSQL…</source>
        <translation>Tabel i PostgreSQL…</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="138"/>
        <source>Table in PostgreSQL</source>
        <translation>Tabel i PostgreSQL</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="122"/>
        <source>QGIS has no saved PostgreSQL connection. Make one in QGIS&apos; Browser first.</source>
        <translation>QGIS har ingen gemt PostgreSQL-forbindelse. Opret først en i QGIS' stifinder.</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="128"/>
        <source>Connection</source>
        <translation>Forbindelse</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/source_edit.py" line="138"/>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="43"/>
        <source>higher is worse</source>
        <translation>højere er værre</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="44"/>
        <source>lower is worse</source>
        <translation>lavere er værre</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="45"/>
        <source>neither</source>
        <translation>ingen af delene</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="18"/>
        <source>number</source>
        <translation>antal</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="19"/>
        <source>percent</source>
        <translation>procent</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="20"/>
        <source>per 1,000</source>
        <translation>pr. 1.000</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="21"/>
        <source>kroner</source>
        <translation>kroner</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="55"/>
        <source>years</source>
        <translation>år</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="24"/>
        <source>per unit</source>
        <translation>pr. enhed</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="63"/>
        <source>Own indicator</source>
        <translation>Egen indikator</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="80"/>
        <source>Try it</source>
        <translation>Prøv den</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="81"/>
        <source>Count it on the newest period of the register chosen on the Data page.</source>
        <translation>Tæl den på den nyeste periode i det register, der er valgt på siden Data.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="85"/>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="111"/>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="112"/>
        <source>Name (Danish)</source>
        <translation>Navn (dansk)</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="113"/>
        <source>Name (English)</source>
        <translation>Navn (engelsk)</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="114"/>
        <source>Definition (Danish)</source>
        <translation>Definition (dansk)</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="115"/>
        <source>Definition (English)</source>
        <translation>Definition (engelsk)</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="117"/>
        <source>Unit</source>
        <translation>Enhed</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="118"/>
        <source>Direction</source>
        <translation>Retning</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="136"/>
        <source>Sum of</source>
        <translation>Sum af</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="136"/>
        <source>Mean of</source>
        <translation>Gennemsnit af</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="136"/>
        <source>Median of</source>
        <translation>Median af</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="187"/>
        <source>Trying the indicator</source>
        <translation>Prøver indikatoren</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="92"/>
        <source>More registers</source>
        <translation>Flere registre</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="107"/>
        <source>Columns</source>
        <translation>Kolonner</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="118"/>
        <source>How the file is read</source>
        <translation>Sådan læses filen</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="126"/>
        <source>for example CPR extract</source>
        <translation>for eksempel CPR-udtræk</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="127"/>
        <source>Delivery</source>
        <translation>Leverance</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="129"/>
        <source>Save profile…</source>
        <translation>Gem profil…</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="131"/>
        <source>Use profile…</source>
        <translation>Brug profil…</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="139"/>
        <source>Self-check</source>
        <translation>Selvkontrol</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="373"/>
        <source>Save profile</source>
        <translation>Gem profil</translation>
    </message>
    <message>
        <location filename="../../ui/data/profiles.py" line="45"/>
        <source>The profile is saved as {file}. It holds no data.</source>
        <translation>Profilen er gemt som {file}. Den indeholder ingen data.</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="384"/>
        <source>Use profile</source>
        <translation>Brug profil</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="398"/>
        <source>The profile is used for {register}. Press Load.</source>
        <translation>Profilen bruges til {register}. Tryk på Indlæs.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="66"/>
        <source>Copy and change…</source>
        <translation>Kopiér og ret…</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="67"/>
        <source>Make an indicator of the municipality&apos;s own from the one that is marked.</source>
        <translation>Lav kommunens egen indikator ud fra den, der er markeret.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="72"/>
        <source>Own catalogue</source>
        <translation>Eget katalog</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="75"/>
        <source>Choose folder…</source>
        <translation>Vælg mappe…</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="77"/>
        <source>Export as one file…</source>
        <translation>Eksportér som én fil…</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="78"/>
        <source>Import a file…</source>
        <translation>Importér en fil…</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="216"/>
        <source>No indicator is marked.</source>
        <translation>Ingen indikator er markeret.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="216"/>
        <source>Click the one to copy.</source>
        <translation>Klik på den, der skal kopieres.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="234"/>
        <source>{id} is saved in {folder}.</source>
        <translation>{id} er gemt i {folder}.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="271"/>
        <source>Export own indicators</source>
        <translation>Eksportér egne indikatorer</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="280"/>
        <source>{count} indicators are exported to {file}.</source>
        <translation>{count} [count: indikator|indikatorer] er eksporteret til {file}.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="284"/>
        <source>Import indicators</source>
        <translation>Importér indikatorer</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="294"/>
        <source>{new} indicators are new, {replaced} replaced.</source>
        <translation>{new} [new: ny indikator|nye indikatorer], {replaced} erstattet.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="121"/>
        <source>Who is counted (population)</source>
        <translation>Hvem der tælles</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/indicator_editor.py" line="124"/>
        <source>Numerator</source>
        <translation>Tæller</translation>
    </message>
    <message>
        <location filename="../../ui/data/summary.py" line="23"/>
        <source>{count} registers with {files} files looked through. Errors: {errors}. Warnings: {warnings}. {servable} indicators can be counted.</source>
        <translation>Registre: {count}. Filer: {files}. Fejl: {errors}. Advarsler: {warnings}. Indikatorer: {servable}.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="76"/>
        <source>Remove the marked indicator</source>
        <translation>Fjern den markerede indikator</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="259"/>
        <source>The marked indicator is not one of the municipality&apos;s own.</source>
        <translation>Den markerede indikator er ikke en af kommunens egne.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="259"/>
        <source>Mark one with a pencil.</source>
        <translation>Markér en med en blyant.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="268"/>
        <source>{id} is removed.</source>
        <translation>{id} er fjernet.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/carrying_over.py" line="47"/>
        <source>{count} figures are missing in {name}: some of the areas they lie in have none.</source>
        <translation>{count} tal mangler i {name}: nogle af de områder, de ligger i, har ingen.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding.py" line="204"/>
        <source>The person register has no rows for the period {period}.</source>
        <translation>Borgerregistret har ingen rækker for perioden {period}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/source_reader.py" line="186"/>
        <source>the date lies before {first} or in the future</source>
        <translation>datoen ligger før {first} eller i fremtiden</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/source_reader.py" line="186"/>
        <source>Correct the date, or check the clock of this machine.</source>
        <translation>Ret datoen, eller kontrollér uret på denne maskine.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/inputs.py" line="56"/>
        <source>{file} has not the columns chosen for {roles}; they are guessed again.</source>
        <translation>{file} har ikke de kolonner, der er valgt til {roles}; de gættes igen.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/check_districts.py" line="45"/>
        <source>Check districts against GeoFA&apos;s rules</source>
        <translation>Tjek distrikter efter GeoFA's regler</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/check_districts.py" line="53"/>
        <source>Mend invalid geometry and slivers in the second output</source>
        <translation>Ret ugyldig geometri og smalle overlap og huller i det andet output</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/compare_geofa.py" line="30"/>
        <source>Problems</source>
        <translation>Fejl og advarsler</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/check_districts.py" line="61"/>
        <source>Mended districts</source>
        <translation>Rettede distrikter</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/check_districts.py" line="97"/>
        <source>{rows} objects: {errors} errors, {warnings} warnings.</source>
        <translation>{rows} [rows: objekt|objekter]: {errors} fejl, {warnings} [warnings: advarsel|advarsler].</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/upload_file.py" line="28"/>
        <source>Write a file for GeoFA&apos;s upload</source>
        <translation>Skriv en fil til GeoFA's upload</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/upload_file.py" line="33"/>
        <source>Write although districts overlap, leave holes, are small or reach outside</source>
        <translation>Skriv, selv om distrikter overlapper, efterlader huller, er små eller rækker udenfor</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/upload_file.py" line="40"/>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/publishing.py" line="66"/>
        <source>The folder {folder} does not exist.</source>
        <translation>Mappen {folder} findes ikke.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="363"/>
        <source>Written: {files}. Read the text before you upload.</source>
        <translation>Skrevet: {files}. Læs teksten, før du uploader.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="54"/>
        <source>GeoFA&apos;s address (empty: the test server, or the one chosen in the panel)</source>
        <translation>GeoFA's adresse (tom: testserveren eller den, der er valgt i panelet)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="54"/>
        <source>GeoFA&apos;s address (empty for the server chosen in the panel)</source>
        <translation>GeoFA's adresse (tom: den, der er valgt i panelet)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="60"/>
        <source>Login (authentication configuration)</source>
        <translation>Login (autentificeringskonfiguration)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="70"/>
        <source>Districts, or a table with keys of districts</source>
        <translation>Distrikter eller en tabel med distrikters nøgler</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="75"/>
        <source>Mapping (JSON: column → field or =text; the rest is guessed from names)</source>
        <translation>Tilknytning (JSON: kolonne → felt eller =tekst; resten gættes ud fra navnene)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="86"/>
        <source>Who registers (bruger_id; empty: the one chosen in the panel, or the login&apos;s name)</source>
        <translation>Hvem registrerer (bruger_id; tom: den, der er valgt i panelet, eller loginets navn)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="101"/>
        <source>The municipality&apos;s area (finds holes along its border and what lies outside)</source>
        <translation>Kommunens område (finder huller langs grænsen og det, der ligger udenfor)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="140"/>
        <source>GeoFA does not have theme {theme}; it is a proposal.</source>
        <translation>GeoFA har ikke tema {theme}; det er et forslag.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="140"/>
        <source>Set geofa_sociodemografi/geofa_proposed_theme in QGIS&apos; advanced settings on a server that has it.</source>
        <translation>Sæt geofa_sociodemografi/geofa_proposed_theme i QGIS' avancerede indstillinger på en server, der har det.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/parameters.py" line="244"/>
        <source>{insert} new, {update} changed, {unchanged} unchanged, {missing} in GeoFA alone; {errors} errors, {warnings} warnings.</source>
        <translation>{insert} [insert: ny|nye], {update} [update: ændret|ændrede], {unchanged} [unchanged: uændret|uændrede], {missing} kun i GeoFA; {errors} fejl, {warnings} [warnings: advarsel|advarsler].</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="79"/>
        <source>As on the date (YYYY-MM-DD; empty: now)</source>
        <translation>Som det var den (ÅÅÅÅ-MM-DD; tom: nu)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="84"/>
        <source>Tell what changed since the date (YYYY-MM-DD)</source>
        <translation>Fortæl, hvad der er ændret siden (ÅÅÅÅ-MM-DD)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/compare_geofa.py" line="27"/>
        <source>Changes</source>
        <translation>Ændringer</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="131"/>
        <source>Changes need a date to count from.</source>
        <translation>Ændringer skal have en dato at tælle fra.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="131"/>
        <source>Give the date in SINCE.</source>
        <translation>Angiv datoen i SINCE.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="194"/>
        <source>{new} new, {changed} changed, {ended} ended.</source>
        <translation>{new} [new: ny|nye], {changed} [changed: ændret|ændrede], {ended} [ended: ophørt|ophørte].</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/coverage.py" line="58"/>
        <source>Uptake of GeoFA&apos;s themes</source>
        <translation>Udbredelse af GeoFA's temaer</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/coverage.py" line="62"/>
        <source>Themes (codes with comma; empty: the district themes)</source>
        <translation>Temaer (koder med komma; tom: distriktstemaerne)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/coverage.py" line="71"/>
        <source>Municipalities&apos; areas (empty: a point in each that has registered)</source>
        <translation>Kommunernes områder (tom: et punkt i hver, der har registreret)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/coverage.py" line="80"/>
        <source>Field with the municipality code</source>
        <translation>Felt med kommunekoden</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/coverage.py" line="95"/>
        <source>Table by theme</source>
        <translation>Tabel efter tema</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/coverage.py" line="123"/>
        <source>any of the themes</source>
        <translation>et af temaerne</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/coverage.py" line="124"/>
        <source>{what}: {count} of {all} municipalities ({percent} %).</source>
        <translation>{what}: {count} af {all} [all: kommune|kommuner] ({percent} %).</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/coverage.py" line="133"/>
        <source>The project&apos;s goal is {goal} %.</source>
        <translation>Projektets mål er {goal} %.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/compare_geofa.py" line="22"/>
        <source>Compare districts with GeoFA</source>
        <translation>Sammenlign distrikter med GeoFA</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="38"/>
        <source>Send districts to GeoFA</source>
        <translation>Send distrikter til GeoFA</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="43"/>
        <source>End the objects GeoFA alone has (objekt_id, several with comma)</source>
        <translation>Afslut objekter, som kun GeoFA har (objekt_id, flere med komma)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="52"/>
        <source>How they end: status Ikke gældende, or deleted</source>
        <translation>Hvordan de afsluttes: status Ikke gældende, eller slettet</translation>
    </message>
    <message>
        <location filename="../../ui/registration/access.py" line="60"/>
        <source>Way</source>
        <translation>Vej</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="68"/>
        <source>Dry run: compare and check only</source>
        <translation>Prøvekørsel: kun sammenligning og kontrol</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="71"/>
        <source>Send although districts overlap, leave holes, are small or reach outside</source>
        <translation>Send, selv om distrikter overlapper, efterlader huller, er små eller rækker udenfor</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="78"/>
        <source>Confirmation for production: municipality code and number of objects, as 0461 12</source>
        <translation>Bekræftelse af produktion: kommunekode og antal objekter, som 0461 12</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="90"/>
        <source>Monitor file that keeps the receipt</source>
        <translation>Opgørelsesfil, der gemmer kvitteringen</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="100"/>
        <source>Receipt</source>
        <translation>Kvittering</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="123"/>
        <source>A dry run: {count} objects would be sent to {host}. Nothing was sent.</source>
        <translation>En prøvekørsel: {count} [count: objekt|objekter] ville blive sendt til {host}. Intet blev sendt.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/send_geofa.py" line="158"/>
        <source>{count} objects are in GeoFA ({host}) as sent.</source>
        <translation>{count} [count: objekt|objekter] er i GeoFA ({host}), som de blev sendt.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/send.py" line="72"/>
        <source>There is nothing to send: GeoFA has it all.</source>
        <translation>Der er intet at sende: GeoFA har det hele.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/send.py" line="72"/>
        <source>Change something, and compare again.</source>
        <translation>Ret noget, og sammenlign igen.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/send.py" line="76"/>
        <source>Looking at what GeoFA has now</source>
        <translation>Ser, hvad GeoFA har nu</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/send.py" line="79"/>
        <source>Sending {count} objects to GeoFA</source>
        <translation>Sender {count} [count: objekt|objekter] til GeoFA</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/send.py" line="92"/>
        <source>Reading back what GeoFA has now</source>
        <translation>Læser tilbage, hvad GeoFA har nu</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/send.py" line="115"/>
        <source>{count} objects have changed in GeoFA since they were compared: {labels}.</source>
        <translation>{count} [count: objekt|objekter] er ændret i GeoFA, siden de blev sammenlignet: {labels}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/send.py" line="115"/>
        <source>Nothing was sent. Compare again.</source>
        <translation>Intet blev sendt. Sammenlign igen.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="124"/>
        <source>{count} objects were sent, but GeoFA cannot be read back: {problem}</source>
        <translation>{count} [count: objekt|objekter] blev sendt, men GeoFA kan ikke læses bagefter: {problem}</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="124"/>
        <source>It is not known what is in GeoFA. Compare again when it answers; what is there already is not sent twice.</source>
        <translation>Det vides ikke, hvad der er i GeoFA. Sammenlign igen, når GeoFA svarer; det, der allerede er der, sendes ikke to gange.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="109"/>
        <source>GeoFA&apos;s answer was lost, but all is there.</source>
        <translation>GeoFA's svar gik tabt, men alt er der.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="153"/>
        <source>GeoFA answered, but changed nothing.</source>
        <translation>GeoFA svarede, men ændrede intet.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="153"/>
        <source>The objects may belong to another municipality than the login&apos;s, or lie outside it.</source>
        <translation>Objekterne hører måske til en anden kommune end loginets, eller de ligger uden for den.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="158"/>
        <source>{problem} Nothing was changed in GeoFA.</source>
        <translation>{problem} Intet blev ændret i GeoFA.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="158"/>
        <source>{next} It is safe to send again.</source>
        <translation>{next} Det er trygt at sende igen.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="178"/>
        <source>GeoFA counts {inserted} new, {updated} changed, {ended} ended.</source>
        <translation>GeoFA tæller {inserted} [inserted: ny|nye], {updated} [updated: ændret|ændrede], {ended} [ended: ophørt|ophørte].</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="170"/>
        <source>{done} of {sent} objects are in GeoFA as sent. Not: {labels}.</source>
        <translation>{done} af {sent} [sent: objekt|objekter] er i GeoFA, som de blev sendt. Ikke: {labels}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="185"/>
        <source>The receipt tells object by object. Compare again; what is there already is not sent twice.</source>
        <translation>Kvitteringen fortæller det objekt for objekt. Sammenlign igen; det, der allerede er der, sendes ikke to gange.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/login.py" line="142"/>
        <source>GeoFA ({host}) gave no token.</source>
        <translation>GeoFA ({host}) gav ingen adgang efter login.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/login.py" line="142"/>
        <source>Check the server address; ask GeoFA&apos;s support whether the user may use the SQL API.</source>
        <translation>Kontrollér serverens adresse; spørg GeoFA's support, om brugeren må bruge SQL-API'et.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/client.py" line="178"/>
        <source>{time} is no date.</source>
        <translation>{time} er ikke en dato.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/client.py" line="178"/>
        <source>Write it as 2026-01-31.</source>
        <translation>Skriv den som 2026-01-31.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/client.py" line="237"/>
        <source>Asking for theme {theme}</source>
        <translation>Spørger om tema {theme}</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/public_answers.py" line="91"/>
        <source>{problem} An answer kept {hours} hours ago is shown.</source>
        <translation>{problem} Et svar, der er {hours} [hours: time|timer] gammelt, vises.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/server.py" line="108"/>
        <source>GeoFA ({host}) answered in another coordinate system than EPSG:25832.</source>
        <translation>GeoFA ({host}) svarede i et andet koordinatsystem end EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/server.py" line="108"/>
        <source>Nothing was used. Check the server address, and tell GeoFA&apos;s support.</source>
        <translation>Intet blev brugt. Kontrollér serverens adresse, og sig det til GeoFA's support.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/area_sets.py" line="115"/>
        <source>{problem} Another way to GeoFA was used.</source>
        <translation>{problem} En anden vej til GeoFA blev brugt.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/selection.py" line="21"/>
        <source>GeoFA publishes no history of theme {theme}.</source>
        <translation>GeoFA udgiver ikke historik for tema {theme}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/selection.py" line="21"/>
        <source>Themes 5710, 5711, 5712 and 5713 have one.</source>
        <translation>Temaerne 5710, 5711, 5712 og 5713 har den.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="26"/>
        <source>{column} is empty and must be filled.</source>
        <translation>{column} er tom og skal udfyldes.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="26"/>
        <source>Fill the column, or map another one to it.</source>
        <translation>Udfyld kolonnen, eller knyt en anden til den.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="44"/>
        <source>{column} is not a whole number.</source>
        <translation>{column} er ikke et helt tal.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="44"/>
        <source>Write a whole number, or map another column.</source>
        <translation>Skriv et helt tal, eller vælg en anden kolonne.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="51"/>
        <source>{column} is not a uuid.</source>
        <translation>{column} er ikke en uuid.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="51"/>
        <source>Write 36 characters such as 0a3f50b4-1111-32b8-e044-0003ba298018.</source>
        <translation>Skriv 36 tegn som 0a3f50b4-1111-32b8-e044-0003ba298018.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="66"/>
        <source>{column}: {value} is not an active code.</source>
        <translation>{column}: {value} er ikke en aktiv kode.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="86"/>
        <source>{column} has {length} characters; {limit} are allowed.</source>
        <translation>{column} har {length} tegn; {limit} er tilladt.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="86"/>
        <source>Shorten the text.</source>
        <translation>Forkort teksten.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="103"/>
        <source>{column}: {value} is not between {minimum} and {maximum}.</source>
        <translation>{column}: {value} ligger ikke mellem {minimum} og {maximum}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="103"/>
        <source>Write a number within the bounds.</source>
        <translation>Skriv et tal inden for grænserne.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="44"/>
        <source>The CVR number {cvr} is not the municipality&apos;s own ({own}).</source>
        <translation>CVR-nummeret {cvr} er ikke kommunens eget ({own}).</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="44"/>
        <source>A municipality registers its own objects alone. Write {own}.</source>
        <translation>En kommune registrerer kun sine egne objekter. Skriv {own}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="59"/>
        <source>The first grade comes after the last.</source>
        <translation>Det første klassetrin kommer efter det sidste.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="59"/>
        <source>Exchange the two.</source>
        <translation>Byt om på de to.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="94"/>
        <source>The figure is about {count}, under the limit of {limit}.</source>
        <translation>Tallet handler om {count}, under grænsen på {limit}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="94"/>
        <source>Register it without a value and with the status Skjult af diskretionshensyn.</source>
        <translation>Registrér det uden værdi og med status Skjult af diskretionshensyn.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="73"/>
        <source>The note tells of {count} persons or households, under the limit of {limit}.</source>
        <translation>Noten fortæller om {count} [count: person eller husstand|personer eller husstande], under grænsen på {limit}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="73"/>
        <source>Leave the figure out: notes in GeoFA can be read by everybody.</source>
        <translation>Udelad tallet: noter i GeoFA kan læses af alle.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="56"/>
        <source>{file} is neither a GeoPackage nor a shapefile.</source>
        <translation>{file} er hverken en GeoPackage eller en shapefil.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="56"/>
        <source>Let the name end in .gpkg or .shp.</source>
        <translation>Lad navnet ende på .gpkg eller .shp.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="61"/>
        <source>There is nothing to upload: GeoFA has it all.</source>
        <translation>Der er intet at uploade: GeoFA har det hele.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="68"/>
        <source>{file} exists already.</source>
        <translation>{file} findes allerede.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="68"/>
        <source>Choose another name.</source>
        <translation>Vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="83"/>
        <source>{file} cannot be written.</source>
        <translation>{file} kan ikke skrives.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="192"/>
        <source>{file}: {new} new objects, {changed} changed.</source>
        <translation>{file}: {new} [new: nyt objekt|nye objekter], {changed} [changed: ændret|ændrede].</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="198"/>
        <source>1. Open GeoFA&apos;s editor ({address}) and log in with the municipality&apos;s user.</source>
        <translation>1. Åbn GeoFA's editor ({address}), og log ind med kommunens bruger.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="202"/>
        <source>   That is the test server; the same path is on {address}.</source>
        <translation>   Det er testserveren; den samme sti findes på {address}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="206"/>
        <source>2. Choose theme {theme} and the upload, and pick the file (of a shapefile: all its parts, zipped).</source>
        <translation>2. Vælg tema {theme} og upload, og peg på filen (af en shapefil: alle dens dele, zippet).</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="211"/>
        <source>3. Do NOT tick the box that deletes objects which are not in the file. This file holds what changes and nothing else: the box would end every other object the municipality has in the theme.</source>
        <translation>3. Sæt IKKE kryds i feltet, der sletter objekter, som ikke er i filen. Filen rummer kun det, der ændres: krydset ville afslutte alle kommunens andre objekter i temaet.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="216"/>
        <source>4. Compare the counts the editor shows with those above, and compare again in the plugin.</source>
        <translation>4. Sammenhold de antal, editoren viser, med dem ovenfor, og sammenlign igen i pluginet.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="222"/>
        <source>{count} objects are to be ended. A file cannot do that; end them in the editor one by one:</source>
        <translation>{count} [count: objekt|objekter] skal ophøre. Det kan en fil ikke; afslut dem i editoren ét for ét:</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/mapping.py" line="55"/>
        <source>The mapping cannot be read.</source>
        <translation>Tilknytningen kan ikke læses.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/mapping.py" line="55"/>
        <source>Write JSON such as {example}.</source>
        <translation>Skriv JSON som {example}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/mapping.py" line="72"/>
        <source>Theme {theme} has no column {column} that can be filled.</source>
        <translation>Tema {theme} har ingen kolonne {column}, der kan udfyldes.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/mapping.py" line="81"/>
        <source>The source has no field {field}.</source>
        <translation>Kilden har intet felt {field}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/wfs_transaction.py" line="107"/>
        <source>GeoFA&apos;s answer does not tell what was changed.</source>
        <translation>GeoFA's svar fortæller ikke, hvad der blev ændret.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/wfs_transaction.py" line="107"/>
        <source>Compare again to see what is in GeoFA now.</source>
        <translation>Sammenlign igen for at se, hvad der er i GeoFA nu.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="126"/>
        <source>GeoFA ({host}) does not accept the user name and password.</source>
        <translation>GeoFA ({host}) godtager ikke brugernavnet og adgangskoden.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="126"/>
        <source>Check the authentication configuration in QGIS&apos; options. Users of GeoFA are named kom and the municipality&apos;s three digits.</source>
        <translation>Kontrollér autentificeringskonfigurationen i QGIS' indstillinger. Brugere i GeoFA hedder kom og kommunens tre cifre.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="145"/>
        <source>GeoFA ({host}) refuses: an object is not the municipality&apos;s own, or lies outside it.</source>
        <translation>GeoFA ({host}) afviser: et objekt er ikke kommunens eget, eller det ligger uden for kommunen.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="145"/>
        <source>Check that the login belongs to the municipality, that the CVR number is its own, and that every object lies inside it.</source>
        <translation>Kontrollér, at loginet hører til kommunen, at CVR-nummeret er dens eget, og at alle objekter ligger i den.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="159"/>
        <source>GeoFA refused the request: {problem}</source>
        <translation>GeoFA afviste forespørgslen: {problem}</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="159"/>
        <source>The theme or one of its columns may have another name on this server, or a value breaks one of its rules. Check the server address and the values.</source>
        <translation>Temaet eller en af dets kolonner hedder måske noget andet på denne server, eller en værdi bryder en af dens regler. Kontrollér serverens adresse og værdierne.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="169"/>
        <source>The address {url} answered with a web page instead of data.</source>
        <translation>Adressen {url} svarede med en webside i stedet for data.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/changes.py" line="98"/>
        <source>{ids} is not among the objects GeoFA has and the source lacks.</source>
        <translation>{ids} er ikke blandt de objekter, GeoFA har og kilden mangler.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/changes.py" line="98"/>
        <source>Only such objects can be ended. Compare again and pick from the list.</source>
        <translation>Kun sådanne objekter kan afsluttes. Sammenlign igen, og vælg fra listen.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/matching.py" line="60"/>
        <source>Row {row}: {count} objects in GeoFA have {key}.</source>
        <translation>Række {row}: {count} [count: objekt|objekter] i GeoFA har {key}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/matching.py" line="60"/>
        <source>Give the row its objekt_id, or mend the key in GeoFA.</source>
        <translation>Giv rækken dens objekt_id, eller ret nøglen i GeoFA.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/matching.py" line="79"/>
        <source>Row {row}: GeoFA has no object with the objekt_id {id} in this municipality.</source>
        <translation>Række {row}: GeoFA har intet objekt med objekt_id {id} i denne kommune.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/matching.py" line="79"/>
        <source>GeoFA skips such rows without a word. Empty the objekt_id to register a new object, or fetch the theme again: the object may have been ended.</source>
        <translation>GeoFA springer sådanne rækker over uden et ord. Tøm objekt_id for at registrere et nyt objekt, eller hent temaet igen: objektet er måske ophørt.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/matching.py" line="137"/>
        <source>Rows {first} and {second} are the same object in GeoFA ({key}).</source>
        <translation>Række {first} og {second} er det samme objekt i GeoFA ({key}).</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/matching.py" line="137"/>
        <source>Leave one of them out, or give each its own key.</source>
        <translation>Udelad den ene, eller giv hver sin nøgle.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/compare.py" line="145"/>
        <source>Row {row} is no object in GeoFA yet, and it has no geometry.</source>
        <translation>Række {row} er ikke et objekt i GeoFA endnu og har ingen geometri.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/compare.py" line="145"/>
        <source>Draw the district, or give the row the objekt_id, noegle, or number and type of one that is there.</source>
        <translation>Tegn distriktet, eller giv rækken objekt_id, noegle eller nummer og type fra et, der findes.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/compare.py" line="182"/>
        <source>Rows {first} and {second} are equal in all they hold.</source>
        <translation>Række {first} og {second} er ens i alt, hvad de rummer.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/compare.py" line="182"/>
        <source>Leave one of them out.</source>
        <translation>Udelad den ene.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/server.py" line="91"/>
        <source>{address} is no address of a GeoFA server.</source>
        <translation>{address} er ikke adressen på en GeoFA-server.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/server.py" line="91"/>
        <source>Write it as {example}.</source>
        <translation>Skriv den som {example}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/server.py" line="96"/>
        <source>The server address holds a user name or password.</source>
        <translation>Serverens adresse rummer et brugernavn eller en adgangskode.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/server.py" line="96"/>
        <source>Leave them out and choose a QGIS authentication configuration instead.</source>
        <translation>Udelad dem, og vælg i stedet en autentificeringskonfiguration i QGIS.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/registration.py" line="81"/>
        <source>Choose another layer or table.</source>
        <translation>Vælg et andet lag eller en anden tabel.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/registration.py" line="103"/>
        <source>{name} has another kind of geometry than theme {theme} ({kind}).</source>
        <translation>{name} har en anden slags geometri end tema {theme} ({kind}).</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/registration.py" line="103"/>
        <source>Choose another layer, or another theme.</source>
        <translation>Vælg et andet lag eller et andet tema.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/registration.py" line="113"/>
        <source>{name} has no coordinate system.</source>
        <translation>{name} har intet koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/registration.py" line="113"/>
        <source>Set the layer&apos;s coordinate system, usually EPSG:25832.</source>
        <translation>Sæt lagets koordinatsystem, som regel EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/registration.py" line="129"/>
        <source>Row {row} cannot be moved to EPSG:25832.</source>
        <translation>Række {row} kan ikke flyttes til EPSG:25832.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/registration.py" line="129"/>
        <source>Check the layer&apos;s coordinate system.</source>
        <translation>Kontrollér lagets koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/theme_layer.py" line="158"/>
        <source>GeoFA&apos;s rule for {column}</source>
        <translation>GeoFA's regel for {column}</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/theme_layer.py" line="193"/>
        <source>Other</source>
        <translation>Andet</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/geofa_login.py" line="57"/>
        <source>The authentication configuration {id} cannot be used for GeoFA.</source>
        <translation>Autentificeringskonfigurationen {id} kan ikke bruges til GeoFA.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/geofa_login.py" line="57"/>
        <source>Make one with the method Basic authentication, GeoFA&apos;s user name and password in QGIS&apos; options under Authentication; unlock QGIS&apos; passwords when it asks.</source>
        <translation>Lav en med metoden Basic authentication og GeoFA's brugernavn og adgangskode i QGIS' indstillinger under Autentificering; lås QGIS' adgangskoder op, når den spørger.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="263"/>
        <source>Mending</source>
        <translation>Retter</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/mending.py" line="94"/>
        <source>{label}: the geometry was made valid.</source>
        <translation>{label}: geometrien blev gjort gyldig.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/mending.py" line="105"/>
        <source>{size} m² of overlap with {label} were taken away.</source>
        <translation>{size} m² overlap med {label} blev taget væk.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/mending.py" line="129"/>
        <source>A hole of {size} m² was closed.</source>
        <translation>Et hul på {size} m² blev lukket.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/area_sets.py" line="50"/>
        <source>Theme {theme} has points, which nothing can be counted in.</source>
        <translation>Tema {theme} har punkter, som intet kan tælles i.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/area_sets.py" line="50"/>
        <source>Show it on the map instead, or choose a theme of districts.</source>
        <translation>Vis det på kortet i stedet, eller vælg et tema med distrikter.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/area_sets.py" line="74"/>
        <source>{name}, as on {date}</source>
        <translation>{name}, som den {date}</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/area_sets.py" line="136"/>
        <source>Nothing has changed since {date}.</source>
        <translation>Intet er ændret siden {date}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/area_sets.py" line="137"/>
        <source>Since {date}: {new} new, {changed} changed, {ended} ended.</source>
        <translation>Siden {date}: {new} [new: ny|nye], {changed} [changed: ændret|ændrede], {ended} [ended: ophørt|ophørte].</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="112"/>
        <source>Checking geometry</source>
        <translation>Kontrollerer geometri</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="171"/>
        <source>There is no geometry.</source>
        <translation>Der er ingen geometri.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="171"/>
        <source>Draw the object.</source>
        <translation>Tegn objektet.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="176"/>
        <source>Nothing is left of the geometry at a millimetre&apos;s precision.</source>
        <translation>Intet er tilbage af geometrien med en millimeters nøjagtighed.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="176"/>
        <source>Draw the object anew.</source>
        <translation>Tegn objektet om.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="189"/>
        <source>The geometry is not valid: {reason}</source>
        <translation>Geometrien er ikke gyldig: {reason}</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="189"/>
        <source>Let the plugin mend it, and look at the result; or draw it anew.</source>
        <translation>Lad pluginet rette den, og se på resultatet; eller tegn den om.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="200"/>
        <source>The area is {size} m²; {limit} m² is the least.</source>
        <translation>Arealet er {size} m²; {limit} m² er det mindste.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="200"/>
        <source>Merge it with a neighbour.</source>
        <translation>Slå den sammen med en nabo.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="332"/>
        <source>Snap the borders to each other; slivers can be mended by the plugin.</source>
        <translation>Fasthæft grænserne til hinanden; smalle overlap og huller kan pluginet rette.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="311"/>
        <source>Type {type} covers {share} % of the municipality.</source>
        <translation>Type {type} dækker {share} % af kommunen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="311"/>
        <source>The theme should cover the whole municipality; add the districts that are missing.</source>
        <translation>Temaet bør dække hele kommunen; tilføj de distrikter, der mangler.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="362"/>
        <source>{label} lies more than {limit} km outside the municipality.</source>
        <translation>{label} ligger mere end {limit} km uden for kommunen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="362"/>
        <source>{label} reaches outside the municipality.</source>
        <translation>{label} rækker uden for kommunen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="362"/>
        <source>GeoFA refuses it. Cut it at the municipality&apos;s border.</source>
        <translation>GeoFA afviser det. Klip det ved kommunegrænsen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/checks.py" line="362"/>
        <source>GeoFA takes it; cut it at the municipality&apos;s border if it is not meant so.</source>
        <translation>GeoFA tager imod det; klip det ved kommunegrænsen, hvis det ikke er meningen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/about_theme.py" line="20"/>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="107"/>
        <source>Purpose</source>
        <translation>Formål</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/about_theme.py" line="22"/>
        <source>How to register</source>
        <translation>Sådan registreres det</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/about_theme.py" line="23"/>
        <source>Types</source>
        <translation>Typer</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/about_theme.py" line="24"/>
        <source>Mandatory, besides authority, user, origin, status and visibility</source>
        <translation>Obligatorisk ud over myndighed, bruger, oprindelse, status og synlighed</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/working_copy.py" line="50"/>
        <source>The working copy {file} exists and may hold changes that are not sent.</source>
        <translation>Arbejdskopien {file} findes og kan rumme ændringer, der ikke er sendt.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/working_copy.py" line="50"/>
        <source>Send or delete it first, or choose another place.</source>
        <translation>Send eller slet den først, eller vælg et andet sted.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/working_copy.py" line="68"/>
        <source>The working copy {file} cannot be written.</source>
        <translation>Arbejdskopien {file} kan ikke skrives.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/working_copy.py" line="107"/>
        <source>{theme} {name}, working copy</source>
        <translation>{theme} {name}, arbejdskopi</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/working_copy.py" line="110"/>
        <source>{file} is no working copy of theme {theme}.</source>
        <translation>{file} er ikke en arbejdskopi af tema {theme}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/working_copy.py" line="110"/>
        <source>Choose another file.</source>
        <translation>Vælg en anden fil.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="149"/>
        <source>Fetching what GeoFA has</source>
        <translation>Henter, hvad GeoFA har</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/registration.py" line="71"/>
        <source>Without login only public objects of GeoFA are seen; others would be taken for new.</source>
        <translation>Uden login ses kun GeoFA's offentlige objekter; andre ville blive taget for nye.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="295"/>
        <source>Sending to GeoFA needs a login.</source>
        <translation>Der skal et login til for at sende til GeoFA.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/registration.py" line="123"/>
        <source>Choose an authentication configuration with GeoFA&apos;s user name and password.</source>
        <translation>Vælg en autentificeringskonfiguration med GeoFA's brugernavn og adgangskode.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/registration.py" line="142"/>
        <source>row {row}</source>
        <translation>række {row}</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/registration.py" line="143"/>
        <source>{count} errors keep the objects from being sent. The first: {where}: {text}</source>
        <translation>{count} fejl forhindrer, at objekterne sendes. Den første: {where}: {text}</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/registration.py" line="164"/>
        <source>{count} objects of {municipality} would be changed in production, {host}.</source>
        <translation>{count} [count: objekt|objekter] for {municipality} ville blive ændret i produktion, {host}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/registration.py" line="164"/>
        <source>Confirm with &quot;{words}&quot;, or send to the test server.</source>
        <translation>Bekræft med &quot;{words}&quot;, eller send til testserveren.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/registration.py" line="190"/>
        <source>The receipt could not be kept: {problem}</source>
        <translation>Kvitteringen kunne ikke gemmes: {problem}</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/registration.py" line="229"/>
        <source>another geometry</source>
        <translation>en anden geometri</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/browser.py" line="73"/>
        <source>The municipalities&apos; shared geodata: districts and institutions</source>
        <translation>Kommunernes fælles geodata: distrikter og institutioner</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="76"/>
        <source>Register in GeoFA</source>
        <translation>Registrér i GeoFA</translation>
    </message>
    <message>
        <location filename="../../ui/areas/find_theme.py" line="47"/>
        <source>Theme {theme} cannot be read from GeoFA ({host}).</source>
        <translation>Tema {theme} kan ikke læses fra GeoFA ({host}).</translation>
    </message>
    <message>
        <location filename="../../ui/areas/find_theme.py" line="47"/>
        <source>Check the network and the server chosen in the panel.</source>
        <translation>Kontrollér netværket og den server, der er valgt i panelet.</translation>
    </message>
    <message>
        <location filename="../../ui/areas/find_theme.py" line="117"/>
        <source>Show on the map</source>
        <translation>Vis på kortet</translation>
    </message>
    <message>
        <location filename="../../ui/areas/find_theme.py" line="117"/>
        <source>About the theme…</source>
        <translation>Om temaet…</translation>
    </message>
    <message>
        <location filename="../../ui/areas/find_theme.py" line="154"/>
        <source>GeoFA themes</source>
        <translation>GeoFA-temaer</translation>
    </message>
    <message>
        <location filename="../../ui/registration/source.py" line="27"/>
        <source>What to register</source>
        <translation>Det, der registreres</translation>
    </message>
    <message>
        <location filename="../../ui/registration/source.py" line="43"/>
        <source>Edit the theme on the map…</source>
        <translation>Redigér temaet på kortet…</translation>
    </message>
    <message>
        <location filename="../../ui/registration/source.py" line="44"/>
        <source>Fetches the theme to a file of its own with form and rules; you edit that, and send the difference.</source>
        <translation>Henter temaet til en fil for sig med formular og regler; du retter i den og sender forskellen.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/source.py" line="58"/>
        <source>The municipality&apos;s area: finds holes along its border, and what lies outside.</source>
        <translation>Kommunens område: finder huller langs grænsen og det, der ligger udenfor.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/source.py" line="64"/>
        <source>Layer or table</source>
        <translation>Lag eller tabel</translation>
    </message>
    <message>
        <location filename="../../ui/registration/source.py" line="66"/>
        <source>Municipality&apos;s area</source>
        <translation>Kommunens område</translation>
    </message>
    <message>
        <location filename="../../ui/registration/column_mapping.py" line="25"/>
        <source>GeoFA&apos;s column</source>
        <translation>GeoFA's kolonne</translation>
    </message>
    <message>
        <location filename="../../ui/registration/column_mapping.py" line="25"/>
        <source>Field, or =text</source>
        <translation>Felt eller =tekst</translation>
    </message>
    <message>
        <location filename="../../ui/registration/column_mapping.py" line="33"/>
        <source>A column set to – is not touched in GeoFA. New objects get the municipality's CVR number, origin, status, visibility and type where the source says nothing.</source>
        <translation>En kolonne, der står på –, røres ikke i GeoFA. Nye objekter får kommunens CVR-nummer, oprindelse, status, synlighed og type, hvor kilden intet siger.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/column_mapping.py" line="44"/>
        <source>Object id</source>
        <translation>Objekt-id</translation>
    </message>
    <message>
        <location filename="../../ui/registration/access.py" line="40"/>
        <source>The test server unless you choose production.</source>
        <translation>Testserveren, medmindre du vælger produktion.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/access.py" line="50"/>
        <source>the login&apos;s name</source>
        <translation>loginets navn</translation>
    </message>
    <message>
        <location filename="../../ui/registration/access.py" line="51"/>
        <source>Is registered with every change as bruger_id.</source>
        <translation>Registreres med hver ændring som bruger_id.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/access.py" line="56"/>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <location filename="../../ui/registration/access.py" line="59"/>
        <source>Who registers</source>
        <translation>Hvem registrerer</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="37"/>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="37"/>
        <source>In GeoFA</source>
        <translation>I GeoFA</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="37"/>
        <source>Becomes</source>
        <translation>Bliver</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="54"/>
        <source>New</source>
        <translation>Nye</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="55"/>
        <source>Changed</source>
        <translation>Ændrede</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="56"/>
        <source>In GeoFA alone: tick to end</source>
        <translation>Kun i GeoFA: sæt kryds for at afslutte</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="57"/>
        <source>Unchanged, not sent</source>
        <translation>Uændrede, sendes ikke</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="92"/>
        <source>Geometry</source>
        <translation>Geometri</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="92"/>
        <source>grey line</source>
        <translation>grå linje</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="92"/>
        <source>orange line</source>
        <translation>orange linje</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="64"/>
        <source>Register districts in GeoFA…</source>
        <translation>Registrér distrikter i GeoFA…</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="107"/>
        <source>GeoFA&apos;s address: the production server, the test server, or one of your own.</source>
        <translation>GeoFA's adresse: produktionsserveren, testserveren eller en af dine egne.</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="114"/>
        <source>As on</source>
        <translation>Som det var den</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="120"/>
        <source>The boundaries as they were registered on a date, beside today&apos;s.</source>
        <translation>Grænserne, som de var registreret på en dato, ved siden af dagens.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="52"/>
        <source>Register districts and keys in GeoFA. Nothing is sent before you have seen what changes.</source>
        <translation>Registrér distrikter og nøgler i GeoFA. Intet sendes, før du har set, hvad der ændres.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="81"/>
        <source>Compare</source>
        <translation>Sammenlign</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="85"/>
        <source>Mend what can be mended</source>
        <translation>Ret det, der kan rettes</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="86"/>
        <source>Makes invalid geometry valid and closes slivers, in what is sent; the layer stays as it is.</source>
        <translation>Gør ugyldig geometri gyldig og lukker smalle huller og overlap i det, der sendes; laget bliver, som det er.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="92"/>
        <source>Send in spite of errors on the map</source>
        <translation>Send trods fejl på kortet</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="93"/>
        <source>Overlaps, holes, small districts and districts outside the municipality; errors in values are never sent.</source>
        <translation>Overlap, huller, små distrikter og distrikter uden for kommunen; fejl i værdier sendes aldrig.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="54"/>
        <source>Ticked objects get the status Ikke gældende</source>
        <translation>Afkrydsede objekter får status Ikke gældende</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="55"/>
        <source>Ticked objects are deleted (seen in the history alone)</source>
        <translation>Afkrydsede objekter slettes (ses kun i historikken)</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="60"/>
        <source>Send…</source>
        <translation>Send…</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="61"/>
        <source>Write a file for the upload…</source>
        <translation>Skriv en fil til upload…</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="118"/>
        <source>Working copy</source>
        <translation>Arbejdskopi</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="137"/>
        <source>The working copy was there already; nothing was fetched.</source>
        <translation>Arbejdskopien var der allerede; intet blev hentet.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="149"/>
        <source>{count} objects to edit.</source>
        <translation>{count} [count: objekt|objekter] at redigere.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="221"/>
        <source>No layer or table is chosen.</source>
        <translation>Intet lag og ingen tabel er valgt.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="221"/>
        <source>Choose one, or edit GeoFA&apos;s districts.</source>
        <translation>Vælg et lag, eller redigér GeoFA's distrikter.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="241"/>
        <source>Comparing with GeoFA</source>
        <translation>Sammenligner med GeoFA</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="117"/>
        <source>{insert} new, {update} changed, {unchanged} unchanged, {missing} in GeoFA alone.</source>
        <translation>{insert} [insert: ny|nye], {update} [update: ændret|ændrede], {unchanged} [unchanged: uændret|uændrede], {missing} kun i GeoFA.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="125"/>
        <source>{errors} errors and {warnings} warnings.</source>
        <translation>{errors} fejl og {warnings} [warnings: advarsel|advarsler].</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_box.py" line="145"/>
        <source>Send {count} objects…</source>
        <translation>Send {count} [count: objekt|objekter]…</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="290"/>
        <source>Checking what is sent</source>
        <translation>Kontrollerer det, der sendes</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="295"/>
        <source>Choose or make an authentication configuration above.</source>
        <translation>Vælg eller lav en autentificeringskonfiguration ovenfor.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/confirmation.py" line="38"/>
        <source>Send to GeoFA</source>
        <translation>Send til GeoFA</translation>
    </message>
    <message>
        <location filename="../../ui/registration/confirmation.py" line="42"/>
        <source>This is PRODUCTION, which everybody reads. Change {count} objects of {place}?</source>
        <translation>Dette er PRODUKTION, som alle læser. Ændr {count} [count: objekt|objekter] for {place}?</translation>
    </message>
    <message>
        <location filename="../../ui/registration/confirmation.py" line="47"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="327"/>
        <source>Sending to GeoFA</source>
        <translation>Sender til GeoFA</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="334"/>
        <source>{count} objects are in GeoFA as sent.</source>
        <translation>{count} [count: objekt|objekter] er i GeoFA, som de blev sendt.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="336"/>
        <source>The receipt is in the monitor file.</source>
        <translation>Kvitteringen er i opgørelsesfilen.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/page.py" line="341"/>
        <source>File for GeoFA&apos;s upload</source>
        <translation>Fil til GeoFA's upload</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/theme_layer.py" line="122"/>
        <source>District</source>
        <translation>Distrikt</translation>
    </message>
    <message>
        <location filename="../../core/gis/districts/theme_layer.py" line="122"/>
        <source>Registration</source>
        <translation>Registrering</translation>
    </message>
    <message>
        <location filename="../../ui/registration/confirmation.py" line="26"/>
        <source>{count} new</source>
        <translation>{count} [count: ny|nye]</translation>
    </message>
    <message>
        <location filename="../../ui/registration/confirmation.py" line="28"/>
        <source>{count} changed</source>
        <translation>{count} [count: ændret|ændrede]</translation>
    </message>
    <message>
        <location filename="../../ui/registration/confirmation.py" line="30"/>
        <source>{count} deleted</source>
        <translation>{count} [count: slettet|slettede]</translation>
    </message>
    <message>
        <location filename="../../ui/registration/confirmation.py" line="31"/>
        <source>{place}, theme {theme}: {parts} are sent to {host}.</source>
        <translation>{place}, tema {theme}: {parts} sendes til {host}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/send.py" line="86"/>
        <source>You stopped while GeoFA was at it.</source>
        <translation>Du stoppede, mens GeoFA var i gang.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/send.py" line="86"/>
        <source>Look at what is in GeoFA before you send again.</source>
        <translation>Se, hvad der er i GeoFA, før du sender igen.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="139"/>
        <source>{problem} Nothing of it is in GeoFA now, but it may still be under way.</source>
        <translation>{problem} Intet af det er i GeoFA nu, men det kan stadig være på vej.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/receipt.py" line="139"/>
        <source>Compare again in a few minutes, before you send again; what is there by then is not sent twice.</source>
        <translation>Sammenlign igen om nogle minutter, før du sender igen; det, der er der til den tid, sendes ikke to gange.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/matching.py" line="158"/>
        <source>Rows {first} and {second} have the same key: {key}.</source>
        <translation>Række {first} og {second} har samme nøgle: {key}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/comparison/matching.py" line="158"/>
        <source>Give each its own key. After a split the new part needs a key of its own; parts of one district belong in one row, as a multipolygon.</source>
        <translation>Giv hver sin nøgle. Efter en deling skal den nye del have sin egen nøgle; dele af ét distrikt hører til i én række som multipolygon.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="79"/>
        <source>{column}: {value} has not the form it should.</source>
        <translation>{column}: {value} har ikke den rette form.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_value.py" line="79"/>
        <source>Write it as the column&apos;s description says.</source>
        <translation>Skriv den, som kolonnens beskrivelse siger.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="108"/>
        <source>A figure has a value where it is released, and there alone.</source>
        <translation>Et tal har en værdi, hvor det er frigivet, og kun der.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/rules/of_row.py" line="108"/>
        <source>Empty the value, or set the status Frigivet.</source>
        <translation>Tøm værdien, eller sæt status Frigivet.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="139"/>
        <source>{label}: {column} is longer than a shapefile can hold, and would be cut.</source>
        <translation>{label}: {column} er længere, end en shapefil kan rumme, og ville blive klippet af.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/sending/upload_file.py" line="139"/>
        <source>Write a GeoPackage instead.</source>
        <translation>Skriv en GeoPackage i stedet.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/geofa_login.py" line="80"/>
        <source>The address {address} is not encrypted, and a password would be sent to it.</source>
        <translation>Adressen {address} er ikke krypteret, og en adgangskode ville blive sendt til den.</translation>
    </message>
    <message>
        <location filename="../../ui/registration/review_tree.py" line="85"/>
        <source>{value} (usual)</source>
        <translation>{value} (sædvanlig)</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="89"/>
        <source>Every version of every object, shown in time by QGIS&apos; temporal controller</source>
        <translation>Alle versioner af alle objekter, vist over tid af QGIS' tidsstyring</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="137"/>
        <source>Every version and one date exclude each other.</source>
        <translation>Alle versioner og én dato udelukker hinanden.</translation>
    </message>
    <message>
        <location filename="../../core/processing/districts/load_theme.py" line="137"/>
        <source>Leave AS_OF and SINCE empty.</source>
        <translation>Lad AS_OF og SINCE stå tomme.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/client.py" line="253"/>
        <source>The code lists are the plugin&apos;s own: {reason}</source>
        <translation>Kodelisterne er pluginets egne: {reason}</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/protecting.py" line="74"/>
        <source>The monitor file {file} has no counted figures.</source>
        <translation>Opgørelsesfilen {file} har ingen opgjorte tal.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="54"/>
        <source>Compute first.</source>
        <translation>Beregn først.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="66"/>
        <source>{period} was not counted.</source>
        <translation>{period} er ikke opgjort.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="276"/>
        <source>Protecting and auditing</source>
        <translation>Diskretionerer og efterprøver</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="73"/>
        <source>{file} shows the area set {name}, which the newest run did not count.</source>
        <translation>{file} viser områdesættet {name}, som ikke er med i den nyeste opgørelse.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="73"/>
        <source>Count it along with the others.</source>
        <translation>Tæl det sammen med de andre.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="87"/>
        <source>{count} numbers that must not be known are shown in {file} or can be worked out from it.</source>
        <translation>{count} tal, som ikke må kendes, vises i {file} eller kan regnes ud af den.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="87"/>
        <source>Do not release it. Publish an edition from the monitor file instead.</source>
        <translation>Udgiv den ikke. Udgiv i stedet en udgave fra opgørelsesfilen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/table_layer.py" line="36"/>
        <source>The table {file} cannot be read.</source>
        <translation>Tabellen {file} kan ikke læses.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="112"/>
        <source>Choose the udgave.csv of an edition.</source>
        <translation>Vælg udgave.csv fra en udgave.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="112"/>
        <source>{file} lacks the column {column}.</source>
        <translation>{file} mangler kolonnen {column}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="117"/>
        <source>{file} holds several periods.</source>
        <translation>{file} har flere perioder.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="117"/>
        <source>Audit one period at a time.</source>
        <translation>Efterprøv én periode ad gangen.</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/drawn_areas.py" line="53"/>
        <source>Edition ({choices})</source>
        <translation>Udgave ({choices})</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="82"/>
        <source>Period (YYYY-MM; empty for the newest)</source>
        <translation>Periode (ÅÅÅÅ-MM; tom for den nyeste)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/drawn_areas.py" line="86"/>
        <source>Folder with the municipality&apos;s own indicators and limits</source>
        <translation>Mappe med kommunens egne indikatorer og grænser</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/publish_edition.py" line="34"/>
        <source>Publish an edition</source>
        <translation>Udgiv en udgave</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/publish_edition.py" line="43"/>
        <source>Indicator on the map (id; empty for the first)</source>
        <translation>Indikator på kortet (id; tom for den første)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/publish_edition.py" line="52"/>
        <source>Area set on the map (id; empty for the first)</source>
        <translation>Områdesæt på kortet (id; tom for det første)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/publish_edition.py" line="61"/>
        <source>Purpose of the release</source>
        <translation>Formål med udgivelsen</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/publish_edition.py" line="62"/>
        <source>Folder to publish in</source>
        <translation>Mappe at udgive i</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/publish_edition.py" line="100"/>
        <source>{count} numbers and texts in the written files were looked at again.</source>
        <translation>{count} [count: tal eller tekst|tal og tekster] i de skrevne filer er set efter igen.</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/protect.py" line="28"/>
        <source>Protect an edition (disclosure control)</source>
        <translation>Diskretionér en udgave</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/protect.py" line="33"/>
        <source>Protected figures</source>
        <translation>Diskretionerede tal</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/wording.py" line="27"/>
        <source>{hidden} of {all} figures are hidden.</source>
        <translation>{hidden} af {all} tal er skjult.</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/audit_release.py" line="27"/>
        <source>Audit a released table</source>
        <translation>Efterprøv en udgivet tabel</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/audit_release.py" line="32"/>
        <source>Released table (udgave.csv)</source>
        <translation>Udgivet tabel (udgave.csv)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/audit_release.py" line="58"/>
        <source>{shown} figures are shown; {guarded} numbers that must not be known stood the attack.</source>
        <translation>{shown} tal vises; {guarded} [guarded: skjult|skjulte] tal er prøvet udregnet af de viste, og [guarded: det kunne ikke|ingen af dem kunne] regnes ud.</translation>
    </message>
    <message>
        <location filename="../../core/store/runs/runs.py" line="299"/>
        <source>The monitor file {file} was counted by an earlier version, which kept no building blocks for disclosure control.</source>
        <translation>Opgørelsesfilen {file} er opgjort af en tidligere version, som ikke gemte byggestenene til diskretionering.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="134"/>
        <source>The edition {profile} hides nothing and must not leave the municipality.</source>
        <translation>Udgaven {profile} skjuler intet og må ikke forlade kommunen.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="134"/>
        <source>Choose another edition.</source>
        <translation>Vælg en anden udgave.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="144"/>
        <source>The audit does not clear the edition: {count} hidden numbers could be worked out.</source>
        <translation>Efterprøvningen godkender ikke udgaven: {count} [count: skjult|skjulte] tal kan regnes ud.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="144"/>
        <source>Leave out an indicator or an area set, or merge small areas. Nothing was released.</source>
        <translation>Udelad en indikator eller et områdesæt, eller læg små områder sammen. Intet er udgivet.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="339"/>
        <source>Counts below {persons} persons are hidden (below {special} for health, origin and convictions), also of those who have it not; nobody and everybody too, unless that is harmless.</source>
        <translation>Antal under {persons} [persons: person|personer] skjules (under {special} for helbred, oprindelse og domme), også antallet af dem, der ikke har det; ingen og alle skjules også, medmindre det er uden betydning for den enkelte.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="347"/>
        <source>Counts of persons from fewer than {households} households are hidden.</source>
        <translation>Antal personer fra færre end {households} [households: husstand|husstande] skjules.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="351"/>
        <source>Areas below {persons} residents or {households} households show no register attributes.</source>
        <translation>Områder under {persons} [persons: beboer|beboere] eller {households} [households: husstand|husstande] viser ingen registeroplysninger.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="357"/>
        <source>What is hidden cannot be narrowed to fewer than {values} values, from anything released.</source>
        <translation>Det skjulte kan ikke indsnævres til færre end {values} [values: værdi|værdier] ud fra noget, der er udgivet.</translation>
    </message>
    <message>
        <location filename="../../core/protection/methods/record_keys.py" line="31"/>
        <source>The secret of the cell keys is shorter than {count} bytes.</source>
        <translation>Cellenøglernes hemmelighed er kortere end {count} byte.</translation>
    </message>
    <message>
        <location filename="../../core/protection/methods/record_keys.py" line="31"/>
        <source>Let the plugin make one; it is kept among QGIS&apos; authentication configurations.</source>
        <translation>Lad pluginet lave en; den gemmes blandt QGIS' godkendelsesopsætninger.</translation>
    </message>
    <message>
        <location filename="../../core/protection/methods/cell_key.py" line="138"/>
        <source>No table of changes was found for these parameters.</source>
        <translation>Der blev ikke fundet en tabel over ændringer med disse parametre.</translation>
    </message>
    <message>
        <location filename="../../core/protection/methods/cell_key.py" line="138"/>
        <source>Choose a larger deviation, or another variance.</source>
        <translation>Vælg en større afvigelse eller en anden varians.</translation>
    </message>
    <message>
        <location filename="../../core/protection/making.py" line="85"/>
        <source>No indicator of {period} may be in the edition {profile}.</source>
        <translation>Ingen indikator for {period} må være i udgaven {profile}.</translation>
    </message>
    <message>
        <location filename="../../core/protection/making.py" line="85"/>
        <source>Count more indicators, choose another period, or change what the edition may hold.</source>
        <translation>Tæl flere indikatorer, vælg en anden periode, eller skift, hvad udgaven må rumme.</translation>
    </message>
    <message>
        <location filename="../../core/protection/table_attack.py" line="38"/>
        <source>Auditing</source>
        <translation>Efterprøver</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/binding.py" line="184"/>
        <source>The release of {period} cannot be compared with: {indicator} was not counted for that month.</source>
        <translation>Udgivelsen af {period} kan ikke sammenlignes med: {indicator} er ikke talt for den måned.</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/binding.py" line="184"/>
        <source>Count the months together, the released one among them.</source>
        <translation>Tæl månederne sammen, den udgivne iblandt.</translation>
    </message>
    <message>
        <location filename="../../core/protection/attack/bounds.py" line="178"/>
        <source>The audit could not be carried through: a linear programme ended with status {status}.</source>
        <translation>Efterprøvningen kunne ikke gennemføres: en af dens beregninger blev ikke færdig (status {status}).</translation>
    </message>
    <message>
        <location filename="../../core/protection/attack/bounds.py" line="178"/>
        <source>Nothing is released. Check that the numbers agree with each other, and try again.</source>
        <translation>Intet er udgivet. Se efter, om tallene passer sammen, og prøv igen.</translation>
    </message>
    <message>
        <location filename="../../core/protection/system/places.py" line="57"/>
        <source>The residents of {period} were not counted, so no area can be judged too small.</source>
        <translation>Beboerne i {period} er ikke talt, så intet område kan vurderes som for lille.</translation>
    </message>
    <message>
        <location filename="../../core/protection/system/places.py" line="57"/>
        <source>Count the indicator population along with the others.</source>
        <translation>Tæl indikatoren »Beboere« sammen med de andre.</translation>
    </message>
    <message>
        <location filename="../../core/protection/methods/rounding.py" line="62"/>
        <source>Counts cannot be rounded to {base} where {largest} is small.</source>
        <translation>Antal kan ikke afrundes til {base}, når {largest} er småt.</translation>
    </message>
    <message>
        <location filename="../../core/protection/methods/rounding.py" line="62"/>
        <source>Choose a base from 2, and a limit not below it.</source>
        <translation>Vælg et grundtal fra 2 og en grænse, der ikke er under det.</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/releases.py" line="153"/>
        <source>Release {release} shows {period} for the area set {name}, which was not counted now.</source>
        <translation>Udgivelse {release} viser {period} for områdesættet {name}, som ikke er talt nu.</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/releases.py" line="153"/>
        <source>Count that area set along with the others, so that the two can be checked together.</source>
        <translation>Tæl det områdesæt sammen med de andre, så de to kan prøves sammen.</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/releases.py" line="167"/>
        <source>The boundaries of {name} have changed since release {release}.</source>
        <translation>Afgrænsningen af {name} er ændret siden udgivelse {release}.</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/releases.py" line="167"/>
        <source>Count the old boundaries along with the new ones, under their old name.</source>
        <translation>Tæl de gamle områder sammen med de nye, under deres gamle navn.</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/releases.py" line="318"/>
        <source>The figures of {period} have been revised since they were released ({indicator}).</source>
        <translation>Tallene for {period} er rettet, siden de blev udgivet ({indicator}).</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/releases.py" line="318"/>
        <source>Release a later period instead; a second version of a released one would show the difference.</source>
        <translation>Udgiv en senere periode i stedet; en ny version af en udgivet ville vise forskellen.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/protection/rules.py" line="121"/>
        <source>The file {file}: {key} of the profile {profile} is below {floor}.</source>
        <translation>Filen {file}: {key} i profilen {profile} er under {floor}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/protection/rules.py" line="121"/>
        <source>Nothing may be shown of fewer than {floor}; write {floor} or more.</source>
        <translation>Intet må vises om færre end {floor}; skriv {floor} eller mere.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/protection/rules.py" line="169"/>
        <source>The file {file} cannot be read as profiles of disclosure control.</source>
        <translation>Filen {file} kan ikke læses som profiler for diskretionering.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/protection/rules.py" line="169"/>
        <source>Mend it as the guide shows, or move it away.</source>
        <translation>Ret den, som vejledningen viser, eller flyt den væk.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/protection/rules.py" line="177"/>
        <source>The file {file} has the unknown {key} {found} in {entry}.</source>
        <translation>Filen {file} har den ukendte {key} {found} i {entry}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/protection/rules.py" line="203"/>
        <source>There is no profile {name}.</source>
        <translation>Der er ingen profil {name}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/merging.py" line="85"/>
        <source>{name}, merged</source>
        <translation>{name}, lagt sammen</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/publishing.py" line="66"/>
        <source>Choose a folder that exists.</source>
        <translation>Vælg en mappe, der findes.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/map.py" line="87"/>
        <source>The edition cannot be written to {folder}.</source>
        <translation>Udgaven kan ikke skrives i {folder}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/map.py" line="87"/>
        <source>Choose a folder that may be written to, with enough room.</source>
        <translation>Vælg en mappe, der må skrives i, og som har plads nok.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/publishing.py" line="132"/>
        <source>The edition {profile} does not hold {name}.</source>
        <translation>Udgaven {profile} rummer ikke {name}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/publishing.py" line="213"/>
        <source>The edition cannot be put in its place, {folder}.</source>
        <translation>Udgaven kan ikke lægges på plads, {folder}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/map.py" line="100"/>
        <source>The edition cannot be read again.</source>
        <translation>Udgaven kan ikke læses igen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/map.py" line="100"/>
        <source>Choose another folder, on a local disk.</source>
        <translation>Vælg en anden mappe, på en lokal disk.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/map.py" line="186"/>
        <source>{area_set}, {title}</source>
        <translation>{area_set}, {title}</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/map.py" line="191"/>
        <source>Certificate {id}. Hidden for disclosure control: {hidden} of {all} figures. Source: {source}.</source>
        <translation>Certifikat {id}. Skjult af diskretionshensyn: {hidden} af {all} tal. Kilde: {source}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/report.py" line="51"/>
        <source>Number</source>
        <translation>Antal</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/report.py" line="51"/>
        <source>Of</source>
        <translation>Ud af</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/report.py" line="70"/>
        <source>{indicator} by area</source>
        <translation>{indicator} pr. område</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/audit.py" line="86"/>
        <source>About the edition</source>
        <translation>Om udgaven</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/audit.py" line="129"/>
        <source>a file that is not part of the edition</source>
        <translation>en fil, der ikke er en del af udgaven</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/audit.py" line="141"/>
        <source>The file {file} holds something that is not in the edition ({place}); nothing was released.</source>
        <translation>Filen {file} rummer noget, der ikke er i udgaven ({place}); intet er udgivet.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/audit.py" line="141"/>
        <source>Report this as a fault of the plugin. Do not release the files.</source>
        <translation>Meld det som en fejl i pluginet. Udgiv ikke filerne.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/audit.py" line="166"/>
        <source>a table too many</source>
        <translation>en tabel for meget</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/audit.py" line="223"/>
        <source>a path</source>
        <translation>en sti</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/audit.py" line="265"/>
        <source>a text on the map</source>
        <translation>en tekst på kortet</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="65"/>
        <source>The whole municipality</source>
        <translation>Hele kommunen</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/tables.py" line="168"/>
        <source>Certificate {id}</source>
        <translation>Certifikat {id}</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/tables.py" line="218"/>
        <source>About</source>
        <translation>Om</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/tables.py" line="223"/>
        <source>{profile} edition, {period}</source>
        <translation>{profile} udgave, {period}</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="77"/>
        <source>Disclosure</source>
        <translation>Diskretion</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="35"/>
        <source>Few persons have it, or have it not</source>
        <translation>Få har det, eller få har det ikke</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="36"/>
        <source>Few households</source>
        <translation>Få husstande</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="37"/>
        <source>The area has too few residents or households</source>
        <translation>Området har for få beboere eller husstande</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="38"/>
        <source>Could be worked out from others</source>
        <translation>Kunne regnes ud af andre</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="39"/>
        <source>One person weighs too much</source>
        <translation>Én person vejer for meget</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="40"/>
        <source>Hidden in an earlier release, few have changed</source>
        <translation>Skjult i en tidligere udgivelse, få er skiftet</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="41"/>
        <source>Few have changed: the value shown before stays</source>
        <translation>Få er skiftet: værdien fra før bliver stående</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="42"/>
        <source>Hidden so that others stay hidden</source>
        <translation>Skjult, for at andre forbliver skjult</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="65"/>
        <source>Edition</source>
        <translation>Udgave</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="52"/>
        <source>For</source>
        <translation>Til</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="55"/>
        <source>Rules in force</source>
        <translation>Regler i kraft</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="59"/>
        <source>Check</source>
        <translation>Kontrollér</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="65"/>
        <source>Release ledger</source>
        <translation>Udgivelseslog</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="65"/>
        <source>Release</source>
        <translation>Udgivelse</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="85"/>
        <source>What is hidden, and why</source>
        <translation>Hvad er skjult, og hvorfor</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="85"/>
        <source>Reason, indicator, area</source>
        <translation>Årsag, indikator, område</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="85"/>
        <source>Hidden</source>
        <translation>Skjult</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="101"/>
        <source>Publish</source>
        <translation>Udgiv</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="103"/>
        <source>Areas on the map</source>
        <translation>Områder på kortet</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="104"/>
        <source>Indicator on the map</source>
        <translation>Indikator på kortet</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="106"/>
        <source>For example: agenda of the housing committee</source>
        <translation>For eksempel: dagsorden til boligudvalget</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="112"/>
        <source>Publish in a folder…</source>
        <translation>Udgiv i en mappe…</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="145"/>
        <source>What leaves the municipality must not tell about a person. Check an edition, then publish it: map, table, report and certificate in one folder.</source>
        <translation>Det, der forlader kommunen, må ikke fortælle om en person. Kontrollér en udgave, og udgiv den så: kort, tabel, rapport og certifikat i én mappe.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="181"/>
        <source>Release ledger ({count})</source>
        <translation>Udgivelseslog ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="227"/>
        <source>{count} areas are too small to show register attributes: {names}.</source>
        <translation>{count} [count: område|områder] er for små til at vise registeroplysninger: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/wording.py" line="22"/>
        <source>{all} figures, none hidden. This edition must not leave the municipality.</source>
        <translation>{all} tal, ingen skjult. Denne udgave må ikke forlade kommunen.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/wording.py" line="34"/>
        <source>{count} keep the value of the release before.</source>
        <translation>{count} beholder værdien fra forrige udgivelse.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/wording.py" line="40"/>
        <source>Not safe: {count} numbers can be worked out. The edition cannot be published.</source>
        <translation>Ikke sikker: {count} tal kan regnes ud. Udgaven kan ikke udgives.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/wording.py" line="54"/>
        <source>Households are not known: only persons are counted.</source>
        <translation>Husstande kendes ikke: kun personer er talt.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="290"/>
        <source>Merging small areas</source>
        <translation>Lægger små områder sammen</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="296"/>
        <source>No small area has a neighbour to be merged with.</source>
        <translation>Intet lille område har en nabo at blive lagt sammen med.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="296"/>
        <source>Leave them out, or draw other areas.</source>
        <translation>Udelad dem, eller tegn andre områder.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="308"/>
        <source>{names} made. Compute again to count it.</source>
        <translation>{names} er lavet. Beregn igen for at tælle det med.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="317"/>
        <source>Publish in a folder</source>
        <translation>Udgiv i en mappe</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="327"/>
        <source>The purpose of the release is missing.</source>
        <translation>Formålet med udgivelsen mangler.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="327"/>
        <source>Write what the edition is for; it is kept in the ledger.</source>
        <translation>Skriv, hvad udgaven er til; det gemmes i loggen.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="364"/>
        <source>Publishing</source>
        <translation>Udgiver</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="373"/>
        <source>Release {release} lies in {folder}. {count} numbers and texts in the files were looked at again.</source>
        <translation>Udgivelse {release} ligger i {folder}. {count} [count: tal eller tekst|tal og tekster] i filerne er set efter igen.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="43"/>
        <source>How many stand behind it is not known</source>
        <translation>Det er ikke kendt, hvor mange der står bag</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/drawn.py" line="64"/>
        <source>The internal edition changes nothing and must not leave the municipality.</source>
        <translation>Den interne udgave ændrer intet og må ikke forlade kommunen.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/drawn.py" line="64"/>
        <source>Count indicators instead, or choose another edition.</source>
        <translation>Tæl indikatorer i stedet, eller vælg en anden udgave.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/drawn.py" line="79"/>
        <source>The persons have no identifier, so their counts cannot be changed the same way again.</source>
        <translation>Personerne har ingen id, så deres antal kan ikke ændres på samme måde næste gang.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/drawn.py" line="79"/>
        <source>Map a column to person_id; it is read as a hash and kept nowhere.</source>
        <translation>Kobl en kolonne til personens id; den læses kun som en ulæselig nøgle og gemmes ingen steder.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="58"/>
        <source>A rounded table hides nothing that could be attacked.</source>
        <translation>I en afrundet tabel er intet skjult, som kan prøves udregnet.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/auditing.py" line="58"/>
        <source>Choose the edition that the table was made for, if it hides figures.</source>
        <translation>Vælg den udgave, tabellen er lavet til, hvis den skjuler tal.</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/drawn_areas.py" line="46"/>
        <source>Figures of drawn areas (cell keys)</source>
        <translation>Tal for tegnede områder (cellenøgler)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/drawn_areas.py" line="69"/>
        <source>Indicators (ids with comma between; empty for all that can be shown)</source>
        <translation>Indikatorer (id'er med komma imellem; tom: alle, der kan vises)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/drawn_areas.py" line="78"/>
        <source>Authentication configuration with the secret (empty: this QGIS&apos; own)</source>
        <translation>Autentifikationskonfiguration med hemmeligheden (tom: dette QGIS' egen)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/drawn_areas.py" line="106"/>
        <source>Areas with changed figures</source>
        <translation>Områder med ændrede tal</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/drawn_areas.py" line="141"/>
        <source>Left out, for they cannot be changed so or may not be shown: {names}.</source>
        <translation>Udeladt, fordi de ikke kan ændres sådan eller ikke må vises: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="322"/>
        <source>Sums, means, medians and shares that nearly everybody has cannot be rounded safely and are left out.</source>
        <translation>Summer, gennemsnit, medianer og andele, som næsten alle har, kan ikke afrundes sikkert og udelades.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="332"/>
        <source>A rounded table stands alone: one month, the same area sets, never beside one with hidden figures.</source>
        <translation>En afrundet tabel står alene: én måned, de samme områdesæt, aldrig ved siden af en med skjulte tal.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="374"/>
        <source>{numbers} numbers rounded to {base}; a shown count has changed by at most {largest}.</source>
        <translation>{numbers} tal er afrundet til {base}; et vist antal er højst ændret med {largest}.</translation>
    </message>
    <message>
        <location filename="../../core/protection/making.py" line="248"/>
        <source>Rounding</source>
        <translation>Afrunder</translation>
    </message>
    <message>
        <location filename="../../core/protection/period_systems.py" line="120"/>
        <source>The sum declared for {indicator} does not hold in {period}.</source>
        <translation>Den sum, der er angivet for {indicator}, passer ikke i {period}.</translation>
    </message>
    <message>
        <location filename="../../core/protection/period_systems.py" line="120"/>
        <source>Correct the identities in diskretion.json: the parts must add up to the whole everywhere.</source>
        <translation>Ret identities i diskretion.json: delene skal give helheden overalt.</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/releases.py" line="196"/>
        <source>Release {release} of {period} shows {indicator} by another method, or rounded for another month.</source>
        <translation>Udgivelsen {release} af {period} viser {indicator} på en anden måde, eller afrundet for en anden måned.</translation>
    </message>
    <message>
        <location filename="../../core/protection/time/releases.py" line="196"/>
        <source>Rounded tables stand alone. Use the edition {release} was made by.</source>
        <translation>Afrundede tabeller står alene. Brug den udgave, som {release} blev lavet med.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/cell_secret.py" line="37"/>
        <source>The authentication configuration {id} holds no secret of the cell keys.</source>
        <translation>Autentifikationskonfigurationen {id} rummer ingen hemmelighed til cellenøglerne.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/cell_secret.py" line="37"/>
        <source>Choose the one called {name}, or leave it empty to have one made; unlock QGIS&apos; passwords when it asks.</source>
        <translation>Vælg den, der hedder {name}, eller lad feltet være tomt, så laves den; lås QGIS' adgangskoder op, når der spørges.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/cell_secret.py" line="60"/>
        <source>The secret of the cell keys could not be kept in QGIS&apos; store of passwords.</source>
        <translation>Hemmeligheden til cellenøglerne kunne ikke gemmes i QGIS' adgangskodelager.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/cell_secret.py" line="60"/>
        <source>Set a master password in QGIS&apos; options under Authentication, and try again.</source>
        <translation>Sæt en hovedadgangskode i QGIS' indstillinger under Autentifikation, og prøv igen.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/wording.py" line="47"/>
        <source>{count} indicators cannot be rounded safely and are left out.</source>
        <translation>{count} [count: indikator|indikatorer] kan ikke afrundes sikkert og er udeladt.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="92"/>
        <source>Merge the small areas</source>
        <translation>Læg de små områder sammen</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/page.py" line="93"/>
        <source>Makes an area set with the small areas merged with their neighbours.</source>
        <translation>Laver et områdesæt, hvor de små områder er lagt sammen med deres naboer.</translation>
    </message>
    <message>
        <location filename="../../core/protection/making.py" line="114"/>
        <source>{indicator} was released of {period} and is not counted now.</source>
        <translation>{indicator} er udgivet for {period} og tælles ikke nu.</translation>
    </message>
    <message>
        <location filename="../../core/protection/making.py" line="114"/>
        <source>Count it along with the others, so that they can be checked together.</source>
        <translation>Tæl den med sammen med de andre, så de kan efterprøves samlet.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="314"/>
        <source>Counts below {base} ({special} for health, origin and convictions) become 0 or that; all other counts are added up from the same parts.</source>
        <translation>Antal under {base} ({special} for helbred, oprindelse og domme) bliver til 0 eller det; alle andre antal lægges sammen af de samme dele.</translation>
    </message>
    <message>
        <location filename="../../core/protection/methods/rounded.py" line="163"/>
        <source>What must be hidden of {indicator} follows from figures that have been released.</source>
        <translation>Det, der skal skjules af {indicator}, følger af tal, der er udgivet.</translation>
    </message>
    <message>
        <location filename="../../core/protection/methods/rounded.py" line="163"/>
        <source>Publish the same area sets as then.</source>
        <translation>Udgiv de samme områdesæt som dengang.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="281"/>
        <source>Both read the criterion alike.</source>
        <translation>Begge læser kriteriet ens.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="282"/>
        <source>The threshold lies within the rounding of the printed figure; it cannot be decided from print.</source>
        <translation>Grænsen ligger inden for det trykte tals afrunding; det kan ikke afgøres ud fra trykket.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="286"/>
        <source>The national share the two are held against differs.</source>
        <translation>De to er holdt op mod hver sin landsandel.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="287"/>
        <source>The figures have moved since the list&apos;s date.</source>
        <translation>Tallene har flyttet sig siden listens dato.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="288"/>
        <source>The figures differ at the list&apos;s own date: definition, register or boundary.</source>
        <translation>Tallene er forskellige på listens egen dato: definition, register eller grænse.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="292"/>
        <source>One of the two has no figure.</source>
        <translation>Den ene af de to har intet tal.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="297"/>
        <source>within its rounding</source>
        <translation>inden for afrundingen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="297"/>
        <source>{points} in method</source>
        <translation>{points} i metode</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="302"/>
        <source>Since the list&apos;s date {since}; at that date {rest}.</source>
        <translation>Siden listens dato {since}; på den dato {rest}.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="111"/>
        <source>The region&apos;s income must be above zero.</source>
        <translation>Regionens indkomst skal være over nul.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="111"/>
        <source>Write percent of what it is, for example 103.</source>
        <translation>Skriv procent af, hvad den er, for eksempel 103.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_files.py" line="82"/>
        <source>{figure} is no figure of the law.</source>
        <translation>{figure} er ikke et af lovens tal.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="127"/>
        <source>The table has no figure {figure}.</source>
        <translation>Tabellen har ikke tallet {figure}.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="127"/>
        <source>Choose another figure.</source>
        <translation>Vælg et andet tal.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="181"/>
        <source>The table has no area {area}.</source>
        <translation>Tabellen har ikke området {area}.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="181"/>
        <source>Choose one of its areas: {choices}.</source>
        <translation>Vælg et af dens områder: {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="148"/>
        <source>How many persons {figure} rests on is not known.</source>
        <translation>Det vides ikke, hvor mange personer {figure} bygger på.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="148"/>
        <source>Give the figure itself instead, or a field {field}.</source>
        <translation>Angiv i stedet selve tallet, eller et felt {field}.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="158"/>
        <source>{figure} would be {value}.</source>
        <translation>{figure} ville blive {value}.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/what_if.py" line="158"/>
        <source>Move fewer persons.</source>
        <translation>Flyt færre personer.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="136"/>
        <source>{points} percentage points above the threshold</source>
        <translation>{points} procentpoint over grænsen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="136"/>
        <source>{points} percentage points below the threshold</source>
        <translation>{points} procentpoint under grænsen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="157"/>
        <source>{count} full-time persons above the threshold</source>
        <translation>{count} [count: fuldtidsperson|fuldtidspersoner] over grænsen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="157"/>
        <source>{count} full-time persons below the threshold</source>
        <translation>{count} [count: fuldtidsperson|fuldtidspersoner] under grænsen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="164"/>
        <source>{count} persons above the threshold</source>
        <translation>{count} [count: person|personer] over grænsen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="164"/>
        <source>{count} persons below the threshold</source>
        <translation>{count} [count: person|personer] under grænsen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="143"/>
        <source>in the mean of {years} years</source>
        <translation>i gennemsnittet af {years} år</translation>
    </message>
    <message>
        <location filename="../../core/assessment/alerts.py" line="70"/>
        <source>From {before} to {after} since {period}</source>
        <translation>Fra {before} til {after} siden {period}</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="159"/>
        <source>no category</source>
        <translation>ingen kategori</translation>
    </message>
    <message>
        <location filename="../../core/assessment/alerts.py" line="118"/>
        <source>{count} residents above the {floor} that the rules ask for</source>
        <translation>{count} [count: beboer|beboere] over de {floor}, reglerne kræver</translation>
    </message>
    <message>
        <location filename="../../core/assessment/alerts.py" line="118"/>
        <source>{count} residents below the {floor} that the rules ask for</source>
        <translation>{count} [count: beboer|beboere] under de {floor}, reglerne kræver</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/indexing.py" line="63"/>
        <source>Nothing has been counted for the area set {name}.</source>
        <translation>Der er ikke optalt noget for områdesættet {name}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/indexing.py" line="129"/>
        <source>None of the indicators of the index has been counted.</source>
        <translation>Ingen af indeksets indikatorer er optalt.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/indexing.py" line="129"/>
        <source>Count them on the page Calculation, or choose others.</source>
        <translation>Optæl dem på siden Beregning, eller vælg andre.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/indexing.py" line="165"/>
        <source>Computing the index {count} times</source>
        <translation>Beregner indekset {count} [count: gang|gange]</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="54"/>
        <source>The law&apos;s indicators have not been counted for {name}.</source>
        <translation>Lovens indikatorer er ikke optalt for {name}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="81"/>
        <source>The monitor file has no building blocks to draw another boundary of.</source>
        <translation>Opgørelsesfilen har ingen byggesten at tegne en anden grænse af.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="91"/>
        <source>Nobody would be left in the area.</source>
        <translation>Der ville ikke være nogen tilbage i området.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="91"/>
        <source>Leave out less.</source>
        <translation>Udelad mindre.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="110"/>
        <source>The monitor file has no area {area} in {name}.</source>
        <translation>Opgørelsesfilen har ikke området {area} i {name}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="110"/>
        <source>Choose another area.</source>
        <translation>Vælg et andet område.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/exchange.py" line="121"/>
        <source>Nothing has been released to the public from this monitor file.</source>
        <translation>Intet er udgivet til offentligheden fra denne opgørelsesfil.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/exchange.py" line="121"/>
        <source>Publish an edition for the public first, on the page Disclosure.</source>
        <translation>Udgiv først en udgave til offentligheden på siden Diskretion.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/exchange.py" line="126"/>
        <source>There is no public release {name}.</source>
        <translation>Der er ingen offentlig udgivelse {name}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/twin_areas.py" line="59"/>
        <source>Not counted in {period}: {indicators}.</source>
        <translation>Ikke optalt i {period}: {indicators}.</translation>
    </message>
    <message>
        <location filename="../../core/index/neighbours.py" line="70"/>
        <source>Choose indicators that were counted.</source>
        <translation>Vælg indikatorer, der er optalt.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/twin_areas.py" line="95"/>
        <source>{municipality} counts {indicators} otherwise, or has not shared it.</source>
        <translation>{municipality} tæller {indicators} anderledes eller har ikke delt den.</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/import_package.py" line="31"/>
        <source>Import an indicator package</source>
        <translation>Indlæs en indikatorpakke</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/export_package.py" line="68"/>
        <source>Indicator package</source>
        <translation>Indikatorpakke</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/import_package.py" line="48"/>
        <source>Folder where its indices are kept (empty: they are not)</source>
        <translation>Mappe, hvor dens indeks gemmes (tom: de gemmes ikke)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/import_package.py" line="58"/>
        <source>Figures of the package</source>
        <translation>Pakkens tal</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/import_package.py" line="81"/>
        <source>{municipality}, {period}: {count} figures, {indices} indices. SHA-256: {hash}</source>
        <translation>{municipality}, {period}: {count} tal, {indices} indeks. SHA-256: {hash}</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/composite_index.py" line="53"/>
        <source>Composite index</source>
        <translation>Sammensat indeks</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/composite_index.py" line="68"/>
        <source>Areas with index</source>
        <translation>Områder med indeks</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/composite_index.py" line="98"/>
        <source>{indicator}: {percent} % of the weight</source>
        <translation>{indicator}: {percent} % af vægten</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/export_package.py" line="30"/>
        <source>Export an indicator package</source>
        <translation>Eksportér en indikatorpakke</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/export_package.py" line="39"/>
        <source>The municipality&apos;s code</source>
        <translation>Kommunens kode</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/export_package.py" line="40"/>
        <source>Indices to share (ids or JSON files, with comma)</source>
        <translation>Indeks, der skal deles (id'er eller JSON-filer, med komma)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/export_package.py" line="49"/>
        <source>Public release to share (empty for the newest)</source>
        <translation>Offentlig udgivelse, der skal deles (tom: den nyeste)</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/export_package.py" line="101"/>
        <source>{count} released figures. SHA-256: {hash}</source>
        <translation>{count} [count: udgivet|udgivne] tal. SHA-256: {hash}</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/neighbours.py" line="38"/>
        <source>Nearest statistical neighbours (twin areas)</source>
        <translation>Nærmeste statistiske naboer (tvillingeområder)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/neighbours.py" line="48"/>
        <source>Figures to compare by</source>
        <translation>Tal, der sammenlignes efter</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="76"/>
        <source>Weight of each field (with comma; empty: all equal)</source>
        <translation>Vægt for hvert felt (med komma; tom: alle lige)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/neighbours.py" line="67"/>
        <source>Neighbours of each area</source>
        <translation>Naboer til hvert område</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/neighbours.py" line="77"/>
        <source>Indicator packages of other municipalities</source>
        <translation>Indikatorpakker fra andre kommuner</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/neighbours.py" line="86"/>
        <source>Neighbours</source>
        <translation>Naboer</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="73"/>
        <source>What if: other figures, references or boundaries</source>
        <translation>Hvad nu hvis: andre tal, referencer eller grænser</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="91"/>
        <source>Area whose figure or boundary changes (its id; empty: all)</source>
        <translation>Område, hvis tal eller grænse ændres (dets id; tom: alle)</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="100"/>
        <source>Figure that changes</source>
        <translation>Tal, der ændres</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="111"/>
        <source>So many more (or fewer) persons in it</source>
        <translation>Så mange flere (eller færre) personer i det</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="111"/>
        <source>… or the figure itself, in its unit</source>
        <translation>… eller selve tallet i dets enhed</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="121"/>
        <source>Areas taken into it (ids with comma)</source>
        <translation>Områder, der lægges ind i det (id'er med komma)</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="126"/>
        <source>Categories before and after</source>
        <translation>Kategorier før og efter</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="149"/>
        <source>Which area takes the others in?</source>
        <translation>Hvilket område får de andre lagt ind?</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="149"/>
        <source>Write its id as AREA.</source>
        <translation>Skriv dets id som AREA.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="179"/>
        <source>{count} of {all} areas change their risk level.</source>
        <translation>{count} af {all} [all: område|områder] skifter risikoniveau.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="235"/>
        <source>Which figure changes?</source>
        <translation>Hvilket tal ændres?</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="235"/>
        <source>Choose FIGURE.</source>
        <translation>Vælg FIGURE.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="238"/>
        <source>{figure} needs either PERSONS or VALUE.</source>
        <translation>{figure} kræver enten PERSONS eller VALUE.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="238"/>
        <source>Give one of the two.</source>
        <translation>Angiv en af de to.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="51"/>
        <source>Stability of an index</source>
        <translation>Et indeks' stabilitet</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="60"/>
        <source>Runs</source>
        <translation>Gennemregninger</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="63"/>
        <source>Weights vary by at most (percent)</source>
        <translation>Vægte svinger højst (procent)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="74"/>
        <source>Try other normalisations</source>
        <translation>Prøv andre normaliseringer</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="77"/>
        <source>Let small numbers vary (needs &lt;field&gt;_numerator and &lt;field&gt;_denominator)</source>
        <translation>Lad små tal svinge (kræver &lt;felt&gt;_numerator og &lt;felt&gt;_denominator)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="84"/>
        <source>Seed</source>
        <translation>Startværdi</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="92"/>
        <source>Areas with stability</source>
        <translation>Områder med stabilitet</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="95"/>
        <source>Share of the rank variance due to weights</source>
        <translation>Andel af rangenes varians, der skyldes vægte</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="95"/>
        <source>Share due to normalisation</source>
        <translation>Andel, der skyldes normalisering</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="95"/>
        <source>Share due to small numbers</source>
        <translation>Andel, der skyldes små tal</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="199"/>
        <source>There is no period {period}.</source>
        <translation>Der er ingen periode {period}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="154"/>
        <source>Without counts, and so without noise: {indicators}.</source>
        <translation>Uden tællere og nævnere og derfor uden støj: {indicators}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/stability.py" line="160"/>
        <source>Of the variance of the ranks, weights explain {weights} %, normalisation {scales} % and small numbers {noise} %.</source>
        <translation>Af rangenes varians forklarer vægte {weights} %, normalisering {scales} % og små tal {noise} %.</translation>
    </message>
    <message>
        <location filename="../../core/index/certainty/stability.py" line="190"/>
        <source>{label} in {percent} % of {runs} runs</source>
        <translation>{label} i {percent} % af {runs} [runs: gennemregning|gennemregninger]</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="33"/>
        <source>Field with the period (YYYY-MM), where there are several</source>
        <translation>Felt med perioden (ÅÅÅÅ-MM), hvor der er flere</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="36"/>
        <source>The state&apos;s list (area, year, figures as printed)</source>
        <translation>Statens liste (område, år, tal som trykt)</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="45"/>
        <source>Staircase: category → agreed action (JSON; empty for the example)</source>
        <translation>Trappe: kategori → aftalt handling (JSON; tom: eksemplet)</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="55"/>
        <source>Criteria with margins in persons</source>
        <translation>Kriterier med margin i personer</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="55"/>
        <source>Alerts</source>
        <translation>Varsler</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="55"/>
        <source>Differences from the state&apos;s list</source>
        <translation>Forskelle fra statens liste</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="55"/>
        <source>Agreed steps</source>
        <translation>Aftalte trin</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="99"/>
        <source>Differences and steps need to know the period of every row.</source>
        <translation>Forskelle og trin kræver, at hver rækkes periode er kendt.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="99"/>
        <source>Choose PERIOD_FIELD, a field with YYYY-MM.</source>
        <translation>Vælg PERIOD_FIELD, et felt med ÅÅÅÅ-MM.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="128"/>
        <source>There is no list to compare with.</source>
        <translation>Der er ingen liste at sammenligne med.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="128"/>
        <source>Choose STATE_LIST, the state&apos;s list as a table.</source>
        <translation>Vælg STATE_LIST, statens liste som tabel.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="147"/>
        <source>The staircase goes by the classes of an index, not by categories.</source>
        <translation>Trappen går efter klasserne i et indeks, ikke efter kategorier.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/reading.py" line="147"/>
        <source>Choose a staircase whose basis is category.</source>
        <translation>Vælg en trappe, hvis basis er category.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="40"/>
        <source>Index: a preset (berlin_mss, dansk_kommunal, england_imd, hamburg, nzdep), an own one, or a JSON file</source>
        <translation>Indeks: et færdigt (berlin_mss, dansk_kommunal, england_imd, hamburg, nzdep), et eget eller en JSON-fil</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="53"/>
        <source>… or the fields of an index put together here</source>
        <translation>… eller felterne i et indeks, der sættes sammen her</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="64"/>
        <source>Direction of each field: + more is worse, - less is worse (with comma; empty: all +)</source>
        <translation>Retning for hvert felt: + mere er værre, - mindre er værre (med komma; tom: alle +)</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="46"/>
        <source>Normalisation</source>
        <translation>Normalisering</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="81"/>
        <source>Aggregation</source>
        <translation>Sammenvejning</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="81"/>
        <source>Missing figures (must be chosen for fields)</source>
        <translation>Manglende tal (skal vælges for felter)</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="46"/>
        <source>Classes</source>
        <translation>Klasser</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="94"/>
        <source>Leave out areas with fewer residents than</source>
        <translation>Udelad områder med færre beboere end</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="111"/>
        <source>Options of the normalisation (JSON: one object, or a list with one for each field)</source>
        <translation>Indstillinger for normaliseringen (JSON: ét objekt eller en liste med ét for hvert felt)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="120"/>
        <source>Options of the aggregation (JSON)</source>
        <translation>Indstillinger for sammenvejningen (JSON)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="121"/>
        <source>Share of the weight that must be there (threshold)</source>
        <translation>Andel af vægten, der skal være til stede (threshold)</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="46"/>
        <source>Measured against</source>
        <translation>Måles mod</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="139"/>
        <source>Period of the frozen baseline (YYYY-MM)</source>
        <translation>Perioden, der måles mod, når den er frosset (ÅÅÅÅ-MM)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="140"/>
        <source>Number of classes (quantiles, natural_breaks)</source>
        <translation>Antal klasser (lige mange i hver, naturlige grænser)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/parameters.py" line="149"/>
        <source>Cuts (sd: in standard deviations; fixed: in scores; with comma)</source>
        <translation>Grænser (sd: i spredninger; fixed: i score; med komma)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/reading.py" line="89"/>
        <source>Give either an index (DEFINITION) or its fields (FIELDS).</source>
        <translation>Angiv enten et indeks (DEFINITION) eller dets felter (FIELDS).</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/reading.py" line="89"/>
        <source>Presets: berlin_mss, dansk_kommunal, england_imd, hamburg, nzdep.</source>
        <translation>Færdige indeks: berlin_mss, dansk_kommunal, england_imd, hamburg, nzdep.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/presets.py" line="192"/>
        <source>{indicator} is part of the score. {note}</source>
        <translation>{indicator} indgår i scoren. {note}</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/ad_hoc.py" line="148"/>
        <source>{parameter} has {found} entries for {count} fields.</source>
        <translation>{parameter} har {found} [found: angivelse|angivelser] til {count} [count: felt|felter].</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/ad_hoc.py" line="148"/>
        <source>Write one for each field, with comma.</source>
        <translation>Skriv én for hvert felt, med komma.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/ad_hoc.py" line="190"/>
        <source>{parameter} is no JSON (column {column}).</source>
        <translation>{parameter} er ikke JSON (kolonne {column}).</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/ad_hoc.py" line="190"/>
        <source>Write for example {example}.</source>
        <translation>Skriv for eksempel {example}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/ad_hoc.py" line="69"/>
        <source>DIRECTIONS: {found} is no direction.</source>
        <translation>DIRECTIONS: {found} er ingen retning.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/ad_hoc.py" line="69"/>
        <source>Write + or -, with comma.</source>
        <translation>Skriv + eller -, med komma.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="62"/>
        <source>The index {name} needs fields that {table} lacks: {fields}.</source>
        <translation>Indekset {name} kræver felter, som {table} mangler: {fields}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="62"/>
        <source>Name the fields as the indicators, or choose the fields as FIELDS.</source>
        <translation>Giv felterne samme navne som indikatorerne, eller vælg felterne som FIELDS.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="162"/>
        <source>{table}, row {row}: the area {area} is there twice.</source>
        <translation>{table}, række {row}: området {area} er der to gange.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="162"/>
        <source>Choose the field with the area&apos;s id as ID_FIELD, and the period as PERIOD_FIELD.</source>
        <translation>Vælg feltet med områdets id som ID_FIELD og perioden som PERIOD_FIELD.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/file.py" line="54"/>
        <source>The package {file} cannot be opened.</source>
        <translation>Pakken {file} kan ikke åbnes.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/file.py" line="60"/>
        <source>The package {file} is damaged in line {line}.</source>
        <translation>Pakken {file} er beskadiget i linje {line}.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/file.py" line="65"/>
        <source>The file {file} is no indicator package.</source>
        <translation>Filen {file} er ikke en indikatorpakke.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/file.py" line="70"/>
        <source>The package {file} is written in the format {found}; this version reads {known}.</source>
        <translation>Pakken {file} er skrevet i formatet {found}; denne version læser {known}.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/file.py" line="70"/>
        <source>Update the plugin.</source>
        <translation>Opdatér pluginet.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/file.py" line="81"/>
        <source>The package {file} was changed after it was made: its hash does not fit.</source>
        <translation>Pakken {file} er ændret, efter den blev lavet: kontrolsummen passer ikke.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/content.py" line="59"/>
        <source>Ask the municipality that made it for the file again.</source>
        <translation>Bed kommunen, der har lavet den, om filen igen.</translation>
    </message>
    <message>
        <location filename="../../core/index/certainty/stability.py" line="91"/>
        <source>There must be at least one run, and weights may vary by less than 100 %.</source>
        <translation>Der skal være mindst én gennemregning, og vægte må svinge mindre end 100 %.</translation>
    </message>
    <message>
        <location filename="../../core/index/certainty/stability.py" line="91"/>
        <source>Write for example 1000 runs and 25 %.</source>
        <translation>Skriv for eksempel 1.000 gennemregninger og 25 %.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/missing.py" line="95"/>
        <source>{count} figures are missing, and the index allows none: {places}.</source>
        <translation>{count} tal mangler, og indekset tillader ingen: {places}.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/missing.py" line="95"/>
        <source>Choose another rule for missing figures, or take the indicator out.</source>
        <translation>Vælg en anden regel for manglende tal, eller tag indikatoren ud.</translation>
    </message>
    <message>
        <location filename="../../core/index/neighbours.py" line="56"/>
        <source>None of the chosen indicators differs between the areas.</source>
        <translation>Ingen af de valgte indikatorer er forskellig mellem områderne.</translation>
    </message>
    <message>
        <location filename="../../core/index/neighbours.py" line="70"/>
        <source>Fewer than two areas have figures to compare.</source>
        <translation>Færre end to områder har tal at sammenligne.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/classes.py" line="44"/>
        <source>Natural breaks are found by QGIS, which is not here.</source>
        <translation>Naturlige grænser findes af QGIS, som ikke er her.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/classes.py" line="44"/>
        <source>Choose quantiles.</source>
        <translation>Vælg klasserne »Lige mange i hver«.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/classes.py" line="62"/>
        <source>There are {found} different scores, too few for {count} classes.</source>
        <translation>Der er {found} forskellige scorer, for få til {count} [count: klasse|klasser].</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/classes.py" line="62"/>
        <source>Choose fewer classes.</source>
        <translation>Vælg færre klasser.</translation>
    </message>
    <message>
        <location filename="../../core/index/explanation.py" line="135"/>
        <source>{first} is a part of {second}: what it counts weighs double.</source>
        <translation>{first} er en del af {second}: det, den tæller, vejer dobbelt.</translation>
    </message>
    <message>
        <location filename="../../core/index/explanation.py" line="143"/>
        <source>{first} and {second} say nearly the same (r = {r}), so it weighs double.</source>
        <translation>{first} og {second} siger næsten det samme (r = {r}), så det vejer dobbelt.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/normalisation.py" line="46"/>
        <source>{indicator} has {count} figures of zero or less, which have no logarithm.</source>
        <translation>{indicator} har {count} tal på nul eller derunder, som ikke har nogen logaritme.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/normalisation.py" line="46"/>
        <source>Choose zero: plus_one where figures may be zero, or another normalisation.</source>
        <translation>Vælg zero: plus_one, hvor tal kan være nul, eller en anden normalisering.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/normalisation.py" line="176"/>
        <source>The reference area {area} is not among the areas.</source>
        <translation>Referenceområdet {area} er ikke blandt områderne.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/normalisation.py" line="176"/>
        <source>Write the id of one of the areas as the option area.</source>
        <translation>Skriv et af områdernes id som indstillingen area.</translation>
    </message>
    <message>
        <location filename="../../core/index/dynamics.py" line="65"/>
        <source>Measured with the areas of {period}, the class is {other}.</source>
        <translation>Målt med områderne i {period} er klassen {other}.</translation>
    </message>
    <message>
        <location filename="../../core/index/dynamics.py" line="70"/>
        <source>Measured with this month&apos;s areas alone, the class is {other}.</source>
        <translation>Målt med denne måneds områder alene er klassen {other}.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/aggregation.py" line="68"/>
        <source>{name}: {count} numbers are not above zero, which this mean needs.</source>
        <translation>{name}: {count} tal er ikke over nul, som dette gennemsnit kræver.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="147"/>
        <source>Normalise with min_max from 1 to 100, or choose the arithmetic mean.</source>
        <translation>Normalisér med »Mindste-største« fra 1 til 100, eller vælg det aritmetiske gennemsnit.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/aggregation.py" line="191"/>
        <source>Only {count} areas have every indicator, too few for a principal component.</source>
        <translation>Kun {count} [count: område|områder] har alle indikatorer, for få til en hovedkomponent.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/aggregation.py" line="191"/>
        <source>Take out the indicators that are missing, or choose another aggregation.</source>
        <translation>Tag de indikatorer ud, der mangler, eller vælg en anden sammenvejning.</translation>
    </message>
    <message>
        <location filename="../../core/index/segregation.py" line="55"/>
        <source>An area has more persons of the group than residents.</source>
        <translation>Et område har flere personer i gruppen end beboere.</translation>
    </message>
    <message>
        <location filename="../../core/index/segregation.py" line="55"/>
        <source>Choose the residents the group is part of.</source>
        <translation>Vælg de beboere, gruppen er en del af.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="73"/>
        <source>Fewer than {least} residents</source>
        <translation>Færre end {least} [least: beboer|beboere]</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="75"/>
        <source>Figures are missing</source>
        <translation>Tal mangler</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="91"/>
        <source>the catalogue has no such indicator.</source>
        <translation>kataloget har ingen sådan indikator.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="91"/>
        <source>Correct the id, or say its direction where it is a field of yours.</source>
        <translation>Ret id'et, eller angiv retningen, hvis det er et felt af jeres egne.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="99"/>
        <source>the indicator is neither good nor bad of itself.</source>
        <translation>indikatoren er hverken god eller dårlig i sig selv.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="99"/>
        <source>Write {higher} or {lower}.</source>
        <translation>Skriv {higher} eller {lower}.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="274"/>
        <source>The index {name} needs indicators that have no figures: {indicators}.</source>
        <translation>Indekset {name} kræver indikatorer, der ingen tal har: {indicators}.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="274"/>
        <source>Count them, or take them out of the index.</source>
        <translation>Optæl dem, eller tag dem ud af indekset.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="283"/>
        <source>The index {name} leaves out areas with fewer than {least} residents, and the residents are not known.</source>
        <translation>Indekset {name} udelader områder med færre end {least} [least: beboer|beboere], og beboertallet er ikke kendt.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="283"/>
        <source>Count the residents (population), or set minimum_population to 0.</source>
        <translation>Optæl beboerne, eller sæt »Mindste antal beboere« til 0.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="298"/>
        <source>The index {name} is frozen at {period}, which was not counted.</source>
        <translation>Indekset {name} er frosset i {period}, som ikke er optalt.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="348"/>
        <source>Fewer than {least} areas can take part in the index.</source>
        <translation>Færre end {least} [least: område|områder] kan være med i indekset.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="348"/>
        <source>Take in more areas, lower minimum_population, or choose another rule for missing figures.</source>
        <translation>Tag flere områder med, sænk »Mindste antal beboere«, eller vælg en anden regel for manglende tal.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="356"/>
        <source>{period}: fewer than {least} areas take part.</source>
        <translation>{period}: færre end {least} [least: område|områder] er med.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/fitting.py" line="182"/>
        <source>these numbers do not fit the normalisation {method}.</source>
        <translation>disse tal passer ikke til normaliseringen {method}.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/fitting.py" line="182"/>
        <source>Write mean and sd for z, low and high for min_max.</source>
        <translation>Skriv mean og sd til z, low og high til min_max.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/staircases.py" line="70"/>
        <source>The staircase {file}: from in {step}: {found} is no category.</source>
        <translation>Trappen {file}: from i {step}: {found} er ingen kategori.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/staircases.py" line="81"/>
        <source>The staircase {file}: from in {step}: {found} is no class.</source>
        <translation>Trappen {file}: from i {step}: {found} er ingen klasse.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/staircases.py" line="81"/>
        <source>Write the number of a class, from 1.</source>
        <translation>Skriv nummeret på en klasse, fra 1.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/staircases.py" line="98"/>
        <source>The staircase {file}: basis: {found} is not known.</source>
        <translation>Trappen {file}: basis: {found} kendes ikke.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/staircases.py" line="125"/>
        <source>The staircase {file}: {key} is no whole number from 1.</source>
        <translation>Trappen {file}: {key} er ikke et helt tal fra 1.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/staircases.py" line="125"/>
        <source>Write how many periods an area must stay.</source>
        <translation>Skriv, hvor mange perioder et område skal blive.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/staircases.py" line="107"/>
        <source>The staircase {file}: steps: they do not ascend.</source>
        <translation>Trappen {file}: steps: de stiger ikke.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/staircases.py" line="107"/>
        <source>Write each step once, the lowest first.</source>
        <translation>Skriv hvert trin én gang, det laveste først.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_file.py" line="56"/>
        <source>Choose a file that was saved from this plugin.</source>
        <translation>Vælg en fil, der er gemt fra dette plugin.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/presets.py" line="59"/>
        <source>There is no index {name}.</source>
        <translation>Der er intet indeks {name}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/presets.py" line="59"/>
        <source>Choose one of {choices}, or a JSON file.</source>
        <translation>Vælg et af {choices} eller en JSON-fil.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/presets.py" line="74"/>
        <source>{name} is a preset of the plugin and stays as it is.</source>
        <translation>{name} er et af pluginets færdige indeks og bliver, som det er.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/presets.py" line="74"/>
        <source>Save it under another name.</source>
        <translation>Gem det under et andet navn.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/colours.py" line="40"/>
        <source>{name} (least disadvantage)</source>
        <translation>{name} (mindst udsat)</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/colours.py" line="40"/>
        <source>{name} (most disadvantage)</source>
        <translation>{name} (mest udsat)</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/definitions.py" line="83"/>
        <source>{number} of {count}</source>
        <translation>{number} af {count}</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="18"/>
        <source>The index definition {file}: {key} in {entry}: {problem}</source>
        <translation>Indeksdefinitionen {file}: {key} i {entry}: {problem}</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="205"/>
        <source>{found} is not known.</source>
        <translation>{found} kendes ikke.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="113"/>
        <source>{found} is too small.</source>
        <translation>{found} er for lille.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="156"/>
        <source>{method} has no such option.</source>
        <translation>{method} har ingen sådan indstilling.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="156"/>
        <source>Its options are: {choices}.</source>
        <translation>Dens indstillinger er: {choices}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="178"/>
        <source>it is not below {other}.</source>
        <translation>den er ikke under {other}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="178"/>
        <source>Swap the two.</source>
        <translation>Byt om på de to.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="180"/>
        <source>it is the same as {other}.</source>
        <translation>den er den samme som {other}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="180"/>
        <source>Write two numbers.</source>
        <translation>Skriv to tal.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="184"/>
        <source>p = 0 is the geometric mean.</source>
        <translation>p = 0 er det geometriske gennemsnit.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="184"/>
        <source>Choose geometric.</source>
        <translation>Vælg »Geometrisk gennemsnit«.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="186"/>
        <source>it is neither 0 nor 1.</source>
        <translation>den er hverken 0 eller 1.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="186"/>
        <source>Write 0 (population) or 1 (sample).</source>
        <translation>Skriv 0 (population) eller 1 (stikprøve).</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="96"/>
        <source>it is missing.</source>
        <translation>den mangler.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="162"/>
        <source>Write it for each indicator, in the indicator&apos;s unit.</source>
        <translation>Skriv den for hver indikator i indikatorens enhed.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/shape.py" line="344"/>
        <source>there are none.</source>
        <translation>der er ingen.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="205"/>
        <source>they do not ascend.</source>
        <translation>de stiger ikke.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="205"/>
        <source>Write each cut once, the lowest first.</source>
        <translation>Skriv hver grænse én gang, den laveste først.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/shape.py" line="341"/>
        <source>{found} is too large.</source>
        <translation>{found} er for stor.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/shape.py" line="342"/>
        <source>Write a number up to {most}.</source>
        <translation>Skriv et tal op til {most}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="214"/>
        <source>there are {count} classes.</source>
        <translation>der er {count} [count: klasse|klasser].</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="214"/>
        <source>Write as many names as classes, or none.</source>
        <translation>Skriv lige så mange navne som klasser, eller ingen.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="59"/>
        <source>it cannot name an index.</source>
        <translation>den kan ikke være navn på et indeks.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="59"/>
        <source>Use 3-60 small letters a-z, digits and _, beginning with a letter.</source>
        <translation>Brug 3-60 små bogstaver a-z, cifre og _, først et bogstav.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="71"/>
        <source>Write YYYY-MM.</source>
        <translation>Skriv ÅÅÅÅ-MM.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="44"/>
        <source>the indicator is there twice.</source>
        <translation>indikatoren er der to gange.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="44"/>
        <source>Remove one.</source>
        <translation>Fjern den ene.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="66"/>
        <source>the weights sum to zero.</source>
        <translation>vægtene giver nul tilsammen.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="57"/>
        <source>Give a theme a weight.</source>
        <translation>Giv et tema en vægt.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="66"/>
        <source>Give an indicator a weight.</source>
        <translation>Giv en indikator en vægt.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="96"/>
        <source>Write mean and sd, or low and high, or choose another baseline.</source>
        <translation>Skriv mean og sd eller low og high, eller mål mod noget andet.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="147"/>
        <source>a {aggregation} needs numbers above zero, and {normalisation} can give others.</source>
        <translation>{aggregation} kræver tal over nul, og {normalisation} kan give andre.</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/index_style.py" line="43"/>
        <source>Not scored</source>
        <translation>Uden score</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/index_style.py" line="56"/>
        <source>Kept in {percent} % of the runs</source>
        <translation>Beholdt i {percent} % af gennemregningerne</translation>
    </message>
    <message>
        <location filename="../../ui/change/reader.py" line="75"/>
        <source>Reading the figures</source>
        <translation>Læser tallene</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/index_figures.py" line="53"/>
        <source>Reading the areas</source>
        <translation>Læser områderne</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/index_layer.py" line="119"/>
        <source>For use within the municipality.</source>
        <translation>Til brug i kommunen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/index_layer.py" line="65"/>
        <source>{index}, {name}, {period} (trial)</source>
        <translation>{index}, {name}, {period} (prøve)</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/index_layer.py" line="104"/>
        <source>{index}, {name}, {period}</source>
        <translation>{index}, {name}, {period}</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/index_layer.py" line="113"/>
        <source>Judge again, or choose another file.</source>
        <translation>Vurdér igen, eller vælg en anden fil.</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="59"/>
        <source>Index</source>
        <translation>Indeks</translation>
    </message>
    <message>
        <location filename="../../ui/index/result.py" line="103"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="65"/>
        <source>Status and dynamics</source>
        <translation>Status og udvikling</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="71"/>
        <source>Indicators and weights</source>
        <translation>Indikatorer og vægte</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="72"/>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="83"/>
        <source>Judge</source>
        <translation>Vurdér</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="84"/>
        <source>Score every month, compute the index 1,000 times to see how certain each class is, and keep it in the monitor file.</source>
        <translation>Giv hver måned en score, beregn indekset 1.000 gange for at se, hvor sikker hver klasse er, og gem det i opgørelsesfilen.</translation>
    </message>
    <message>
        <location filename="../../ui/index/result.py" line="72"/>
        <source>Areas by the index</source>
        <translation>Områder efter indekset</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="82"/>
        <source>Not counted, and so left out: {indicators}.</source>
        <translation>Ikke optalt og derfor udeladt: {indicators}.</translation>
    </message>
    <message>
        <location filename="../../ui/index/contribution_bars.py" line="48"/>
        <source>{count} others</source>
        <translation>{count} andre</translation>
    </message>
    <message>
        <location filename="../../ui/index/contribution_bars.py" line="50"/>
        <source>Together</source>
        <translation>Tilsammen</translation>
    </message>
    <message>
        <location filename="../../ui/index/contribution_bars.py" line="51"/>
        <source>The areas&apos; middle</source>
        <translation>Områdernes middel</translation>
    </message>
    <message>
        <location filename="../../ui/index/contribution_bars.py" line="57"/>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="135"/>
        <source>rank {low}-{high} of {count}</source>
        <translation>nr. {low}-{high} af {count}</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="142"/>
        <source>Dynamics: {label}</source>
        <translation>Udvikling: {label}</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="209"/>
        <source>Most alike: {areas}</source>
        <translation>Ligner mest: {areas}</translation>
    </message>
    <message>
        <location filename="../../ui/assessment/page.py" line="38"/>
        <source>Assessment</source>
        <translation>Vurdering</translation>
    </message>
    <message>
        <location filename="../../ui/index/result.py" line="73"/>
        <source>Certain</source>
        <translation>Sikker</translation>
    </message>
    <message>
        <location filename="../../ui/index/result.py" line="74"/>
        <source>The share of runs in which the area keeps its class</source>
        <translation>Hvor ofte området beholder sin klasse, når indekset regnes igennem med små udsving</translation>
    </message>
    <message>
        <location filename="../../ui/index/result.py" line="138"/>
        <source>Score {score}</source>
        <translation>Score {score}</translation>
    </message>
    <message>
        <location filename="../../ui/index/result.py" line="145"/>
        <source>Status and dynamics: code {code}</source>
        <translation>Status og udvikling: kode {code}</translation>
    </message>
    <message>
        <location filename="../../ui/index/result.py" line="165"/>
        <source>not scored</source>
        <translation>uden score</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/area_list.py" line="45"/>
        <source>… and {count} more areas.</source>
        <translation>… og {count} [count: område|områder] til.</translation>
    </message>
    <message>
        <location filename="../../ui/law/panel.py" line="42"/>
        <source>Look at first</source>
        <translation>Se først på</translation>
    </message>
    <message>
        <location filename="../../ui/law/panel.py" line="42"/>
        <source>Staircase: agreed steps</source>
        <translation>Trappe: aftalte trin</translation>
    </message>
    <message>
        <location filename="../../ui/law/what_if_box.py" line="47"/>
        <source>What if</source>
        <translation>Hvad nu hvis</translation>
    </message>
    <message>
        <location filename="../../ui/law/what_if_box.py" line="58"/>
        <source>So many more (or fewer) persons; where the law takes the mean of two years, in each of them.</source>
        <translation>Så mange flere (eller færre) personer; hvor loven tager gennemsnittet af to år, i hvert af dem.</translation>
    </message>
    <message>
        <location filename="../../ui/law/what_if_box.py" line="240"/>
        <source>as it is</source>
        <translation>som den er</translation>
    </message>
    <message>
        <location filename="../../ui/law/what_if_box.py" line="250"/>
        <source>100 % is the region&apos;s mean income as it is.</source>
        <translation>100 % er regionens gennemsnitsindkomst, som den er.</translation>
    </message>
    <message>
        <location filename="../../ui/law/what_if_box.py" line="66"/>
        <source>Figure</source>
        <translation>Tal</translation>
    </message>
    <message>
        <location filename="../../ui/law/what_if_box.py" line="66"/>
        <source>More persons</source>
        <translation>Flere personer</translation>
    </message>
    <message>
        <location filename="../../ui/law/what_if_box.py" line="66"/>
        <source>Take in</source>
        <translation>Læg område til</translation>
    </message>
    <message>
        <location filename="../../ui/law/panel.py" line="121"/>
        <source>No area is near a threshold, and none has changed category.</source>
        <translation>Intet område er tæt på en grænse, og intet har skiftet kategori.</translation>
    </message>
    <message>
        <location filename="../../ui/law/panel.py" line="190"/>
        <source>Months in a row before an area moves: up {up}, down {down}.</source>
        <translation>Måneder i træk, før et område flytter trin: op {up}, ned {down}.</translation>
    </message>
    <message>
        <location filename="../../ui/law/panel.py" line="156"/>
        <source>Elsewhere for {count} months.</source>
        <translation>Har ligget på et andet trin i {count} [count: måned|måneder].</translation>
    </message>
    <message>
        <location filename="../../ui/law/what_if_box.py" line="149"/>
        <source>nothing</source>
        <translation>intet</translation>
    </message>
    <message>
        <location filename="../../ui/law/what_if_box.py" line="214"/>
        <source>As it is: {before} ({met_before} criteria). Then: {after} ({met_after} criteria).</source>
        <translation>Nu: {before} ({met_before} [met_before: kriterium|kriterier]). Derefter: {after} ({met_after} [met_after: kriterium|kriterier]).</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="51"/>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <location filename="../../ui/index/members.py" line="68"/>
        <source>Weight</source>
        <translation>Vægt</translation>
    </message>
    <message>
        <location filename="../../ui/index/members.py" line="69"/>
        <source>+ more is worse, − less is worse; click to turn</source>
        <translation>+ mere er værre, − mindre er værre; klik for at vende</translation>
    </message>
    <message>
        <location filename="../../ui/index/members.py" line="72"/>
        <source>Share of the whole weight</source>
        <translation>Andel af hele vægten</translation>
    </message>
    <message>
        <location filename="../../ui/index/members.py" line="94"/>
        <source>Add indicator</source>
        <translation>Tilføj indikator</translation>
    </message>
    <message>
        <location filename="../../ui/index/members.py" line="98"/>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <location filename="../../ui/index/members.py" line="99"/>
        <source>Take the marked indicator or theme out of the index.</source>
        <translation>Tag den markerede indikator eller det markerede tema ud af indekset.</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="46"/>
        <source>Weights</source>
        <translation>Vægte</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="46"/>
        <source>Within a theme</source>
        <translation>Inden for et tema</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="46"/>
        <source>Between themes</source>
        <translation>Mellem temaer</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="46"/>
        <source>Missing figures</source>
        <translation>Manglende tal</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="46"/>
        <source>Frozen at</source>
        <translation>Frosset i</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="70"/>
        <source>Number of classes</source>
        <translation>Antal klasser</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="72"/>
        <source>Smaller areas get no score and do not move the others&apos;.</source>
        <translation>Mindre områder får ingen score og flytter ikke de andres.</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="73"/>
        <source>Least residents</source>
        <translation>Mindste antal beboere</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="75"/>
        <source>Empirical Bayes: a share that rests on few persons counts less.</source>
        <translation>Empirisk Bayes: en andel, der bygger på få personer, tæller mindre.</translation>
    </message>
    <message>
        <location filename="../../ui/assessment/page.py" line="29"/>
        <source>The law</source>
        <translation>Loven</translation>
    </message>
    <message>
        <location filename="../../ui/assessment/page.py" line="68"/>
        <source>Areas have figures; an index signals, it does not judge.</source>
        <translation>Områder har tal; et indeks er et signal, ikke en dom.</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="40"/>
        <source>Save and share</source>
        <translation>Gem og del</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="62"/>
        <source>Save index as…</source>
        <translation>Gem indeks som…</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="101"/>
        <source>Write index to a file…</source>
        <translation>Skriv indeks til en fil…</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="112"/>
        <source>Open index from a file…</source>
        <translation>Åbn indeks fra en fil…</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="118"/>
        <source>Export indicator package…</source>
        <translation>Eksportér indikatorpakke…</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="153"/>
        <source>Import indicator package…</source>
        <translation>Indlæs indikatorpakke…</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="93"/>
        <source>The index {name} is saved in {folder}.</source>
        <translation>Indekset {name} er gemt i {folder}.</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="107"/>
        <source>The index is written to {file}.</source>
        <translation>Indekset er skrevet til {file}.</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="141"/>
        <source>{count} released figures are written to {file}.</source>
        <translation>{count} [count: udgivet|udgivne] tal er skrevet til {file}.</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="166"/>
        <source>The package of {municipality}, {period} is kept; its areas are among the twin areas.</source>
        <translation>Pakken fra {municipality}, {period} er gemt; dens områder er blandt tvillingeområderne.</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="220"/>
        <source>{indicator}: {percent} % would have to move for all areas to have the same share (dissimilarity; {corrected} % without what chance alone gives). {count} areas of {size} persons on average.</source>
        <translation>{indicator}: {percent} % skulle flytte, for at alle områder fik samme andel (dissimilaritet; {corrected} % uden det, tilfældet alene giver). {count} [count: område|områder] med {size} [size: person|personer] i gennemsnit.</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/index_style.py" line="91"/>
        <source>Hatched: class kept in under {percent} % of the runs</source>
        <translation>Skraveret: klassen holder i under {percent} % af gennemregningerne</translation>
    </message>
    <message>
        <location filename="../../ui/index/result.py" line="103"/>
        <source>Status, dynamics</source>
        <translation>Status, udvikling</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="184"/>
        <source>Figures (95 % interval): {figures}</source>
        <translation>Tal (95 %-interval): {figures}</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="289"/>
        <source>Our figure at the list&apos;s date is not known, so it cannot be told why the two differ.</source>
        <translation>Vores tal på listens dato er ikke kendt, så det kan ikke siges, hvorfor de to er forskellige.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="173"/>
        <source>The period {period} was not counted.</source>
        <translation>Perioden {period} er ikke optalt.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="173"/>
        <source>Choose another period.</source>
        <translation>Vælg en anden periode.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="200"/>
        <source>The building blocks of {periods} are not kept, so no other boundary can be drawn then.</source>
        <translation>Byggestenene for {periods} er ikke gemt, så en anden grænse kan ikke tegnes der.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/what_if.py" line="200"/>
        <source>Choose one of the newest months.</source>
        <translation>Vælg en af de nyeste måneder.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shared_scales.py" line="44"/>
        <source>The index {name} names an area, and cannot be shared.</source>
        <translation>Indekset {name} nævner et område og kan ikke deles.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shared_scales.py" line="44"/>
        <source>Choose another normalisation than reference.</source>
        <translation>Vælg en anden normalisering end »Afstand til et referenceområde«.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/composite_index.py" line="58"/>
        <source>Staircase: class → agreed action (JSON with basis index_class)</source>
        <translation>Trappe: klasse → aftalt handling (JSON med basis index_class)</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/composite_index.py" line="131"/>
        <source>Steps by an index need a staircase whose basis is index_class.</source>
        <translation>Trin efter et indeks kræver en trappe, hvis basis er index_class.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/composite_index.py" line="131"/>
        <source>Choose STAIRCASE, a JSON file with that basis.</source>
        <translation>Vælg STAIRCASE, en JSON-fil med den basis.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/neighbours.py" line="120"/>
        <source>WEIGHTS: the weights sum to zero, or one is negative.</source>
        <translation>WEIGHTS: vægtene giver nul tilsammen, eller en er negativ.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/neighbours.py" line="120"/>
        <source>Write a number from 0 for each field.</source>
        <translation>Skriv et tal fra 0 for hvert felt.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/neighbours.py" line="148"/>
        <source>Choose the field with the area&apos;s id as ID_FIELD, and rows of one period.</source>
        <translation>Vælg feltet med områdets id som ID_FIELD og rækker fra én periode.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="151"/>
        <source>{area} cannot be taken into itself.</source>
        <translation>{area} kan ikke lægges ind i sig selv.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="151"/>
        <source>Take it out of MERGE_WITH.</source>
        <translation>Tag det ud af MERGE_WITH.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="206"/>
        <source>The area {area} is there twice.</source>
        <translation>Området {area} er der to gange.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="206"/>
        <source>Choose the fields with id and period as AREA_ID_FIELD and PERIOD_FIELD.</source>
        <translation>Vælg felterne med id og periode som AREA_ID_FIELD og PERIOD_FIELD.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/reading.py" line="131"/>
        <source>The index {name} says itself what {parameters} say; they are not used.</source>
        <translation>Indekset {name} siger selv det, {parameters} siger; de bruges ikke.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/ad_hoc.py" line="172"/>
        <source>{parameter}: {found} is no number.</source>
        <translation>{parameter}: {found} er ikke et tal.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/ad_hoc.py" line="185"/>
        <source>{parameter} is no JSON object.</source>
        <translation>{parameter} er ikke et JSON-objekt.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="147"/>
        <source>{table}, row {row}: {period} is no period.</source>
        <translation>{table}, række {row}: {period} er ingen periode.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="147"/>
        <source>Choose a field with YYYY-MM or YYYY as PERIOD_FIELD.</source>
        <translation>Vælg et felt med ÅÅÅÅ-MM eller ÅÅÅÅ som PERIOD_FIELD.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="157"/>
        <source>{table}, row {row}: the area has no id.</source>
        <translation>{table}, række {row}: området har intet id.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="157"/>
        <source>Choose a field that every area has a value in as ID_FIELD.</source>
        <translation>Vælg et felt, som hvert område har en værdi i, som ID_FIELD.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/content.py" line="36"/>
        <source>The package {file}: {period} is no period.</source>
        <translation>Pakken {file}: {period} er ingen periode.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/content.py" line="59"/>
        <source>The package {file}, figure {row}: it is no figure.</source>
        <translation>Pakken {file}, tal {row}: det er intet tal.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/shelf.py" line="47"/>
        <source>A newer package of {municipality}, {period} is kept already.</source>
        <translation>En nyere pakke fra {municipality}, {period} er allerede gemt.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/shelf.py" line="47"/>
        <source>Nothing was changed.</source>
        <translation>Intet er ændret.</translation>
    </message>
    <message>
        <location filename="../../core/index/dynamics.py" line="133"/>
        <source>The dynamics cannot be told.</source>
        <translation>Udviklingen kan ikke siges.</translation>
    </message>
    <message>
        <location filename="../../core/index/dynamics.py" line="134"/>
        <source>There is no other baseline to compare with.</source>
        <translation>Der er intet andet at måle mod og sammenligne med.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="374"/>
        <source>The index {name} is frozen at {period}, when fewer than {least} areas have the figures it needs.</source>
        <translation>Indekset {name} er frosset i {period}, hvor færre end {least} [least: område|områder] har de tal, det kræver.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="374"/>
        <source>Freeze it at another month.</source>
        <translation>Frys det på en anden måned.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/fitting.py" line="255"/>
        <source>{indicator}: the target or reference lies at or beyond the least disadvantaged area, so nothing lies between the two.</source>
        <translation>{indicator}: målet eller referencen ligger ved eller på den anden side af det mindst udsatte område, så intet ligger mellem de to.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/fitting.py" line="255"/>
        <source>Choose one with more disadvantage, or another normalisation.</source>
        <translation>Vælg et mere udsat, eller en anden normalisering.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/shape.py" line="352"/>
        <source>{found} is of the wrong kind, {wanted} is expected.</source>
        <translation>{found} er af en forkert slags, {wanted} ventes.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/figures.py" line="246"/>
        <source>The file {file}: {key}: {problem}</source>
        <translation>Filen {file}: {key}: {problem}</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/figures.py" line="246"/>
        <source>Correct the file, or fetch it again.</source>
        <translation>Ret filen, eller hent den igen.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="191"/>
        <source>{found} is out of bounds.</source>
        <translation>{found} er uden for det mulige.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="191"/>
        <source>Write a number from {low} to {high}.</source>
        <translation>Skriv et tal fra {low} til {high}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="113"/>
        <source>Write a number above zero.</source>
        <translation>Skriv et tal over nul.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="136"/>
        <source>scores cannot be normalised by {method}.</source>
        <translation>scorer kan ikke normaliseres med {method}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/parser.py" line="136"/>
        <source>Choose z, min_max or ranks.</source>
        <translation>Vælg »Standardiseret (z)«, »Mindste-største« eller »Rang«.</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="255"/>
        <source>No month has figures of all the indicators.</source>
        <translation>Ingen måned har tal for alle indikatorerne.</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="255"/>
        <source>Take out the indicators that are not counted every month.</source>
        <translation>Tag de indikatorer ud, der ikke er optalt hver måned.</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="111"/>
        <source>{count} areas are in another class when measured against the other baseline (see what is said of each).</source>
        <translation>{count} [count: område|områder] er i en anden klasse, når de måles mod det andet grundlag (se hvert områdes oplysninger).</translation>
    </message>
    <message>
        <location filename="../../ui/law/panel.py" line="141"/>
        <source>The staircase goes by the classes of an index: judge one first.</source>
        <translation>Trappen går efter klasserne i et indeks: vurdér et først.</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="68"/>
        <source>Least weight present</source>
        <translation>Mindst til stede af vægten</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="74"/>
        <source>Even out small areas</source>
        <translation>Udjævn små områder</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_file.py" line="56"/>
        <source>The file {file} is of another kind than is expected here.</source>
        <translation>Filen {file} er af en anden slags, end der ventes her.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="112"/>
        <source>The state&apos;s list names the area {area} twice in {year}.</source>
        <translation>Statens liste nævner området {area} to gange i {year}.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="112"/>
        <source>Keep one of the rows.</source>
        <translation>Behold den ene af rækkerne.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/state_list.py" line="293"/>
        <source>The national share, and with it the threshold, is not known.</source>
        <translation>Landsandelen, og dermed grænsen, kendes ikke.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/indexing.py" line="177"/>
        <source>The stability cannot be told. {why}</source>
        <translation>Stabiliteten kan ikke opgøres. {why}</translation>
    </message>
    <message>
        <location filename="../../core/index/certainty/variation.py" line="310"/>
        <source>No area has a score in {period}.</source>
        <translation>Ingen områder har et indekstal i {period}.</translation>
    </message>
    <message>
        <location filename="../../core/index/certainty/variation.py" line="310"/>
        <source>Choose another month.</source>
        <translation>Vælg en anden måned.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/fitting.py" line="204"/>
        <source>it is not less disadvantage than {other}.</source>
        <translation>tallet er ikke mindre udsat end {other}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/state_list.py" line="61"/>
        <source>The state&apos;s list {table} has no column {column}.</source>
        <translation>Statens liste {table} mangler kolonnen {column}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/state_list.py" line="82"/>
        <source>the list&apos;s year is missing</source>
        <translation>listens år mangler</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/state_list.py" line="82"/>
        <source>the area is missing</source>
        <translation>området mangler</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/state_list.py" line="82"/>
        <source>the area is there twice in that year</source>
        <translation>området er der to gange i det år</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/state_list.py" line="89"/>
        <source>The state&apos;s list {table}, row {row}: {message}.</source>
        <translation>Statens liste {table}, række {row}: {message}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/state_list.py" line="89"/>
        <source>Correct the row.</source>
        <translation>Ret rækken.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/table_layer.py" line="35"/>
        <source>Choose a CSV file, a spreadsheet, a GeoPackage table or a layer.</source>
        <translation>Vælg en CSV-fil, et regneark, en GeoPackage-tabel eller et lag.</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="241"/>
        <source>{index}: {count} areas scored in {periods} months.</source>
        <translation>{index}: {count} [count: område|områder] har indekstal i {periods} [periods: måned|måneder].</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="249"/>
        <source>{certain} keep their class in at least {percent} % of {runs} runs.</source>
        <translation>{certain} beholder deres klasse i mindst {percent} % af {runs} [runs: gennemregning|gennemregninger].</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="110"/>
        <source>The state&apos;s list</source>
        <translation>Statens liste</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="94"/>
        <source>Choose the list as a table to see where it and your own reading differ, and why.</source>
        <translation>Vælg listen som tabel for at se, hvor den og jeres egen læsning er forskellige, og hvorfor.</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="140"/>
        <source>The list of {year} has {count} of the areas here.</source>
        <translation>Listen for {year} har {count} af områderne her.</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="157"/>
        <source>Not among the areas here: {names}.</source>
        <translation>Ikke blandt områderne her: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="211"/>
        <source>not known</source>
        <translation>kendes ikke</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="211"/>
        <source>met</source>
        <translation>opfyldt</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="211"/>
        <source>not met</source>
        <translation>ikke opfyldt</translation>
    </message>
    <message>
        <location filename="../../ui/index/member_scale.py" line="36"/>
        <source>Least disadvantaged at</source>
        <translation>Mindst udsat ved</translation>
    </message>
    <message>
        <location filename="../../ui/index/member_scale.py" line="36"/>
        <source>Most disadvantaged at</source>
        <translation>Mest udsat ved</translation>
    </message>
    <message>
        <location filename="../../ui/index/member_scale.py" line="36"/>
        <source>Full distance at</source>
        <translation>Fuld afstand ved</translation>
    </message>
    <message>
        <location filename="../../ui/index/member_scale.py" line="36"/>
        <source>The figure that is one whole step from the least disadvantaged area.</source>
        <translation>Det tal, der giver 1; det mindst udsatte område giver 0.</translation>
    </message>
    <message>
        <location filename="../../ui/index/method.py" line="46"/>
        <source>Reference area</source>
        <translation>Referenceområde</translation>
    </message>
    <message>
        <location filename="../../ui/index/member_scale.py" line="36"/>
        <source>At this figure, or a better one, the area is not disadvantaged at all.</source>
        <translation>Ved dette tal eller et bedre er området slet ikke udsat.</translation>
    </message>
    <message>
        <location filename="../../ui/index/member_scale.py" line="36"/>
        <source>At this figure, or a worse one, the area is as disadvantaged as can be.</source>
        <translation>Ved dette tal eller et værre er området så udsat, som det kan være.</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="195"/>
        <source>{figure} ({law}): {own} here ({met}), {state} % on the list ({state_met}). {why}</source>
        <translation>{figure} ({law}): {own} her ({met}), {state} % på listen ({state_met}). {why}</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/exchange.py" line="48"/>
        <source>The index {name} is shared without scale: the released figures do not carry it, or its method cannot be told in numbers of theirs.</source>
        <translation>Indekset {name} deles uden skala: de udgivne tal kan ikke bære det, eller dets metode kan ikke siges i deres tal.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/ad_hoc.py" line="93"/>
        <source>MISSING: what to do with missing figures is not chosen.</source>
        <translation>MISSING: det er ikke valgt, hvad der skal ske med manglende tal.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/fitting.py" line="204"/>
        <source>Write two numbers, the less disadvantaged as from.</source>
        <translation>Skriv to tal, det mindst udsatte som from.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/fitting.py" line="219"/>
        <source>{indicator}: the reference area {area} has no figure, or takes no part.</source>
        <translation>{indicator}: referenceområdet {area} har intet tal eller deltager ikke.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/fitting.py" line="219"/>
        <source>Choose another area, or another normalisation.</source>
        <translation>Vælg et andet område eller en anden normalisering.</translation>
    </message>
    <message>
        <location filename="../../core/index/steps/fitting.py" line="239"/>
        <source>{period}: the reference area has no figure of {indicator}.</source>
        <translation>{period}: referenceområdet har intet tal for {indicator}.</translation>
    </message>
    <message>
        <location filename="../../core/index/composite.py" line="76"/>
        <source>No score this month</source>
        <translation>Intet indekstal denne måned</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/shape.py" line="86"/>
        <source>The file {file}: format: this version reads {known}.</source>
        <translation>Filen {file}: format: denne version læser {known}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="80"/>
        <source>all months together have no reference area.</source>
        <translation>alle måneder under ét har intet referenceområde.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="80"/>
        <source>Measure each month by itself, or against a frozen month.</source>
        <translation>Mål hver måned for sig eller mod en frosset måned.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/state_list.py" line="82"/>
        <source>no rules are known for that year</source>
        <translation>der kendes ingen regler for det år</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="124"/>
        <source>The list has no year up to {year}.</source>
        <translation>Listen har intet år til og med {year}.</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="147"/>
        <source>{same} criteria are read alike, {differing} differently.</source>
        <translation>{same} [same: kriterium|kriterier] læses ens, {differing} forskelligt.</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="155"/>
        <source>Of {count} it cannot be told.</source>
        <translation>Om {count} kan det ikke siges.</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="159"/>
        <source>Names of several areas, so write the id: {names}.</source>
        <translation>Flere områder har samme navn, skriv id: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="174"/>
        <source>and {count} more</source>
        <translation>og {count} mere</translation>
    </message>
    <message>
        <location filename="../../ui/index/member_scale.py" line="88"/>
        <source>The areas lie between {low} and {high}.</source>
        <translation>Områderne ligger mellem {low} og {high}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="88"/>
        <source>the order in which areas stand is each month&apos;s own.</source>
        <translation>den rækkefølge, områderne står i, er hver måneds egen.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="88"/>
        <source>Choose min, max, average or dense.</source>
        <translation>Vælg min, max, average eller dense.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/index/checks.py" line="122"/>
        <source>Normalise the themes with min_max from 1 to 100, or choose the arithmetic mean.</source>
        <translation>Normalisér temaerne med »Mindste-største« fra 1 til 100, eller vælg det aritmetiske gennemsnit.</translation>
    </message>
    <message>
        <location filename="../../ui/index/sharing.py" line="62"/>
        <source>There is an index called {name}. Replace it?</source>
        <translation>Der er allerede et indeks, der hedder {name}. Skal det erstattes?</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/access.py" line="41"/>
        <source>{file} is a folder, not a monitor file.</source>
        <translation>{file} er en mappe og ikke en opgørelsesfil.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/access.py" line="89"/>
        <source>The monitor file {file} was made by a newer version of the plugin: its form is {found}, this version knows {known}.</source>
        <translation>Opgørelsesfilen {file} er lavet af en nyere udgave af pluginet: Den har form {found}, og denne udgave kender form {known}.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/access.py" line="89"/>
        <source>Update the plugin. The file is as it was.</source>
        <translation>Opdatér pluginet. Filen er, som den var.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/access.py" line="103"/>
        <source>Choose another file name. If it was one, its beginning is damaged: take your latest copy.</source>
        <translation>Vælg et andet filnavn. Hvis den har været en opgørelsesfil, er dens begyndelse beskadiget: Brug din seneste kopi.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/wholeness.py" line="110"/>
        <source>Nothing was changed in it. Take the latest copy from your backup.</source>
        <translation>Intet er ændret i den. Hent den seneste kopi fra jeres backup.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/wholeness.py" line="118"/>
        <source>The monitor file {file} cannot be read: it is damaged.</source>
        <translation>Opgørelsesfilen {file} kan ikke læses, fordi den er beskadiget.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/failures.py" line="48"/>
        <source>The monitor file {file} was made by an earlier version, which did not keep this.</source>
        <translation>Opgørelsesfilen {file} er lavet af en tidligere udgave, som ikke gemte dette.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/failures.py" line="66"/>
        <source>Check that it may be read, and that no other program holds it.</source>
        <translation>Kontrollér, at du må læse den, og at intet andet program har den åben.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/failures.py" line="74"/>
        <source>Wait a moment and try again. The file is as it was.</source>
        <translation>Vent et øjeblik, og prøv igen. Filen er, som den var.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/failures.py" line="76"/>
        <source>The monitor file {file} cannot be written now: another program is saving in it.</source>
        <translation>Opgørelsesfilen {file} kan ikke skrives lige nu, fordi et andet program gemmer i den.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/failures.py" line="83"/>
        <source>The monitor file {file} cannot be read now: another program is saving in it.</source>
        <translation>Opgørelsesfilen {file} kan ikke læses lige nu, fordi et andet program gemmer i den.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/transaction.py" line="213"/>
        <source>The monitor file {file} was removed or replaced while it was being saved.</source>
        <translation>Opgørelsesfilen {file} blev fjernet eller skiftet ud, mens der blev gemt i den.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/transaction.py" line="213"/>
        <source>What was to be saved is not in it. Check who else uses the file, and try again.</source>
        <translation>Det, der skulle gemmes, er ikke i den. Find ud af, hvem der ellers bruger filen, og prøv igen.</translation>
    </message>
    <message>
        <location filename="../../core/registers/column_names.py" line="130"/>
        <source>(a name that looks like a value)</source>
        <translation>(et navn, der ligner en værdi)</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/audit.py" line="209"/>
        <source>a formula</source>
        <translation>en formel</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/tables.py" line="203"/>
        <source>On form: names are texts in every file. In {csv} a text that a spreadsheet would compute, since it begins with =, +, -, @ or a tab, stands behind an apostrophe, and so does one that begins with an apostrophe; in {workbook} it is marked as text.</source>
        <translation>Om formen: Navne er tekst i alle filer. I {csv} står der en apostrof foran en tekst, som et regneark ellers ville regne på, fordi den begynder med =, +, -, @ eller tabulator, og foran en tekst, der selv begynder med en apostrof; i {workbook} er den mærket som tekst.</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="122"/>
        <source>Internal – must not leave the municipality</source>
        <translation>Intern – må ikke forlade kommunen</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/register_source.py" line="72"/>
        <source>The layer {name} looks as if data stood in its heading: the names of its columns are no names.</source>
        <translation>Laget {name} ser ud til at have data som overskrift: Kolonnernes navne er ikke navne.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/register_source.py" line="72"/>
        <source>Write the column names in the first line of the file, and open it again.</source>
        <translation>Skriv kolonnernes navne i filens første linje, og åbn den igen.</translation>
    </message>
    <message>
        <location filename="../../core/store/ledger.py" line="76"/>
        <source>The release {release} was entered in the ledger while this edition was made.</source>
        <translation>Udgivelsen {release} blev indført i udgivelsesloggen, mens denne udgave blev lavet.</translation>
    </message>
    <message>
        <location filename="../../core/store/ledger.py" line="76"/>
        <source>Check the edition again, so that it is held against that one too. Nothing was released.</source>
        <translation>Kontrollér udgaven igen, så den også holdes op mod den. Intet blev udgivet.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="187"/>
        <source>{register}: {indicators} hang together by {names}; everything that follows from their filters is known ({classes} kinds of rows).</source>
        <translation>{register}: {indicators} hænger sammen gennem {names}; alt, hvad der følger af deres filtre, regnes for kendt ({classes} slags rækker).</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="207"/>
        <source>What registers tell of each other, such as households and their members.</source>
        <translation>Hvad registrene siger om hinanden, for eksempel husstande og deres medlemmer.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="208"/>
        <source>What columns tell of each other beyond the filters, such as a part that is never larger than its whole.</source>
        <translation>Hvad kolonner siger om hinanden ud over filtrene, for eksempel en del, der aldrig er større end sin helhed.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="212"/>
        <source>Moves and the change of residents between two months: births and deaths are not counted.</source>
        <translation>Flytninger og ændringen i antal beboere mellem to måneder: fødsler og dødsfald tælles ikke.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="216"/>
        <source>Medians and finished figures together with counts.</source>
        <translation>Medianer og færdige tal sammen med antal.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="235"/>
        <source>Some relations among {indicators}: their filters tell too many kinds of rows apart.</source>
        <translation>Nogle sammenhænge mellem {indicators}: deres filtre skelner mellem for mange slags rækker.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="362"/>
        <source>A new value is shown when at least {persons} persons have changed since the last one; else the one before stays, and a reader who knows that can narrow nothing hidden by it.</source>
        <translation>En ny værdi vises, når mindst {persons} [persons: person|personer] er skiftet siden den sidste; ellers bliver den forrige stående, og en læser, der ved det, kan ikke indsnævre noget skjult af den grund.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="381"/>
        <source>{guarded} numbers attacked with {count} programmes, by a reader who knows what follows from the definitions: none can be worked out or narrowed too far.</source>
        <translation>{guarded} [guarded: skjult|skjulte] tal er prøvet udregnet på {count} [count: måde|måder] af en tænkt læser, der ved alt, hvad der følger af definitionerne: ingen kan beregnes eller indsnævres for meget.</translation>
    </message>
    <message>
        <location filename="../../core/protection/system/families.py" line="234"/>
        <source>The counts of {indicator} contradict its definition.</source>
        <translation>Antallene for {indicator} strider mod definitionen.</translation>
    </message>
    <message>
        <location filename="../../core/protection/system/families.py" line="234"/>
        <source>Count again, all indicators and months together.</source>
        <translation>Beregn igen med alle indikatorer og måneder samlet.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/tables.py" line="189"/>
        <source>What the reader was taken to know</source>
        <translation>Hvad læseren regnes for at vide</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/tables.py" line="189"/>
        <source>What the reader was not taken to know</source>
        <translation>Hvad læseren ikke regnes for at vide</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="129"/>
        <source>Another program has {file} open, perhaps a virus scanner. Close it where it is shown, wait a moment, and try again.</source>
        <translation>{file} er åben i et andet program, måske en virusscanner. Luk den dér, hvor den vises, vent et øjeblik, og prøv igen.</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="118"/>
        <source>Another program has {file} open, probably Excel. Close it there, and try again.</source>
        <translation>{file} er åben i et andet program, sandsynligvis Excel. Luk den dér, og prøv igen.</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="100"/>
        <source>Choose another file or folder, on a disk that answers.</source>
        <translation>Vælg en anden fil eller mappe på en disk, der svarer.</translation>
    </message>
    <message>
        <location filename="../../plugin.py" line="81"/>
        <source>Ending a publishing that was broken off</source>
        <translation>Afslutter en udgivelse, der blev afbrudt</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="97"/>
        <source>It is not there. Check name and place, or choose another file.</source>
        <translation>Den findes ikke. Kontrollér navn og placering, eller vælg en anden fil.</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="83"/>
        <source>It is write-protected. Take the protection off, or choose another name.</source>
        <translation>Den er skrivebeskyttet. Fjern skrivebeskyttelsen, eller vælg et andet navn.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/publishing.py" line="213"/>
        <source>Nothing was released.</source>
        <translation>Intet er udgivet.</translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="119"/>
        <source>Remove its layers from the project, wait a minute until QGIS lets go, and close other programs that show it. Or choose another folder.</source>
        <translation>Fjern lagene fra projektet, vent et minut, til QGIS har givet slip, og luk andre programmer, der viser det. Eller vælg en anden mappe.</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="99"/>
        <source>The disk is full. Make room, or choose another disk.</source>
        <translation>Disken er fuld. Skaf plads, eller vælg en anden disk.</translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="119"/>
        <source>The example in {folder} is in use, and was left as it is: {file} is held.</source>
        <translation>Eksemplet i {folder} er i brug og er ikke ændret: {file} er åben.</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="92"/>
        <source>The folder {folder} is not there. Choose a folder that exists.</source>
        <translation>Mappen {folder} findes ikke. Vælg en mappe, der findes.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/workbook.py" line="146"/>
        <source>The workbook {file} cannot be opened.</source>
        <translation>Projektmappen {file} kan ikke åbnes.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/unfinished.py" line="36"/>
        <source>This edition is not released: publishing was broken off, or goes on. Do not pass it on. The plugin releases or removes it when QGIS starts again, as the ledger in this monitor file says:</source>
        <translation>Denne udgave er ikke udgivet: Udgivelsen blev afbrudt eller er i gang. Giv den ikke videre. Pluginet udgiver eller fjerner den, næste gang QGIS starter, efter hvad udgivelsesloggen i denne opgørelsesfil siger:</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="85"/>
        <source>You may not read it. Ask for the right to, or choose another file.</source>
        <translation>Du har ikke ret til at læse den. Bed om adgang, eller vælg en anden fil.</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="87"/>
        <source>You may not write in the folder {folder}. Choose another folder.</source>
        <translation>Du har ikke ret til at skrive i mappen {folder}. Vælg en anden mappe.</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="153"/>
        <source>{count} cells</source>
        <translation>{count} [count: celle|celler]</translation>
    </message>
    <message>
        <location filename="../../core/statbank/replies.py" line="169"/>
        <source>StatBank&apos;s answer about {table} has more than {count} values.</source>
        <translation>Statistikbankens svar om {table} har mere end {count} [count: værdi|værdier].</translation>
    </message>
    <message>
        <location filename="../../core/web/fetch.py" line="105"/>
        <source>{host} sends the request round in circles.</source>
        <translation>{host} sender forespørgslen rundt i ring.</translation>
    </message>
    <message>
        <location filename="../../core/web/fetch.py" line="105"/>
        <source>Check the server address and your network access.</source>
        <translation>Kontrollér serverens adresse og din netadgang.</translation>
    </message>
    <message>
        <location filename="../../core/web/fetch.py" line="129"/>
        <source>{address} is no address that can be asked.</source>
        <translation>{address} er ikke en adresse, der kan spørges.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/geofa_login.py" line="80"/>
        <source>Use the address with https, or allow it for this one server on the page GeoFA.</source>
        <translation>Brug adressen med https, eller tillad det for denne ene server på siden GeoFA.</translation>
    </message>
    <message>
        <location filename="../../core/web/fetch.py" line="171"/>
        <source>{host} sends the request on to {other}, where the login may not go.</source>
        <translation>{host} sender forespørgslen videre til {other}, og dertil må login ikke følge med.</translation>
    </message>
    <message>
        <location filename="../../core/web/fetch.py" line="177"/>
        <source>{host} sends the request on to {other}, which is not encrypted.</source>
        <translation>{host} sender forespørgslen videre til {other}, som ikke er krypteret.</translation>
    </message>
    <message>
        <location filename="../../core/web/fetch.py" line="182"/>
        <source>If the service has moved, choose its new address with https; else ask whoever runs it.</source>
        <translation>Er tjenesten flyttet, så vælg dens nye adresse med https; spørg ellers den, der driver den.</translation>
    </message>
    <message>
        <location filename="../../core/web/body.py" line="79"/>
        <source>The answer of {host} is larger than {count} MB.</source>
        <translation>Svaret fra {host} er større end {count} MB.</translation>
    </message>
    <message>
        <location filename="../../core/web/body.py" line="79"/>
        <source>Ask for less: one municipality, or fewer values. If it goes on, tell whoever runs the service.</source>
        <translation>Bed om mindre: én kommune eller færre værdier. Bliver det ved, så sig det til den, der driver tjenesten.</translation>
    </message>
    <message>
        <location filename="../../core/web/body.py" line="125"/>
        <source>The answer of {host} is packed in a way that cannot be unpacked.</source>
        <translation>Svaret fra {host} er pakket på en måde, der ikke kan pakkes ud.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="112"/>
        <source>Try again. A proxy may stand between; if it goes on, tell whoever runs the service.</source>
        <translation>Prøv igen. Der kan stå en proxy imellem; bliver det ved, så sig det til den, der driver tjenesten.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="44"/>
        <source>parts</source>
        <translation>dele</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="49"/>
        <source>MB of texts</source>
        <translation>MB tekst</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="51"/>
        <source>MB unpacked</source>
        <translation>MB, når den er pakket ud</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="64"/>
        <source>The workbook {file} declares words of its own, which no spreadsheet does.</source>
        <translation>Projektmappen {file} erklærer sine egne ord, og det gør intet regneark.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="64"/>
        <source>Open it in a spreadsheet program and save it again as .xlsx.</source>
        <translation>Åbn den i et regnearksprogram, og gem den igen som .xlsx.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="98"/>
        <source>different texts</source>
        <translation>forskellige tekster</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="99"/>
        <source>cells and their parts</source>
        <translation>celler og deres dele</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="100"/>
        <source>styles and other parts</source>
        <translation>typografier og andre dele</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="102"/>
        <source>letters in one cell</source>
        <translation>tegn i én celle</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="166"/>
        <source>The workbook {file} has more than {count} {parts}.</source>
        <translation>Projektmappen {file} har mere end {count} {parts}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="166"/>
        <source>Save the sheet as CSV (UTF-8) and choose that file, or take away what is not needed.</source>
        <translation>Gem arket som CSV (UTF-8), og vælg den fil, eller fjern det, der ikke skal bruges.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/limits.py" line="166"/>
        <source>cells</source>
        <translation>celler</translation>
    </message>
    <message>
        <location filename="../../core/registers/delivery.py" line="89"/>
        <source>{reason} Choose a profile that this plugin has saved.</source>
        <translation>{reason} Vælg en profil, som dette plugin har gemt.</translation>
    </message>
    <message>
        <location filename="../../core/registers/delivery.py" line="149"/>
        <source>The profile {file} cannot be read. {reason}</source>
        <translation>Profilen {file} kan ikke læses. {reason}</translation>
    </message>
    <message>
        <location filename="../../core/registers/column_names.py" line="144"/>
        <source>The file {file} has more than {count} columns.</source>
        <translation>Filen {file} har mere end {count} [count: kolonne|kolonner].</translation>
    </message>
    <message>
        <location filename="../../core/registers/column_names.py" line="144"/>
        <source>Choose a table with one row per person, household or dwelling.</source>
        <translation>Vælg en tabel med én række pr. person, husstand eller bolig.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="109"/>
        <source>The file {file} has a line after line {line} that is longer than any row.</source>
        <translation>Filen {file} har efter linje {line} en linje, der er længere end nogen række kan være.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="109"/>
        <source>A quotation mark or a line end may be missing, or it is no table. Correct the file.</source>
        <translation>Der mangler måske et anførselstegn eller et linjeskift, eller det er ikke en tabel. Ret filen.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/client.py" line="120"/>
        <source>The login is sent to {host} without encryption, as you have allowed.</source>
        <translation>Login sendes ukrypteret til {host}, som du har tilladt.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/wfs.py" line="140"/>
        <source>GeoFA&apos;s pages together are larger than {count} MB.</source>
        <translation>GeoFA's sider er tilsammen større end {count} MB.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/wfs.py" line="140"/>
        <source>Choose one municipality.</source>
        <translation>Vælg én kommune.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/values.py" line="28"/>
        <source>GeoFA answers with more than {count} objects, and may never end.</source>
        <translation>GeoFA svarer med mere end {count} [count: objekt|objekter] og holder måske aldrig op.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/values.py" line="28"/>
        <source>Choose one municipality. If it goes on, tell GeoFA&apos;s support.</source>
        <translation>Vælg én kommune. Bliver det ved, så sig det til GeoFA's support.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="55"/>
        <source>GeoFA&apos;s answer is too large. {reason}</source>
        <translation>GeoFA's svar er for stort. {reason}</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/file.py" line="60"/>
        <source>{reason} Fetch the file again.</source>
        <translation>{reason} Hent filen igen.</translation>
    </message>
    <message>
        <location filename="../../core/store/packages/content.py" line="46"/>
        <source>The package {file}: {key} is no text of one line with at most {count} characters.</source>
        <translation>Pakken {file}: {key} er ikke en tekst på én linje med højst {count} tegn.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_text.py" line="63"/>
        <source>It is not written in UTF-8.</source>
        <translation>Den er ikke skrevet i UTF-8.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_text.py" line="49"/>
        <source>It is damaged in line {line}.</source>
        <translation>Den er beskadiget i linje {line}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_text.py" line="99"/>
        <source>It holds more values than there is memory for.</source>
        <translation>Den rummer flere værdier, end der er hukommelse til.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_text.py" line="111"/>
        <source>A number in it has more than {count} digits.</source>
        <translation>Et tal i den har mere end {count} [count: ciffer|cifre].</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_text.py" line="118"/>
        <source>A number in it is larger than any computer can work with.</source>
        <translation>Et tal i den er større, end nogen computer kan regne med.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_text.py" line="123"/>
        <source>{found} in it is no number.</source>
        <translation>{found} i den er ikke et tal.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_text.py" line="128"/>
        <source>It is nested deeper than {count} levels.</source>
        <translation>Den er indlejret dybere end {count} [count: niveau|niveauer].</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_file.py" line="26"/>
        <source>It is larger than {count} MB.</source>
        <translation>Den er større end {count} MB.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/json_file.py" line="47"/>
        <source>{reason} Fetch the file again, or mend the line.</source>
        <translation>{reason} Hent filen igen, eller ret linjen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/audit.py" line="225"/>
        <source>who saved it</source>
        <translation>hvem der gemte det</translation>
    </message>
    <message>
        <location filename="../../ui/registration/access.py" line="42"/>
        <source>Send the login without encryption</source>
        <translation>Send login ukrypteret</translation>
    </message>
    <message>
        <location filename="../../ui/registration/access.py" line="43"/>
        <source>Whoever listens on the network can read it then. Only for this one server, and only inside your own network.</source>
        <translation>Så kan enhver, der lytter med på nettet, læse det. Kun til denne ene server, og kun inden for jeres eget net.</translation>
    </message>
    <message>
        <location filename="../../core/files.py" line="123"/>
        <source>{file} is open in a layer or in another program. Remove its layers from the project, wait a minute until QGIS lets go, and close other programs that show it. Or choose another place.</source>
        <translation>{file} er åben i et lag eller i et andet program. Fjern dens lag fra projektet, vent et minut, til QGIS slipper den, og luk andre programmer, der viser den. Eller vælg et andet sted.</translation>
    </message>
    <message>
        <location filename="../../ui/session.py" line="216"/>
        <source>Reading the monitor file</source>
        <translation>Læser opgørelsesfilen</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="217"/>
        <source>How many are in several indicators at once, or in none of several, which no indicator counts itself.</source>
        <translation>Hvor mange der er i flere indikatorer på én gang, eller i ingen af flere, når ingen indikator selv tæller dem.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="221"/>
        <source>What several areas together leave of others, where {persons} or more persons live there.</source>
        <translation>Hvad flere områder tilsammen levner af andre, hvor der bor {persons} eller flere personer.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="249"/>
        <source>Counts from 1 to {largest} are shown as 0 or at least {base}, also in any group that the areas give away together, and all counts are added up from the same rounded parts; so no shown count tells of fewer than {base} persons, and a 0 may be a count up to {largest} ({special} for health, origin and convictions). A shown count differs from the true one by at most {most}, {mean} on the average. Indicators whose parts cannot be rounded safely are left out. {hidden} of {all} figures are hidden: of small areas, of few households, and so that those do not follow. The table stands alone: it is not covered beside tables of other months, other areas, or made by another method. Core demographics (residents by age and sex, households, dwellings) are shown as they are.</source>
        <translation>Antal fra 1 til {largest} vises som 0 eller mindst {base}, også i enhver gruppe, som områderne tilsammen røber, og alle antal er lagt sammen af de samme afrundede dele; intet vist antal fortæller altså om færre end {base} [base: person|personer], og et 0 kan være et antal op til {largest} ({special} for helbred, oprindelse og domme). Et vist antal afviger højst {most} fra det rigtige, i gennemsnit {mean}. Indikatorer, hvis dele ikke kan afrundes sikkert, er udeladt. {hidden} af {all} tal er skjult: for små områder, få husstande, og så de ikke følger af resten. Tabellen står alene: den er ikke dækket ved siden af tabeller for andre måneder, andre områder eller lavet på en anden måde. Kernetal (beboere efter køn og alder, husstande, boliger) vises, som de er.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="273"/>
        <source>From all figures in this and earlier releases in the release ledger, and the known totals given, no count below {persons} (below {special} for health, origin and convictions), nor what it lacks of the whole, nor the difference between two areas, can be worked out or narrowed to fewer than {values} possible values; in groups of fewer persons all values are possible, and where the known totals alone leave fewer, no more is told than by them. {hidden} of {all} figures are hidden. It is assumed that a reader knows the rules, the limits, the boundaries and the number of residents by age and sex, of households and of dwellings, which are shown as they are. What follows from the indicators&apos; definitions is known to the reader: unions, complements, codes that exclude each other, populations inside others, shared denominators, and that the counts of a value carried over are at most {near} from the new ones. Not covered: registers outside the municipality&apos;s releases, inference and models, the relations that the certificate names as left out, and releases that are not in the ledger.</source>
        <translation>Ud fra alle tal i denne og tidligere udgivelser i udgivelsesloggen, samt de angivne kendte totaler, kan hverken et antal under {persons} (under {special} for helbred, oprindelse og domme), det, der mangler op til helheden, eller forskellen mellem to områder beregnes eller indsnævres til færre end {values} mulige værdier; i grupper med færre personer er alle værdier mulige, og hvor de kendte totaler alene levner færre, fortælles der ikke mere end dem. {hidden} af {all} tal er skjult. Det forudsættes, at læseren kender reglerne, grænserne, områdernes afgrænsning og antallet af beboere efter køn og alder, af husstande og af boliger, som vises, som de er. Hvad der følger af indikatorernes definitioner, regnes for kendt: foreninger, komplementer, koder der udelukker hinanden, befolkninger inden i hinanden, fælles nævnere, og at antallene bag en overført værdi ligger højst {near} fra de nye. Ikke dækket: registre uden for kommunens udgivelser, slutninger og modeller, de sammenhænge certifikatet nævner som udeladt, og udgivelser, der ikke står i loggen.</translation>
    </message>
    <message>
        <location filename="../../core/protection/certificate.py" line="307"/>
        <source>Residents by age and sex, households and dwellings are core demographics: they are shown as they are.</source>
        <translation>Beboere efter køn og alder, husstande og boliger er kernetal: de vises, som de er.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/judgement_notes.py" line="53"/>
        <source>The national share of convicted is known from a rounded threshold alone: from {low} to {high} percent.</source>
        <translation>Landsandelen af dømte kendes kun fra en afrundet grænse: fra {low} til {high} procent.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="61"/>
        <source>The threshold is not known, but the figure meets every one that it can be.</source>
        <translation>Grænsen kendes ikke, men tallet opfylder kriteriet ved enhver grænse, der er mulig.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="61"/>
        <source>The threshold is not known, but the figure meets none that it can be.</source>
        <translation>Grænsen kendes ikke, men tallet opfylder ikke kriteriet ved nogen grænse, der er mulig.</translation>
    </message>
    <message>
        <location filename="../../core/measures/windows.py" line="137"/>
        <source>Medians cannot be put together over several months and are left out: {names}.</source>
        <translation>Medianer kan ikke lægges sammen over flere måneder og er udeladt: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/windows.py" line="144"/>
        <source>Figures of whole years are no months and are left out of the figures over several months: {names}.</source>
        <translation>Tal for hele år er ikke måneder og er udeladt af tallene over flere måneder: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/windows.py" line="153"/>
        <source>Finished figures without denominators cannot be put together and have no value over several months: {names}.</source>
        <translation>Færdige tal uden nævner kan ikke lægges sammen og har ingen værdi over flere måneder: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="144"/>
        <source>The numbers may be in another unit (thousands of kroner, a share for a percentage), or the column be another one.</source>
        <translation>Tallene kan være i en anden enhed (tusinde kroner, en andel i stedet for en procent), eller det kan være en anden kolonne.</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="72"/>
        <source>{count} rows of the reference table lack level, period or indicator and are not used; the first is row {row} of {file}.</source>
        <translation>Rækker i referencetabellen, der mangler niveau, periode eller indikator og derfor ikke bruges: {count}. Den første er række {row} i {file}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="113"/>
        <source>{value} {unit} for {indicator} in {period} cannot be right; it lies between {least} and {most}</source>
        <translation>{value} {unit} for {indicator} i {period} kan ikke være rigtigt; værdien ligger mellem {least} og {most}</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="149"/>
        <source>It looks like a share. Write it in percent: {value}.</source>
        <translation>Det ligner en andel. Skriv den i procent: {value}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="153"/>
        <source>It looks like thousands. Write it in kroner: {value}.</source>
        <translation>Det ligner tusinder. Skriv beløbet i kroner: {value}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="156"/>
        <source>Correct the value, with a decimal comma in files with semicolons, or take the row out.</source>
        <translation>Ret værdien, med decimalkomma i filer med semikolon, eller tag rækken ud.</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="170"/>
        <source>{indicator} in {period} is {value} here and {other} in row {row} of {file}</source>
        <translation>{indicator} i {period} er {value} her og {other} i række {row} af {file}</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="170"/>
        <source>Keep the row that is right, and take the other out.</source>
        <translation>Behold den række, der er rigtig, og tag den anden ud.</translation>
    </message>
    <message>
        <location filename="../../core/measures/region_readings.py" line="145"/>
        <source>Income is held against {old}, which became part of {new} on {date}: the reference table has no values of {new}.</source>
        <translation>Indkomsten er holdt op mod {old}, der blev en del af {new} den {date}: referencetabellen har ingen værdier for {new}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/repeats/repeat.py" line="67"/>
        <source>The files {first} and {second} are one and the same ({period}).</source>
        <translation>Filerne {first} og {second} er én og samme fil ({period}).</translation>
    </message>
    <message>
        <location filename="../../core/measures/repeats/repeat.py" line="74"/>
        <source>The files {first} and {second} both hold {period}: {count} rows stand in both.</source>
        <translation>Filerne {first} og {second} indeholder begge {period}: {count} [count: række|rækker] står i dem begge.</translation>
    </message>
    <message>
        <location filename="../../core/measures/repeats/repeat.py" line="82"/>
        <source>The files {first} and {second} both hold {period}; no row stands in both.</source>
        <translation>Filerne {first} og {second} indeholder begge {period}; ingen række står i dem begge.</translation>
    </message>
    <message>
        <location filename="../../core/measures/repeats/repeat.py" line="95"/>
        <source>{count} values of {field} stand in more than one place in {period}.</source>
        <translation>{count} [count: værdi|værdier] af {field} står på mere end ét sted i {period}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/repeats/repeat.py" line="106"/>
        <source>Take one of the two files out of the delivery: every row of both would be counted.</source>
        <translation>Tag den ene af de to filer ud af leverancen; ellers tælles rækkerne i begge med.</translation>
    </message>
    <message>
        <location filename="../../core/measures/repeats/repeat.py" line="110"/>
        <source>The rows of both are counted. That is right where a month is delivered in parts; where one corrects the other, take the older out.</source>
        <translation>Rækkerne i begge filer tælles med. Det er rigtigt, hvis en måned leveres i flere dele. Er den ene en rettelse af den anden, så tag den ældste ud.</translation>
    </message>
    <message>
        <location filename="../../core/measures/figure_notes.py" line="42"/>
        <source>{figure}: the mean of {count} of the {years} years that the law takes.</source>
        <translation>{figure}: gennemsnit af {count} af de {years} år, som loven bruger.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/choosing.py" line="79"/>
        <source>Taken from the finished figures, for want of columns or registers: {names}.</source>
        <translation>Taget fra de færdige tal, fordi kolonner eller registre mangler: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/findings.py" line="145"/>
        <source>{register}: ages and years are counted at the day that the period is written as: {days}.</source>
        <translation>{register}: Alder og antal år er opgjort den dag, perioden er skrevet som: {days}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/findings.py" line="158"/>
        <source>{register}: the rows of {period} are of {count} days ({days}), and all of them are counted in that month. If they are several extracts, give one of them alone.</source>
        <translation>{register}: Rækkerne for {period} er fra {count} [count: dag|dage] ({days}), og de tælles alle i den måned. Er det flere udtræk, så giv kun ét af dem.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/what_if.py" line="157"/>
        <source>Means of several years are put together by their persons, as an approximation; the panel counts the new boundary anew, year by year.</source>
        <translation>Gennemsnit over flere år lægges sammen efter antallet af personer, som en tilnærmelse; panelet tæller den nye afgrænsning på ny, år for år.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/reading.py" line="103"/>
        <source>Residents are read from the field {field}.</source>
        <translation>Beboere læses fra feltet {field}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="117"/>
        <source>{table} has the fields {fields}, which differ in upper and lower case alone; none is {field}.</source>
        <translation>{table} har felterne {fields}, der kun adskiller sig ved store og små bogstaver; intet af dem er {field}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/index/given/cube_of_table.py" line="117"/>
        <source>Choose the field by its name as it is written.</source>
        <translation>Vælg feltet med navnet skrevet nøjagtigt, som det står i tabellen.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/source_reader.py" line="226"/>
        <source>the cell is empty, and {column} is used instead</source>
        <translation>cellen er tom, og {column} bruges i stedet</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/source_reader.py" line="226"/>
        <source>Leave {role} unmapped where the column is empty.</source>
        <translation>Lad {role} være uden kolonne, hvis kolonnen er tom.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/remarks.py" line="60"/>
        <source>{file}: {count} merged cells are used for every row they span; the first stands in row {row}.</source>
        <translation>{file}: flettede celler bruges for alle de rækker, de dækker ({count} i alt, den første i række {row}).</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/remarks.py" line="70"/>
        <source>{file}: {count} merged cells span several columns; they are used for the first of them alone.</source>
        <translation>{file}: flettede celler over flere kolonner bruges kun for den første af dem ({count} i alt).</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/remarks.py" line="80"/>
        <source>{file}: {count} rows are hidden by a filter of the sheet; they are read all the same.</source>
        <translation>{file}: rækker, som et filter i arket skjuler, læses alligevel: {count}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/remarks.py" line="80"/>
        <source>{file}: {count} rows are hidden in the sheet; they are read all the same.</source>
        <translation>{file}: skjulte rækker i arket læses alligevel: {count}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/remarks.py" line="100"/>
        <source>{file}: the columns {columns} are hidden in the sheet; they are read all the same.</source>
        <translation>{file}: skjulte kolonner i arket læses alligevel: {columns}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/remarks.py" line="109"/>
        <source>{file}: {count} hidden sheets are not read.</source>
        <translation>{file}: skjulte ark læses ikke: {count}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/remarks.py" line="145"/>
        <source>{file}, column {column}: {count} cells are shown as percentages (0.605 is read as 60.5), {others} as plain numbers (read as they stand).</source>
        <translation>{file}, kolonne {column}: {count} [count: celle|celler] vises som procent (0,605 læses som 60,5), {others} som almindelige tal (læses, som de står).</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/mapping.py" line="162"/>
        <source>another column has the same name but for capitals or signs, and is not read: {columns}</source>
        <translation>en anden kolonne har samme navn bortset fra store bogstaver eller tegn og læses ikke: {columns}</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/mapping.py" line="162"/>
        <source>Map the right one of them to {role}.</source>
        <translation>Vælg den rigtige af dem til {role}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_reader.py" line="80"/>
        <source>rows without an area are left out</source>
        <translation>rækker uden område er udeladt</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_reader.py" line="133"/>
        <source>columns that are not read</source>
        <translation>kolonner, der ikke læses</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_reader.py" line="133"/>
        <source>Map a column to its role, or write the years as YYYY.</source>
        <translation>Vælg, hvad kolonnen bruges til, eller skriv årene som ÅÅÅÅ.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_reader.py" line="227"/>
        <source>rows without a figure</source>
        <translation>rækker uden tal</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_reader.py" line="248"/>
        <source>a dash is read as zero, as Statistics Denmark writes it</source>
        <translation>en streg er læst som nul, sådan som Danmarks Statistik skriver det</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="190"/>
        <source>Nothing, where that is as it should be.</source>
        <translation>Der skal ikke gøres noget, hvis det er, som det skal være.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/decimal_signs.py" line="104"/>
        <source>{file}, {field}: other cells say that the decimal sign is {sign}, but read so the numbers are unusual. Check the column.</source>
        <translation>{file}, {field}: andre celler viser, at decimaltegnet er {sign}, men læst sådan er tallene usædvanlige. Kontrollér kolonnen.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/decimal_signs.py" line="116"/>
        <source>{file}, {field}: texts such as 1.234 are read as 1234, for a workbook keeps other numbers as numbers.</source>
        <translation>{file}, {field}: tekster som 1.234 er læst som 1234, for en projektmappe gemmer andre tal som tal.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/number_columns.py" line="40"/>
        <source>the source hides the number, and it counts as unknown</source>
        <translation>kilden skjuler tallet, og det tæller som ukendt</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/number_columns.py" line="40"/>
        <source>Ask whoever delivers the file for the numbers, if they are needed.</source>
        <translation>Bed den, der leverer filen, om tallene, hvis de skal bruges.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="59"/>
        <source>zeros in front are lost, and are put back</source>
        <translation>foranstillede nuller er gået tabt og sat på igen</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="59"/>
        <source>Fetch the codes as text, so that nothing else is lost.</source>
        <translation>Hent koderne som tekst, så intet andet går tabt.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="86"/>
        <source>the identifier has been turned into a number and its last digits are lost</source>
        <translation>id’et er blevet til et tal, og de sidste cifre er gået tabt</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="86"/>
        <source>A spreadsheet did it. Fetch the identifiers again as text.</source>
        <translation>Det har et regneark gjort. Hent id’erne igen som tekst.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="118"/>
        <source>an id that says that there is none (such as NA or -) counts as no id</source>
        <translation>id’et siger, at der ikke er noget (som NA eller -), og tæller som manglende</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/identifier_columns.py" line="118"/>
        <source>Check that it is no id. Give every row an id of its own.</source>
        <translation>Kontrollér, at det ikke er et id. Giv hver række sit eget id.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="206"/>
        <source>cells go on over several lines</source>
        <translation>celler fortsætter over flere linjer</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/text_file.py" line="221"/>
        <source>rows of separators alone are left out</source>
        <translation>rækker med kun skilletegn er udeladt</translation>
    </message>
    <message>
        <location filename="../../core/registers/written/numbers.py" line="232"/>
        <source>the number can be read in two ways (1.234 as 1234, or as 1 and 234 thousandths), and no other cell of the column says which</source>
        <translation>tallet kan læses på to måder (1.234 som 1234 eller som 1 og 234 tusindedele), og ingen anden celle i kolonnen viser hvilken</translation>
    </message>
    <message>
        <location filename="../../core/registers/written/numbers.py" line="241"/>
        <source>Choose the decimal sign of the file, or write the column without thousands separators.</source>
        <translation>Vælg filens decimaltegn, eller skriv kolonnen uden tusindtalsseparator.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="193"/>
        <source>{file}, line {line}: there is a carriage return without a line end after it.</source>
        <translation>{file}, linje {line}: der står et vognretur-tegn (CR) uden et linjeskift efter sig.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="193"/>
        <source>Save the file with the line ends of Windows (CRLF) or Unix (LF).</source>
        <translation>Gem filen med linjeskift som i Windows (CRLF) eller Unix (LF).</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="296"/>
        <source>{file}, line {line}: a cell begins with a quotation mark and goes on over the next lines.</source>
        <translation>{file}, linje {line}: en celle begynder med et anførselstegn og fortsætter over de næste linjer.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="296"/>
        <source>Take the quotation mark away, or close it in the same cell, so that no row is lost.</source>
        <translation>Fjern anførselstegnet, eller afslut det i samme celle, så ingen række går tabt.</translation>
    </message>
    <message>
        <location filename="../../core/registers/texts/line_shape.py" line="313"/>
        <source>{file}, line {line}: there are {found} fields where most lines have {wanted}.</source>
        <translation>{file}, linje {line}: der er {found} [found: felt|felter], hvor de fleste linjer har {wanted}.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/wfs.py" line="123"/>
        <source>GeoFA gives the same districts again instead of the next ones, and does not say how many there are.</source>
        <translation>GeoFA sender de samme distrikter igen i stedet for de næste og oplyser ikke, hvor mange der er.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/reading/wfs.py" line="123"/>
        <source>Nothing was used. Choose one municipality or one type; if it goes on, tell whoever runs the service.</source>
        <translation>Intet er brugt. Vælg én kommune eller én type; fortsætter det, så sig det til den, der driver tjenesten.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/replies/answers.py" line="112"/>
        <source>The answer of {host} is not written in the letters it says it is.</source>
        <translation>Svaret fra {host} er ikke skrevet i det tegnsæt, det angiver.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/shapes.py" line="158"/>
        <source>None of the {count} objects that GeoFA has here has a geometry.</source>
        <translation>Ingen af de {count} [count: objekt|objekter], GeoFA har her, har en geometri.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/shapes.py" line="158"/>
        <source>Tell the municipality that has registered them.</source>
        <translation>Sig det til den kommune, der har registreret dem.</translation>
    </message>
    <message>
        <location filename="../../core/geofa/shapes.py" line="166"/>
        <source>Left out, for want of a geometry in GeoFA: {count} ({ids}).</source>
        <translation>Udeladt, fordi GeoFA ikke har nogen geometri for dem: {count} ({ids}).</translation>
    </message>
    <message>
        <location filename="../../core/web/certificates.py" line="41"/>
        <source>The certificate of {host} has expired.</source>
        <translation>Certifikatet for {host} er udløbet.</translation>
    </message>
    <message>
        <location filename="../../core/web/certificates.py" line="42"/>
        <source>The certificate of {host} is not valid yet.</source>
        <translation>Certifikatet for {host} er ikke gyldigt endnu.</translation>
    </message>
    <message>
        <location filename="../../core/web/certificates.py" line="43"/>
        <source>The certificate of {host} is self-signed: nobody that this machine trusts vouches for it.</source>
        <translation>Certifikatet for {host} er selvsigneret: ingen, som denne maskine stoler på, står inde for det.</translation>
    </message>
    <message>
        <location filename="../../core/web/certificates.py" line="48"/>
        <source>The certificate of {host} was issued by somebody this machine does not know.</source>
        <translation>Certifikatet for {host} er udstedt af en udsteder, som denne maskine ikke kender.</translation>
    </message>
    <message>
        <location filename="../../core/web/certificates.py" line="52"/>
        <source>The certificate of {host} is another server&apos;s.</source>
        <translation>Certifikatet for {host} tilhører en anden server.</translation>
    </message>
    <message>
        <location filename="../../core/web/certificates.py" line="53"/>
        <source>The certificate of {host} is not trusted.</source>
        <translation>Der er ikke tillid til certifikatet for {host}.</translation>
    </message>
    <message>
        <location filename="../../core/web/certificates.py" line="56"/>
        <source>Nothing was sent. Check this machine&apos;s clock; if it is right, tell whoever runs the service.</source>
        <translation>Intet er sendt. Kontrollér uret på denne maskine; går det rigtigt, så sig det til den, der driver tjenesten.</translation>
    </message>
    <message>
        <location filename="../../core/web/certificates.py" line="61"/>
        <source>Nothing was sent. Check the server address; a proxy may also stand between.</source>
        <translation>Intet er sendt. Kontrollér serverens adresse; der kan også stå en proxy imellem.</translation>
    </message>
    <message>
        <location filename="../../core/web/certificates.py" line="63"/>
        <source>Nothing was sent. Check the server address. If it is right, or a proxy of your own organisation stands between, ask your IT department to have its certificate authority installed on this machine (in QGIS: Settings, Options, Authentication, Manage Certificates).</source>
        <translation>Intet er sendt. Kontrollér serverens adresse. Er den rigtig, eller står organisationens egen proxy imellem, så bed it-afdelingen om at installere dens certifikatudsteder på denne maskine (i QGIS: Indstillinger, Generelle indstillinger, Autentifikation, Administrér certifikater).</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="56"/>
        <source>The layer {name} holds no areas: its geometry is {kind}.</source>
        <translation>Laget {name} har ingen områder: dets geometri er {kind}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="56"/>
        <source>Choose a layer of polygons.</source>
        <translation>Vælg et lag med polygoner.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="83"/>
        <source>{name}: the geometry of area {area} is {kind}, not a polygon.</source>
        <translation>{name}: geometrien for området {area} er {kind}, ikke en polygon.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="83"/>
        <source>Draw the area as a polygon, or delete the row.</source>
        <translation>Tegn området som en polygon, eller slet rækken.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="144"/>
        <source>{name}: {count} areas lie outside Denmark ({ids}); check the layer&apos;s coordinate reference system.</source>
        <translation>{name}: {count} [count: område|områder] ligger uden for Danmark ({ids}); kontrollér lagets koordinatsystem.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/area_source.py" line="227"/>
        <source>{name}: of {count} areas only the polygons are used, and lines and points beside them left out: {ids}.</source>
        <translation>{name}: for {count} [count: område|områder] bruges kun polygonerne; linjer og punkter i samme objekt udelades: {ids}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/fields.py" line="115"/>
        <source>{table}: the names of the fields are cut; {field} is read as {column}.</source>
        <translation>{table}: feltnavnene er afkortet; {field} læses som {column}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/fields.py" line="159"/>
        <source>{table}: the names of the fields {fields} are cut, and it cannot be told which of them is {column}.</source>
        <translation>{table}: navnene på felterne {fields} er afkortet, og det kan ikke afgøres, hvilket af dem der er {column}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/fields.py" line="166"/>
        <source>Choose the field as {parameter}, or keep the figures as GeoPackage, where names are not cut.</source>
        <translation>Vælg feltet som {parameter}, eller gem tallene som GeoPackage, hvor navne ikke afkortes.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/fields.py" line="194"/>
        <source>{table} has no field {field}, so {figure} is given no margin in persons. Count again.</source>
        <translation>{table} har ikke feltet {field}, så {figure} får ingen margin i personer. Tæl igen.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/fields.py" line="234"/>
        <source>The table has no mean of {years} years of {figure} (a field {field}), which the rules take. It counts as missing; no other is taken instead.</source>
        <translation>Tabellen har intet gennemsnit over {years} år af {figure} (et felt {field}), som reglerne bruger. Tallet tæller som manglende; der bruges ikke et andet i stedet.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/fields.py" line="298"/>
        <source>{field} is a mean of {found} years, where the rules take {years}.</source>
        <translation>{field} er et gennemsnit over {found} år, hvor reglerne bruger {years}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/fields.py" line="309"/>
        <source>{field} is taken as the mean of {years} years, which its name does not say.</source>
        <translation>{field} er brugt som gennemsnit over {years} år, selv om feltets navn ikke siger det.</translation>
    </message>
    <message>
        <location filename="../../core/gis/sources/register_source.py" line="102"/>
        <source>{count} rows are selected in the layer {name}; all its {all} rows are read.</source>
        <translation>Markeringen i laget {name} ({count}) bruges ikke; alle lagets rækker læses ({all}).</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="98"/>
        <source>The column {column} of {table} in the connection {name} is not there, or has a value several times.</source>
        <translation>Kolonnen {column} i {table} i forbindelsen {name} findes ikke, eller den har en værdi flere gange.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="98"/>
        <source>Name a column with another value in each row: postgres:connection/schema/view/column.</source>
        <translation>Angiv en kolonne med en unik værdi i hver række: postgres:forbindelse/skema/view/kolonne.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="112"/>
        <source>No column of the view {table} in the connection {name} has another value in each row.</source>
        <translation>Ingen kolonne i viewet {table} i forbindelsen {name} har en unik værdi i hver række.</translation>
    </message>
    <message>
        <location filename="../../core/gis/host/connections.py" line="112"/>
        <source>Let the view have one, for example row_number() OVER () AS id; one you know of is named as postgres:connection/schema/view/column.</source>
        <translation>Giv viewet en, for eksempel row_number() OVER () AS id; kender du en, angives den som postgres:forbindelse/skema/view/kolonne.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="110"/>
        <source>The same value in every row: {names}.</source>
        <translation>Samme værdi i alle rækker: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="110"/>
        <source>Check that the right columns are mapped to them.</source>
        <translation>Kontrollér, at de rigtige kolonner er valgt.</translation>
    </message>
    <message>
        <location filename="../../core/registers/problems.py" line="99"/>
        <source>{where}: {message} ({count} in all).</source>
        <translation>{where}: {message} ({count} i alt).</translation>
    </message>
    <message>
        <location filename="../../core/registers/problems.py" line="105"/>
        <source>{where}: {message} ({count} in all, the first in row {row}).</source>
        <translation>{where}: {message} ({count} i alt, den første i række {row}).</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="142"/>
        <source>Go on in spite of the errors</source>
        <translation>Gå videre trods fejlene</translation>
    </message>
    <message>
        <location filename="../../ui/data/page.py" line="143"/>
        <source>Cells that cannot be read count as unknown, files delivered twice count twice, and the run says so.</source>
        <translation>Celler, der ikke kan læses, tæller som ukendt, og filer, der er leveret to gange, tæller dobbelt. Det fremgår af opgørelsen.</translation>
    </message>
    <message>
        <location filename="../../ui/data/summary.py" line="33"/>
        <source>Period {period}.</source>
        <translation>Periode: {period}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="187"/>
        <source>{count} rows of the reference table repeat another with the same value and are used once; the first is row {row} of {file}.</source>
        <translation>Rækker i referencetabellen, der gentager en anden med samme værdi og kun bruges én gang: {count}. Den første er række {row} i {file}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="199"/>
        <source>{count} rows of the reference table have no value and are not used; the first is row {row} of {file}.</source>
        <translation>Rækker i referencetabellen uden værdi, der derfor ikke bruges: {count}. Den første er række {row} i {file}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/completion.py" line="55"/>
        <source>the part is negative</source>
        <translation>delen er negativ</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/completion.py" line="89"/>
        <source>The finished figures of {indicator} are {value} as a rule, which is unusual. Check their unit.</source>
        <translation>De færdige tal for {indicator} er typisk {value}, hvilket er usædvanligt. Kontrollér enheden.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/completion.py" line="99"/>
        <source>All finished figures of {indicator} are at most 1 percent. If they are shares, write them as percentages (0.605 as 60.5).</source>
        <translation>Alle færdige tal for {indicator} er højst 1 procent. Er de andele, så skriv dem i procent (0,605 som 60,5).</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="78"/>
        <source>{count} rows have one and the same {column}, and count as one household.</source>
        <translation>{count} [count: række|rækker] har samme {column} og tæller som én husstand.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/columns.py" line="78"/>
        <source>If it stands for none, leave those cells empty.</source>
        <translation>Står den for ingen, så lad cellerne være tomme.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/months.py" line="43"/>
        <source>The date of {count} rows lies in another month than their period, which they are counted in.</source>
        <translation>Datoen i {count} [count: række|rækker] ligger i en anden måned end deres periode, som de tælles i.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/months.py" line="43"/>
        <source>Leave the column with the period unmapped, where the date is right.</source>
        <translation>Lad kolonnen med perioden være uden rolle, hvis datoen er den rigtige.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/remarks.py" line="34"/>
        <source>{count} rows are placed by an area code whose zeros in front were lost, and are put back.</source>
        <translation>{count} [count: række|rækker] er placeret efter en områdekode, hvis foranstillede nuller var gået tabt og er sat på igen.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/figures.py" line="180"/>
        <source>Write it in percent, for example 0.7.</source>
        <translation>Skriv den i procent, for eksempel 0,7.</translation>
    </message>
    <message>
        <location filename="../../core/registers/workbooks/remarks.py" line="122"/>
        <source>{file}: {count} other sheets hold tables and are not read: {sheets}. Choose the sheet, or save each as a file.</source>
        <translation>{file}: {count} andre ark indeholder tabeller og læses ikke: {sheets}. Vælg arket, eller gem hvert ark som en fil.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/addresses.py" line="122"/>
        <source>{count} rows of the address list have no key and are not used.</source>
        <translation>{count} [count: række|rækker] i adresselisten har ingen nøgle og bruges ikke.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/spans.py" line="34"/>
        <source>{table}: all figures in {field} are at most 1 percent. If they are shares, write them as percentages (0.605 as 60.5).</source>
        <translation>{table}: alle tal i {field} er højst 1 procent. Er de andele, så skriv dem i procent (0,605 som 60,5).</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/spans.py" line="50"/>
        <source>{table}: {count} rows have no figures, and nothing can be said of them; the first is row {row}.</source>
        <translation>{table}: {count} [count: række|rækker] har ingen tal, og intet kan siges om dem; den første er række {row}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/law/spans.py" line="98"/>
        <source>{table}: {count} rows are of an area and time that stand in an earlier row; the first is row {row}. Each is judged by itself.</source>
        <translation>{table}: {count} [count: række|rækker] er af et område og en tid, som står i en tidligere række; den første er række {row}. Hver bedømmes for sig.</translation>
    </message>
    <message>
        <location filename="../../ui/disclosure/hidden_tree.py" line="44"/>
        <source>Nobody has a known value</source>
        <translation>Ingen har en kendt værdi</translation>
    </message>
    <message>
        <location filename="../../core/processing/editions/__init__.py" line="10"/>
        <source>Editions</source>
        <translation>Udgaver</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/__init__.py" line="10"/>
        <source>Registers</source>
        <translation>Registre</translation>
    </message>
    <message>
        <location filename="../../core/processing/maps/__init__.py" line="10"/>
        <source>Maps</source>
        <translation>Kort</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/figures.py" line="170"/>
        <source>{parameter} is neither a number nor a field of {table}.</source>
        <translation>{parameter} er hverken et tal eller et felt i {table}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/law/figures.py" line="180"/>
        <source>{parameter} is {value} percent, which cannot be right; it lies between {least} and {most}.</source>
        <translation>{parameter} er {value} procent, hvilket ikke kan passe; den ligger mellem {least} og {most}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/shape.py" line="347"/>
        <source>it has {count} entries, {wanted} are expected.</source>
        <translation>den har {count} [count: post|poster], men der skal være {wanted}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="68"/>
        <source>The catalogue file {file} is not written in UTF-8.</source>
        <translation>Katalogfilen {file} er ikke skrevet i UTF-8.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="68"/>
        <source>Install the plugin again, or save the file as UTF-8.</source>
        <translation>Installer plugin'et igen, eller gem filen som UTF-8.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="197"/>
        <source>the first year is missing.</source>
        <translation>det første år mangler.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="252"/>
        <source>{figure} is not set against the nation&apos;s.</source>
        <translation>{figure} holdes ikke op mod landets tal.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="271"/>
        <source>another criterion takes {figure} as the mean of other years.</source>
        <translation>et andet kriterium tager {figure} som gennemsnit af andre år.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_sets.py" line="61"/>
        <source>No rule set can be used.</source>
        <translation>Intet regelsæt kan bruges.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/figures.py" line="207"/>
        <source>{found} is not the unit of {indicator}.</source>
        <translation>{found} er ikke enheden for {indicator}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_files.py" line="70"/>
        <source>{file} describes it already.</source>
        <translation>{file} beskriver det allerede.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_files.py" line="102"/>
        <source>{file} has it already.</source>
        <translation>{file} har det allerede.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_files.py" line="106"/>
        <source>in {file} it is {figure}.</source>
        <translation>i {file} er det {figure}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_files.py" line="115"/>
        <source>the last year is before the first.</source>
        <translation>det sidste år ligger før det første.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_files.py" line="133"/>
        <source>the years overlap those of {file}.</source>
        <translation>årene overlapper dem i {file}.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rule_files.py" line="165"/>
        <source>no rules are given for the years before it: {years}.</source>
        <translation>der er ingen regler for årene før: {years}.</translation>
    </message>
    <message>
        <location filename="../../ui/law/state_list_box.py" line="44"/>
        <source>The published list typed in as a table, with one row per area and year: area_id (or the area&apos;s name), year, {columns}.</source>
        <translation>Den offentliggjorte liste tastet ind som tabel, en række per område og år: area_id (eller områdets navn), year, {columns}.</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="158"/>
        <source>undecided</source>
        <translation>uafgjort</translation>
    </message>
    <message>
        <location filename="../../core/assessment/other_region.py" line="40"/>
        <source>Held against {region} instead: {category}.</source>
        <translation>Holdt op mod {region} i stedet: {category}.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/other_region.py" line="45"/>
        <source>{period}: held against {region} instead, these areas would have another category: {areas}.</source>
        <translation>{period}: holdt op mod {region} i stedet ville disse områder få en anden kategori: {areas}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/casting.py" line="175"/>
        <source>{count} area codes of the figures are no areas of {name} and are left out: {areas}.</source>
        <translation>{count} [count: områdekode|områdekoder] i tallene er ikke områder i {name} og er udeladt: {areas}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/casting.py" line="186"/>
        <source>Indicators that the catalogue does not have cannot be cast: {names}.</source>
        <translation>Indikatorer, som kataloget ikke har, kan ikke føres over: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/casting.py" line="200"/>
        <source>medians cannot be added up</source>
        <translation>medianer kan ikke lægges sammen</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/casting.py" line="200"/>
        <source>they have no denominators</source>
        <translation>de har ingen nævnere</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/casting.py" line="200"/>
        <source>a part of the area lies in no old one</source>
        <translation>en del af området ligger ikke i noget gammelt</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/casting.py" line="200"/>
        <source>old areas lie over each other there</source>
        <translation>gamle områder ligger over hinanden der</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/casting.py" line="200"/>
        <source>their source hides a part of them</source>
        <translation>kilden skjuler en del af dem</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/casting.py" line="200"/>
        <source>a part of them is not known</source>
        <translation>en del af dem er ukendt</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/casting.py" line="211"/>
        <source>{count} figures are missing in {name}, for {reason}: {indicators}.</source>
        <translation>{count} tal mangler i {name}, for {reason}: {indicators}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/sharing_out.py" line="160"/>
        <source>{where}{indicator} is a median, and medians of several areas cannot be added up or shared out.</source>
        <translation>{where}{indicator} er en median, og medianer for flere områder kan hverken lægges sammen eller deles ud.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/sharing_out.py" line="160"/>
        <source>Give the figures of the areas themselves.</source>
        <translation>Giv tallene for selve områderne.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/sharing_out.py" line="174"/>
        <source>{where}{indicator} is given for other areas or units and without denominators, so it cannot be carried over or added up.</source>
        <translation>{where}{indicator} er givet for andre områder eller enheder og uden nævnere, så det hverken kan føres over eller lægges sammen.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/sharing_out.py" line="190"/>
        <source>{file}, row {row}, field {field}: </source>
        <translation>{file}, række {row}, felt {field}: </translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/unit_map.py" line="95"/>
        <source>{file}, row {row}, field {field}: the parts of the unit {unit} sum to {sum}, more than the whole.</source>
        <translation>{file}, række {row}, felt {field}: andelene af enheden {unit} giver {sum} tilsammen, mere end det hele.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/unit_map.py" line="95"/>
        <source>Write the part (0-1) of the unit that lies in each area, at most 1 in all.</source>
        <translation>Skriv den andel (0-1) af enheden, der ligger i hvert område, højst 1 i alt.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/unit_map.py" line="110"/>
        <source>{count} units lie partly outside the areas of {name}, and that part of their figures is in no area: {units}.</source>
        <translation>{count} [count: enhed|enheder] ligger delvis uden for områderne i {name}, og den del af deres tal er ikke i noget område: {units}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/unit_map.py" line="124"/>
        <source>{name}: {count} areas of the table of units and areas are no areas of it: {areas}.</source>
        <translation>{name}: {count} [count: område|områder] i tabellen over enheder og områder findes ikke i det: {areas}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/unit_map.py" line="138"/>
        <source>{count} units of the finished figures are not in the table of units and areas, and their figures are in no area: {units}.</source>
        <translation>{count} [count: enhed|enheder] i de færdige tal står ikke i tabellen over enheder og områder, og deres tal er ikke i noget område: {units}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/unit_map.py" line="167"/>
        <source>{name}: {count} figures are missing, and {areas} areas have none at all, because units of theirs have none: {units}.</source>
        <translation>{name}: {count} tal mangler, og {areas} [areas: område|områder] har slet ingen, fordi enheder i dem ingen har: {units}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/figure_notes.py" line="53"/>
        <source>{figure}: the newest figure, of {period}, is more than {months} months old and is not used.</source>
        <translation>{figure}: det nyeste tal, fra {period}, er mere end {months} [months: måned|måneder] gammelt og bruges ikke.</translation>
    </message>
    <message>
        <location filename="../../core/measures/figure_notes.py" line="81"/>
        <source>{figure}: the one of {date} is missing.</source>
        <translation>{figure}: tallet for {date} mangler.</translation>
    </message>
    <message>
        <location filename="../../core/measures/figure_notes.py" line="82"/>
        <source>{figure}: the one of {date} is missing; it usually comes in {month}.</source>
        <translation>{figure}: tallet for {date} mangler; det kommer som regel i {month}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/figure_notes.py" line="92"/>
        <source>{figure}: the year up to {period}, not the yearly figure of {year}.</source>
        <translation>{figure}: året op til {period}, ikke årstallet for {year}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/region_readings.py" line="153"/>
        <source>Income is held against {new}, which {old} became part of on {date}; its mean is worked out from {parts} by their numbers of persons.</source>
        <translation>Indkomsten holdes op mod {new}, som {old} blev en del af den {date}; regionens gennemsnit er beregnet ud fra {parts} efter deres antal personer.</translation>
    </message>
    <message>
        <location filename="../../core/measures/region_readings.py" line="161"/>
        <source>Income is held against {new}, which {old} became part of on {date}.</source>
        <translation>Indkomsten holdes op mod {new}, som {old} blev en del af den {date}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/changing.py" line="73"/>
        <source>The monitor file has no area set {name}.</source>
        <translation>Opgørelsesfilen har ikke noget områdesæt {name}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/changing.py" line="100"/>
        <source>The area set {name} has no {unknown} in the monitor file.</source>
        <translation>Områdesættet {name} har ikke {unknown} i opgørelsesfilen.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/changing.py" line="275"/>
        <source>The area set {name} has no figures of {period}.</source>
        <translation>Områdesættet {name} har ingen tal for {period}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding.py" line="156"/>
        <source>Addition {number}: {periods}.</source>
        <translation>Tilføjelse {number}: {periods}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding.py" line="161"/>
        <source>{period} was there already: {figures} figures of {indicators} indicators are others now.</source>
        <translation>{period} var der i forvejen: {figures} tal af {indicators} [indicators: indikator|indikatorer] er nu anderledes.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/two_sources.py" line="46"/>
        <source>percentage points</source>
        <translation>procentpoint</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/two_sources.py" line="52"/>
        <source>the registers give other figures of {indicator}, at most {difference} away</source>
        <translation>registrene giver andre tal for {indicator}, højst {difference} fra disse</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/two_sources.py" line="52"/>
        <source>Find out which source is right, and choose the order of sources.</source>
        <translation>Find ud af, hvilken kilde der har ret, og vælg kildernes rækkefølge.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/two_sources.py" line="70"/>
        <source>{indicator}: {count} figures differ by more than rounding between the registers and the finished figures, by at most {difference}; {used} are used.</source>
        <translation>{indicator}: {count} tal afviger mere end afrunding mellem registrene og de færdige tal, højst {difference}; {used} er brugt.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="82"/>
        <source>The table of units and areas is not used: there are no finished figures.</source>
        <translation>Tabellen over enheder og områder er ikke brugt: der er ingen færdige tal.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="113"/>
        <source>The finished figures cannot be both of other areas ({name}) and of units of a table of units and areas.</source>
        <translation>De færdige tal kan ikke både være for andre områder ({name}) og for enheder i en tabel over enheder og områder.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="223"/>
        <source>The table of units and areas leads none of the finished figures to an area of {name}.</source>
        <translation>Tabellen over enheder og områder fører ingen af de færdige tal til et område i {name}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="223"/>
        <source>Write the units as the figures have them (for example {unit}), and the areas&apos; ids (for example {example}).</source>
        <translation>Skriv enhederne, som tallene har dem (fx {unit}), og områdernes id (fx {example}).</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="280"/>
        <source>{count} figures of the registers are not used: the finished figures go before them. An edition holds no figures of the registers of the same indicators and periods.</source>
        <translation>{count} af registrenes tal er ikke brugt: de færdige tal går forud for dem. En udgave har ingen af registrenes tal for de samme indikatorer og perioder.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="299"/>
        <source>the finished figures</source>
        <translation>de færdige tal</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="299"/>
        <source>those of the registers</source>
        <translation>registrenes tal</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/finished_figures.py" line="327"/>
        <source>The finished figures are of {given}, the registers of {counted}: no period has both. Read by the same period, what sets them side by side, such as the law&apos;s criteria, stays undecided; as things stand, the newest figure known serves. It concerns: {names}.</source>
        <translation>De færdige tal er for {given}, registrene for {counted}: ingen periode har begge dele. Læses de efter samme periode, bliver det, der sætter dem sammen, som lovens kriterier, uafgjort; læses de, som det står, bruges det nyeste kendte tal. Det gælder: {names}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/parameters.py" line="35"/>
        <source>Reading (current: the newest figures known, period: those of the same period, list: the law&apos;s own dates)</source>
        <translation>Læsning (current: de nyeste kendte tal, period: tal fra samme periode, list: lovens egne datoer)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/undo_period.py" line="25"/>
        <source>Take the newest addition back</source>
        <translation>Tag den nyeste tilføjelse tilbage</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/undo_period.py" line="32"/>
        <source>Periods that changed</source>
        <translation>Perioder, der blev ændret</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/undo_period.py" line="45"/>
        <source>Taken back: {periods}.</source>
        <translation>Taget tilbage: {periods}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="117"/>
        <source>Units of the finished figures and their areas (unit, area, share)</source>
        <translation>De færdige tals enheder og deres områder (enhed, område, andel)</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="126"/>
        <source>Which goes first where a register and the finished figures have a figure</source>
        <translation>Hvad der går forud, hvor både et register og de færdige tal har et tal</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/add_period.py" line="17"/>
        <source>Add a period to the monitor file</source>
        <translation>Læg en periode til opgørelsesfilen</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/__init__.py" line="10"/>
        <source>Change over time</source>
        <translation>Ændringer over tid</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/parameters.py" line="49"/>
        <source>Area set (its id; empty: the only one in the file)</source>
        <translation>Områdesæt (dets id; tomt: det eneste i filen)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/parameters.py" line="50"/>
        <source>Indicators (ids with comma; empty: all)</source>
        <translation>Indikatorer (id'er med komma; tomt: alle)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/parameters.py" line="93"/>
        <source>AREA_SET: the monitor file has {count} area sets.</source>
        <translation>AREA_SET: opgørelsesfilen har {count} områdesæt.</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/parameters.py" line="115"/>
        <source>{name}: {text} is not a period.</source>
        <translation>{name}: {text} er ikke en periode.</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/parameters.py" line="115"/>
        <source>Write a month as 2026-01, or a year as 2025.</source>
        <translation>Skriv en måned som 2026-01 eller et år som 2025.</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="42"/>
        <source>Series of figures over time</source>
        <translation>Tidsserier af tal</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="47"/>
        <source>Areas (ids with comma; empty: all)</source>
        <translation>Områder (id'er med komma; tomt: alle)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="48"/>
        <source>From the period (YYYY-MM or YYYY; empty: the first)</source>
        <translation>Fra perioden (ÅÅÅÅ-MM eller ÅÅÅÅ; tomt: den første)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="49"/>
        <source>To the period (YYYY-MM or YYYY; empty: the newest)</source>
        <translation>Til perioden (ÅÅÅÅ-MM eller ÅÅÅÅ; tomt: den nyeste)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="66"/>
        <source>Series</source>
        <translation>Tidsserier</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="85"/>
        <source>FIRST is {first}, and LAST is {last}.</source>
        <translation>FIRST er {first}, og LAST er {last}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="85"/>
        <source>Give the earlier period as FIRST.</source>
        <translation>Angiv den tidligste periode som FIRST.</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="105"/>
        <source>{count} figures of {areas} areas; {gaps} that should be there are missing.</source>
        <translation>{count} tal for {areas} [areas: område|områder]; {gaps}, der burde være der, mangler.</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix.py" line="73"/>
        <source>Matrix of areas and indicators</source>
        <translation>Matrix af områder og indikatorer</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/matrix.py" line="48"/>
        <source>Period (YYYY-MM or YYYY; empty: the newest month)</source>
        <translation>Periode (ÅÅÅÅ-MM eller ÅÅÅÅ; tomt: den nyeste måned)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/matrix.py" line="49"/>
        <source>With the areas&apos; geometry</source>
        <translation>Med områdernes geometri</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="66"/>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/matrix.py" line="55"/>
        <source>CSV file for a spreadsheet</source>
        <translation>CSV-fil til et regneark</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/matrix.py" line="79"/>
        <source>{areas} areas and {indicators} indicators, {period}.</source>
        <translation>{areas} [areas: område|områder] og {indicators} [indicators: indikator|indikatorer], {period}.</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="49"/>
        <source>From old boundaries to new ones</source>
        <translation>Fra gamle grænser til nye</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="53"/>
        <source>Old areas</source>
        <translation>Gamle områder</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="53"/>
        <source>New areas</source>
        <translation>Nye områder</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="60"/>
        <source>{areas}: field with the area id</source>
        <translation>{areas}: felt med områdets id</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="71"/>
        <source>Addresses (x, y and, where known, persons; or points)</source>
        <translation>Adresser (x, y og, hvor det vides, personer; eller punkter)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="76"/>
        <source>Column with the persons at each address (empty: found by its name)</source>
        <translation>Kolonne med antal personer på hver adresse (tom: findes på navnet)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="85"/>
        <source>Figures of the old areas to be cast (area, period, indicator, value, …)</source>
        <translation>Tal for de gamle områder, der skal føres over (område, periode, indikator, værdi …)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="92"/>
        <source>Mapping of the figures (JSON: role → column; the rest is guessed)</source>
        <translation>Kolonner i tallene (JSON: rolle → kolonne; resten gættes)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="115"/>
        <source>From old areas to new ones</source>
        <translation>Fra gamle områder til nye</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/crosswalk.py" line="120"/>
        <source>Figures of the new areas</source>
        <translation>Tal for de nye områder</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_map.py" line="39"/>
        <source>{count} rows of the table of units and areas lack one of them and are not used; the first is row {row} of {file}.</source>
        <translation>{count} [count: række|rækker] i tabellen over enheder og områder mangler en af delene og er ikke brugt; den første er række {row} i {file}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_map.py" line="54"/>
        <source>{file}, row {row}, field {field}: the unit {unit} stands more than once with the area {area}.</source>
        <translation>{file}, række {row}, felt {field}: enheden {unit} står mere end én gang med området {area}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/figure_map.py" line="54"/>
        <source>Keep one row for each unit and area.</source>
        <translation>Behold én række for hver enhed og hvert område.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/inhabited.py" line="34"/>
        <source>{count} addresses have no coordinates and are not used.</source>
        <translation>{count} [count: adresse|adresser] har ingen koordinater og er ikke brugt.</translation>
    </message>
    <message>
        <location filename="../../core/registers/tables/inhabited.py" line="38"/>
        <source>{count} addresses do not say how many live there and count as nobody&apos;s.</source>
        <translation>{count} [count: adresse|adresser] siger ikke, hvor mange der bor der, og tæller som ubeboede.</translation>
    </message>
    <message>
        <location filename="../../core/areas/crosswalk.py" line="336"/>
        <source>{count} areas of {old} lie wholly or partly outside {new}, and that part of their figures is in no new area: {areas}.</source>
        <translation>{count} [count: område|områder] i {old} ligger helt eller delvis uden for {new}, og den del af deres tal er ikke i noget nyt område: {areas}.</translation>
    </message>
    <message>
        <location filename="../../core/areas/crosswalk.py" line="348"/>
        <source>{count} areas of {old} are shared out by area, as if people lived evenly: no address lies in them.</source>
        <translation>{count} [count: område|områder] i {old} er delt ud efter areal, som om folk boede jævnt: der ligger ingen adresse i dem.</translation>
    </message>
    <message>
        <location filename="../../core/areas/crosswalk.py" line="358"/>
        <source>Areas of {old} lie over each other in {count} areas of {new}, where their figures cannot be added up. Take one kind of area at a time.</source>
        <translation>Områder i {old} ligger over hinanden i {count} [count: område|områder] i {new}, hvor deres tal ikke kan lægges sammen. Tag én slags områder ad gangen.</translation>
    </message>
    <message>
        <location filename="../../core/store/settings.py" line="52"/>
        <source>{value} is no number from 1 to {most}.</source>
        <translation>{value} er ikke et tal fra 1 til {most}.</translation>
    </message>
    <message>
        <location filename="../../core/store/settings.py" line="52"/>
        <source>Write a whole number.</source>
        <translation>Skriv et helt tal.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/migrations.py" line="78"/>
        <source>The monitor file {file} was made by an earlier version. It must be brought up to date before it is read, and it may not be written to here.</source>
        <translation>Opgørelsesfilen {file} er lavet af en tidligere version. Den skal opdateres, før den kan læses, og den må ikke skrives til her.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/migrations.py" line="78"/>
        <source>Copy it to a folder that you may write to, and open the copy.</source>
        <translation>Kopiér den til en mappe, du må skrive i, og åbn kopien.</translation>
    </message>
    <message>
        <location filename="../../core/store/runs/runs.py" line="203"/>
        <source>There is no addition to take back.</source>
        <translation>Der er ingen tilføjelse at tage tilbage.</translation>
    </message>
    <message>
        <location filename="../../core/store/runs/runs.py" line="203"/>
        <source>Add a period first.</source>
        <translation>Læg først en periode til.</translation>
    </message>
    <message>
        <location filename="../../core/catalogue/law/rules.py" line="293"/>
        <source>{figure} is the mean of {years} years, and {named} are named.</source>
        <translation>{figure} er gennemsnittet af {years} år, og der er nævnt {named}.</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/dated.py" line="35"/>
        <source>1 month old</source>
        <translation>1 md. gammel</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/style.py" line="104"/>
        <source>months old</source>
        <translation>mdr. gammel</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="46"/>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="47"/>
        <source>Denmark</source>
        <translation>Hele landet</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="48"/>
        <source>Mean that the law measures</source>
        <translation>Gennemsnittet, loven måler</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="49"/>
        <source>The law&apos;s threshold</source>
        <translation>Lovens grænse</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="50"/>
        <source>Threshold of prevention areas</source>
        <translation>Grænse for forebyggelsesområder</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="72"/>
        <source>{line}: outside the picture</source>
        <translation>{line}: uden for billedet</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="90"/>
        <source>{area}, whole years</source>
        <translation>{area}, hele år</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="100"/>
        <source>No figure</source>
        <translation>Intet tal</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="109"/>
        <source>New definition</source>
        <translation>Ny definition</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="35"/>
        <source>{amount} kr.</source>
        <translation>{amount} kr.</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="36"/>
        <source>{count} years</source>
        <translation>{count} år</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="44"/>
        <source>{rate} per 1,000</source>
        <translation>{rate} pr. 1.000</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="59"/>
        <source>Unchanged</source>
        <translation>Uændret</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="61"/>
        <source>Risen by {amount}</source>
        <translation>Steget {amount}</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="61"/>
        <source>Fallen by {amount}</source>
        <translation>Faldet {amount}</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="73"/>
        <source>more than chance</source>
        <translation>mere end tilfældigheder</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="73"/>
        <source>within chance</source>
        <translation>inden for tilfældigheder</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="81"/>
        <source>{low} to {high}</source>
        <translation>{low} til {high}</translation>
    </message>
    <message>
        <location filename="../../ui/data/figure_choices.py" line="36"/>
        <source>Units and areas</source>
        <translation>Enheder og områder</translation>
    </message>
    <message>
        <location filename="../../ui/data/figure_choices.py" line="29"/>
        <source>A table with the columns unit, area and share: which area each housing department or other unit of the finished figures lies in, and how much of it.</source>
        <translation>En tabel med kolonnerne enhed, område og andel: hvilket område hver boligafdeling eller anden enhed i de færdige tal ligger i, og hvor stor en del af den.</translation>
    </message>
    <message>
        <location filename="../../ui/data/figure_choices.py" line="38"/>
        <source>The register&apos;s</source>
        <translation>Registerets</translation>
    </message>
    <message>
        <location filename="../../ui/data/figure_choices.py" line="39"/>
        <source>The finished figure</source>
        <translation>Det færdige tal</translation>
    </message>
    <message>
        <location filename="../../ui/data/figure_choices.py" line="40"/>
        <source>Which is used where a register and the finished figures have the same figure of the same period. Differences are told.</source>
        <translation>Hvad der bruges, hvor et register og de færdige tal har samme tal for samme periode. Forskelle bliver sagt.</translation>
    </message>
    <message>
        <location filename="../../ui/data/figure_choices.py" line="47"/>
        <source>Of two figures</source>
        <translation>Af to tal</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="122"/>
        <source>as things stand</source>
        <translation>nyeste kendte</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="123"/>
        <source>the same month</source>
        <translation>kun månedens egne</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="124"/>
        <source>As things stand, every criterion is judged on the newest figure known in the month; in the same month, on figures of that month alone. The law&apos;s own list stands beside it on the page Assessment.</source>
        <translation>Nyeste kendte: hvert kriterium vurderes på det nyeste tal, der kendes i måneden. Kun månedens egne: kun tal fra måneden selv. Listen efter lovens egne datoer står ved siden af på siden Vurdering.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/rules_box.py" line="59"/>
        <source>Reading</source>
        <translation>Hvilke tal</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="37"/>
        <source>The law&apos;s list beside it</source>
        <translation>Lovens liste ved siden af</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="103"/>
        <source>Criterion</source>
        <translation>Kriterium</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="104"/>
        <source>As things stand</source>
        <translation>Nyeste kendte tal</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="105"/>
        <source>The list of {year}</source>
        <translation>Listen for {year}</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="106"/>
        <source>Difference</source>
        <translation>Forskel</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="141"/>
        <source>The list of {year} cannot be read: the residents of 1 January are missing.</source>
        <translation>Listen for {year} kan ikke læses: beboerne pr. 1. januar mangler.</translation>
    </message>
    <message>
        <location filename="../../ui/law/list_box.py" line="145"/>
        <source>As things stand: {now}. By the law&apos;s own dates: {listed}.</source>
        <translation>Efter de nyeste kendte tal: {now}. Efter lovens egne datoer: {listed}.</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/dated.py" line="35"/>
        <source>{count} months old</source>
        <translation>{count} [count: md.|mdr.] gammel</translation>
    </message>
    <message>
        <location filename="../../ui/change/month_slider.py" line="37"/>
        <source>Arrow keys: a month. Page up and down: a year.</source>
        <translation>Piletaster: en måned. Page Up og Page Down: et år.</translation>
    </message>
    <message>
        <location filename="../../ui/change/month_slider.py" line="42"/>
        <source>The period before</source>
        <translation>Perioden før</translation>
    </message>
    <message>
        <location filename="../../ui/change/month_slider.py" line="42"/>
        <source>The period after</source>
        <translation>Perioden efter</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="56"/>
        <source>Or select an area on the map.</source>
        <translation>Eller markér et område på kortet.</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="66"/>
        <source>Trend</source>
        <translation>Forløb</translation>
    </message>
    <message>
        <location filename="../../ui/change/trend.py" line="63"/>
        <source>The chosen area over time</source>
        <translation>Det valgte område over tid</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="66"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="66"/>
        <source>All areas beside each other, on one axis</source>
        <translation>Alle områder ved siden af hinanden, på samme akse</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="66"/>
        <source>12 mo.</source>
        <translation>12 mdr.</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="67"/>
        <source>What has changed in 12 months</source>
        <translation>Hvad der har ændret sig på 12 måneder</translation>
    </message>
    <message>
        <location filename="../../ui/change/page.py" line="100"/>
        <source>Change</source>
        <translation>Udvikling</translation>
    </message>
    <message>
        <location filename="../../ui/change/trend.py" line="64"/>
        <source>Threshold</source>
        <translation>Grænse</translation>
    </message>
    <message>
        <location filename="../../ui/change/trend.py" line="102"/>
        <source>This area has no figures of the indicator.</source>
        <translation>Området har ingen tal for indikatoren.</translation>
    </message>
    <message>
        <location filename="../../ui/change/trend.py" line="200"/>
        <source>{period}: no figure.</source>
        <translation>{period}: intet tal.</translation>
    </message>
    <message>
        <location filename="../../ui/change/trend.py" line="114"/>
        <source>The figures are shown as a table.</source>
        <translation>Tallene vises som en tabel.</translation>
    </message>
    <message>
        <location filename="../../ui/change/trend.py" line="149"/>
        <source>The municipality is its areas added up.</source>
        <translation>Kommunens tal er summen af dens områder.</translation>
    </message>
    <message>
        <location filename="../../ui/change/multiples.py" line="41"/>
        <source>The areas before</source>
        <translation>Områderne før</translation>
    </message>
    <message>
        <location filename="../../ui/change/multiples.py" line="41"/>
        <source>The areas after</source>
        <translation>Områderne efter</translation>
    </message>
    <message>
        <location filename="../../ui/change/multiples.py" line="89"/>
        <source>All areas have the same axis. Grey is the municipality.</source>
        <translation>Alle områder har samme akse. Den grå linje er kommunen.</translation>
    </message>
    <message>
        <location filename="../../ui/change/multiples.py" line="96"/>
        <source>{first}–{last} of {count}</source>
        <translation>{first}–{last} af {count}</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix_model.py" line="94"/>
        <source>Figures of {period}</source>
        <translation>Tal for {period}</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="23"/>
        <source>not delivered</source>
        <translation>ikke leveret</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="24"/>
        <source>hidden by its source</source>
        <translation>skjult af kilden</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="25"/>
        <source>nobody has a known value</source>
        <translation>ingen har en kendt værdi</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="26"/>
        <source>nobody it is about</source>
        <translation>ingen, det handler om</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="27"/>
        <source>no register gives the denominator</source>
        <translation>intet register giver nævneren</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="28"/>
        <source>no figure</source>
        <translation>intet tal</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="31"/>
        <source>{why}; last figure {period}</source>
        <translation>{why}; seneste tal {period}</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="40"/>
        <source>{period}: {why}.</source>
        <translation>{period}: {why}.</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="61"/>
        <source>{period}: {value}</source>
        <translation>{period}: {value}</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="49"/>
        <source>{changed} since {period}.</source>
        <translation>{changed} siden {period}.</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="50"/>
        <source>{changed} since {period}, {noise} (95 % interval {ends}).</source>
        <translation>{changed} siden {period}, {noise} (95 %-interval {ends}).</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="136"/>
        <source>{named} and {count} more</source>
        <translation>{named} og {count} mere</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="125"/>
        <source>Missing: {named}. Last figure {period}.</source>
        <translation>Mangler: {named}. Seneste tal {period}.</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="126"/>
        <source>Missing: {named}.</source>
        <translation>Mangler: {named}.</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="144"/>
        <source>Indicative: the ministry&apos;s list is the decision.</source>
        <translation>Vejledende: ministeriets liste er afgørelsen.</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="146"/>
        <source>The law holds the mean of the years (dashed) against its threshold.</source>
        <translation>Loven holder gennemsnittet af årene (stiplet) op mod sin grænse.</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix.py" line="77"/>
        <source>Copy the marked rows</source>
        <translation>Kopiér de markerede rækker</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix.py" line="83"/>
        <source>Copy to spreadsheet</source>
        <translation>Kopiér til regneark</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix.py" line="83"/>
        <source>By name</source>
        <translation>Efter navn</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix.py" line="84"/>
        <source>All areas and indicators. Ctrl+C copies the marked rows.</source>
        <translation>Alle områder og indikatorer. Ctrl+C kopierer de markerede rækker.</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix.py" line="85"/>
        <source>Put the areas back in the order of the area set.</source>
        <translation>Stil områderne tilbage i områdesættets rækkefølge.</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix.py" line="123"/>
        <source>{areas} areas, {indicators} indicators, {period}</source>
        <translation>{areas} [areas: område|områder], {indicators} [indicators: indikator|indikatorer], {period}</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix.py" line="131"/>
        <source>Each indicator has its own colours, from its lowest figure to its highest: dark is high, and says nothing of good or bad.</source>
        <translation>Hver indikator har sine egne farver, fra dens laveste tal til dens højeste: mørk er højt og siger intet om godt eller dårligt.</translation>
    </message>
    <message>
        <location filename="../../ui/change/matrix.py" line="188"/>
        <source>{count} areas and {indicators} indicators of {period} are on the clipboard. Internal – must not leave the municipality.</source>
        <translation>{count} [count: område|områder] og {indicators} [indicators: indikator|indikatorer] for {period} ligger i udklipsholderen. Internt – må ikke forlade kommunen.</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="68"/>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="68"/>
        <source>In 12 months</source>
        <translation>På 12 måneder</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="137"/>
        <source>Since {period}; 95 % interval {ends}.</source>
        <translation>Siden {period}; 95 %-interval {ends}.</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="146"/>
        <source>No figures of {period} can be compared with the year before.</source>
        <translation>Ingen tal for {period} kan sammenlignes med året før.</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="155"/>
        <source>{moved} of {count} areas have moved more than chance since the year before.</source>
        <translation>{moved} af {count} [count: område|områder] har flyttet sig mere end tilfældigheder siden året før.</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="155"/>
        <source>{count} areas can be compared with the year before.</source>
        <translation>{count} [count: område|områder] kan sammenlignes med året før.</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="166"/>
        <source>Both months count as independent. Most residents are the same in both, so a real change may lie within chance; one that is told is more than it. Where nothing has changed, up to one area in 20 is told all the same.</source>
        <translation>De to måneder regnes som uafhængige. De fleste beboere er de samme i begge, så en reel ændring kan ligge inden for tilfældigheder; den, der meldes, er mere. Hvor intet har ændret sig, meldes op til hvert 20. område alligevel.</translation>
    </message>
    <message>
        <location filename="../../ui/change/changes.py" line="166"/>
        <source>Counts and means have no interval: what chance does to them is not known.</source>
        <translation>Antal og gennemsnit har intet interval: hvad tilfældigheder gør ved dem, vides ikke.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="67"/>
        <source>The newest addition brought no newer period of a series that was there before.</source>
        <translation>Den nyeste tilføjelse har ingen nyere periode af en serie, der var der i forvejen.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="69"/>
        <source>No figure moved more than chance, of {count} indicators with a newer period.</source>
        <translation>Ingen tal har flyttet sig mere end tilfældet, i {count} [count: indikator|indikatorer] med en nyere periode.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="101"/>
        <source>{period} is provisional for {names}: such figures have been revised in the same direction each time.</source>
        <translation>{period} er foreløbig for {names}: sådanne tal er hver gang rettet i samme retning.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="117"/>
        <source>{names}: another definition from {period}. Figures before and after are not compared.</source>
        <translation>{names}: en anden definition fra {period}. Tal før og efter sammenlignes ikke.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="158"/>
        <source>Never delivered.</source>
        <translation>Aldrig leveret.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="159"/>
        <source>Never delivered. The law uses it; the figure of {period} usually comes in {month}.</source>
        <translation>Aldrig leveret. Loven bruger det; tallet for {period} kommer som regel i {month}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="176"/>
        <source>Stopped: last figure {period}, delivered {day}.</source>
        <translation>Stoppet: sidste tal {period}, leveret {day}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="178"/>
        <source>Last {period}, delivered {day}.</source>
        <translation>Senest {period}, leveret {day}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="180"/>
        <source>Missing: {periods}.</source>
        <translation>Mangler: {periods}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="187"/>
        <source>Comes at no fixed time.</source>
        <translation>Kommer ikke på faste tidspunkter.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="190"/>
        <source>Next: {period}, expected {day}.</source>
        <translation>Næste: {period}, ventes {day}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="193"/>
        <source>{period} was expected {day}: 1 day late.</source>
        <translation>{period} var ventet {day}: 1 dag forsinket.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="194"/>
        <source>{period} was expected {day}: {count} days late.</source>
        <translation>{period} var ventet {day}: {count} [count: dag|dage] forsinket.</translation>
    </message>
    <message>
        <location filename="../../core/period_lists.py" line="22"/>
        <source>{count} months: {first} – {last}</source>
        <translation>{count} [count: måned|måneder]: {first} – {last}</translation>
    </message>
    <message>
        <location filename="../../core/period_lists.py" line="33"/>
        <source>{count} years: {first} – {last}</source>
        <translation>{count} år: {first} – {last}</translation>
    </message>
    <message>
        <location filename="../../core/period_lists.py" line="42"/>
        <source>the year {year}</source>
        <translation>året {year}</translation>
    </message>
    <message>
        <location filename="../../core/period_lists.py" line="44"/>
        <source>the years {years}</source>
        <translation>årene {years}</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="27"/>
        <source>Is added to the monitor file, which has {periods}.</source>
        <translation>Lægges til opgørelsesfilen, som har {periods}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="30"/>
        <source>Becomes the first figures of the monitor file.</source>
        <translation>Bliver opgørelsesfilens første tal.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="35"/>
        <source>{periods} is new.</source>
        <translation>{periods} er ny.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="35"/>
        <source>{periods} are new.</source>
        <translation>{periods} er nye.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="42"/>
        <source>{periods} comes again: the edition before stays in the file.</source>
        <translation>{periods} kommer igen: den forrige udgave bliver i filen.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="42"/>
        <source>{periods} come again: the editions before stay in the file.</source>
        <translation>{periods} kommer igen: de forrige udgaver bliver i filen.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="53"/>
        <source>{period}: {figures} figures of {indicators} indicators were revised.</source>
        <translation>{period}: {figures} tal i {indicators} [indicators: indikator|indikatorer] er rettet.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="60"/>
        <source>Residents {before} → {after}.</source>
        <translation>Borgere {before} → {after}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="113"/>
        <source>Added {day} at {hour}:{minute}: {periods}.</source>
        <translation>Lagt til {day} kl. {hour}.{minute}: {periods}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="128"/>
        <source>From {source}.</source>
        <translation>Fra {source}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="135"/>
        <source>It is the only addition: no figures are left when it is taken back.</source>
        <translation>Det er den eneste tilføjelse: der er ingen tal tilbage, når den er taget tilbage.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="138"/>
        <source>What it replaced comes back; the other additions stay. That it was taken back is recorded.</source>
        <translation>Det, den erstattede, kommer tilbage; de andre tilføjelser bliver. Det noteres, at den er taget tilbage.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="164"/>
        <source>{register}: {periods}, {rows} rows ({name})</source>
        <translation>{register}: {periods}, {rows} [rows: række|rækker] ({name})</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="176"/>
        <source>No month is older than that: nothing is deleted.</source>
        <translation>Ingen måned er ældre end det: intet slettes.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="177"/>
        <source>Deletes {period}.</source>
        <translation>Sletter {period}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="177"/>
        <source>Deletes {count} months: {first} – {last}.</source>
        <translation>Sletter {count} [count: måned|måneder]: {first} – {last}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="187"/>
        <source>January of each year stays, for the law uses it; yearly figures stay.</source>
        <translation>Januar i hvert år bliver, for dem bruger loven; årstal bliver også.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="187"/>
        <source>Months judged on a mean with one of them stay as judged until the rules change.</source>
        <translation>Måneder, der er vurderet på et gennemsnit med en af dem, bliver stående, til reglerne ændres.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="187"/>
        <source>What was delivered and released stays on record.</source>
        <translation>Hvad der er leveret og udgivet, står der stadig.</translation>
    </message>
    <message>
        <location filename="../../core/store/runs/runs.py" line="207"/>
        <source>The newest addition is another than the one shown.</source>
        <translation>Den nyeste tilføjelse er en anden end den, der vises.</translation>
    </message>
    <message>
        <location filename="../../core/store/runs/runs.py" line="207"/>
        <source>Look at what will be taken back once more.</source>
        <translation>Se igen, hvad der tages tilbage.</translation>
    </message>
    <message>
        <location filename="../../core/store/runs/retention.py" line="116"/>
        <source>The months that are too old are others than those shown.</source>
        <translation>De måneder, der er for gamle, er andre end dem, der vises.</translation>
    </message>
    <message>
        <location filename="../../core/store/runs/retention.py" line="116"/>
        <source>Look at what will be deleted once more, and delete again.</source>
        <translation>Se igen, hvad der slettes, og slet på ny.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="125"/>
        <source>Nothing can be judged yet: no residents of these areas are known.</source>
        <translation>Intet kan vurderes endnu: ingen borgere i områderne er kendt.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="129"/>
        <source>{count} more periods were revised.</source>
        <translation>{count} [count: periode|perioder] mere er rettet.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/newest_addition.py" line="102"/>
        <source>Taking the newest addition back</source>
        <translation>Tager den nyeste tilføjelse tilbage</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="156"/>
        <source>Deleting months</source>
        <translation>Sletter måneder</translation>
    </message>
    <message>
        <location filename="../../core/change/since.py" line="138"/>
        <source>Can be decided now: {label}</source>
        <translation>Kan afgøres nu: {label}</translation>
    </message>
    <message>
        <location filename="../../core/change/since.py" line="142"/>
        <source>Can no longer be decided.</source>
        <translation>Kan ikke længere afgøres.</translation>
    </message>
    <message>
        <location filename="../../ui/data/summary.py" line="71"/>
        <source>No register chosen yet.</source>
        <translation>Intet register valgt endnu.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="98"/>
        <source>Storage in the monitor file</source>
        <translation>Opbevaring i opgørelsesfilen</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="125"/>
        <source>Waiting for a register or finished figures (page Data).</source>
        <translation>Venter på et register eller færdige tal (siden Data).</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="47"/>
        <source>How many earlier editions of a period keep their figures when it comes again. Counts from the next delivery; totals stay.</source>
        <translation>Hvor mange tidligere udgaver af en periode der beholder deres tal, når den kommer igen. Gælder fra næste levering; summerne bliver.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="56"/>
        <source>At least 2: the law takes means of two years. Nothing is deleted by itself.</source>
        <translation>Mindst 2: loven tager gennemsnit af to år. Intet slettes af sig selv.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="64"/>
        <source>Delete older months…</source>
        <translation>Slet ældre måneder…</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="65"/>
        <source>Delete</source>
        <translation>Slet</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="66"/>
        <source>Keep earlier editions</source>
        <translation>Behold tidligere udgaver</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="67"/>
        <source>Keep months for</source>
        <translation>Behold måneder i</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="95"/>
        <source>{day}: {months} months deleted, all older than {years} years.</source>
        <translation>{day}: {months} [months: måned|måneder] slettet, alle ældre end {years} år.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="125"/>
        <source>Delete {periods}? It cannot be undone.</source>
        <translation>Slet {periods}? Det kan ikke fortrydes.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/storage_box.py" line="168"/>
        <source>Deleted: {periods}.</source>
        <translation>Slettet: {periods}.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/newest_addition.py" line="44"/>
        <source>Newest addition</source>
        <translation>Nyeste tilføjelse</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/newest_addition.py" line="51"/>
        <source>See what is new</source>
        <translation>Se, hvad der er nyt</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/newest_addition.py" line="54"/>
        <source>Take back…</source>
        <translation>Tag tilbage…</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/newest_addition.py" line="61"/>
        <source>Take back</source>
        <translation>Tag tilbage</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/newest_addition.py" line="115"/>
        <source>Taken back: {periods}. The monitor file has {left}.</source>
        <translation>Taget tilbage: {periods}. Opgørelsesfilen har {left}.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/newest_addition.py" line="115"/>
        <source>no figures now</source>
        <translation>nu ingen tal</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/confirm.py" line="29"/>
        <source>Leave as it is</source>
        <translation>Lad stå</translation>
    </message>
    <message>
        <location filename="../../ui/since/calendar.py" line="35"/>
        <source>No source is known yet.</source>
        <translation>Ingen kilde kendes endnu.</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="83"/>
        <source>Since last</source>
        <translation>Siden sidst</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="53"/>
        <source>What came</source>
        <translation>Hvad der kom</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="53"/>
        <source>Levels and thresholds</source>
        <translation>Niveauer og grænser</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="53"/>
        <source>Figures that moved</source>
        <translation>Tal, der har flyttet sig</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="53"/>
        <source>Revised and provisional</source>
        <translation>Rettet og foreløbigt</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="53"/>
        <source>Missing and late</source>
        <translation>Mangler og forsinket</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="53"/>
        <source>Definitions that changed</source>
        <translation>Ændrede definitioner</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="87"/>
        <source>Since last: what the newest addition brought, and what is missing</source>
        <translation>Siden sidst: hvad den nyeste tilføjelse bragte, og hvad der mangler</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="91"/>
        <source>Nothing has been added yet.</source>
        <translation>Intet er lagt til endnu.</translation>
    </message>
    <message>
        <location filename="../../ui/since/page.py" line="142"/>
        <source>Reading what is new</source>
        <translation>Læser, hvad der er nyt</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="35"/>
        <source>Levels are compared when two periods have been judged.</source>
        <translation>Niveauer sammenlignes, når to perioder er vurderet.</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="137"/>
        <source>Provisional: {named}. Such figures are usually revised later.</source>
        <translation>Foreløbigt: {named}. Sådanne tal bliver som regel rettet senere.</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="151"/>
        <source>1 full-time person above the threshold</source>
        <translation>1 fuldtidsperson over grænsen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="151"/>
        <source>1 full-time person below the threshold</source>
        <translation>1 fuldtidsperson under grænsen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="163"/>
        <source>1 person above the threshold</source>
        <translation>1 person over grænsen</translation>
    </message>
    <message>
        <location filename="../../core/assessment/margins.py" line="163"/>
        <source>1 person below the threshold</source>
        <translation>1 person under grænsen</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="54"/>
        <source>{name}: {was} → {value} since {period} (change {ends}).</source>
        <translation>{name}: {was} → {value} siden {period} (ændring {ends}).</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="73"/>
        <source>{moved} figures moved more than chance, of {count} indicators with a newer period; the change is a 95 % interval. Where nothing has changed, up to one in 20 is told all the same.</source>
        <translation>{moved} tal har flyttet sig mere end tilfældigheder, i {count} [count: indikator|indikatorer] med en nyere periode; ændringen er et 95 %-interval. Hvor intet er ændret, nævnes op til hvert 20. tal alligevel.</translation>
    </message>
    <message>
        <location filename="../../core/store/figures/parts.py" line="231"/>
        <source>The figures of {periods} that the addition replaced are not kept any more.</source>
        <translation>Tallene for {periods}, som tilføjelsen erstattede, gemmes ikke længere.</translation>
    </message>
    <message>
        <location filename="../../core/store/figures/parts.py" line="231"/>
        <source>Add the right figures instead. Nothing was changed.</source>
        <translation>Tilføj i stedet de rigtige tal. Intet er ændret.</translation>
    </message>
    <message>
        <location filename="../../core/measures/figure_notes.py" line="64"/>
        <source>{figure}: {approximated}, up to {period}; the yearly figure is missing or too old.</source>
        <translation>{figure}: {approximated}, til og med {period}; årets tal mangler eller er for gammelt.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/values.py" line="36"/>
        <source>{role}: {count} values of the column {column} are not known, in {rows} rows: {values}.</source>
        <translation>{role}: {count} [count: værdi|værdier] i kolonnen {column} kendes ikke, i {rows} [rows: række|rækker]: {values}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/values.py" line="46"/>
        <source>{role}: {rows} cells of the column {column} are no codes, and are not shown, for they may say who a person is.</source>
        <translation>{role}: {rows} [rows: celle|celler] i kolonnen {column} er ikke koder og vises ikke, for de kan sige, hvem en person er.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/values.py" line="53"/>
        <source>Say what they mean (Translate values), or map another column.</source>
        <translation>Sig, hvad de betyder (Oversæt værdier), eller vælg en anden kolonne.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/values.py" line="69"/>
        <source>perhaps {code}</source>
        <translation>måske {code}</translation>
    </message>
    <message>
        <location filename="../../ui/data/column_answers.py" line="47"/>
        <source>Columns that nobody uses: {columns}.</source>
        <translation>Kolonner, ingen bruger: {columns}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/values.py" line="79"/>
        <source>Map those that are needed to a role.</source>
        <translation>Giv dem, der skal bruges, en rolle.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/values.py" line="96"/>
        <source>{role} has no column, and {file} has one that fits: {column}.</source>
        <translation>{role} har ingen kolonne, og {file} har én, der passer: {column}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/values.py" line="96"/>
        <source>Map the column to the role, or leave it.</source>
        <translation>Giv kolonnen rollen, eller lad den være.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/changing.py" line="204"/>
        <source>Figures over several months cannot be cast onto other boundaries.</source>
        <translation>Tal over flere måneder kan ikke lægges om på andre grænser.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/changing.py" line="204"/>
        <source>Leave one of the two out.</source>
        <translation>Udelad den ene af de to.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/other_source.py" line="79"/>
        <source>the registers</source>
        <translation>registrene</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/other_source.py" line="87"/>
        <source>{indicator}: {count} figures of {areas} areas are others in {brought} that came now than the monitor file has from another source, by at most {difference} ({area}, {period}). By the chosen order of sources {used} are in force.</source>
        <translation>{indicator}: {count} tal for {areas} [areas: område|områder] er andre i {brought}, der kom nu, end opgørelsesfilen har fra en anden kilde, højst {difference} fra hinanden ({area}, {period}). Efter den valgte rækkefølge af kilder er det {used}, der gælder.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/other_source.py" line="106"/>
        <source>the monitor file has other figures of {indicator} from another source, at most {difference} away</source>
        <translation>opgørelsesfilen har andre tal for {indicator} fra en anden kilde, højst {difference} fra disse</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/casting_series.py" line="47"/>
        <source>{name} had no boundaries on {day}.</source>
        <translation>{name} havde ingen grænser den {day}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/casting_series.py" line="47"/>
        <source>Choose a day from {day} on.</source>
        <translation>Vælg en dag fra og med {day}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="53"/>
        <source>Level by the law</source>
        <translation>Niveau efter loven</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="84"/>
        <source>the law&apos;s own dates</source>
        <translation>lovens egne datoer</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="96"/>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="97"/>
        <source>How many of the law&apos;s criteria are met</source>
        <translation>Hvor mange af lovens kriterier der er opfyldt</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="103"/>
        <source>The figure that the law looks at</source>
        <translation>Det tal, loven ser på</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="104"/>
        <source>{figure}: threshold</source>
        <translation>{figure}: grænse</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="108"/>
        <source>{figure}: margin</source>
        <translation>{figure}: margin</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="108"/>
        <source>Percentage points to the threshold; negative where the criterion is met</source>
        <translation>Procentpoint til grænsen; negativ, hvor kriteriet er opfyldt</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="141"/>
        <source>No figures of {period}.</source>
        <translation>Ingen tal for {period}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/names.py" line="34"/>
        <source>{name} ({unit})</source>
        <translation>{name} ({unit})</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="56"/>
        <source>Denominator</source>
        <translation>Nævner</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="104"/>
        <source>95 % interval {ends}</source>
        <translation>95 %-interval {ends}</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="120"/>
        <source>{name}, change since {period}</source>
        <translation>{name}, ændring siden {period}</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="120"/>
        <source>Change ({unit})</source>
        <translation>Ændring ({unit})</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="120"/>
        <source>What is told as more than chance lies outside a 95 % interval around zero</source>
        <translation>Hvad der siges at være mere end tilfældigheder, ligger uden for et 95 %-interval omkring nul</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="120"/>
        <source>Level and criteria</source>
        <translation>Niveau og kriterier</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="224"/>
        <source>{criterion}: now met</source>
        <translation>{criterion}: nu opfyldt</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="224"/>
        <source>{criterion}: no longer met</source>
        <translation>{criterion}: ikke længere opfyldt</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/figures.py" line="241"/>
        <source>({numerator} of {denominator})</source>
        <translation>({numerator} af {denominator})</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/index.py" line="43"/>
        <source>{index} (trial)</source>
        <translation>{index} (prøve)</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/index.py" line="43"/>
        <source>An index signals, it does not judge.</source>
        <translation>Et indeks giver et signal, ikke en dom.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/index.py" line="43"/>
        <source>The index&apos; value on its own scale</source>
        <translation>Indeksets værdi på dets egen skala</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/boundary_news.py" line="35"/>
        <source>redrawn</source>
        <translation>tegnet om</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/boundary_news.py" line="36"/>
        <source>renamed</source>
        <translation>omdøbt</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/boundary_news.py" line="37"/>
        <source>new</source>
        <translation>nye</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/boundary_news.py" line="38"/>
        <source>gone</source>
        <translation>udgået</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/boundary_news.py" line="47"/>
        <source>The boundaries of {name} are others than in the monitor file: {changes}. What was counted before stays in the boundaries of its time.</source>
        <translation>Grænserne for {name} er andre end i opgørelsesfilen: {changes}. Det, der er opgjort før, bliver stående i datidens grænser.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/boundary_news.py" line="62"/>
        <source>outline</source>
        <translation>omrids</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/boundary_news.py" line="64"/>
        <source>{count} areas of {name} have another id than in the monitor file ({changes}). They are the same by {keys}, and their series go on under the new id.</source>
        <translation>{count} [count: område|områder] i {name} har et andet id end i opgørelsesfilen ({changes}). De er de samme efter {keys}, og deres tidsserier fortsætter under det nye id.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="71"/>
        <source>Set against the residents or dwellings that the monitor file has: {names} ({periods}).</source>
        <translation>Sat i forhold til de beboere eller boliger, opgørelsesfilen har: {names} ({periods}).</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="80"/>
        <source>They wait for the register of residents or dwellings, and have no rate until it is added: {names} ({periods}).</source>
        <translation>Venter på registret over beboere eller boliger og har ingen rate, før det er tilføjet: {names} ({periods}).</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="89"/>
        <source>What came and what the monitor file has were counted in other boundaries or other area sets, and are not set against each other: {names} ({periods}). Add both registers of the period together.</source>
        <translation>Det nye og det, opgørelsesfilen har, er talt i forskellige afgrænsninger eller områdesæt og sættes ikke i forhold til hinanden: {names} ({periods}). Tilføj begge periodens registre samlet.</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="63"/>
        <source>Values and what they mean</source>
        <translation>Værdier, og hvad de betyder</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/inputs.py" line="85"/>
        <source>Translated values (JSON: role → value → code; an empty code is unknown)</source>
        <translation>Oversatte værdier (JSON: rolle → værdi → kode; en tom kode er uoplyst)</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/parameters.py" line="141"/>
        <source>{name}: {text} is not a date.</source>
        <translation>{name}: {text} er ikke en dato.</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/parameters.py" line="141"/>
        <source>Write today, or a date as 2026-01-31.</source>
        <translation>Skriv today eller en dato som 2026-01-31.</translation>
    </message>
    <message>
        <location filename="../../core/processing/change/series.py" line="61"/>
        <source>Boundaries (empty: as counted; today, or a date YYYY-MM-DD: cast onto those)</source>
        <translation>Grænser (tom: som optalt; today eller en dato ÅÅÅÅ-MM-DD: lagt om på dem)</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="114"/>
        <source>Counted in other boundaries and cast onto these: {named}.</source>
        <translation>Optalt i andre grænser og lagt om på disse: {named}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/values/rules.py" line="38"/>
        <source>The values are not valid JSON (character {position}).</source>
        <translation>Værdierne er ikke gyldig JSON (tegn {position}).</translation>
    </message>
    <message>
        <location filename="../../core/registers/values/rules.py" line="47"/>
        <source>Write them like {example}.</source>
        <translation>Skriv dem som {example}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/values/rules.py" line="47"/>
        <source>The values must be a JSON object from role to value to code.</source>
        <translation>Værdierne skal være et JSON-objekt fra rolle til værdi til kode.</translation>
    </message>
    <message>
        <location filename="../../core/registers/values/rules.py" line="62"/>
        <source>Values of the role {role} cannot be translated.</source>
        <translation>Værdier i rollen {role} kan ikke oversættes.</translation>
    </message>
    <message>
        <location filename="../../core/registers/values/rules.py" line="69"/>
        <source>{role} has no code {code}.</source>
        <translation>{role} har ingen kode {code}.</translation>
    </message>
    <message>
        <location filename="../../core/registers/values/rules.py" line="69"/>
        <source>Use {choices}; an empty text is unknown.</source>
        <translation>Brug {choices}; en tom tekst er uoplyst.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="26"/>
        <source>Use {choices}, say what the value means, or leave unknown cells empty.</source>
        <translation>Brug {choices}, sig, hvad værdien betyder, eller lad ukendte celler stå tomme.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/canonical.py" line="38"/>
        <source>Use two digits ({choices}), say what the value means, or leave unknown cells empty.</source>
        <translation>Brug to cifre ({choices}), sig, hvad værdien betyder, eller lad ukendte celler stå tomme.</translation>
    </message>
    <message>
        <location filename="../../core/registers/columns/number_columns.py" line="104"/>
        <source>Write 1 for yes, 0 for no, nothing for unknown, or say what the value means.</source>
        <translation>Skriv 1 for ja, 0 for nej, intet for uoplyst, eller sig, hvad værdien betyder.</translation>
    </message>
    <message>
        <location filename="../../core/store/areas.py" line="322"/>
        <source>The areas of {name} cannot be kept: a monitor file can have {most} areas, with those of earlier boundaries.</source>
        <translation>Områderne i {name} kan ikke gemmes: en opgørelsesfil kan rumme {most} [most: område|områder], tidligere grænser medregnet.</translation>
    </message>
    <message>
        <location filename="../../core/store/areas.py" line="322"/>
        <source>Make a new monitor file, with fewer areas. Nothing was changed.</source>
        <translation>Lav en ny opgørelsesfil med færre områder. Intet er ændret.</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/figure_layer.py" line="55"/>
        <source>{name}, {subject}, {period}</source>
        <translation>{name}, {subject}, {period}</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/figure_layer.py" line="122"/>
        <source>all areas</source>
        <translation>alle områder</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/figure_layer.py" line="124"/>
        <source>up to {high}</source>
        <translation>til og med {high}</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/figure_layer.py" line="126"/>
        <source>over {low}</source>
        <translation>over {low}</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/figure_layer.py" line="127"/>
        <source>over {low} to {high}</source>
        <translation>over {low} til {high}</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="80"/>
        <source>Before it was revised</source>
        <translation>Før rettelse</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="82"/>
        <source>Cast onto other boundaries</source>
        <translation>Lagt om fra andre grænser</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="82"/>
        <source>Cast by share of area alone</source>
        <translation>Lagt om efter arealandel alene</translation>
    </message>
    <message>
        <location filename="../../core/gis/charts/trend.py" line="120"/>
        <source>{area}, provisional</source>
        <translation>{area}, foreløbig</translation>
    </message>
    <message>
        <location filename="../../ui/data/offers_list.py" line="49"/>
        <source>The file&apos;s column {column} fits {role}.</source>
        <translation>Filens kolonne {column} passer til {role}.</translation>
    </message>
    <message>
        <location filename="../../ui/data/offers_list.py" line="54"/>
        <source>Use it</source>
        <translation>Brug den</translation>
    </message>
    <message>
        <location filename="../../ui/data/offers_list.py" line="54"/>
        <source>No, leave it</source>
        <translation>Nej, lad være</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="44"/>
        <source>Translate values</source>
        <translation>Oversæt værdier</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="54"/>
        <source>Column and role</source>
        <translation>Kolonne og rolle</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="62"/>
        <source>Value (rows)</source>
        <translation>Værdi (rækker)</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="62"/>
        <source>Means</source>
        <translation>Betyder</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="71"/>
        <source>Use the guesses</source>
        <translation>Brug gættene</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="73"/>
        <source>The rest is unknown</source>
        <translation>Resten er uoplyst</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="74"/>
        <source>The values that have no meaning yet count as unknown, also in later files.</source>
        <translation>De værdier, der endnu ikke har en betydning, tæller som uoplyst, også i senere filer.</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="154"/>
        <source>choose…</source>
        <translation>vælg…</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="155"/>
        <source>unknown</source>
        <translation>uoplyst</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="166"/>
        <source>What {value} means</source>
        <translation>Hvad {value} betyder</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="181"/>
        <source>{count} values are not known, in {rows} rows. A guess has a question mark, and is not used until you say so.</source>
        <translation>{count} [count: værdi|værdier] kendes ikke, i {rows} [rows: række|rækker]. Et gæt har et spørgsmålstegn og bruges ikke, før du siger ja.</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="188"/>
        <source>Every value has a meaning.</source>
        <translation>Alle værdier har en betydning.</translation>
    </message>
    <message>
        <location filename="../../ui/data/values_box.py" line="190"/>
        <source>{rows} cells are no codes, and are not shown: they may say who a person is. Map another column.</source>
        <translation>{rows} [rows: celle|celler] er ikke koder og vises ikke: de kan sige, hvem en person er. Vælg en anden kolonne.</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="30"/>
        <source>The areas that map and pages show</source>
        <translation>De områder, kort og sider viser</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="30"/>
        <source>The period that map and pages show</source>
        <translation>Den periode, kort og sider viser</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="30"/>
        <source>The map shows</source>
        <translation>Kortet viser</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="30"/>
        <source>What the map is coloured by</source>
        <translation>Hvad kortet er farvet efter</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="30"/>
        <source>The indicator that the map shows</source>
        <translation>Den indikator, kortet viser</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="30"/>
        <source>Compare with…</source>
        <translation>Sammenlign med…</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="30"/>
        <source>The period that the change is since</source>
        <translation>Den periode, ændringen er siden</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="71"/>
        <source>the law</source>
        <translation>loven</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="73"/>
        <source>an index</source>
        <translation>indeks</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="74"/>
        <source>an indicator</source>
        <translation>indikator</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="76"/>
        <source>change</source>
        <translation>ændring</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="77"/>
        <source>Map: {theme}</source>
        <translation>Kort: {theme}</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/shown_bar.py" line="88"/>
        <source>since {period}</source>
        <translation>siden {period}</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="84"/>
        <source>There is nothing of this to show in {period}.</source>
        <translation>Der er intet af dette at vise for {period}.</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="90"/>
        <source>{subject}, {areas}, {period}</source>
        <translation>{subject}, {areas}, {period}</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="147"/>
        <source>The map shows nothing that could be saved.</source>
        <translation>Kortet viser intet, der kan gemmes.</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="147"/>
        <source>Choose a period and a theme that there are figures of.</source>
        <translation>Vælg en periode og et tema, der er tal for.</translation>
    </message>
    <message>
        <location filename="../../ui/map/page.py" line="158"/>
        <source>{subject}, {name}</source>
        <translation>{subject}, {name}</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_table.py" line="131"/>
        <source>Filter the areas</source>
        <translation>Filtrér områderne</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_table.py" line="149"/>
        <source>Copy</source>
        <translation>Kopiér</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_table.py" line="135"/>
        <source>Copy the table with its headings, to paste it into a spreadsheet</source>
        <translation>Kopiér tabellen med overskrifter til et regneark</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_table.py" line="146"/>
        <source>The areas</source>
        <translation>Områderne</translation>
    </message>
    <message>
        <location filename="../../ui/index/members.py" line="187"/>
        <source>Write a weight, or click and turn the wheel.</source>
        <translation>Skriv en vægt, eller klik og drej hjulet.</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="59"/>
        <source>Coloured by</source>
        <translation>Farvet efter</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="73"/>
        <source>Indicators, weights and method</source>
        <translation>Indikatorer, vægte og metode</translation>
    </message>
    <message>
        <location filename="../../ui/index/panel.py" line="206"/>
        <source>Reset to what was kept</source>
        <translation>Nulstil til det gemte</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="89"/>
        <source>{period} has not figures of all the indicators; the newest that has is {newest}.</source>
        <translation>{period} har ikke tal for alle indikatorerne; den nyeste, der har, er {newest}.</translation>
    </message>
    <message>
        <location filename="../../ui/index/card.py" line="94"/>
        <source>Show {period}</source>
        <translation>Vis {period}</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/undo_row.py" line="80"/>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/undo_row.py" line="100"/>
        <source>Reset to recommended</source>
        <translation>Nulstil til anbefalet</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/undo_row.py" line="143"/>
        <source>Take the last change back.</source>
        <translation>Tag den seneste ændring tilbage.</translation>
    </message>
    <message>
        <location filename="../../ui/change/trend.py" line="64"/>
        <source>Cast</source>
        <translation>Lagt om</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="66"/>
        <source>{figure} (provisional)</source>
        <translation>{figure} (foreløbig)</translation>
    </message>
    <message>
        <location filename="../../ui/change/boundaries.py" line="23"/>
        <source>Boundaries</source>
        <translation>Grænser</translation>
    </message>
    <message>
        <location filename="../../ui/change/boundaries.py" line="24"/>
        <source>Figures that were counted in other boundaries are cast onto these, and marked.</source>
        <translation>Tal, der er optalt i andre grænser, lægges om på disse og mærkes.</translation>
    </message>
    <message>
        <location filename="../../ui/change/boundaries.py" line="42"/>
        <source>As counted</source>
        <translation>Som optalt</translation>
    </message>
    <message>
        <location filename="../../ui/change/boundaries.py" line="42"/>
        <source>Today&apos;s</source>
        <translation>Dagens</translation>
    </message>
    <message>
        <location filename="../../ui/change/boundaries.py" line="44"/>
        <source>From {day}</source>
        <translation>Fra {day}</translation>
    </message>
    <message>
        <location filename="../../ui/change/boundaries.py" line="44"/>
        <source>The first</source>
        <translation>De første</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="75"/>
        <source>{value} (counted {day})</source>
        <translation>{value} (optalt {day})</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="82"/>
        <source>Before it was revised: {figures}.</source>
        <translation>Før rettelse: {figures}.</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="92"/>
        <source>Cast onto these boundaries, {way}.</source>
        <translation>Lagt om på disse grænser, {way}.</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="99"/>
        <source>added up anew from building blocks</source>
        <translation>lagt sammen på ny af byggesten</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="100"/>
        <source>by where residents lived</source>
        <translation>efter hvor beboerne boede</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="101"/>
        <source>by share of area alone, as if people lived evenly</source>
        <translation>efter arealandel alene, som om folk boede jævnt</translation>
    </message>
    <message>
        <location filename="../../ui/change/wording.py" line="111"/>
        <source>{count} {way}</source>
        <translation>{count} {way}</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_table.py" line="219"/>
        <source>{count} areas are copied. Paste them into a spreadsheet. Internal – must not leave the municipality.</source>
        <translation>{count} [count: område|områder] er kopieret. Sæt dem ind i et regneark. Internt – må ikke forlade kommunen.</translation>
    </message>
    <message>
        <location filename="../../plugin.py" line="61"/>
        <source>Go to the panel GeoFA Sociodemografi</source>
        <translation>Gå til panelet GeoFA Sociodemografi</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="78"/>
        <source>above {limit}</source>
        <translation>over {limit}</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="79"/>
        <source>at least {limit}</source>
        <translation>mindst {limit}</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="80"/>
        <source>below {limit}</source>
        <translation>under {limit}</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="81"/>
        <source>at most {limit}</source>
        <translation>højst {limit}</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="89"/>
        <source>{times} times the nation&apos;s</source>
        <translation>{times} [times: gang|gange] landets</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="90"/>
        <source>{times} times {share}, which is missing</source>
        <translation>{times} [times: gang|gange] {share}, som mangler</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="103"/>
        <source>below the {floor} that the law asks for</source>
        <translation>under de {floor}, loven kræver</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="118"/>
        <source>mean of {count} years</source>
        <translation>gennemsnit af {count} år</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="126"/>
        <source>mean of {first} and {last}</source>
        <translation>gennemsnit af {first} og {last}</translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria_words.py" line="127"/>
        <source>mean of {first} to {last}</source>
        <translation>gennemsnit af {first} til {last}</translation>
    </message>
    <message>
        <location filename="../../core/assessment/judgement_notes.py" line="101"/>
        <source>{figure} ({period})</source>
        <translation>{figure} ({period})</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/check.py" line="77"/>
        <source>{text} So it is {count} times, in {periods}.</source>
        <translation>{text} Sådan er det {count} [count: gang|gange]: {periods}.</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/check.py" line="77"/>
        <source>{text} So it is {count} times.</source>
        <translation>{text} Sådan er det {count} [count: gang|gange].</translation>
    </message>
    <message>
        <location filename="../../core/measures/self_check/jumps.py" line="129"/>
        <source>{period} has {after} rows, {earlier} had {before}: {share} %.</source>
        <translation>{period} har {after} [after: række|rækker], {earlier} havde {before}: {share} %.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/half_files.py" line="150"/>
        <source>Check that the file is whole before it is added.</source>
        <translation>Se efter, om filen er hel, før den lægges til.</translation>
    </message>
    <message>
        <location filename="../../core/measures/reference_values.py" line="166"/>
        <source>nation</source>
        <translation>landet</translation>
    </message>
    <message>
        <location filename="../../core/measures/reference_values.py" line="167"/>
        <source>region</source>
        <translation>regionen</translation>
    </message>
    <message>
        <location filename="../../core/measures/reference_values.py" line="168"/>
        <source>municipality</source>
        <translation>kommunen</translation>
    </message>
    <message>
        <location filename="../../ui/host/options.py" line="72"/>
        <source>(none)</source>
        <translation>(ingen)</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/half_files.py" line="106"/>
        <source>residents {before} → {after} ({share} %) since {earlier}, which is unusual for the file</source>
        <translation>beboere {before} → {after} ({share} %) siden {earlier}, hvilket er usædvanligt for filen</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/half_files.py" line="121"/>
        <source>{period}: {what}. Check that the file is whole; it is added as it is.</source>
        <translation>{period}: {what}. Se efter, om filen er hel; den lægges til, som den er.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/half_files.py" line="135"/>
        <source>one area that had residents in {period} has none ({names})</source>
        <translation>et område, der havde beboere i {period}, har ingen ({names})</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/half_files.py" line="138"/>
        <source>{count} areas that had residents in {period} have none ({names})</source>
        <translation>{count} [count: område|områder], der havde beboere i {period}, har ingen ({names})</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/own_area_set.py" line="56"/>
        <source>The areas of {name} are none of those in the monitor file ({sets}): no id, key or outline is the same. They become an area set of their own, {id}. If they are new areas of a set that is there, take this addition back and give its id as AREA_SET.</source>
        <translation>Områderne i {name} er ingen af dem i opgørelsesfilen ({sets}): intet id, ingen nøgle og intet omrids er ens. De bliver et områdesæt for sig, {id}. Er de nye områder i et sæt, der er der, så tag tilføjelsen tilbage, og angiv sættets id som AREA_SET.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="24"/>
        <source>{period}, before and after the addition: {text}</source>
        <translation>{period}, før og efter tilføjelsen: {text}</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="36"/>
        <source>No area changed level or came near a threshold from {before} to {now}, nor by what the newest addition changed in months that were there.</source>
        <translation>Intet område har skiftet niveau eller er kommet tæt på en grænse fra {before} til {now}, heller ikke ved det, den nyeste tilføjelse ændrede i måneder, der var der i forvejen.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="87"/>
        <source>{name}: {was} → {value} ({period})</source>
        <translation>{name}: {was} → {value} ({period})</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="130"/>
        <source>1 area</source>
        <translation>1 område</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="130"/>
        <source>{count} areas</source>
        <translation>{count} [count: område|områder]</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="138"/>
        <source>1 figure</source>
        <translation>1 tal</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="139"/>
        <source>{figures} figures in {areas}</source>
        <translation>{figures} tal i {areas}</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="146"/>
        <source>1 period</source>
        <translation>1 periode</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="146"/>
        <source>{count} periods</source>
        <translation>{count} [count: periode|perioder]</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="151"/>
        <source>{count} late</source>
        <translation>{count} forsinket</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/since_words.py" line="166"/>
        <source>{period} and later are not added yet.</source>
        <translation>{period} og senere er ikke lagt til endnu.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/judging_in_force.py" line="112"/>
        <source>No list can be judged by the law&apos;s own dates yet: no residents of a 1 January are there. What came is kept, and is judged when they come.</source>
        <translation>Ingen liste kan vurderes efter lovens egne datoer endnu: der er ingen beboere pr. en 1. januar. Det, der kom, er gemt og vurderes, når de kommer.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding_words.py" line="157"/>
        <source>{register}: {periods}, {rows} figures ({name})</source>
        <translation>{register}: {periods}, {rows} tal ({name})</translation>
    </message>
    <message>
        <location filename="../../core/processing/registers/run_monitor.py" line="65"/>
        <source>Area set (its id in the monitor file; empty: the one with the same areas)</source>
        <translation>Områdesæt (dets id i opgørelsesfilen; tomt: det med de samme områder)</translation>
    </message>
    <message>
        <location filename="../../core/store/area_names.py" line="53"/>
        <source>An area set needs a name of at most {count} letters.</source>
        <translation>Et områdesæt skal have et navn på højst {count} tegn.</translation>
    </message>
    <message>
        <location filename="../../core/store/area_names.py" line="53"/>
        <source>Write another name.</source>
        <translation>Skriv et andet navn.</translation>
    </message>
    <message>
        <location filename="../../core/store/area_names.py" line="68"/>
        <source>{name} stands in an edition that has been made, which binds later ones.</source>
        <translation>{name} står i en udgave, der er lavet, og som binder de senere.</translation>
    </message>
    <message>
        <location filename="../../core/store/area_names.py" line="68"/>
        <source>Take the check mark away: the areas are not counted then.</source>
        <translation>Fjern fluebenet: så tælles områderne ikke.</translation>
    </message>
    <message>
        <location filename="../../core/store/area_names.py" line="76"/>
        <source>{name} has figures in the monitor file.</source>
        <translation>{name} har tal i opgørelsesfilen.</translation>
    </message>
    <message>
        <location filename="../../core/store/area_names.py" line="76"/>
        <source>Take the check mark away: the areas are not counted then. Or take the newest addition back, and remove them after that.</source>
        <translation>Fjern fluebenet: så tælles områderne ikke. Eller tag den nyeste tilføjelse tilbage, og fjern dem derefter.</translation>
    </message>
    <message>
        <location filename="../../core/store/opening/wholeness.py" line="113"/>
        <source>Nothing was changed in it. Beside it lies what may be a copy, from {when}: {copy}.</source>
        <translation>Intet er ændret i den. Ved siden af ligger, hvad der kan være en kopi, fra {when}: {copy}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="106"/>
        <source>{placed} of {rows} rows placed in {name}: {periods}.</source>
        <translation>{placed} af {rows} [rows: række|rækker] placeret i {name}: {periods}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs/calculation.py" line="117"/>
        <source>{count} finished figures added: {periods}.</source>
        <translation>{count} færdige tal lagt til: {periods}.</translation>
    </message>
    <message>
        <location filename="../../core/gis/expressions/functions.py" line="141"/>
        <source>period: a month as 2026-01 or a year as 2025; left out, the newest. area_set: where the same id is in several area sets; left out, the first that has it. NULL where the open monitor file has no answer. Internal figures: what leaves the municipality is published on the page Disclosure.</source>
        <translation>period: en måned som 2026-01 eller et år som 2025; udelades den, bruges den nyeste. area_set: når samme id er i flere områdesæt; udelades det, bruges det første, der har det. NULL, hvor den åbne opgørelsesfil intet svar har. Tallene er interne: det, der skal ud af kommunen, udgives på siden Diskretion.</translation>
    </message>
    <message>
        <location filename="../../core/gis/expressions/functions.py" line="151"/>
        <source>The figure of an indicator in an area, in the indicator&apos;s unit.</source>
        <translation>En indikators tal i et område, i indikatorens enhed.</translation>
    </message>
    <message>
        <location filename="../../core/gis/expressions/functions.py" line="158"/>
        <source>What an area is by the law&apos;s criteria; empty where it is nothing of the law&apos;s, NULL where it is undecided.</source>
        <translation>Hvad et område er efter lovens kriterier; tomt, hvor det ikke er omfattet af loven, NULL, hvor det ikke er afgjort.</translation>
    </message>
    <message>
        <location filename="../../core/gis/expressions/functions.py" line="168"/>
        <source>How far an area is from the threshold of a criterion; below zero beyond it.</source>
        <translation>Hvor langt et område er fra et kriteriums grænse; under nul på den anden side af den.</translation>
    </message>
    <message>
        <location filename="../../core/gis/expressions/functions.py" line="175"/>
        <source>How much an indicator has moved in an area in so many months (left out: 12), in its unit; NULL where the definition or the boundary is another than it was.</source>
        <translation>Hvor meget en indikator har flyttet sig i et område på så mange måneder (udelades tallet, 12), i indikatorens enhed; NULL, hvor definitionen eller afgrænsningen er en anden end dengang.</translation>
    </message>
    <message>
        <location filename="../../core/change/words.py" line="50"/>
        <source>{points} percentage points</source>
        <translation>{points} procentpoint</translation>
    </message>
    <message>
        <location filename="../../core/gis/maps/style.py" line="107"/>
        <source>mean of {years} years to</source>
        <translation>gennemsnit af {years} år til</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_card.py" line="71"/>
        <source>Margin (percentage points)</source>
        <translation>Margin (procentpoint)</translation>
    </message>
    <message>
        <location filename="../../core/change/since.py" line="113"/>
        <source>From {before} to {after}</source>
        <translation>Fra {before} til {after}</translation>
    </message>
    <message>
        <location filename="../../ui/areas/page.py" line="56"/>
        <source>Findings on the map</source>
        <translation>Fund på kortet</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="60"/>
        <source>Worked in last</source>
        <translation>Senest brugt</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="71"/>
        <source>Try the example</source>
        <translation>Prøv med eksempelkommune</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="80"/>
        <source>Count it, and show the map</source>
        <translation>Tæl den, og vis kortet</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="81"/>
        <source>Without this the registers are made, and you count them.</source>
        <translation>Uden dette laves registrene, og du tæller dem selv.</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="92"/>
        <source>Fetch districts from GeoFA…</source>
        <translation>Hent distrikter fra GeoFA…</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="93"/>
        <source>Begins a new monitor file with the districts that you choose.</source>
        <translation>Begynder en ny opgørelsesfil med de distrikter, du vælger.</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="160"/>
        <source>The example municipality is counted: {count} residents, all invented, in {periods} periods.</source>
        <translation>Eksempelkommunen er talt op: {count} [count: beboer|beboere], alle opdigtede, i {periods} [periods: periode|perioder].</translation>
    </message>
    <message>
        <location filename="../../ui/start/page.py" line="253"/>
        <source>Looking at {file}</source>
        <translation>Ser på {file}</translation>
    </message>
    <message>
        <location filename="../../ui/start/dropping.py" line="23"/>
        <source>Drop a monitor file or a register here</source>
        <translation>Slip en opgørelsesfil eller et register her</translation>
    </message>
    <message>
        <location filename="../../ui/start/recent.py" line="40"/>
        <source>Looking for the files worked in last</source>
        <translation>Leder efter de filer, der senest er brugt</translation>
    </message>
    <message>
        <location filename="../../ui/start/recent.py" line="68"/>
        <source>{file} in {folder}</source>
        <translation>{file} i {folder}</translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="224"/>
        <source>Changed since the last count</source>
        <translation>Ændret siden sidste tælling</translation>
    </message>
    <message>
        <location filename="../../ui/data/summary.py" line="72"/>
        <source>The file has figures from {first} to {last}. Choose a register to add to them.</source>
        <translation>Filen har tal fra {first} til {last}. Vælg et register for at føje til.</translation>
    </message>
    <message>
        <location filename="../../ui/data/summary.py" line="60"/>
        <source>Correct what the self-check found, or go on in spite of it.</source>
        <translation>Ret det, selvkontrollen fandt, eller gå videre trods det.</translation>
    </message>
    <message>
        <location filename="../../ui/data/summary.py" line="62"/>
        <source>Choose the register of residents, or finished figures.</source>
        <translation>Vælg borgerregister eller færdige tal.</translation>
    </message>
    <message>
        <location filename="../../ui/data/summary.py" line="63"/>
        <source>Load the register, and look at its columns.</source>
        <translation>Indlæs registret, og se kolonnerne efter.</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_card.py" line="84"/>
        <source>{met} criteria met</source>
        <translation>{met} [met: kriterium|kriterier] opfyldt</translation>
    </message>
    <message>
        <location filename="../../ui/map/area_card.py" line="102"/>
        <source>{period} is missing</source>
        <translation>{period} mangler</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="40"/>
        <source>Area sets</source>
        <translation>Områdesæt</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="47"/>
        <source>Rename…</source>
        <translation>Omdøb…</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="47"/>
        <source>Remove…</source>
        <translation>Fjern…</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="111"/>
        <source>Rename area set</source>
        <translation>Omdøb områdesæt</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="130"/>
        <source>The area set is called {name} now.</source>
        <translation>Områdesættet hedder nu {name}.</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="134"/>
        <source>Remove area set</source>
        <translation>Fjern områdesæt</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="134"/>
        <source>Remove {name} from the monitor file?</source>
        <translation>Fjern {name} fra opgørelsesfilen?</translation>
    </message>
    <message>
        <location filename="../../ui/areas/area_sets_box.py" line="158"/>
        <source>{name} is removed.</source>
        <translation>{name} er fjernet.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="120"/>
        <source>What the file has is counted and judged. To count more: choose a register or finished figures (page Data).</source>
        <translation>Det, filen har, er talt og vurderet. For at tælle mere: vælg et register eller færdige tal (siden Data).</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="137"/>
        <source>Compute again: choices have changed since the last count.</source>
        <translation>Beregn igen: valgene er ændret siden sidste tælling.</translation>
    </message>
    <message>
        <location filename="../../ui/calculation/page.py" line="138"/>
        <source>Compute.</source>
        <translation>Beregn.</translation>
    </message>
    <message>
        <location filename="../../ui/host/layer_menu.py" line="31"/>
        <source>The area&apos;s card</source>
        <translation>Områdets kort</translation>
    </message>
    <message>
        <location filename="../../ui/host/layer_menu.py" line="54"/>
        <source>No area is selected in the layer.</source>
        <translation>Der er ikke markeret noget område i laget.</translation>
    </message>
    <message>
        <location filename="../../ui/host/layer_menu.py" line="54"/>
        <source>Select one with QGIS&apos; selection tool, or type omr and its name in QGIS&apos; search field.</source>
        <translation>Markér et med QGIS' markeringsværktøj, eller skriv omr og dets navn i QGIS' søgefelt.</translation>
    </message>
    <message>
        <location filename="../../ui/host/find_area.py" line="48"/>
        <source>Areas (Sociodemografi)</source>
        <translation>Områder (Sociodemografi)</translation>
    </message>
    <message>
        <location filename="../../ui/host/options.py" line="43"/>
        <source>seconds</source>
        <translation>sekunder</translation>
    </message>
    <message>
        <location filename="../../ui/host/options.py" line="44"/>
        <source>hours</source>
        <translation>timer</translation>
    </message>
    <message>
        <location filename="../../ui/host/options.py" line="45"/>
        <source>Offer the proposed theme 6300</source>
        <translation>Tilbyd det foreslåede tema 6300</translation>
    </message>
    <message>
        <location filename="../../ui/host/options.py" line="52"/>
        <source>Reading from GeoFA</source>
        <translation>Hentning fra GeoFA</translation>
    </message>
    <message>
        <location filename="../../ui/host/options.py" line="58"/>
        <source>Wait for an answer</source>
        <translation>Vent på svar i</translation>
    </message>
    <message>
        <location filename="../../ui/host/options.py" line="59"/>
        <source>Keep answers of the whole country</source>
        <translation>Gem svar for hele landet i</translation>
    </message>
    <message>
        <location filename="../../ui/host/options.py" line="64"/>
        <source>Registering in GeoFA</source>
        <translation>Registrering i GeoFA</translation>
    </message>
    <message>
        <location filename="../../ui/index/members.py" line="186"/>
        <source>Weight of {name}</source>
        <translation>Vægt for {name}</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/page.py" line="73"/>
        <source>What is this page? ({page})</source>
        <translation>Hvad er denne side? ({page})</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/messages.py" line="87"/>
        <source>Open the folder</source>
        <translation>Åbn mappen</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/next_step.py" line="30"/>
        <source>Next step</source>
        <translation>Næste trin</translation>
    </message>
    <message>
        <location filename="../../ui/change/multiples.py" line="89"/>
        <source>All areas have the same axis.</source>
        <translation>Alle områder har samme akse.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/shown/law.py" line="72"/>
        <source>(undecided)</source>
        <translation>(ikke afgjort)</translation>
    </message>
    <message>
        <location filename="../../ui/widgets/next_step.py" line="42"/>
        <source>Next:</source>
        <translation>Næste:</translation>
    </message>
    <message>
        <location filename="../../core/measures/finished/figure_observations.py" line="85"/>
        <source>{name}: {count} area codes of the finished figures are no areas of it ({codes}).</source>
        <translation>{name}: {count} områdekoder i de færdige tal er ikke områder i det ({codes}).</translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="89"/>
        <source>{count} rows of the reference table name indicators that are not known and are not used: {names}; the first is row {row} of {file}. The law&apos;s are called: {known}.</source>
        <translation>{count} [count: række|rækker] i referencetabellen nævner indikatorer, som ikke kendes, og bruges ikke: {names}; den første er række {row} i {file}. Lovens hedder: {known}.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding.py" line="154"/>
        <source>Addition {number}: no figures of its own.</source>
        <translation>Tilføjelse {number}: ingen tal i sig selv.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/adding.py" line="173"/>
        <source>{period} was there already, and no figure of it changed.</source>
        <translation>{period} var der allerede, og ingen af tallene blev ændret.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/count_areas.py" line="133"/>
        <source>Nothing was given to count.</source>
        <translation>Der er ikke angivet noget at tælle.</translation>
    </message>
    <message>
        <location filename="../../core/pipeline/counting/count_areas.py" line="133"/>
        <source>Give a register, or finished figures; to a monitor file also reference values.</source>
        <translation>Angiv et register eller færdige tal; til en opgørelsesfil også referenceværdier.</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/names.py" line="28"/>
        <source>{municipality}: {title}</source>
        <translation>{municipality}: {title}</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/names.py" line="43"/>
        <source>{name}, number</source>
        <translation>{name}, antal</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/names.py" line="44"/>
        <source>{name}, out of</source>
        <translation>{name}, ud af</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/names.py" line="45"/>
        <source>{name}, shown or hidden</source>
        <translation>{name}, vist eller skjult</translation>
    </message>
    <message>
        <location filename="../../core/gis/editions/map.py" line="143"/>
        <source>{areas}: {subject}</source>
        <translation>{areas}: {subject}</translation>
    </message>
</context>
</TS>
