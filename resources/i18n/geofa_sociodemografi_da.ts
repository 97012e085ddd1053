<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK">
  <context>
    <name>@default</name>
    <message>
      <source>Follow districts and housing areas month by month</source>
      <translation>Følg distrikter og boligområder måned for måned</translation>
    </message>
    <message>
      <source>the national share of convicted</source>
      <translation>landets andel af dømte</translation>
    </message>
    <message>
      <source>Indicative calculation: the ministry's list is the decision.</source>
      <translation>Vejledende beregning: ministeriets liste er afgørelsen.</translation>
    </message>
    <message>
      <source>Computed without the origin criterion (EU Court, C-417/23); categories that rest on it are not given.</source>
      <translation>Beregnet uden oprindelseskriteriet (EU-Domstolen, C-417/23); kategorier, der hviler på det, gives ikke.</translation>
    </message>
    <message>
      <source>Undecided. Missing: {figures}.</source>
      <translation>Ikke afgjort. Mangler: {figures}.</translation>
    </message>
    <message>
      <source>Undecided: the category of earlier years is missing.</source>
      <translation>Ikke afgjort: kategorien for tidligere år mangler.</translation>
    </message>
    <message>
      <source>Earlier years were not looked at.</source>
      <translation>Tidligere år er ikke undersøgt.</translation>
    </message>
    <message>
      <source>no address key or coordinates</source>
      <translation>uden adressenøgle eller koordinater</translation>
    </message>
    <message>
      <source>address key not in the address list</source>
      <translation>adressenøgle ikke i adresselisten</translation>
    </message>
    <message>
      <source>address without coordinates</source>
      <translation>adresse uden koordinater</translation>
    </message>
    <message>
      <source>outside every area</source>
      <translation>uden for alle områder</translation>
    </message>
    <message>
      <source>The reference table names indicators that are not known and not used: {names}.</source>
      <translation>Referencetabellen nævner indikatorer, der ikke kendes og ikke bruges: {names}.</translation>
    </message>
    <message>
      <source>The reference table has {value} percent for {indicator} in {period}.</source>
      <translation>Referencetabellen har {value} procent for {indicator} i {period}.</translation>
    </message>
    <message>
      <source>Write percentages between 0 and 100, with a decimal comma in files with semicolons.</source>
      <translation>Skriv procenter mellem 0 og 100, med decimalkomma i filer med semikolon.</translation>
    </message>
    <message>
      <source>The reference table has {indicator} at the level {level} for the codes {codes}, not for {wanted}.</source>
      <translation>Referencetabellen har {indicator} på niveauet {level} for koderne {codes}, ikke for {wanted}.</translation>
    </message>
    <message>
      <source>an unknown region</source>
      <translation>en ukendt region</translation>
    </message>
    <message>
      <source>Choose the municipality, so that its region is known, or give the rows of its region.</source>
      <translation>Vælg kommunen, så dens region kendes, eller giv rækkerne for dens region.</translation>
    </message>
    <message>
      <source>Cancelled. Nothing was changed.</source>
      <translation>Annulleret. Intet blev ændret.</translation>
    </message>
    <message>
      <source>Count indicators</source>
      <translation>Tæl indikatorer</translation>
    </message>
    <message>
      <source>Period (YYYY-MM; empty for all)</source>
      <translation>Periode (ÅÅÅÅ-MM; tom for alle)</translation>
    </message>
    <message>
      <source>Indicators (ids with comma between; empty for all the register can serve)</source>
      <translation>Indikatorer (id med komma imellem; tom for alle, registret kan levere)</translation>
    </message>
    <message>
      <source>Areas with figures</source>
      <translation>Områder med tal</translation>
    </message>
    <message>
      <source>Observations</source>
      <translation>Opgørelser</translation>
    </message>
    <message>
      <source>Assess areas by the law's criteria</source>
      <translation>Vurdér områder efter lovens kriterier</translation>
    </message>
    <message>
      <source>Areas or table with figures</source>
      <translation>Områder eller tabel med tal</translation>
    </message>
    <message>
      <source>Rule set (auto: by year)</source>
      <translation>Regelsæt (auto: efter år)</translation>
    </message>
    <message>
      <source>Field with the list year</source>
      <translation>Felt med listens år</translation>
    </message>
    <message>
      <source>Residents</source>
      <translation>Beboere</translation>
    </message>
    <message>
      <source>Non-western origin, percent of residents</source>
      <translation>Ikke-vestlig oprindelse, procent af beboere</translation>
    </message>
    <message>
      <source>Outside work and education 18-64, percent (mean of two years)</source>
      <translation>Uden arbejde og uddannelse 18-64 år, procent (gennemsnit af to år)</translation>
    </message>
    <message>
      <source>Convicted 18+, percent (mean of two years)</source>
      <translation>Dømte 18+, procent (gennemsnit af to år)</translation>
    </message>
    <message>
      <source>Basic school only 30-59, percent</source>
      <translation>Kun grundskole 30-59 år, procent</translation>
    </message>
    <message>
      <source>Gross income, percent of the region</source>
      <translation>Bruttoindkomst, procent af regionen</translation>
    </message>
    <message>
      <source>Convicted, national mean in percent (a number, or a field)</source>
      <translation>Dømte, landsgennemsnit i procent (et tal eller et felt)</translation>
    </message>
    <message>
      <source>Earlier lists (area, year, category)</source>
      <translation>Tidligere lister (område, år, kategori)</translation>
    </message>
    <message>
      <source>Use the origin criterion</source>
      <translation>Brug oprindelseskriteriet</translation>
    </message>
    <message>
      <source>Field with the area id (to match earlier lists)</source>
      <translation>Felt med områdets id (til tidligere lister)</translation>
    </message>
    <message>
      <source>Close to a threshold: within this many percent of it</source>
      <translation>Tæt på en grænse: inden for så mange procent af den</translation>
    </message>
    <message>
      <source>Assessed areas</source>
      <translation>Vurderede områder</translation>
    </message>
    <message>
      <source>{count} of {all} rows are undecided because figures are missing.</source>
      <translation>{count} af {all} rækker er ikke afgjort, fordi tal mangler.</translation>
    </message>
    <message>
      <source>CONVICTED_NATIONAL is neither a number nor a field of {table}.</source>
      <translation>CONVICTED_NATIONAL er hverken et tal eller et felt i {table}.</translation>
    </message>
    <message>
      <source>Write percent, for example 0.7, or one of: {choices}.</source>
      <translation>Skriv procent, for eksempel 0,7, eller et af: {choices}.</translation>
    </message>
    <message>
      <source>{name}: {thing} is neither a file nor a layer.</source>
      <translation>{name}: {thing} er hverken en fil eller et lag.</translation>
    </message>
    <message>
      <source>The result cannot be written: {problem}</source>
      <translation>Resultatet kan ikke skrives: {problem}</translation>
    </message>
    <message>
      <source>Choose another place.</source>
      <translation>Vælg et andet sted.</translation>
    </message>
    <message>
      <source>Run the monitor</source>
      <translation>Kør monitoren</translation>
    </message>
    <message>
      <source>Rule set</source>
      <translation>Regelsæt</translation>
    </message>
    <message>
      <source>Monitor file</source>
      <translation>Monitorfil</translation>
    </message>
    <message>
      <source>Areas</source>
      <translation>Områder</translation>
    </message>
    <message>
      <source>Field with the area id</source>
      <translation>Felt med områdets id</translation>
    </message>
    <message>
      <source>Persons (CSV file, folder of monthly files, layer or table)</source>
      <translation>Borgere (CSV-fil, mappe med månedsfiler, lag eller tabel)</translation>
    </message>
    <message>
      <source>Address list (address_key, x, y)</source>
      <translation>Adresseliste (address_key, x, y)</translation>
    </message>
    <message>
      <source>Mapping (JSON: role → column; the rest is guessed from names)</source>
      <translation>Kolonnevalg (JSON: rolle → kolonne; resten gættes af navnene)</translation>
    </message>
    <message>
      <source>Reference values (level, period, indicator, value)</source>
      <translation>Referenceværdier (level, period, indicator, value)</translation>
    </message>
    <message>
      <source>Municipality code (to choose its region among reference values)</source>
      <translation>Kommunekode (vælger dens region blandt referenceværdierne)</translation>
    </message>
    <message>
      <source>Use the years there are where the law wants the mean of more years (approximation)</source>
      <translation>Brug de år, der findes, hvor loven vil have gennemsnit af flere år (tilnærmelse)</translation>
    </message>
    <message>
      <source>Count unknown education as basic school</source>
      <translation>Tæl uoplyst uddannelse som grundskole</translation>
    </message>
    <message>
      <source>{file}, row {row}, field {field}: {message}{more}.</source>
      <translation>{file}, række {row}, felt {field}: {message}{more}.</translation>
    </message>
    <message>
      <source>text where a number is expected</source>
      <translation>tekst, hvor der skal stå et tal</translation>
    </message>
    <message>
      <source>Correct the cell, or choose another field.</source>
      <translation>Ret cellen, eller vælg et andet felt.</translation>
    </message>
    <message>
      <source>{table} has no field {field} (wanted as {parameter}).</source>
      <translation>{table} har intet felt {field} (ønsket som {parameter}).</translation>
    </message>
    <message>
      <source>Choose one of its fields: {choices}.</source>
      <translation>Vælg et af dens felter: {choices}.</translation>
    </message>
    <message>
      <source>Load districts from GeoFA</source>
      <translation>Hent distrikter fra GeoFA</translation>
    </message>
    <message>
      <source>Theme ({themes})</source>
      <translation>Tema ({themes})</translation>
    </message>
    <message>
      <source>Municipality code (four digits)</source>
      <translation>Kommunekode (fire cifre)</translation>
    </message>
    <message>
      <source>District type (code of the theme; empty for all)</source>
      <translation>Distriktstype (temaets kode; tom for alle)</translation>
    </message>
    <message>
      <source>Grade (0-10, 12 before school; theme 5710 alone; empty for all)</source>
      <translation>Klassetrin (0-10, 12 førskole; kun tema 5710; tom for alle)</translation>
    </message>
    <message>
      <source>Status (3 in force; -1 for all)</source>
      <translation>Status (3 gældende; -1 for alle)</translation>
    </message>
    <message>
      <source>WFS address (empty for the server chosen in the panel)</source>
      <translation>WFS-adresse (tom for serveren, der er valgt i panelet)</translation>
    </message>
    <message>
      <source>Districts</source>
      <translation>Distrikter</translation>
    </message>
    <message>
      <source>{count} districts from {source}</source>
      <translation>{count} distrikter fra {source}</translation>
    </message>
    <message>
      <source>The theme {theme} has no district type {code}.</source>
      <translation>Temaet {theme} har ingen distriktstype {code}.</translation>
    </message>
    <message>
      <source>Choose one of {choices}.</source>
      <translation>Vælg en af {choices}.</translation>
    </message>
    <message>
      <source>The grade {grade} cannot be used with theme {theme}.</source>
      <translation>Klassetrinnet {grade} kan ikke bruges med tema {theme}.</translation>
    </message>
    <message>
      <source>Theme 5710 takes 0-10, or 12 for before school; leave it empty for other themes.</source>
      <translation>Tema 5710 har klassetrin 0-10 eller 12 for førskole; lad det stå tomt for andre temaer.</translation>
    </message>
    <message>
      <source>Make the example municipality</source>
      <translation>Lav eksempelkommunen</translation>
    </message>
    <message>
      <source>Residents in the first month</source>
      <translation>Beboere i den første måned</translation>
    </message>
    <message>
      <source>Months</source>
      <translation>Måneder</translation>
    </message>
    <message>
      <source>Seed (the same seed gives the same municipality)</source>
      <translation>Startværdi (samme startværdi giver samme kommune)</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Mappe</translation>
    </message>
    <message>
      <source>The example municipality is fictional: every person, address and figure is invented.</source>
      <translation>Eksempelkommunen er fiktiv: alle personer, adresser og tal er opdigtede.</translation>
    </message>
    <message>
      <source>Colour areas by risk level</source>
      <translation>Farv områder efter risikoniveau</translation>
    </message>
    <message>
      <source>Field with risk level or category</source>
      <translation>Felt med risikoniveau eller kategori</translation>
    </message>
    <message>
      <source>Save as the default style of the data source</source>
      <translation>Gem som datakildens standardstil</translation>
    </message>
    <message>
      <source>Styled layer</source>
      <translation>Farvet lag</translation>
    </message>
    <message>
      <source>The layer cannot be read.</source>
      <translation>Laget kan ikke læses.</translation>
    </message>
    <message>
      <source>Choose a polygon layer.</source>
      <translation>Vælg et fladelag.</translation>
    </message>
    <message>
      <source>{file}, row {row}: the period is empty.</source>
      <translation>{file}, række {row}: perioden er tom.</translation>
    </message>
    <message>
      <source>Fill the period of every row, or keep one file per month with the month in its name.</source>
      <translation>Udfyld perioden i hver række, eller hav én fil pr. måned med måneden i navnet.</translation>
    </message>
    <message>
      <source>{file}, row {row}, field {field}: the date of birth lies after the reference date {date}.</source>
      <translation>{file}, række {row}, felt {field}: fødselsdatoen ligger efter opgørelsesdagen {date}.</translation>
    </message>
    <message>
      <source>Correct the date, or the period of the row.</source>
      <translation>Ret datoen eller rækkens periode.</translation>
    </message>
    <message>
      <source>{file}, row {row}, field {field}: the age is over {oldest} years.</source>
      <translation>{file}, række {row}, felt {field}: alderen er over {oldest} år.</translation>
    </message>
    <message>
      <source>Correct the date of birth.</source>
      <translation>Ret fødselsdatoen.</translation>
    </message>
    <message>
      <source>The file {file} has no column for age or birth_date.</source>
      <translation>Filen {file} har ingen kolonne til age (alder) eller birth_date (fødselsdato).</translation>
    </message>
    <message>
      <source>Map one of its columns: {choices}.</source>
      <translation>Vælg en af dens kolonner: {choices}.</translation>
    </message>
    <message>
      <source>The file {file} places people by address_key, but there is no address list.</source>
      <translation>Filen {file} placerer borgere efter address_key (adressenøgle), men der er ingen adresseliste.</translation>
    </message>
    <message>
      <source>Choose an address list with the columns address_key, x and y.</source>
      <translation>Vælg en adresseliste med kolonnerne address_key, x og y.</translation>
    </message>
    <message>
      <source>The file {file} has no column that says where people live (x and y, or address_key).</source>
      <translation>Filen {file} har ingen kolonne, der siger, hvor borgerne bor (x og y, eller address_key).</translation>
    </message>
    <message>
      <source>Map columns to x and y, or to address_key. It has: {choices}.</source>
      <translation>Vælg kolonner til x og y eller til address_key. Den har: {choices}.</translation>
    </message>
    <message>
      <source>The file {file} does not say which period it is for.</source>
      <translation>Filen {file} siger ikke, hvilken periode den gælder.</translation>
    </message>
    <message>
      <source>Map a column to period, put the month in the file name (2026-01), or give the period.</source>
      <translation>Vælg en kolonne til perioden, skriv måneden i filnavnet (2026-01), eller angiv perioden.</translation>
    </message>
    <message>
      <source>The file {file}: the period {period} lies in the future.</source>
      <translation>Filen {file}: perioden {period} ligger i fremtiden.</translation>
    </message>
    <message>
      <source>Correct the period, or check the clock of this machine.</source>
      <translation>Ret perioden, eller kontrollér maskinens ur.</translation>
    </message>
    <message>
      <source>The folder {folder} holds no text files.</source>
      <translation>Mappen {folder} indeholder ingen tekstfiler.</translation>
    </message>
    <message>
      <source>Choose a folder with one CSV file per month, or a single file.</source>
      <translation>Vælg en mappe med én CSV-fil pr. måned eller en enkelt fil.</translation>
    </message>
    <message>
      <source>The mapping is not valid JSON (character {position}).</source>
      <translation>Kolonnevalget er ikke gyldig JSON (tegn {position}).</translation>
    </message>
    <message>
      <source>Write it like {example}.</source>
      <translation>Skriv den som {example}.</translation>
    </message>
    <message>
      <source>The mapping must be a JSON object from role to column name.</source>
      <translation>Kolonnevalget skal være et JSON-objekt fra rolle til kolonnenavn.</translation>
    </message>
    <message>
      <source>The mapping names the unknown role {role}.</source>
      <translation>Kolonnevalget nævner den ukendte rolle {role}.</translation>
    </message>
    <message>
      <source>Use {choices}.</source>
      <translation>Brug {choices}.</translation>
    </message>
    <message>
      <source>The file {file} has no column {column} (wanted as {role}).</source>
      <translation>Filen {file} har ingen kolonne {column} (ønsket som {role}).</translation>
    </message>
    <message>
      <source>Choose one of its columns: {choices}.</source>
      <translation>Vælg en af dens kolonner: {choices}.</translation>
    </message>
    <message>
      <source> ({count} rows in this part of the file)</source>
      <translation> ({count} rækker i denne del af filen)</translation>
    </message>
    <message>
      <source>Correct the cell, or map another column to {role}.</source>
      <translation>Ret cellen, eller vælg en anden kolonne til {role}.</translation>
    </message>
    <message>
      <source>Coordinates must be metres in EPSG:25832. Reproject the file, or map the right columns.</source>
      <translation>Koordinater skal være meter i EPSG:25832. Omprojicér filen, eller vælg de rigtige kolonner.</translation>
    </message>
    <message>
      <source>the value is outside {minimum}-{maximum}</source>
      <translation>værdien ligger uden for {minimum}-{maximum}</translation>
    </message>
    <message>
      <source>a whole number is expected</source>
      <translation>der skal stå et helt tal</translation>
    </message>
    <message>
      <source>0 or 1 is expected</source>
      <translation>der skal stå 0 eller 1</translation>
    </message>
    <message>
      <source>Write 1 for yes, 0 for no, nothing for unknown.</source>
      <translation>Skriv 1 for ja, 0 for nej, intet for ukendt.</translation>
    </message>
    <message>
      <source>the code is not in the list</source>
      <translation>koden står ikke i listen</translation>
    </message>
    <message>
      <source>Use {choices}; leave unknown cells empty.</source>
      <translation>Brug {choices}; lad ukendte celler stå tomme.</translation>
    </message>
    <message>
      <source>the code is not a DISCED-15 main area</source>
      <translation>koden er ikke et hovedområde i DISCED-15</translation>
    </message>
    <message>
      <source>Use two digits: {choices}; leave unknown cells empty.</source>
      <translation>Brug to cifre: {choices}; lad ukendte celler stå tomme.</translation>
    </message>
    <message>
      <source>the period cannot be read</source>
      <translation>perioden kan ikke læses</translation>
    </message>
    <message>
      <source>Write months as YYYY-MM, for example 2026-01.</source>
      <translation>Skriv måneder som ÅÅÅÅ-MM, for eksempel 2026-01.</translation>
    </message>
    <message>
      <source>the period lies in the future</source>
      <translation>perioden ligger i fremtiden</translation>
    </message>
    <message>
      <source>the date cannot be read</source>
      <translation>datoen kan ikke læses</translation>
    </message>
    <message>
      <source>Write dates as DD-MM-YYYY or YYYY-MM-DD.</source>
      <translation>Skriv datoer som DD-MM-ÅÅÅÅ eller ÅÅÅÅ-MM-DD.</translation>
    </message>
    <message>
      <source>the date does not exist</source>
      <translation>datoen findes ikke</translation>
    </message>
    <message>
      <source>{table} {file} has no column for {roles}.</source>
      <translation>{table} {file} har ingen kolonne til {roles}.</translation>
    </message>
    <message>
      <source>It needs the columns {columns}.</source>
      <translation>Den skal have kolonnerne {columns}.</translation>
    </message>
    <message>
      <source>{table} {file} has no rows.</source>
      <translation>{table} {file} har ingen rækker.</translation>
    </message>
    <message>
      <source>{count} address keys stand in the address list with several coordinates; the first is used.</source>
      <translation>{count} adressenøgler står i adresselisten med flere koordinater; de første bruges.</translation>
    </message>
    <message>
      <source>The file {file} cannot be read after line {line}.</source>
      <translation>Filen {file} kan ikke læses efter linje {line}.</translation>
    </message>
    <message>
      <source>Check that every row has the same number of fields and that the file is one whole text file.</source>
      <translation>Kontrollér, at alle rækker har lige mange felter, og at filen er én hel tekstfil.</translation>
    </message>
    <message>
      <source>The file {file} is not a text file.</source>
      <translation>Filen {file} er ikke en tekstfil.</translation>
    </message>
    <message>
      <source>Save it as CSV (UTF-8) and choose that file.</source>
      <translation>Gem den som CSV (UTF-8), og vælg den fil.</translation>
    </message>
    <message>
      <source>No column separator was found in the file {file}: the header is read as one column.</source>
      <translation>Der er ikke fundet noget skilletegn i filen {file}: overskriften læses som én kolonne.</translation>
    </message>
    <message>
      <source>Save the file with semicolon or comma between the columns, and the column names in the first line.</source>
      <translation>Gem filen med semikolon eller komma mellem kolonnerne og kolonnenavnene i første linje.</translation>
    </message>
    <message>
      <source>The header has {count} characters.</source>
      <translation>Overskriften har {count} tegn.</translation>
    </message>
    <message>
      <source>The file {file} cannot be opened.</source>
      <translation>Filen {file} kan ikke åbnes.</translation>
    </message>
    <message>
      <source>Check that it exists and that no other program holds it.</source>
      <translation>Kontrollér, at den findes, og at intet andet program har den åben.</translation>
    </message>
    <message>
      <source>The file {file} is empty.</source>
      <translation>Filen {file} er tom.</translation>
    </message>
    <message>
      <source>Choose a file with column names in the first line and one row per person below.</source>
      <translation>Vælg en fil med kolonnenavne i første linje og én række pr. borger derunder.</translation>
    </message>
    <message>
      <source>The file {file} has a header but no rows.</source>
      <translation>Filen {file} har en overskrift, men ingen rækker.</translation>
    </message>
    <message>
      <source>Choose a file with one row per person below the column names.</source>
      <translation>Vælg en fil med én række pr. borger under kolonnenavnene.</translation>
    </message>
    <message>
      <source>The first line of the file {file} looks like data, not column names.</source>
      <translation>Første linje i filen {file} ligner data, ikke kolonnenavne.</translation>
    </message>
    <message>
      <source>Write the column names in the first line.</source>
      <translation>Skriv kolonnenavnene i første linje.</translation>
    </message>
    <message>
      <source>The file {file} has more than one column named {column}.</source>
      <translation>Filen {file} har mere end én kolonne med navnet {column}.</translation>
    </message>
    <message>
      <source>Give each column its own name.</source>
      <translation>Giv hver kolonne sit eget navn.</translation>
    </message>
    <message>
      <source>{file}, line {line}: there are {found} fields where the header has {wanted}.</source>
      <translation>{file}, linje {line}: der er {found} felter, hvor overskriften har {wanted}.</translation>
    </message>
    <message>
      <source>Correct the line. If it is the last one, the file may have been cut off: fetch it again.</source>
      <translation>Ret linjen. Er det den sidste, kan filen være afkortet: hent den igen.</translation>
    </message>
    <message>
      <source>The example municipality can have 1,000 to 1,000,000 residents, 1 to 120 months, and a seed from 0.</source>
      <translation>Eksempelkommunen kan have 1.000 til 1.000.000 beboere, 1 til 120 måneder og en startværdi fra 0.</translation>
    </message>
    <message>
      <source>Change the numbers.</source>
      <translation>Ret tallene.</translation>
    </message>
    <message>
      <source>The folder {folder} cannot be written to.</source>
      <translation>Der kan ikke skrives i mappen {folder}.</translation>
    </message>
    <message>
      <source>Choose a folder that you may write to.</source>
      <translation>Vælg en mappe, du må skrive i.</translation>
    </message>
    <message>
      <source>The folder {folder} holds files of the same names that are no example: {names}.</source>
      <translation>Mappen {folder} indeholder filer med samme navne, som ikke er et eksempel: {names}.</translation>
    </message>
    <message>
      <source>Choose an empty folder.</source>
      <translation>Vælg en tom mappe.</translation>
    </message>
    <message>
      <source>Districts and addresses</source>
      <translation>Distrikter og adresser</translation>
    </message>
    <message>
      <source>Residents of {period}</source>
      <translation>Beboere i {period}</translation>
    </message>
    <message>
      <source>{count} districts fetched from GeoFA</source>
      <translation>{count} distrikter hentet fra GeoFA</translation>
    </message>
    <message>
      <source>GeoFA has no districts in theme {theme} with this choice.</source>
      <translation>GeoFA har ingen distrikter i tema {theme} med dette valg.</translation>
    </message>
    <message>
      <source>Check municipality, district type, grade and status. Registration in GeoFA is voluntary, so the theme may not be registered here; a layer of your own can be used instead.</source>
      <translation>Kontrollér kommune, distriktstype, klassetrin og status. Registrering i GeoFA er frivillig, så temaet er måske ikke registreret her; et eget lag kan bruges i stedet.</translation>
    </message>
    <message>
      <source>GeoFA's answer changed while it was read: {found} of {matched} districts came, {repeated} twice.</source>
      <translation>GeoFAs svar ændrede sig undervejs: {found} af {matched} distrikter kom, {repeated} to gange.</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>Prøv igen.</translation>
    </message>
    <message>
      <source>GeoFA ({host}) did not answer in time.</source>
      <translation>GeoFA ({host}) svarede ikke i tide.</translation>
    </message>
    <message>
      <source>Try again later, or go on with districts already in the monitor file.</source>
      <translation>Prøv igen senere, eller gå videre med distrikter, der allerede er i monitorfilen.</translation>
    </message>
    <message>
      <source>GeoFA ({host}) cannot be reached.</source>
      <translation>GeoFA ({host}) kan ikke nås.</translation>
    </message>
    <message>
      <source>Check the network and the server address. Districts already in the monitor file can be used without the network.</source>
      <translation>Kontrollér netværket og serverens adresse. Distrikter, der allerede er i monitorfilen, kan bruges uden netværk.</translation>
    </message>
    <message>
      <source>GeoFA refused the request for theme {theme}: {problem}</source>
      <translation>GeoFA afviste forespørgslen om tema {theme}: {problem}</translation>
    </message>
    <message>
      <source>The theme or one of its columns may have another name on this server. Check the server address.</source>
      <translation>Temaet eller en af dets kolonner hedder måske noget andet på denne server. Kontrollér serverens adresse.</translation>
    </message>
    <message>
      <source>GeoFA ({host}) answered with error {status}.</source>
      <translation>GeoFA ({host}) svarede med fejl {status}.</translation>
    </message>
    <message>
      <source>The address {url} answered with something that is not map data.</source>
      <translation>Adressen {url} svarede med noget, der ikke er kortdata.</translation>
    </message>
    <message>
      <source>It may be a login page or a proxy. Check the server address and your network access.</source>
      <translation>Det kan være en loginside eller en proxy. Kontrollér serverens adresse og din netværksadgang.</translation>
    </message>
    <message>
      <source>The answer from GeoFA is damaged and cannot be read.</source>
      <translation>Svaret fra GeoFA er beskadiget og kan ikke læses.</translation>
    </message>
    <message>
      <source>The area set {name} has no areas.</source>
      <translation>Områdesættet {name} har ingen områder.</translation>
    </message>
    <message>
      <source>Choose another layer or widen the filter.</source>
      <translation>Vælg et andet lag, eller udvid filteret.</translation>
    </message>
    <message>
      <source>{name}: area {row} has an empty area id.</source>
      <translation>{name}: område {row} har et tomt id.</translation>
    </message>
    <message>
      <source>Fill the id field, or choose a field that is filled for every area.</source>
      <translation>Udfyld id-feltet, eller vælg et felt, der er udfyldt for alle områder.</translation>
    </message>
    <message>
      <source>{name}: the area id {ids} is used more than once.</source>
      <translation>{name}: områdets id {ids} bruges mere end én gang.</translation>
    </message>
    <message>
      <source>Choose a field with one value per area, or dissolve the areas that belong together.</source>
      <translation>Vælg et felt med én værdi pr. område, eller saml de områder, der hører sammen.</translation>
    </message>
    <message>
      <source>{name}: the area {ids} has no geometry.</source>
      <translation>{name}: området {ids} har ingen geometri.</translation>
    </message>
    <message>
      <source>Draw the area, or delete the row.</source>
      <translation>Tegn området, eller slet rækken.</translation>
    </message>
    <message>
      <source>{name}: {count} places lie in more than one area and are given to the first.</source>
      <translation>{name}: {count} steder ligger i mere end ét område og regnes til det første.</translation>
    </message>
    <message>
      <source>The monitor file {file} cannot be written.</source>
      <translation>Monitorfilen {file} kan ikke skrives.</translation>
    </message>
    <message>
      <source>Check that the folder exists and may be written to, and that no other program holds the file.</source>
      <translation>Kontrollér, at mappen findes, at du må skrive i den, og at intet andet program har filen åben.</translation>
    </message>
    <message>
      <source>The file {file} exists but is not a monitor file.</source>
      <translation>Filen {file} findes, men er ikke en monitorfil.</translation>
    </message>
    <message>
      <source>Choose another file name.</source>
      <translation>Vælg et andet filnavn.</translation>
    </message>
    <message>
      <source>The monitor file {file} does not exist.</source>
      <translation>Monitorfilen {file} findes ikke.</translation>
    </message>
    <message>
      <source>Choose another file, or make a new one.</source>
      <translation>Vælg en anden fil, eller lav en ny.</translation>
    </message>
    <message>
      <source>The monitor file {file} cannot be read.</source>
      <translation>Monitorfilen {file} kan ikke læses.</translation>
    </message>
    <message>
      <source>It may be damaged or held by another program.</source>
      <translation>Den kan være beskadiget eller åben i et andet program.</translation>
    </message>
    <message>
      <source>Choose a folder that exists and that you may write to.</source>
      <translation>Vælg en mappe, der findes, og som du må skrive i.</translation>
    </message>
    <message>
      <source>The monitor file {file} has no area set {name}.</source>
      <translation>Monitorfilen {file} har intet områdesæt {name}.</translation>
    </message>
    <message>
      <source>Load the districts again.</source>
      <translation>Hent distrikterne igen.</translation>
    </message>
    <message>
      <source>Install {packages} with the OSGeo4W Setup (package python3-{first}), or install QGIS with the standalone installer, which has them.</source>
      <translation>Installér {packages} med OSGeo4W Setup (pakken python3-{first}), eller installér QGIS med det selvstændige installationsprogram, som har dem.</translation>
    </message>
    <message>
      <source>Install {packages} into QGIS' own Python with pip, or use a newer QGIS that has them.</source>
      <translation>Installér {packages} i QGIS' egen Python med pip, eller brug en nyere QGIS, som har dem.</translation>
    </message>
    <message>
      <source>Install {packages} with the system's package manager, for example: sudo apt install python3-{first}</source>
      <translation>Installér {packages} med systemets pakkehåndtering, for eksempel: sudo apt install python3-{first}</translation>
    </message>
    <message>
      <source>This step needs the Python package {packages}, which this QGIS does not have.</source>
      <translation>Dette trin kræver Python-pakken {packages}, som denne QGIS ikke har.</translation>
    </message>
    <message>
      <source>The GeoFA theme {code} is not one this plugin knows.</source>
      <translation>GeoFA-temaet {code} kendes ikke af dette plugin.</translation>
    </message>
    <message>
      <source>{text} is not a municipality code.</source>
      <translation>{text} er ikke en kommunekode.</translation>
    </message>
    <message>
      <source>Write the four digits, for example 0461 for Odense.</source>
      <translation>Skriv de fire cifre, for eksempel 0461 for Odense.</translation>
    </message>
    <message>
      <source>No municipality has the code {code}.</source>
      <translation>Ingen kommune har koden {code}.</translation>
    </message>
    <message>
      <source>The indicator {indicator} has no variant {variant}.</source>
      <translation>Indikatoren {indicator} har ingen variant {variant}.</translation>
    </message>
    <message>
      <source>The catalogue file {file} has a filter that cannot be read in {entry}.</source>
      <translation>Katalogfilen {file} har et filter i {entry}, der ikke kan læses.</translation>
    </message>
    <message>
      <source>A filter needs column and operator, one of {choices}.</source>
      <translation>Et filter skal have column og operator, en af {choices}.</translation>
    </message>
    <message>
      <source>The catalogue file {file} has a filter without value in {entry}.</source>
      <translation>Katalogfilen {file} har et filter uden value i {entry}.</translation>
    </message>
    <message>
      <source>Add the key value.</source>
      <translation>Tilføj nøglen value.</translation>
    </message>
    <message>
      <source>The catalogue file {file} must give one numerator in {entry}.</source>
      <translation>Katalogfilen {file} skal angive én tæller i {entry}.</translation>
    </message>
    <message>
      <source>Use one of {choices}.</source>
      <translation>Brug en af {choices}.</translation>
    </message>
    <message>
      <source>The catalogue file {file} has the unknown unit {unit} in {entry}.</source>
      <translation>Katalogfilen {file} har den ukendte enhed {unit} i {entry}.</translation>
    </message>
    <message>
      <source>The catalogue has no indicator {name}.</source>
      <translation>Kataloget har ingen indikator {name}.</translation>
    </message>
    <message>
      <source>Choose among {choices}.</source>
      <translation>Vælg blandt {choices}.</translation>
    </message>
    <message>
      <source>The catalogue file {file} is missing.</source>
      <translation>Katalogfilen {file} mangler.</translation>
    </message>
    <message>
      <source>Install the plugin again.</source>
      <translation>Installér pluginet igen.</translation>
    </message>
    <message>
      <source>The catalogue file {file} is damaged in line {line}.</source>
      <translation>Katalogfilen {file} er beskadiget i linje {line}.</translation>
    </message>
    <message>
      <source>Install the plugin again, or mend the line.</source>
      <translation>Installér pluginet igen, eller ret linjen.</translation>
    </message>
    <message>
      <source>The catalogue file {file} lacks the key {key} in {entry}.</source>
      <translation>Katalogfilen {file} mangler nøglen {key} i {entry}.</translation>
    </message>
    <message>
      <source>Add the key, or install the plugin again.</source>
      <translation>Tilføj nøglen, eller installér pluginet igen.</translation>
    </message>
    <message>
      <source>The catalogue file {file} has the unknown operator {operator} in {entry}.</source>
      <translation>Katalogfilen {file} har den ukendte operator {operator} i {entry}.</translation>
    </message>
    <message>
      <source>The catalogue file {file} must give either threshold or times_national in {entry}.</source>
      <translation>Katalogfilen {file} skal angive enten threshold eller times_national i {entry}.</translation>
    </message>
    <message>
      <source>Give exactly one of the two.</source>
      <translation>Angiv netop en af de to.</translation>
    </message>
    <message>
      <source>The catalogue file {file} names the unknown criterion {criterion} in {entry}.</source>
      <translation>Katalogfilen {file} nævner det ukendte kriterium {criterion} i {entry}.</translation>
    </message>
    <message>
      <source>Add the criterion, or take the name out.</source>
      <translation>Tilføj kriteriet, eller tag navnet ud.</translation>
    </message>
    <message>
      <source>There is no rule set {name}.</source>
      <translation>Der er intet regelsæt {name}.</translation>
    </message>
    <message>
      <source>No rules are known for the year {year}.</source>
      <translation>Der kendes ingen regler for året {year}.</translation>
    </message>
    <message>
      <source>The first list came in {first}. Check the year, or choose a rule set yourself.</source>
      <translation>Den første liste kom i {first}. Kontrollér året, eller vælg selv et regelsæt.</translation>
    </message>
    <message>
      <source>{period} is not a period.</source>
      <translation>{period} er ikke en periode.</translation>
    </message>
    <message>
      <source>Write a month as YYYY-MM, for example 2026-01.</source>
      <translation>Skriv en måned som ÅÅÅÅ-MM, for eksempel 2026-01.</translation>
    </message>
    <message>
      <source>The indicator {indicator} needs the column {columns}, which the register does not have.</source>
      <translation>Indikatoren {indicator} kræver kolonnen {columns}, som registret ikke har.</translation>
    </message>
    <message>
      <source>Map a column to it, or leave the indicator out.</source>
      <translation>Vælg en kolonne til den, eller udelad indikatoren.</translation>
    </message>
    <message>
      <source>{indicator} is left out: the register has no column for {columns}.</source>
      <translation>{indicator} er udeladt: registret har ingen kolonne til {columns}.</translation>
    </message>
    <message>
      <source>The register has no rows for the period {period}.</source>
      <translation>Registret har ingen rækker for perioden {period}.</translation>
    </message>
    <message>
      <source>It has files for {periods}.</source>
      <translation>Det har filer for {periods}.</translation>
    </message>
    <message>
      <source>Check the period, or leave it empty to count all periods of the register.</source>
      <translation>Kontrollér perioden, eller lad den stå tom for at tælle alle registrets perioder.</translation>
    </message>
    <message>
      <source>{name}: {placed} of {read} rows placed. Not placed: {reasons}.</source>
      <translation>{name}: {placed} af {read} rækker placeret. Ikke placeret: {reasons}.</translation>
    </message>
    <message>
      <source>{count} rows have no value in {column}.</source>
      <translation>{count} rækker har ingen værdi i {column}.</translation>
    </message>
    <message>
      <source>{rules}: the law of the time counts unknown education as basic school, and this run does not. The choice can be made before computing.</source>
      <translation>{rules}: datidens regler tæller uoplyst uddannelse som grundskole, og det gør denne kørsel ikke. Det kan vælges før beregningen.</translation>
    </message>
    <message>
      <source>Placing and counting persons</source>
      <translation>Placerer og tæller borgere</translation>
    </message>
    <message>
      <source>Judging the areas</source>
      <translation>Vurderer områderne</translation>
    </message>
    <message>
      <source>Writing the monitor file</source>
      <translation>Skriver monitorfilen</translation>
    </message>
    <message>
      <source>The history table, row {row}: the category is not known.</source>
      <translation>Tabellen over tidligere lister, række {row}: kategorien kendes ikke.</translation>
    </message>
    <message>
      <source>The history table, row {row}: the year is not a number.</source>
      <translation>Tabellen over tidligere lister, række {row}: året er ikke et tal.</translation>
    </message>
    <message>
      <source>Write the list year with four digits in the column year.</source>
      <translation>Skriv listens år med fire cifre i kolonnen year.</translation>
    </message>
    <message>
      <source>The layer {name} has no coordinate reference system.</source>
      <translation>Laget {name} har intet koordinatsystem.</translation>
    </message>
    <message>
      <source>Set it in the layer's properties; GeoFA and Danish registers use EPSG:25832.</source>
      <translation>Angiv det i lagets egenskaber; GeoFA og danske registre bruger EPSG:25832.</translation>
    </message>
    <message>
      <source>{name}: the polygon of area {area} is not valid ({problem}).</source>
      <translation>{name}: fladen for område {area} er ikke gyldig ({problem}).</translation>
    </message>
    <message>
      <source>Mend it with the Processing tool Fix geometries, or redraw the area.</source>
      <translation>Ret den med Processing-værktøjet Ret geometrier, eller tegn området om.</translation>
    </message>
    <message>
      <source>{name}: the area {area} cannot be reprojected to EPSG:25832.</source>
      <translation>{name}: området {area} kan ikke omprojiceres til EPSG:25832.</translation>
    </message>
    <message>
      <source>Check the layer's coordinate reference system.</source>
      <translation>Kontrollér lagets koordinatsystem.</translation>
    </message>
    <message>
      <source>{name} has no field {field} for the area id.</source>
      <translation>{name} har intet felt {field} til områdets id.</translation>
    </message>
    <message>
      <source>{name} is reprojected from {crs} to EPSG:25832.</source>
      <translation>{name} er omprojiceret fra {crs} til EPSG:25832.</translation>
    </message>
    <message>
      <source>The table of earlier lists cannot be read.</source>
      <translation>Tabellen over tidligere lister kan ikke læses.</translation>
    </message>
    <message>
      <source>Choose a table with the columns area, year and category.</source>
      <translation>Vælg en tabel med kolonnerne area, year og category.</translation>
    </message>
    <message>
      <source>The table of earlier lists has no column {column}.</source>
      <translation>Tabellen over tidligere lister har ingen kolonne {column}.</translation>
    </message>
    <message>
      <source>It needs the columns area, year and category.</source>
      <translation>Den skal have kolonnerne area, year og category.</translation>
    </message>
    <message>
      <source>{source}, {licence}</source>
      <translation>{source}, {licence}</translation>
    </message>
    <message>
      <source>Retrieved {time} from {source}</source>
      <translation>Hentet {time} fra {source}</translation>
    </message>
    <message>
      <source>The monitor file {file} cannot be shown.</source>
      <translation>Monitorfilen {file} kan ikke vises.</translation>
    </message>
    <message>
      <source>Compute again, or choose another file.</source>
      <translation>Beregn igen, eller vælg en anden fil.</translation>
    </message>
    <message>
      <source>{name}, outlines</source>
      <translation>{name}, omrids</translation>
    </message>
    <message>
      <source>{name}, risk level {period}</source>
      <translation>{name}, risikoniveau {period}</translation>
    </message>
    <message>
      <source>{name}, over time</source>
      <translation>{name}, over tid</translation>
    </message>
    <message>
      <source>Fetching districts from GeoFA</source>
      <translation>Henter distrikter fra GeoFA</translation>
    </message>
    <message>
      <source>Housing areas (fictional)</source>
      <translation>Boligområder (fiktive)</translation>
    </message>
    <message>
      <source>Basic districts (fictional)</source>
      <translation>Basisdistrikter (fiktive)</translation>
    </message>
    <message>
      <source>School districts (fictional)</source>
      <translation>Skoledistrikter (fiktive)</translation>
    </message>
    <message>
      <source>Example municipality (fictional)</source>
      <translation>Eksempelkommune (fiktiv)</translation>
    </message>
    <message>
      <source>{name} has no rows.</source>
      <translation>{name} har ingen rækker.</translation>
    </message>
    <message>
      <source>Choose another file or layer.</source>
      <translation>Vælg en anden fil eller et andet lag.</translation>
    </message>
    <message>
      <source>(not shown)</source>
      <translation>(vises ikke)</translation>
    </message>
    <message>
      <source>Outside work and education</source>
      <translation>Uden arbejde og uddannelse</translation>
    </message>
    <message>
      <source>Convicted</source>
      <translation>Dømte</translation>
    </message>
    <message>
      <source>Basic school only</source>
      <translation>Kun grundskole</translation>
    </message>
    <message>
      <source>Income, of the region</source>
      <translation>Indkomst, pct. af regionens</translation>
    </message>
    <message>
      <source>Non-western origin</source>
      <translation>Ikke-vestlig oprindelse</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Værdi</translation>
    </message>
    <message>
      <source>Margin (pp)</source>
      <translation>Margin (pp.)</translation>
    </message>
    <message>
      <source>No data or undecided</source>
      <translation>Ingen data eller ikke afgjort</translation>
    </message>
    <message>
      <source>Risk level</source>
      <translation>Risikoniveau</translation>
    </message>
    <message>
      <source>The picture {file} cannot be written.</source>
      <translation>Billedet {file} kan ikke skrives.</translation>
    </message>
    <message>
      <source>Check that the folder may be written to and that no other program holds the file.</source>
      <translation>Kontrollér, at du må skrive i mappen, og at intet andet program har filen åben.</translation>
    </message>
    <message>
      <source>The layer {name} cannot be read.</source>
      <translation>Laget {name} kan ikke læses.</translation>
    </message>
    <message>
      <source>Check its data source.</source>
      <translation>Kontrollér dets datakilde.</translation>
    </message>
    <message>
      <source>Choose a CSV file, a folder of them, a spreadsheet, a GeoPackage table or a layer.</source>
      <translation>Vælg en CSV-fil, en mappe med dem, et regneark, en GeoPackage-tabel eller et lag.</translation>
    </message>
    <message>
      <source>{first} and {second} overlap by {size} m².</source>
      <translation>{first} og {second} overlapper med {size} m².</translation>
    </message>
    <message>
      <source>There is a hole of {size} m² between the areas.</source>
      <translation>Der er et hul på {size} m² mellem områderne.</translation>
    </message>
    <message>
      <source>{name}: {count} more overlaps and holes.</source>
      <translation>{name}: {count} overlap og huller mere.</translation>
    </message>
    <message>
      <source>Something unforeseen happened ({kind}).</source>
      <translation>Der skete noget uforudset ({kind}).</translation>
    </message>
    <message>
      <source>Nothing was changed. Send the details to the plugin's issue tracker.</source>
      <translation>Intet blev ændret. Send detaljerne til pluginets fejlliste.</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Detaljer</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Data</translation>
    </message>
    <message>
      <source>Calculation</source>
      <translation>Beregning</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Kort</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annullér</translation>
    </message>
    <message>
      <source>Monitor file: {file}</source>
      <translation>Monitorfil: {file}</translation>
    </message>
    <message>
      <source>{step}, about {seconds} s left</source>
      <translation>{step}, ca. {seconds} sek. tilbage</translation>
    </message>
    <message>
      <source>{points} pp</source>
      <translation>{points} pp.</translation>
    </message>
    <message>
      <source>{count} persons</source>
      <translation>{count} personer</translation>
    </message>
    <message>
      <source>No category</source>
      <translation>Ingen kategori</translation>
    </message>
    <message>
      <source>(undecided)</source>
      <translation>(ikke afgjort)</translation>
    </message>
    <message>
      <source>{count} residents</source>
      <translation>{count} beboere</translation>
    </message>
    <message>
      <source>Margin</source>
      <translation>Margin</translation>
    </message>
    <message>
      <source>None chosen</source>
      <translation>Intet valgt</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>Vælg en fil</translation>
    </message>
    <message>
      <source>File…</source>
      <translation>Fil…</translation>
    </message>
    <message>
      <source>Folder of monthly files…</source>
      <translation>Mappe med månedsfiler…</translation>
    </message>
    <message>
      <source>Tables (*.csv *.txt *.tsv *.xlsx *.ods *.gpkg);;All files (*)</source>
      <translation>Tabeller (*.csv *.txt *.tsv *.xlsx *.ods *.gpkg);;Alle filer (*)</translation>
    </message>
    <message>
      <source>Choose a folder of monthly files</source>
      <translation>Vælg en mappe med månedsfiler</translation>
    </message>
    <message>
      <source>Click to see the place on the map</source>
      <translation>Klik for at se stedet på kortet</translation>
    </message>
    <message>
      <source>From GeoFA</source>
      <translation>Fra GeoFA</translation>
    </message>
    <message>
      <source>All grades</source>
      <translation>Alle klassetrin</translation>
    </message>
    <message>
      <source>GeoFA's WFS address: the production server, the test server, or one of your own.</source>
      <translation>GeoFAs WFS-adresse: produktionsserveren, testserveren eller din egen adresse.</translation>
    </message>
    <message>
      <source>Fetch</source>
      <translation>Hent</translation>
    </message>
    <message>
      <source>Municipality</source>
      <translation>Kommune</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Tema</translation>
    </message>
    <message>
      <source>District type</source>
      <translation>Distriktstype</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>Klassetrin</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>All types</source>
      <translation>Alle typer</translation>
    </message>
    <message>
      <source>From a layer of your own</source>
      <translation>Fra et eget lag</translation>
    </message>
    <message>
      <source>Covers without overlap</source>
      <translation>Dækker uden overlap</translation>
    </message>
    <message>
      <source>Overlaps and holes are looked for and listed.</source>
      <translation>Overlap og huller bliver fundet og vist.</translation>
    </message>
    <message>
      <source>Use the layer</source>
      <translation>Brug laget</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Lag</translation>
    </message>
    <message>
      <source>Area id</source>
      <translation>Område-id</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Navn</translation>
    </message>
    <message>
      <source>Reading the layer</source>
      <translation>Læser laget</translation>
    </message>
    <message>
      <source>{count} areas in {name}.</source>
      <translation>{count} områder i {name}.</translation>
    </message>
    <message>
      <source>{count} overlaps or holes: see the list.</source>
      <translation>{count} overlap eller huller: se listen.</translation>
    </message>
    <message>
      <source>No districts chosen yet.</source>
      <translation>Der er ikke valgt distrikter endnu.</translation>
    </message>
    <message>
      <source>{text} fits {count} municipalities.</source>
      <translation>{text} passer på {count} kommuner.</translation>
    </message>
    <message>
      <source>Choose one from the list.</source>
      <translation>Vælg en fra listen.</translation>
    </message>
    <message>
      <source>partition</source>
      <translation>dækkende</translation>
    </message>
    <message>
      <source>may overlap</source>
      <translation>må overlappe</translation>
    </message>
    <message>
      <source>{name}: {count} areas, {kind}</source>
      <translation>{name}: {count} områder, {kind}</translation>
    </message>
    <message>
      <source>Checked area sets are counted.</source>
      <translation>Afkrydsede områdesæt tælles med.</translation>
    </message>
    <message>
      <source>Follow districts and housing areas month by month, with the municipality's own data. Data stay on this machine.</source>
      <translation>Følg distrikter og boligområder måned for måned med kommunens egne data. Data bliver på denne maskine.</translation>
    </message>
    <message>
      <source>Make the example</source>
      <translation>Lav eksemplet</translation>
    </message>
    <message>
      <source>Example municipality</source>
      <translation>Eksempelkommune</translation>
    </message>
    <message>
      <source>Is made in {folder}</source>
      <translation>Oprettes i {folder}</translation>
    </message>
    <message>
      <source>Your own monitor file</source>
      <translation>Din egen monitorfil</translation>
    </message>
    <message>
      <source>New monitor file…</source>
      <translation>Ny monitorfil…</translation>
    </message>
    <message>
      <source>Open monitor file…</source>
      <translation>Åbn monitorfil…</translation>
    </message>
    <message>
      <source>Making the example municipality</source>
      <translation>Laver eksempelkommunen</translation>
    </message>
    <message>
      <source>The example municipality is ready: {count} residents, all invented. Go on with Data.</source>
      <translation>Eksempelkommunen er klar: {count} beboere, alle opdigtede. Gå videre med Data.</translation>
    </message>
    <message>
      <source>New monitor file</source>
      <translation>Ny monitorfil</translation>
    </message>
    <message>
      <source>Open monitor file</source>
      <translation>Åbn monitorfil</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Kilder</translation>
    </message>
    <message>
      <source>Persons</source>
      <translation>Borgere</translation>
    </message>
    <message>
      <source>Address list</source>
      <translation>Adresseliste</translation>
    </message>
    <message>
      <source>Reference values</source>
      <translation>Referenceværdier</translation>
    </message>
    <message>
      <source>Earlier lists</source>
      <translation>Tidligere lister</translation>
    </message>
    <message>
      <source>all, or a month as 2026-01</source>
      <translation>alle, eller en måned som 2026-01</translation>
    </message>
    <message>
      <source>Count this month alone; needed where neither a column nor the file name says it.</source>
      <translation>Tæl kun denne måned; skal udfyldes, hvor hverken en kolonne eller filnavnet siger den.</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Periode</translation>
    </message>
    <message>
      <source>Load</source>
      <translation>Indlæs</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Rolle</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Kolonne</translation>
    </message>
    <message>
      <source>Example</source>
      <translation>Eksempel</translation>
    </message>
    <message>
      <source>No person register chosen yet.</source>
      <translation>Der er ikke valgt et borgerregister endnu.</translation>
    </message>
    <message>
      <source>Press Load to check the register and its columns.</source>
      <translation>Tryk Indlæs for at kontrollere registret og dets kolonner.</translation>
    </message>
    <message>
      <source>Reading the register</source>
      <translation>Læser registret</translation>
    </message>
    <message>
      <source>{files} files, {rows} rows read without fault in the first.</source>
      <translation>{files} filer, {rows} rækker læst uden fejl i den første.</translation>
    </message>
    <message>
      <source>Periods {first} to {last}.</source>
      <translation>Perioder {first} til {last}.</translation>
    </message>
    <message>
      <source>Cannot be counted without more columns: {names}.</source>
      <translation>Kan ikke tælles uden flere kolonner: {names}.</translation>
    </message>
    <message>
      <source>Check the columns; press Load again after a change.</source>
      <translation>Kontrollér kolonnerne; tryk Indlæs igen efter en ændring.</translation>
    </message>
    <message>
      <source>Indicators</source>
      <translation>Indikatorer</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Regler</translation>
    </message>
    <message>
      <source>By the year of the period</source>
      <translation>Efter periodens år</translation>
    </message>
    <message>
      <source>An area is close when its figures are within this share of a threshold.</source>
      <translation>Et område er tæt på, når dets tal ligger inden for denne andel af en grænse.</translation>
    </message>
    <message>
      <source>EU Court, C-417/23 (18 December 2025): the criterion may be discrimination. Without it, categories that rest on it are not given.</source>
      <translation>EU-Domstolen, C-417/23 (18. december 2025): kriteriet kan være forskelsbehandling. Uden det gives kategorier, der hviler på det, ikke.</translation>
    </message>
    <message>
      <source>Use the years there are</source>
      <translation>Brug de år, der findes</translation>
    </message>
    <message>
      <source>The law takes the mean of two years. Without an earlier year the figure is missing, unless this is checked; the result is then an approximation.</source>
      <translation>Loven bruger gennemsnit af to år. Uden et tidligere år mangler tallet, medmindre feltet er afkrydset; resultatet er da en tilnærmelse.</translation>
    </message>
    <message>
      <source>Unknown as basic school</source>
      <translation>Uoplyst som grundskole</translation>
    </message>
    <message>
      <source>Close to a threshold</source>
      <translation>Tæt på en grænse</translation>
    </message>
    <message>
      <source>Compute</source>
      <translation>Beregn</translation>
    </message>
    <message>
      <source>Waiting for districts (page Areas).</source>
      <translation>Venter på distrikter (siden Områder).</translation>
    </message>
    <message>
      <source>Waiting for a person register (page Data).</source>
      <translation>Venter på et borgerregister (siden Data).</translation>
    </message>
    <message>
      <source>Ready to count and judge {count} area sets.</source>
      <translation>Klar til at tælle og vurdere {count} områdesæt.</translation>
    </message>
    <message>
      <source>No indicator is chosen.</source>
      <translation>Der er ikke valgt nogen indikator.</translation>
    </message>
    <message>
      <source>Tick at least one indicator.</source>
      <translation>Sæt kryds ved mindst én indikator.</translation>
    </message>
    <message>
      <source>Counting and judging</source>
      <translation>Tæller og vurderer</translation>
    </message>
    <message>
      <source>{placed} of {rows} rows placed in {name}, {periods} periods.</source>
      <translation>{placed} af {rows} rækker placeret i {name}, {periods} perioder.</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>Vises</translation>
    </message>
    <message>
      <source>Area set</source>
      <translation>Områdesæt</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Område</translation>
    </message>
    <message>
      <source>Criteria</source>
      <translation>Kriterier</translation>
    </message>
    <message>
      <source>Save map as picture…</source>
      <translation>Gem kort som billede…</translation>
    </message>
    <message>
      <source>Zoom to the areas</source>
      <translation>Zoom til områderne</translation>
    </message>
    <message>
      <source>Nothing computed yet.</source>
      <translation>Intet beregnet endnu.</translation>
    </message>
    <message>
      <source>Save map as picture</source>
      <translation>Gem kort som billede</translation>
    </message>
    <message>
      <source>The layer of these areas is not in the project any more.</source>
      <translation>Laget med disse områder er ikke i projektet længere.</translation>
    </message>
    <message>
      <source>Compute again.</source>
      <translation>Beregn igen.</translation>
    </message>
    <message>
      <source>Risk level, {name}</source>
      <translation>Risikoniveau, {name}</translation>
    </message>
    <message>
      <source>The map is saved as {file}.</source>
      <translation>Kortet er gemt som {file}.</translation>
    </message>
  </context>
</TS>
