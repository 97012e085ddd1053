<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>@default</name>
    <message>
        <location filename="../../plugin.py" line="42"/>
        <source>Follow districts and housing areas month by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="246"/>
        <source>Indicative calculation: the ministry&apos;s list is the decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria.py" line="277"/>
        <source>Computed without the origin criterion (EU Court, C-417/23); categories that rest on it are not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria.py" line="284"/>
        <source>Undecided: {figures} missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria.py" line="286"/>
        <source>Undecided: the category of earlier years is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/assessment/criteria.py" line="288"/>
        <source>Earlier years were not looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/measures/counting.py" line="66"/>
        <source>no address key or coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/measures/counting.py" line="67"/>
        <source>address key not in the address list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/measures/counting.py" line="68"/>
        <source>address without coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/measures/counting.py" line="69"/>
        <source>outside every area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="35"/>
        <source>The reference table {file} has no column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="35"/>
        <source>It needs the columns level, period, indicator and value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="54"/>
        <source>The reference table has {indicator} for several areas at the level {level}: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/measures/references.py" line="54"/>
        <source>Choose the municipality, so that its region is known, or keep the rows of one area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/tasks.py" line="69"/>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/count_indicators.py" line="44"/>
        <source>Count indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/count_indicators.py" line="49"/>
        <source>Period (YYYY-MM; empty for all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/count_indicators.py" line="52"/>
        <source>Indicators (ids with comma between; empty for all the register can serve)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/count_indicators.py" line="56"/>
        <source>Areas with figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/count_indicators.py" line="58"/>
        <source>Observations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="55"/>
        <source>Assess areas by the law&apos;s criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="59"/>
        <source>Areas or table with figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="61"/>
        <source>Rule set (auto: by year)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="64"/>
        <source>Field with the list year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="39"/>
        <source>Residents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="66"/>
        <source>Non-western origin, percent of residents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="67"/>
        <source>Outside work and education 18-64, percent (mean of two years)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="68"/>
        <source>Convicted 18+, percent (mean of two years)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="69"/>
        <source>Basic school only 30-59, percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="70"/>
        <source>Gross income, percent of the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="74"/>
        <source>Convicted, national mean in percent (a number, or a field)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/run_monitor.py" line="39"/>
        <source>Earlier lists (area, year, category)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="52"/>
        <source>Use the origin criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="80"/>
        <source>Field with the area id (to match earlier lists)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="81"/>
        <source>Close to a threshold: within this many percent of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="86"/>
        <source>Assessed areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/assess_criteria.py" line="115"/>
        <source>{count} of {all} rows are undecided because figures are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/base.py" line="117"/>
        <source>{name}: {thing} is neither a file nor a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/base.py" line="133"/>
        <source>The result cannot be written: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/base.py" line="133"/>
        <source>Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/run_monitor.py" line="31"/>
        <source>Run the monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="59"/>
        <source>Rule set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/run_monitor.py" line="41"/>
        <source>Monitor file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="82"/>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/inputs.py" line="34"/>
        <source>Field with the area id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/inputs.py" line="36"/>
        <source>Persons (CSV file, folder of monthly files, layer or table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/inputs.py" line="37"/>
        <source>Address list (address_key, x, y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/inputs.py" line="38"/>
        <source>Mapping (JSON: role → column; the rest is guessed from names)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/inputs.py" line="44"/>
        <source>Reference values (level, period, indicator, value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/inputs.py" line="49"/>
        <source>Use the years there are where the law wants the mean of more years (approximation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/inputs.py" line="49"/>
        <source>Count unknown education as basic school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="39"/>
        <source>{file}, row {row}, field {field}: {message}{more}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="78"/>
        <source>text where a number is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/tables.py" line="45"/>
        <source>Correct the cell, or choose another field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/style_risk.py" line="52"/>
        <source>{table} has no field {field} (wanted as {parameter}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/area_source.py" line="91"/>
        <source>Choose one of its fields: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="36"/>
        <source>Load districts from GeoFA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="41"/>
        <source>Theme ({themes})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="42"/>
        <source>Municipality code (four digits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="43"/>
        <source>District type (code of the theme; empty for all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="45"/>
        <source>Grade (0-10, 12 before school; theme 5710 alone; empty for all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="47"/>
        <source>Status (3 in force; -1 for all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="49"/>
        <source>WFS address (empty for the one in the settings)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="51"/>
        <source>Districts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="82"/>
        <source>{count} districts from {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="108"/>
        <source>The theme {theme} has no district type {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="166"/>
        <source>Choose one of {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="122"/>
        <source>The grade {grade} cannot be used with theme {theme}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/load_theme.py" line="122"/>
        <source>Theme 5710 takes 0-10, or 12 for before school; leave it empty for other themes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/example_municipality.py" line="22"/>
        <source>Make the example municipality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/example_municipality.py" line="26"/>
        <source>Residents in the first month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/example_municipality.py" line="28"/>
        <source>Months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/example_municipality.py" line="29"/>
        <source>Seed (the same seed gives the same municipality)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/example_municipality.py" line="31"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/example_municipality.py" line="44"/>
        <source>The example municipality is fictional: every person, address and figure is invented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/style_risk.py" line="28"/>
        <source>Colour areas by risk level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/style_risk.py" line="37"/>
        <source>Field with risk level or category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/style_risk.py" line="39"/>
        <source>Save as the default style of the data source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/style_risk.py" line="41"/>
        <source>Styled layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/style_risk.py" line="49"/>
        <source>The layer cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/processing/style_risk.py" line="49"/>
        <source>Choose a polygon layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="79"/>
        <source>{file}, row {row}: the period is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="79"/>
        <source>Fill the period of every row, or keep one file per month with the month in its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="91"/>
        <source>{file}, row {row}, field {field}: the date of birth lies after the reference date {date}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="91"/>
        <source>Correct the date, or the period of the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="103"/>
        <source>{file}, row {row}, field {field}: the age is over 125 years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="103"/>
        <source>Correct the date of birth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="128"/>
        <source>The file {file} has no column for age or birth_date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="128"/>
        <source>Map one of its columns: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="145"/>
        <source>The file {file} places people by address_key, but there is no address list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="145"/>
        <source>Choose an address list with the columns address_key, x and y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="149"/>
        <source>The file {file} has no column that says where people live (x and y, or address_key).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="149"/>
        <source>Map columns to x and y, or to address_key. It has: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="159"/>
        <source>The file {file} does not say which period it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/persons.py" line="159"/>
        <source>Map a column to period, put the month in the file name (2026-01), or give the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/sources.py" line="73"/>
        <source>The folder {folder} holds no text files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/sources.py" line="73"/>
        <source>Choose a folder with one CSV file per month, or a single file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/mapping.py" line="47"/>
        <source>The mapping is not valid JSON (character {position}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/mapping.py" line="52"/>
        <source>Write it like {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/mapping.py" line="52"/>
        <source>The mapping must be a JSON object from role to column name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/mapping.py" line="71"/>
        <source>The mapping names the unknown role {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/mapping.py" line="71"/>
        <source>Use {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/mapping.py" line="76"/>
        <source>The file {file} has no column {column} (wanted as {role}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/mapping.py" line="76"/>
        <source>Choose one of its columns: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="38"/>
        <source> ({count} rows in this part of the file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="113"/>
        <source>Correct the cell, or map another column to {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="93"/>
        <source>Coordinates must be metres in EPSG:25832. Reproject the file, or map the right columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="96"/>
        <source>the value is outside {minimum}-{maximum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="113"/>
        <source>a whole number is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="126"/>
        <source>0 or 1 is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="126"/>
        <source>Write 1 for yes, 0 for no, nothing for unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="133"/>
        <source>the code is not in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="133"/>
        <source>Use {choices}; leave unknown cells empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="145"/>
        <source>the code is not a DISCED-15 main area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="145"/>
        <source>Use two digits: {choices}; leave unknown cells empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="153"/>
        <source>the period cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="153"/>
        <source>Write months as YYYY-MM, for example 2026-01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="157"/>
        <source>the period lies in the future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="157"/>
        <source>Correct the period, or check the clock of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="173"/>
        <source>the date cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="175"/>
        <source>Write dates as DD-MM-YYYY or YYYY-MM-DD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/canonical.py" line="175"/>
        <source>the date does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/addresses.py" line="42"/>
        <source>The address list {file} has no column for {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/addresses.py" line="42"/>
        <source>Give it the columns address_key, x and y (or kvhx, etrs89_oest and etrs89_nord).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/addresses.py" line="52"/>
        <source>{count} address keys stand in the address list with several coordinates; the first is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="88"/>
        <source>The file {file} cannot be read after line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="88"/>
        <source>Check that every row has the same number of fields and that the file is one whole text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="98"/>
        <source>The file {file} is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="98"/>
        <source>Save it as CSV (UTF-8) and choose that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="118"/>
        <source>No column separator was found in the file {file}: the header is read as one column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="118"/>
        <source>Save the file with semicolon or comma between the columns, and the column names in the first line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="118"/>
        <source>The header has {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/register_source.py" line="122"/>
        <source>The file {file} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="148"/>
        <source>Check that it exists and that no other program holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="154"/>
        <source>The file {file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="154"/>
        <source>Choose a file with column names in the first line and one row per person below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="163"/>
        <source>The file {file} has a header but no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="163"/>
        <source>Choose a file with one row per person below the column names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="172"/>
        <source>The file {file} has more than one column named {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/registers/text_file.py" line="172"/>
        <source>Give each column its own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="95"/>
        <source>The example municipality can have 1,000 to 1,000,000 residents and 1 to 120 months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="95"/>
        <source>Change the numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="200"/>
        <source>The folder {folder} cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="106"/>
        <source>Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="135"/>
        <source>Districts and addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/example/municipality.py" line="149"/>
        <source>Residents of {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="63"/>
        <source>{count} districts fetched from GeoFA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="73"/>
        <source>GeoFA has no districts in theme {theme} with this choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="73"/>
        <source>Check municipality, district type, grade and status. Registration in GeoFA is voluntary, so the theme may not be registered here; a layer of your own can be used instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="83"/>
        <source>GeoFA&apos;s answer changed while it was read: {found} of {matched} districts came, {repeated} twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/gml.py" line="57"/>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="96"/>
        <source>GeoFA ({host}) did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="117"/>
        <source>Try again later, or go on with districts already in the monitor file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="102"/>
        <source>GeoFA ({host}) cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="102"/>
        <source>Check the network and the address in the settings. Districts already in the monitor file can be used without the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="111"/>
        <source>GeoFA refused the request for theme {theme}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="111"/>
        <source>The theme or one of its columns may have another name on this server. Check the address in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="117"/>
        <source>GeoFA ({host}) answered with error {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="123"/>
        <source>The address {url} answered with something that is not map data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/geofa/client.py" line="123"/>
        <source>It may be a login page or a proxy. Check the address in the settings and your network access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="61"/>
        <source>The area set {name} has no areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="61"/>
        <source>Choose another layer or widen the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="67"/>
        <source>{name}: area {row} has an empty area id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="67"/>
        <source>Fill the id field, or choose a field that is filled for every area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="73"/>
        <source>{name}: the area id {ids} is used more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="73"/>
        <source>Choose a field with one value per area, or dissolve the areas that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="79"/>
        <source>{name}: the area {ids} has no geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/areas/area_set.py" line="79"/>
        <source>Draw the area, or delete the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="155"/>
        <source>The monitor file {file} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="155"/>
        <source>Check that the folder exists and may be written to, and that no other program holds the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="167"/>
        <source>The file {file} exists but is not a monitor file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="167"/>
        <source>Choose another file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="175"/>
        <source>The monitor file {file} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="175"/>
        <source>Choose another file, or make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="184"/>
        <source>The monitor file {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="184"/>
        <source>It may be damaged or held by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="200"/>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="278"/>
        <source>The monitor file {file} has no area set {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/store/monitor_file.py" line="278"/>
        <source>Load the districts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/packages.py" line="20"/>
        <source>Install {packages} with the OSGeo4W Setup (package python3-{first}), or install QGIS with the standalone installer, which has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/packages.py" line="27"/>
        <source>Install {packages} into QGIS&apos; own Python with pip, or use a newer QGIS that has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/packages.py" line="31"/>
        <source>Install {packages} with the system&apos;s package manager, for example: sudo apt install python3-{first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/packages.py" line="42"/>
        <source>This step needs the Python package {packages}, which this QGIS does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/themes.py" line="109"/>
        <source>The GeoFA theme {code} is not one this plugin knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/municipalities.py" line="46"/>
        <source>{text} is not a municipality code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/municipalities.py" line="52"/>
        <source>Write the four digits, for example 0461 for Odense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/municipalities.py" line="52"/>
        <source>No municipality has the code {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators.py" line="64"/>
        <source>The indicator {indicator} has no variant {variant}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators.py" line="98"/>
        <source>The catalogue file {file} has a filter that cannot be read in {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators.py" line="98"/>
        <source>A filter needs column and operator, one of {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators.py" line="104"/>
        <source>The catalogue file {file} has a filter without value in {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators.py" line="104"/>
        <source>Add the key value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators.py" line="113"/>
        <source>The catalogue file {file} must give one numerator in {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="86"/>
        <source>Use one of {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators.py" line="127"/>
        <source>The catalogue file {file} has the unknown unit {unit} in {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators.py" line="171"/>
        <source>The catalogue has no indicator {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/indicators.py" line="171"/>
        <source>Choose among {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="26"/>
        <source>The catalogue file {file} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="26"/>
        <source>Install the plugin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="31"/>
        <source>The catalogue file {file} is damaged in line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="31"/>
        <source>Install the plugin again, or mend the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="47"/>
        <source>The catalogue file {file} lacks the key {key} in {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/files.py" line="47"/>
        <source>Add the key, or install the plugin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="86"/>
        <source>The catalogue file {file} has the unknown operator {operator} in {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="92"/>
        <source>The catalogue file {file} must give either threshold or times_national in {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="92"/>
        <source>Give exactly one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="121"/>
        <source>The catalogue file {file} names the unknown criterion {criterion} in {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="121"/>
        <source>Add the criterion, or take the name out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="166"/>
        <source>There is no rule set {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="179"/>
        <source>No rules are known for the year {year}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/catalogue/rule_sets.py" line="179"/>
        <source>The first list came in {first}. Check the year, or choose a rule set yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="123"/>
        <source>{period} is not a period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="123"/>
        <source>Write a month as YYYY-MM, for example 2026-01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="140"/>
        <source>The indicator {indicator} needs the column {columns}, which the register does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="140"/>
        <source>Map a column to it, or leave the indicator out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="145"/>
        <source>{indicator} is left out: the register has no column for {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="156"/>
        <source>The register has no rows for the period {period}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="156"/>
        <source>It has files for {periods}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="156"/>
        <source>Check the period, or leave it empty to count all periods of the register.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="172"/>
        <source>{name}: {placed} of {read} rows placed. Not placed: {reasons}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="180"/>
        <source>{count} rows have no value in {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="227"/>
        <source>Placing and counting persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="229"/>
        <source>Judging the areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="247"/>
        <source>Writing the monitor file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="276"/>
        <source>The history table, row {row}: the year is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/pipeline.py" line="276"/>
        <source>Write the list year with four digits in the column year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/area_source.py" line="40"/>
        <source>The layer {name} has no coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/area_source.py" line="40"/>
        <source>Set it in the layer&apos;s properties; GeoFA and Danish registers use EPSG:25832.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/area_source.py" line="58"/>
        <source>{name}: the polygon of area {area} is not valid ({problem}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/area_source.py" line="58"/>
        <source>Mend it with the Processing tool Fix geometries, or redraw the area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/area_source.py" line="67"/>
        <source>{name}: the area {area} cannot be reprojected to EPSG:25832.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/area_source.py" line="67"/>
        <source>Check the layer&apos;s coordinate reference system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/area_source.py" line="91"/>
        <source>{name} has no field {field} for the area id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/area_source.py" line="98"/>
        <source>{name} is reprojected from {crs} to EPSG:25832.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/history.py" line="27"/>
        <source>The table of earlier lists cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/history.py" line="27"/>
        <source>Choose a table with the columns area, year and category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/history.py" line="34"/>
        <source>The table of earlier lists has no column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/history.py" line="34"/>
        <source>It needs the columns area, year and category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/layers.py" line="54"/>
        <source>{source}, {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/layers.py" line="56"/>
        <source>Retrieved {time} from {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/layers.py" line="98"/>
        <source>The monitor file {file} cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/layers.py" line="98"/>
        <source>Compute again, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/layers.py" line="130"/>
        <source>{name}, outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/layers.py" line="237"/>
        <source>{name}, risk level {period}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/layers.py" line="206"/>
        <source>{name}, over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/layers.py" line="223"/>
        <source>The project {file} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/layers.py" line="223"/>
        <source>Check that the folder exists and may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="106"/>
        <source>Fetching districts from GeoFA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs.py" line="85"/>
        <source>Housing areas (fictional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs.py" line="85"/>
        <source>Basic districts (fictional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs.py" line="85"/>
        <source>School districts (fictional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="33"/>
        <source>Example municipality (fictional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/jobs.py" line="144"/>
        <source>(not shown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/style.py" line="79"/>
        <source>Outside work and education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/style.py" line="80"/>
        <source>Convicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/style.py" line="81"/>
        <source>Basic school only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/style.py" line="82"/>
        <source>Income, of the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/style.py" line="83"/>
        <source>Non-western origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/style.py" line="104"/>
        <source>No data or undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="44"/>
        <source>Risk level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/map_image.py" line="112"/>
        <source>The picture {file} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/map_image.py" line="112"/>
        <source>Check that the folder may be written to and that no other program holds the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/register_source.py" line="111"/>
        <source>The layer {name} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/register_source.py" line="111"/>
        <source>Check its data source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/register_source.py" line="122"/>
        <source>Choose a CSV file, a folder of them, a spreadsheet, a GeoPackage table or a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/topology.py" line="38"/>
        <source>{first} and {second} overlap by {size} m².</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/topology.py" line="39"/>
        <source>There is a hole of {size} m² between the areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/topology.py" line="89"/>
        <source>{name}: {count} more overlaps and holes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/tasks.py" line="22"/>
        <source>Something unforeseen happened ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../core/gis/tasks.py" line="22"/>
        <source>Nothing was changed. Send the details to the plugin&apos;s issue tracker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/messages.py" line="44"/>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="82"/>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="82"/>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="82"/>
        <source>Calculation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="82"/>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="104"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="157"/>
        <source>Monitor file: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/dock.py" line="184"/>
        <source>{step}, about {seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/area_card.py" line="22"/>
        <source>{points} pp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/area_card.py" line="24"/>
        <source>{count} persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/area_card.py" line="42"/>
        <source>No category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/area_card.py" line="44"/>
        <source>(undecided)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/source_edit.py" line="25"/>
        <source>None chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/source_edit.py" line="66"/>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/source_edit.py" line="36"/>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/source_edit.py" line="37"/>
        <source>Folder of monthly files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/source_edit.py" line="66"/>
        <source>Tables (*.csv *.txt *.tsv *.xlsx *.ods *.gpkg);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/source_edit.py" line="72"/>
        <source>Choose a folder of monthly files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="39"/>
        <source>Click to see the place on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="49"/>
        <source>From GeoFA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="67"/>
        <source>All grades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="71"/>
        <source>Fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="73"/>
        <source>Municipality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="73"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="73"/>
        <source>District type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="73"/>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="73"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="89"/>
        <source>All types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="115"/>
        <source>From a layer of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="123"/>
        <source>Should cover without overlap (checked)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="124"/>
        <source>Use the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="126"/>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="127"/>
        <source>Area id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="128"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="142"/>
        <source>Reading the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="152"/>
        <source>{count} areas in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="154"/>
        <source>{count} overlaps or holes: see the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="159"/>
        <source>No districts chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="176"/>
        <source>partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="176"/>
        <source>may overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="178"/>
        <source>{name}: {count} areas, {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/areas.py" line="188"/>
        <source>Checked area sets are counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="29"/>
        <source>Follow districts and housing areas month by month, with the municipality&apos;s own data. Data stay on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="31"/>
        <source>Try with the example municipality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="40"/>
        <source>Example municipality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="41"/>
        <source>Is made in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="46"/>
        <source>The municipality&apos;s own monitor file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="47"/>
        <source>New monitor file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="49"/>
        <source>Open monitor file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="60"/>
        <source>Making the example municipality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="75"/>
        <source>The example municipality is ready: {count} residents, all invented. Go on with Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="81"/>
        <source>New monitor file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/start.py" line="86"/>
        <source>Open monitor file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="27"/>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="32"/>
        <source>Persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="33"/>
        <source>Address list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="34"/>
        <source>Reference values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="35"/>
        <source>Earlier lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="36"/>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="42"/>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="42"/>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="42"/>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="57"/>
        <source>No person register chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="73"/>
        <source>Press Load to check the register and its columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="106"/>
        <source>Reading the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="135"/>
        <source>{files} files, {rows} rows read without fault in the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="138"/>
        <source>Periods {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/data.py" line="140"/>
        <source>Cannot be counted without more columns: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="28"/>
        <source>Indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="40"/>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="44"/>
        <source>By the year of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="51"/>
        <source>An area is close when its figures are within this share of a threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="53"/>
        <source>EU Court, C-417/23 (18 December 2025): the criterion may be discrimination. Without it, categories that rest on it are not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="55"/>
        <source>Use the years there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="56"/>
        <source>The law takes the mean of two years. Without an earlier year the figure is missing, unless this is checked; the result is then an approximation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="58"/>
        <source>Unknown education counts as basic school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="60"/>
        <source>Close to a threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="67"/>
        <source>Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="76"/>
        <source>Waiting for districts (page Areas).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="78"/>
        <source>Waiting for a person register (page Data).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="102"/>
        <source>Ready to count and judge {count} area sets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="140"/>
        <source>Counting and judging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/calculation.py" line="159"/>
        <source>{placed} of {rows} rows placed in {name}, {periods} periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="35"/>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="40"/>
        <source>Area set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="41"/>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="44"/>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="44"/>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="61"/>
        <source>Save map as picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="64"/>
        <source>Zoom to the areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="74"/>
        <source>Nothing computed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="226"/>
        <source>Save map as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="243"/>
        <source>The layer of these areas is not in the project any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="243"/>
        <source>Compute again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="248"/>
        <source>Risk level, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../ui/pages/map.py" line="254"/>
        <source>The map is saved as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
