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
      <source>Correct the date, or the period of the row.</source>
      <translation>Ret datoen eller rækkens periode.</translation>
    </message>
    <message>
      <source>Correct the date of birth.</source>
      <translation>Ret fødselsdatoen.</translation>
    </message>
    <message>
      <source>Map one of its columns: {choices}.</source>
      <translation>Vælg en af dens kolonner: {choices}.</translation>
    </message>
    <message>
      <source>Choose an address list with the columns address_key, x and y.</source>
      <translation>Vælg en adresseliste med kolonnerne address_key, x og y.</translation>
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
      <source>Map a column to it, or leave the indicator out.</source>
      <translation>Vælg en kolonne til den, eller udelad indikatoren.</translation>
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
      <source>Periods {first} to {last}.</source>
      <translation>Perioder {first} til {last}.</translation>
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
    <message>
      <source>Statistics Denmark's code of {name} is not known to this version.</source>
      <translation>Danmarks Statistiks kode for {name} kendes ikke af denne version.</translation>
    </message>
    <message>
      <source>Update the plugin, or give the reference values in a table.</source>
      <translation>Opdatér pluginet, eller giv referenceværdierne i en tabel.</translation>
    </message>
    <message>
      <source>The comparator {name} has figures by {levels}.</source>
      <translation>Sammenligningen {name} har tal for {levels}.</translation>
    </message>
    <message>
      <source>Give the municipality.</source>
      <translation>Angiv kommunen.</translation>
    </message>
    <message>
      <source>The table {table} has no figures of the level {levels}.</source>
      <translation>Tabellen {table} har ingen tal på niveauet {levels}.</translation>
    </message>
    <message>
      <source>The extract of {table} is so large that values must be chosen for every variable.</source>
      <translation>Udtrækket af {table} er så stort, at der skal vælges værdier for alle variable.</translation>
    </message>
    <message>
      <source>Choose values for {names}.</source>
      <translation>Vælg værdier for {names}.</translation>
    </message>
    <message>
      <source>StatBank did not answer within {seconds} seconds.</source>
      <translation>Statistikbanken svarede ikke inden for {seconds} sekunder.</translation>
    </message>
    <message>
      <source>Try again later.</source>
      <translation>Prøv igen senere.</translation>
    </message>
    <message>
      <source>StatBank at {url} cannot be reached.</source>
      <translation>Statistikbanken på {url} kan ikke nås.</translation>
    </message>
    <message>
      <source>Check the network and QGIS' proxy settings, and try again.</source>
      <translation>Kontrollér netværket og QGIS' proxyindstillinger, og prøv igen.</translation>
    </message>
    <message>
      <source>StatBank answered with the error {code}.</source>
      <translation>Statistikbanken svarede med fejlen {code}.</translation>
    </message>
    <message>
      <source>StatBank's answer about {table} was cut off.</source>
      <translation>Statistikbankens svar om {table} blev afbrudt.</translation>
    </message>
    <message>
      <source>The table {table} has no variable {name}.</source>
      <translation>Tabellen {table} har ingen variabel {name}.</translation>
    </message>
    <message>
      <source>It has {choices}.</source>
      <translation>Den har {choices}.</translation>
    </message>
    <message>
      <source>The table {table} has no {name} with the code {codes}.</source>
      <translation>Tabellen {table} har ingen {name} med koden {codes}.</translation>
    </message>
    <message>
      <source>Values must be chosen for {names} of the table {table}.</source>
      <translation>Der skal vælges værdier for {names} i tabellen {table}.</translation>
    </message>
    <message>
      <source>Choose codes, or * for all.</source>
      <translation>Vælg koder, eller * for alle.</translation>
    </message>
    <message>
      <source>StatBank's answer about {table} cannot be read; it may be cut off.</source>
      <translation>Statistikbankens svar om {table} kan ikke læses; det er måske afbrudt.</translation>
    </message>
    <message>
      <source>Try again. If it goes on, look at the table on statistikbanken.dk.</source>
      <translation>Prøv igen. Bliver det ved, så slå tabellen op på statistikbanken.dk.</translation>
    </message>
    <message>
      <source>{count} lines</source>
      <translation>{count} linjer</translation>
    </message>
    <message>
      <source>the last line has no end</source>
      <translation>den sidste linje har ingen afslutning</translation>
    </message>
    <message>
      <source>StatBank refused the request about {table} without saying why.</source>
      <translation>Statistikbanken afviste forespørgslen om {table} uden at sige hvorfor.</translation>
    </message>
    <message>
      <source>A proxy may stand between. Try again, or ask the IT department about api.statbank.dk.</source>
      <translation>Måske står en proxy imellem. Prøv igen, eller spørg it-afdelingen om api.statbank.dk.</translation>
    </message>
    <message>
      <source>The extract of {table} has more cells than StatBank gives at once.</source>
      <translation>Udtrækket af {table} har flere celler, end Statistikbanken giver på én gang.</translation>
    </message>
    <message>
      <source>Choose fewer areas, periods or groups.</source>
      <translation>Vælg færre områder, perioder eller grupper.</translation>
    </message>
    <message>
      <source>StatBank does not have {table}, or one of the codes asked for.</source>
      <translation>Statistikbanken har ikke {table}, eller en af de koder, der blev spurgt om.</translation>
    </message>
    <message>
      <source>The table may have been renamed or its codes changed. Look it up on statistikbanken.dk.</source>
      <translation>Tabellen kan have fået nyt navn, eller dens koder er ændret. Slå den op på statistikbanken.dk.</translation>
    </message>
    <message>
      <source>StatBank does not allow this extract of {table}.</source>
      <translation>Statistikbanken tillader ikke dette udtræk af {table}.</translation>
    </message>
    <message>
      <source>Choose values for every variable.</source>
      <translation>Vælg værdier for alle variable.</translation>
    </message>
    <message>
      <source>The request about {table} lacks something.</source>
      <translation>Forespørgslen om {table} mangler noget.</translation>
    </message>
    <message>
      <source>Give the table, and values for its variables.</source>
      <translation>Angiv tabellen og værdier for dens variable.</translation>
    </message>
    <message>
      <source>The request to StatBank was empty.</source>
      <translation>Forespørgslen til Statistikbanken var tom.</translation>
    </message>
    <message>
      <source>StatBank refused the request about {table} ({code}).</source>
      <translation>Statistikbanken afviste forespørgslen om {table} ({code}).</translation>
    </message>
    <message>
      <source>Look the table up on statistikbanken.dk.</source>
      <translation>Slå tabellen op på statistikbanken.dk.</translation>
    </message>
    <message>
      <source>The finished figures name indicators that the catalogue does not have: {names}.</source>
      <translation>De færdige tal nævner indikatorer, som kataloget ikke har: {names}.</translation>
    </message>
    <message>
      <source>the part is larger than the whole</source>
      <translation>delen er større end helheden</translation>
    </message>
    <message>
      <source>the percentage is outside 0-100</source>
      <translation>procenten ligger uden for 0-100</translation>
    </message>
    <message>
      <source>numerator, denominator and percentage contradict each other</source>
      <translation>tæller, nævner og procent modsiger hinanden</translation>
    </message>
    <message>
      <source>Finished figures, area {area}, {period}, {indicator}: {message}.</source>
      <translation>Færdige tal, område {area}, {period}, {indicator}: {message}.</translation>
    </message>
    <message>
      <source>Correct the figures, or the choice of columns.</source>
      <translation>Ret tallene eller kolonnevalget.</translation>
    </message>
    <message>
      <source>{name}: {count} area codes of the finished figures are no areas of it.</source>
      <translation>{name}: {count} områdekoder i de færdige tal er ikke områder i sættet.</translation>
    </message>
    <message>
      <source>The finished figures have {indicator} of area {area} in {period} more than once.</source>
      <translation>De færdige tal har {indicator} for område {area} i {period} mere end én gang.</translation>
    </message>
    <message>
      <source>Keep one row for each area, period and indicator.</source>
      <translation>Behold én række for hvert område, hver periode og hver indikator.</translation>
    </message>
    <message>
      <source>{indicator} is given for other areas and without denominators, so it cannot be carried over.</source>
      <translation>{indicator} er givet for andre områder og uden nævnere og kan derfor ikke føres over.</translation>
    </message>
    <message>
      <source>Give the denominators too, or figures for the areas themselves.</source>
      <translation>Giv også nævnerne, eller tal for områderne selv.</translation>
    </message>
    <message>
      <source>Finished figures were carried over to {name} by area, as if people lived evenly.</source>
      <translation>Færdige tal er ført over til {name} efter areal, som om folk boede jævnt fordelt.</translation>
    </message>
    <message>
      <source>{count} cells in {field}: {message} (first in row {row}).</source>
      <translation>{count} celler i {field}: {message} (første i række {row}).</translation>
    </message>
    <message>
      <source>Fill the address key or the coordinates, or go on without these rows.</source>
      <translation>Udfyld adressenøglen eller koordinaterne, eller gå videre uden disse rækker.</translation>
    </message>
    <message>
      <source>Use the areas' ids or objekt_id.</source>
      <translation>Brug områdernes id eller objekt_id.</translation>
    </message>
    <message>
      <source>Check that the keys have the form of the address list, and that the list is new enough.</source>
      <translation>Kontrollér, at nøglerne har samme form som i adresselisten, og at listen er ny nok.</translation>
    </message>
    <message>
      <source>Fetch an address list with coordinates of every address.</source>
      <translation>Hent en adresseliste med koordinater for alle adresser.</translation>
    </message>
    <message>
      <source>They live outside the areas. That is right where the areas do not cover the municipality.</source>
      <translation>De ligger uden for områderne. Det er i orden, hvis områderne ikke dækker hele kommunen.</translation>
    </message>
    <message>
      <source>{count} rows cannot be placed: {reason}.</source>
      <translation>{count} rækker kan ikke placeres: {reason}.</translation>
    </message>
    <message>
      <source>Their keys look like {shapes}.</source>
      <translation>Nøglerne ser sådan ud: {shapes}.</translation>
    </message>
    <message>
      <source>{count} rows have an {field} that stands more than once in {period}.</source>
      <translation>{count} rækker har et {field}, der står mere end én gang i {period}.</translation>
    </message>
    <message>
      <source>Each row is counted. Find out why they are delivered twice.</source>
      <translation>Hver række tælles. Find ud af, hvorfor de er leveret to gange.</translation>
    </message>
    <message>
      <source>In {count} rows {part} is larger than {whole}.</source>
      <translation>I {count} rækker er {part} større end {whole}.</translation>
    </message>
    <message>
      <source>Check that the two columns are mapped the right way round.</source>
      <translation>Kontrollér, at de to kolonner ikke er byttet om.</translation>
    </message>
    <message>
      <source>The column {name} is empty.</source>
      <translation>Kolonnen {name} er tom.</translation>
    </message>
    <message>
      <source>Leave it unmapped, or map the right column.</source>
      <translation>Lad den være uvalgt, eller vælg den rigtige kolonne.</translation>
    </message>
    <message>
      <source>The column {name} has the same value in every row.</source>
      <translation>Kolonnen {name} har samme værdi i alle rækker.</translation>
    </message>
    <message>
      <source>Check that the right column is mapped to it.</source>
      <translation>Kontrollér, at den rigtige kolonne er valgt.</translation>
    </message>
    <message>
      <source>Rows without a value: {names}.</source>
      <translation>Rækker uden værdi: {names}.</translation>
    </message>
    <message>
      <source>They count as unknown where an indicator asks.</source>
      <translation>De tæller som ukendt, hvor en indikator spørger.</translation>
    </message>
    <message>
      <source>{count} months between {first} and {last} are missing: {months}.</source>
      <translation>{count} måneder mellem {first} og {last} mangler: {months}.</translation>
    </message>
    <message>
      <source>Add the months' files. Figures over several months will lack them.</source>
      <translation>Tilføj filerne for de måneder. Tal over flere måneder kommer til at mangle dem.</translation>
    </message>
    <message>
      <source>The mean of {column} is {mean}; a whole municipality lies between {low} and {high}.</source>
      <translation>Gennemsnittet af {column} er {mean}; en hel kommune ligger mellem {low} og {high}.</translation>
    </message>
    <message>
      <source>The column may be coded the other way round (1 for no), or be another one.</source>
      <translation>Kolonnen kan være kodet omvendt (1 for nej), eller det kan være en anden kolonne.</translation>
    </message>
    <message>
      <source>the number of rows</source>
      <translation>antallet af rækker</translation>
    </message>
    <message>
      <source>{name} goes from {before} to {after} in {period}: more than {limit} standard deviations from the changes before.</source>
      <translation>{name} går fra {before} til {after} i {period}: mere end {limit} standardafvigelser fra de tidligere ændringer.</translation>
    </message>
    <message>
      <source>Check the delivery against the one before.</source>
      <translation>Sammenlign leverancen med den forrige.</translation>
    </message>
    <message>
      <source>share filled</source>
      <translation>andel udfyldt</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>gennemsnit</translation>
    </message>
    <message>
      <source>Not broken down by {facet}, for want of its column: {names}.</source>
      <translation>Ikke opdelt på {facet}, fordi kolonnen mangler: {names}.</translation>
    </message>
    <message>
      <source>area code that no area has</source>
      <translation>områdekode, som intet område har</translation>
    </message>
    <message>
      <source>{count} finished figures are not used: the registers give the same indicators.</source>
      <translation>{count} færdige tal er ikke brugt: registrene giver de samme indikatorer.</translation>
    </message>
    <message>
      <source>None of the finished figures' area codes is an area of {name}.</source>
      <translation>Ingen af områdekoderne i de færdige tal er et område i {name}.</translation>
    </message>
    <message>
      <source>Use the areas' ids (for example {example}), or give the areas the figures are of.</source>
      <translation>Brug områdernes id (for eksempel {example}), eller angiv de områder, tallene gælder for.</translation>
    </message>
    <message>
      <source>The indicator {indicator} needs {columns}, which the registers do not have.</source>
      <translation>Indikatoren {indicator} kræver {columns}, som registrene ikke har.</translation>
    </message>
    <message>
      <source>Left out, for want of columns or registers: {names}.</source>
      <translation>Udeladt, fordi kolonner eller registre mangler: {names}.</translation>
    </message>
    <message>
      <source>{name}, {register}: {placed} of {read} rows placed. Not placed: {reasons}.</source>
      <translation>{name}, {register}: {placed} af {read} rækker placeret. Ikke placeret: {reasons}.</translation>
    </message>
    <message>
      <source>{count} rows are placed by house number: the address list lacks their floor and door.</source>
      <translation>{count} rækker er placeret efter husnummer: adresselisten mangler deres etage og dør.</translation>
    </message>
    <message>
      <source>{count} cells in {column} could not be read and count as unknown.</source>
      <translation>{count} celler i {column} kunne ikke læses og tæller som ukendt.</translation>
    </message>
    <message>
      <source>Check a register</source>
      <translation>Kontrollér et register</translation>
    </message>
    <message>
      <source>Register (file, folder of monthly files, layer or table)</source>
      <translation>Register (fil, mappe med månedsfiler, lag eller tabel)</translation>
    </message>
    <message>
      <source>The delivery before, to find jumps against</source>
      <translation>Den forrige leverance, til at finde spring</translation>
    </message>
    <message>
      <source>Standard deviations that make a jump</source>
      <translation>Standardafvigelser, der er et spring</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>Fund</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>Fejl</translation>
    </message>
    <message>
      <source>Warnings</source>
      <translation>Advarsler</translation>
    </message>
    <message>
      <source>The register {register} has no rows to check one by one.</source>
      <translation>Registret {register} har ingen rækker at kontrollere én for én.</translation>
    </message>
    <message>
      <source>Indicators (ids with comma between; all for all the registers can serve; empty for the law's)</source>
      <translation>Indikatorer (id'er med komma imellem; all for alt, registrene kan bære; tom for lovens)</translation>
    </message>
    <message>
      <source>Figures over several months</source>
      <translation>Tal over flere måneder</translation>
    </message>
    <message>
      <source>Fetch reference values from Statistics Denmark</source>
      <translation>Hent referenceværdier fra Danmarks Statistik</translation>
    </message>
    <message>
      <source>Comparator (or table, to choose one by hand)</source>
      <translation>Sammenligning (eller table for selv at vælge en tabel)</translation>
    </message>
    <message>
      <source>Municipality code (four digits; empty for the country alone)</source>
      <translation>Kommunekode (fire cifre; tom for landet alene)</translation>
    </message>
    <message>
      <source>Periods as StatBank writes them, or (1) for the newest</source>
      <translation>Perioder, som Statistikbanken skriver dem, eller (1) for den nyeste</translation>
    </message>
    <message>
      <source>Table (for example FOLK1A)</source>
      <translation>Tabel (for eksempel FOLK1A)</translation>
    </message>
    <message>
      <source>Selection (JSON: variable → list of codes, for example {example})</source>
      <translation>Udvalg (JSON: variabel → liste af koder, for eksempel {example})</translation>
    </message>
    <message>
      <source>Address of StatBank (empty for Statistics Denmark)</source>
      <translation>Statistikbankens adresse (tom for Danmarks Statistik)</translation>
    </message>
    <message>
      <source>Figures</source>
      <translation>Tal</translation>
    </message>
    <message>
      <source>No table is named.</source>
      <translation>Der er ikke angivet nogen tabel.</translation>
    </message>
    <message>
      <source>Write its id, for example FOLK1A.</source>
      <translation>Skriv dens id, for eksempel FOLK1A.</translation>
    </message>
    <message>
      <source>How it differs from the indicator: {text}</source>
      <translation>Sådan afviger den fra indikatoren: {text}</translation>
    </message>
    <message>
      <source>Source: Statistics Denmark, statistikbanken.dk (CC BY 4.0).</source>
      <translation>Kilde: Danmarks Statistik, statistikbanken.dk (CC BY 4.0).</translation>
    </message>
    <message>
      <source>The selection is not a JSON object from variable to list of codes.</source>
      <translation>Udvalget er ikke et JSON-objekt fra variabel til liste af koder.</translation>
    </message>
    <message>
      <source>Import a register</source>
      <translation>Importér et register</translation>
    </message>
    <message>
      <source>Name of the delivery</source>
      <translation>Leverancens navn</translation>
    </message>
    <message>
      <source>Monitor file to record the delivery in</source>
      <translation>Monitorfil, leverancen noteres i</translation>
    </message>
    <message>
      <source>Folder with the municipality's own indicators</source>
      <translation>Mappe med kommunens egne indikatorer</translation>
    </message>
    <message>
      <source>Columns and the roles they play</source>
      <translation>Kolonner og deres roller</translation>
    </message>
    <message>
      <source>Record of the delivery</source>
      <translation>Notat om leverancen</translation>
    </message>
    <message>
      <source>Finished figures, reference values or addresses as they were read</source>
      <translation>Færdige tal, referenceværdier eller adresser, som de blev læst</translation>
    </message>
    <message>
      <source>Delivery profile</source>
      <translation>Leveranceprofil</translation>
    </message>
    <message>
      <source>{rows} rows in {count} periods.</source>
      <translation>{rows} rækker i {count} perioder.</translation>
    </message>
    <message>
      <source>Areas of the finished figures, where they are others</source>
      <translation>De områder, de færdige tal gælder for, hvis de er andre</translation>
    </message>
    <message>
      <source>Break down by ({facets}; several with comma, crossed with *)</source>
      <translation>Opdel efter ({facets}; flere med komma, krydset med *)</translation>
    </message>
    <message>
      <source>Kind of register</source>
      <translation>Slags register</translation>
    </message>
    <message>
      <source>Delivery profile (JSON)</source>
      <translation>Leveranceprofil (JSON)</translation>
    </message>
    <message>
      <source>Period of files that do not say theirs (YYYY-MM)</source>
      <translation>Periode for filer, der ikke selv siger det (ÅÅÅÅ-MM)</translation>
    </message>
    <message>
      <source>Encoding ({choices}; empty: found)</source>
      <translation>Tegnsæt ({choices}; tom: findes)</translation>
    </message>
    <message>
      <source>Separator (empty: found)</source>
      <translation>Skilletegn (tom: findes)</translation>
    </message>
    <message>
      <source>Decimal sign (empty: found)</source>
      <translation>Decimaltegn (tom: findes)</translation>
    </message>
    <message>
      <source>Sheet of a workbook (empty: the first with a table)</source>
      <translation>Ark i en projektmappe (tom: det første med en tabel)</translation>
    </message>
    <message>
      <source>Row with the column names (0: found)</source>
      <translation>Række med kolonnenavne (0: findes)</translation>
    </message>
    <message>
      <source>The profile is of the register {found}, not {wanted}.</source>
      <translation>Profilen hører til registret {found}, ikke {wanted}.</translation>
    </message>
    <message>
      <source>Choose the profile's kind of register, or another profile.</source>
      <translation>Vælg profilens slags register, eller en anden profil.</translation>
    </message>
    <message>
      <source>Go on although cells cannot be read (they count as unknown, and the run says so)</source>
      <translation>Gå videre, selv om celler ikke kan læses (de tæller som ukendt, og kørslen noterer det)</translation>
    </message>
    <message>
      <source>the period is missing, and the row is left out</source>
      <translation>perioden mangler, og rækken er udeladt</translation>
    </message>
    <message>
      <source>The file {file} gives places by address_key, but there is no address list.</source>
      <translation>Filen {file} giver steder ved address_key, men der er ingen adresseliste.</translation>
    </message>
    <message>
      <source>The file {file} has no column that says where its rows are (x and y, address_key, or area_code).</source>
      <translation>Filen {file} har ingen kolonne, der siger, hvor rækkerne ligger (x og y, address_key eller area_code).</translation>
    </message>
    <message>
      <source>Map columns to x and y, to address_key or to area_code. It has: {choices}.</source>
      <translation>Vælg kolonner til x og y, til address_key eller til area_code. Den har: {choices}.</translation>
    </message>
    <message>
      <source>The file {file} has no column for {roles}, which the register {register} needs.</source>
      <translation>Filen {file} har ingen kolonne til {roles}, som registret {register} skal bruge.</translation>
    </message>
    <message>
      <source>the date lies after the reference date</source>
      <translation>datoen ligger efter opgørelsesdagen</translation>
    </message>
    <message>
      <source>the age is over {oldest} years</source>
      <translation>alderen er over {oldest} år</translation>
    </message>
    <message>
      <source>Or save the sheet as CSV (UTF-8) and choose that file.</source>
      <translation>Eller gem arket som CSV (UTF-8), og vælg den fil.</translation>
    </message>
    <message>
      <source>The workbook {file} has no sheet {sheet}.</source>
      <translation>Projektmappen {file} har intet ark {sheet}.</translation>
    </message>
    <message>
      <source>The workbook {file} cannot be read.</source>
      <translation>Projektmappen {file} kan ikke læses.</translation>
    </message>
    <message>
      <source>Open it in a spreadsheet program and save it again as .xlsx, or save the sheet as CSV (UTF-8).</source>
      <translation>Åbn den i et regneark, og gem den igen som .xlsx, eller gem arket som CSV (UTF-8).</translation>
    </message>
    <message>
      <source>{file}, sheet {sheet}, row {row}, column {column}: the formula has no saved result.</source>
      <translation>{file}, ark {sheet}, række {row}, kolonne {column}: formlen har intet gemt resultat.</translation>
    </message>
    <message>
      <source>Open the workbook in a spreadsheet program, let it compute, and save it.</source>
      <translation>Åbn projektmappen i et regneark, lad det regne, og gem.</translation>
    </message>
    <message>
      <source>(column {number})</source>
      <translation>(kolonne {number})</translation>
    </message>
    <message>
      <source>The sheet {sheet} of {file} has no table: no rows stand below a row of column names.</source>
      <translation>Arket {sheet} i {file} har ingen tabel: der står ingen rækker under en række med kolonnenavne.</translation>
    </message>
    <message>
      <source>Choose another sheet or header row. The workbook has the sheets {choices}.</source>
      <translation>Vælg et andet ark eller en anden række med kolonnenavne. Projektmappen har arkene {choices}.</translation>
    </message>
    <message>
      <source>The folder {folder} holds no text files or workbooks.</source>
      <translation>Mappen {folder} indeholder ingen tekstfiler eller projektmapper.</translation>
    </message>
    <message>
      <source>The mapping names the unknown register {name}.</source>
      <translation>Kolonnevalget nævner det ukendte register {name}.</translation>
    </message>
    <message>
      <source>The choice {name} = {value} for reading a file is not known.</source>
      <translation>Valget {name} = {value} til læsning af en fil kendes ikke.</translation>
    </message>
    <message>
      <source>Use encoding ({encodings}), separator (; , tab |), decimal (, or .), header_row (a number), sheet (a name).</source>
      <translation>Brug encoding ({encodings}), separator (; , tab |), decimal (, eller .), header_row (et tal), sheet (et navn).</translation>
    </message>
    <message>
      <source>{count} rows with totals are left out of the finished figures.</source>
      <translation>{count} rækker med totaler er udeladt af de færdige tal.</translation>
    </message>
    <message>
      <source>The file {file} does not say which indicator its figures are.</source>
      <translation>Filen {file} siger ikke, hvilken indikator tallene er.</translation>
    </message>
    <message>
      <source>Map a column to indicator, a column to value:&lt;id&gt;, or write {example}.</source>
      <translation>Vælg en kolonne til indicator, en kolonne til value:&lt;id&gt;, eller skriv {example}.</translation>
    </message>
    <message>
      <source>The file {file} has no column with figures.</source>
      <translation>Filen {file} har ingen kolonne med tal.</translation>
    </message>
    <message>
      <source>Map a column to value or numerator. It has: {choices}.</source>
      <translation>Vælg en kolonne til value eller numerator. Den har: {choices}.</translation>
    </message>
    <message>
      <source>the key has been turned into a number and its last digits are lost</source>
      <translation>nøglen er blevet til et tal, og de sidste cifre er tabt</translation>
    </message>
    <message>
      <source>A spreadsheet did it. Fetch the key again as text, for example 04610855__18__1__tv.</source>
      <translation>Det har et regneark gjort. Hent nøglen igen som tekst, for eksempel 04610855__18__1__tv.</translation>
    </message>
    <message>
      <source>{width} digits are expected</source>
      <translation>der skal stå {width} cifre</translation>
    </message>
    <message>
      <source>these look like CPR numbers</source>
      <translation>de ligner personnumre (CPR)</translation>
    </message>
    <message>
      <source>They are not kept or shown, but ask for a pseudonym in their place.</source>
      <translation>De gemmes og vises ikke, men bed om et pseudonym i stedet.</translation>
    </message>
    <message>
      <source>The profile {file} is not valid JSON (line {line}).</source>
      <translation>Profilen {file} er ikke gyldig JSON (linje {line}).</translation>
    </message>
    <message>
      <source>Choose a profile that this plugin has saved.</source>
      <translation>Vælg en profil, som dette plugin har gemt.</translation>
    </message>
    <message>
      <source>The file {file} is no delivery profile of this version.</source>
      <translation>Filen {file} er ikke en leveranceprofil fra denne version.</translation>
    </message>
    <message>
      <source>It needs format {format}, register (one of {choices}) and mapping (role to column).</source>
      <translation>Den skal have format {format}, register (en af {choices}) og mapping (rolle til kolonne).</translation>
    </message>
    <message>
      <source>The profile {file} names the unknown role {role}.</source>
      <translation>Profilen {file} nævner den ukendte rolle {role}.</translation>
    </message>
    <message>
      <source>The profile {file} cannot be opened.</source>
      <translation>Profilen {file} kan ikke åbnes.</translation>
    </message>
    <message>
      <source>The file {file} cannot be written.</source>
      <translation>Filen {file} kan ikke skrives.</translation>
    </message>
    <message>
      <source>The file {file} has no line end after its last line {line}; it may have been cut off.</source>
      <translation>Filen {file} har ingen linjeafslutning efter den sidste linje {line}; den er måske klippet over.</translation>
    </message>
    <message>
      <source>The file {file} has a cell of more than {count} characters.</source>
      <translation>Filen {file} har en celle på mere end {count} tegn.</translation>
    </message>
    <message>
      <source>A quotation mark may be missing, or it is no table. Correct the file.</source>
      <translation>Måske mangler et anførselstegn, eller det er ikke en tabel. Ret filen.</translation>
    </message>
    <message>
      <source>The file {file} holds bytes that no text has, after line {line}.</source>
      <translation>Filen {file} indeholder bytes, som ingen tekst har, efter linje {line}.</translation>
    </message>
    <message>
      <source>The file is damaged, or it is no text file. Fetch it again, or save it as CSV (UTF-8).</source>
      <translation>Filen er beskadiget, eller det er ikke en tekstfil. Hent den igen, eller gem den som CSV (UTF-8).</translation>
    </message>
    <message>
      <source>There is no comparator {name}.</source>
      <translation>Der er ingen sammenligning {name}.</translation>
    </message>
    <message>
      <source>The catalogue file {file} uses the column {column} in {entry}, which the register {register} does not have.</source>
      <translation>Katalogfilen {file} bruger kolonnen {column} i {entry}, som registret {register} ikke har.</translation>
    </message>
    <message>
      <source>numbers</source>
      <translation>tal</translation>
    </message>
    <message>
      <source>texts</source>
      <translation>tekster</translation>
    </message>
    <message>
      <source>The catalogue file {file} compares the column {column} in {entry} in a way it cannot be.</source>
      <translation>Katalogfilen {file} sammenligner kolonnen {column} i {entry} på en måde, der ikke kan lade sig gøre.</translation>
    </message>
    <message>
      <source>{column} takes {choices}; in wants a list, between two numbers.</source>
      <translation>{column} tager {choices}; in vil have en liste, between to tal.</translation>
    </message>
    <message>
      <source>There is no facet {name}.</source>
      <translation>Der er ingen opdeling {name}.</translation>
    </message>
    <message>
      <source>Choose among {choices}; cross several with *.</source>
      <translation>Vælg blandt {choices}; kryds flere med *.</translation>
    </message>
    <message>
      <source>The catalogue file {file} has the unknown {key} {found} in {entry}.</source>
      <translation>Katalogfilen {file} har den ukendte {key} {found} i {entry}.</translation>
    </message>
    <message>
      <source>The catalogue file {file} has no date in {key} of {entry}.</source>
      <translation>Katalogfilen {file} har ingen dato i {key} for {entry}.</translation>
    </message>
    <message>
      <source>Write YYYY-MM-DD, or null.</source>
      <translation>Skriv ÅÅÅÅ-MM-DD, eller null.</translation>
    </message>
    <message>
      <source>The catalogue file {file} lacks a Danish or English text in {key} of {entry}.</source>
      <translation>Katalogfilen {file} mangler en dansk eller engelsk tekst i {key} for {entry}.</translation>
    </message>
    <message>
      <source>Write both da and en.</source>
      <translation>Skriv både da og en.</translation>
    </message>
    <message>
      <source>The catalogue file {file} has no whole number in {key} of {entry}.</source>
      <translation>Katalogfilen {file} har intet helt tal i {key} for {entry}.</translation>
    </message>
    <message>
      <source>Write a number from {least}.</source>
      <translation>Skriv et tal fra {least} og op.</translation>
    </message>
    <message>
      <source>The catalogue file {file} is written in the format {found}; this version reads {known}.</source>
      <translation>Katalogfilen {file} er skrevet i formatet {found}; denne version læser {known}.</translation>
    </message>
    <message>
      <source>Update the plugin, or fetch an older file.</source>
      <translation>Opdatér pluginet, eller hent en ældre fil.</translation>
    </message>
    <message>
      <source>The catalogue file {file} cannot be opened.</source>
      <translation>Katalogfilen {file} kan ikke åbnes.</translation>
    </message>
    <message>
      <source>Fetch the file again, or mend the line.</source>
      <translation>Hent filen igen, eller ret linjen.</translation>
    </message>
    <message>
      <source>The file {file} is no catalogue of indicators.</source>
      <translation>Filen {file} er ikke et katalog med indikatorer.</translation>
    </message>
    <message>
      <source>Choose a file that was exported from this plugin.</source>
      <translation>Vælg en fil, som er eksporteret fra dette plugin.</translation>
    </message>
    <message>
      <source>The catalogue file {file}: {id} is no id.</source>
      <translation>Katalogfilen {file}: {id} kan ikke være et id.</translation>
    </message>
    <message>
      <source>Use 3-50 small letters a-z, digits and _, beginning with a letter.</source>
      <translation>Brug 3-50 små bogstaver a-z, cifre og _, med et bogstav først.</translation>
    </message>
    <message>
      <source>The catalogue file {file}: there is already an indicator {id}.</source>
      <translation>Katalogfilen {file}: der er allerede en indikator {id}.</translation>
    </message>
    <message>
      <source>Give the municipality's own indicator another id.</source>
      <translation>Giv kommunens egen indikator et andet id.</translation>
    </message>
    <message>
      <source>The catalogue folder {folder} does not exist.</source>
      <translation>Katalogmappen {folder} findes ikke.</translation>
    </message>
    <message>
      <source>Choose the folder with the municipality's own indicators, or leave it empty.</source>
      <translation>Vælg mappen med kommunens egne indikatorer, eller lad feltet være tomt.</translation>
    </message>
    <message>
      <source>Choose another.</source>
      <translation>Vælg en anden.</translation>
    </message>
    <message>
      <source>There are no own indicators to export.</source>
      <translation>Der er ingen egne indikatorer at eksportere.</translation>
    </message>
    <message>
      <source>Copy an indicator and save it first.</source>
      <translation>Kopiér en indikator, og gem den først.</translation>
    </message>
    <message>
      <source>Looking the registers through</source>
      <translation>Ser registrene igennem</translation>
    </message>
    <message>
      <source>There are no districts to count in.</source>
      <translation>Der er ingen distrikter at tælle i.</translation>
    </message>
    <message>
      <source>Fetch districts on the page Areas first.</source>
      <translation>Hent først distrikter på siden Områder.</translation>
    </message>
    <message>
      <source>{name}: nobody is counted.</source>
      <translation>{name}: ingen er talt med.</translation>
    </message>
    <message>
      <source>{name}, {period}: numerator {numerator}, denominator {denominator}; areas from {low} to {high}.</source>
      <translation>{name}, {period}: tæller {numerator}, nævner {denominator}; områder fra {low} til {high}.</translation>
    </message>
    <message>
      <source>tab</source>
      <translation>tabulator</translation>
    </message>
    <message>
      <source>{encoding}, separator {separator}, decimal sign {decimal}, column names in row {row}</source>
      <translation>{encoding}, skilletegn {separator}, decimaltegn {decimal}, kolonnenavne i række {row}</translation>
    </message>
    <message>
      <source>QGIS has no saved PostgreSQL connection {name}.</source>
      <translation>QGIS har ingen gemt PostgreSQL-forbindelse {name}.</translation>
    </message>
    <message>
      <source>Make it in QGIS' Browser, or choose one of {choices}.</source>
      <translation>Opret den i QGIS' stifinder, eller vælg en af {choices}.</translation>
    </message>
    <message>
      <source>The database of the connection {name} cannot be reached.</source>
      <translation>Databasen bag forbindelsen {name} kan ikke nås.</translation>
    </message>
    <message>
      <source>Check in QGIS' Browser that the connection works.</source>
      <translation>Kontrollér i QGIS' stifinder, at forbindelsen virker.</translation>
    </message>
    <message>
      <source>{text} does not name a table of a PostgreSQL connection.</source>
      <translation>{text} er ikke navnet på en tabel i en PostgreSQL-forbindelse.</translation>
    </message>
    <message>
      <source>Write postgres:connection/schema/table.</source>
      <translation>Skriv postgres:forbindelse/skema/tabel.</translation>
    </message>
    <message>
      <source>The table {table} of the connection {name} cannot be read.</source>
      <translation>Tabellen {table} i forbindelsen {name} kan ikke læses.</translation>
    </message>
    <message>
      <source>Check that it exists, that you may read it, and that it has a primary key.</source>
      <translation>Kontrollér, at den findes, at du må læse den, og at den har en primærnøgle.</translation>
    </message>
    <message>
      <source>found</source>
      <translation>findes</translation>
    </message>
    <message>
      <source>the first with a table</source>
      <translation>det første med en tabel</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Tegnsæt</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Skilletegn</translation>
    </message>
    <message>
      <source>Decimal sign</source>
      <translation>Decimaltegn</translation>
    </message>
    <message>
      <source>Row of column names</source>
      <translation>Række med kolonnenavne</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>Ark</translation>
    </message>
    <message>
      <source>is</source>
      <translation>er</translation>
    </message>
    <message>
      <source>is one of</source>
      <translation>er en af</translation>
    </message>
    <message>
      <source>is from-to</source>
      <translation>er fra-til</translation>
    </message>
    <message>
      <source>is at least</source>
      <translation>er mindst</translation>
    </message>
    <message>
      <source>is at most</source>
      <translation>er højst</translation>
    </message>
    <message>
      <source>is more than</source>
      <translation>er mere end</translation>
    </message>
    <message>
      <source>is less than</source>
      <translation>er mindre end</translation>
    </message>
    <message>
      <source>is missing</source>
      <translation>mangler</translation>
    </message>
    <message>
      <source>is known</source>
      <translation>er kendt</translation>
    </message>
    <message>
      <source>All conditions hold</source>
      <translation>Alle betingelser gælder</translation>
    </message>
    <message>
      <source>At least one condition holds</source>
      <translation>Mindst én betingelse gælder</translation>
    </message>
    <message>
      <source>Condition</source>
      <translation>Betingelse</translation>
    </message>
    <message>
      <source>Add condition</source>
      <translation>Tilføj betingelse</translation>
    </message>
    <message>
      <source>Remove condition</source>
      <translation>Fjern betingelse</translation>
    </message>
    <message>
      <source>The filter is not valid JSON (character {position}).</source>
      <translation>Filtret er ikke gyldig JSON (tegn {position}).</translation>
    </message>
    <message>
      <source>Correct it.</source>
      <translation>Ret det.</translation>
    </message>
    <message>
      <source>several with ;</source>
      <translation>flere med ;</translation>
    </message>
    <message>
      <source>The condition on {column} lacks a value.</source>
      <translation>Betingelsen på {column} mangler en værdi.</translation>
    </message>
    <message>
      <source>Write one value, two with ; between for from-to, or several for one of.</source>
      <translation>Skriv én værdi, to med ; imellem for fra-til, eller flere for en af.</translation>
    </message>
    <message>
      <source>{text} is no number (condition on {column}).</source>
      <translation>{text} er ikke et tal (betingelse på {column}).</translation>
    </message>
    <message>
      <source>Write a number.</source>
      <translation>Skriv et tal.</translation>
    </message>
    <message>
      <source>Finding</source>
      <translation>Fund</translation>
    </message>
    <message>
      <source>Register</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Rækker</translation>
    </message>
    <message>
      <source>Search indicators</source>
      <translation>Søg i indikatorer</translation>
    </message>
    <message>
      <source>Register: {name}</source>
      <translation>Register: {name}</translation>
    </message>
    <message>
      <source>Source: {name}</source>
      <translation>Kilde: {name}</translation>
    </message>
    <message>
      <source>Table in PostgreSQL…</source>
      <translation>Tabel i PostgreSQL…</translation>
    </message>
    <message>
      <source>Table in PostgreSQL</source>
      <translation>Tabel i PostgreSQL</translation>
    </message>
    <message>
      <source>QGIS has no saved PostgreSQL connection. Make one in QGIS' Browser first.</source>
      <translation>QGIS har ingen gemt PostgreSQL-forbindelse. Opret først en i QGIS' stifinder.</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Forbindelse</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabel</translation>
    </message>
    <message>
      <source>higher is worse</source>
      <translation>højere er værre</translation>
    </message>
    <message>
      <source>lower is worse</source>
      <translation>lavere er værre</translation>
    </message>
    <message>
      <source>neither</source>
      <translation>ingen af delene</translation>
    </message>
    <message>
      <source>number</source>
      <translation>antal</translation>
    </message>
    <message>
      <source>percent</source>
      <translation>procent</translation>
    </message>
    <message>
      <source>per 1,000</source>
      <translation>pr. 1.000</translation>
    </message>
    <message>
      <source>kroner</source>
      <translation>kroner</translation>
    </message>
    <message>
      <source>years</source>
      <translation>år</translation>
    </message>
    <message>
      <source>per unit</source>
      <translation>pr. enhed</translation>
    </message>
    <message>
      <source>Own indicator</source>
      <translation>Egen indikator</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Prøv den</translation>
    </message>
    <message>
      <source>Count it on the newest period of the register chosen on the Data page.</source>
      <translation>Tæl den på den nyeste periode i det register, der er valgt på siden Data.</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Gem</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>Name (Danish)</source>
      <translation>Navn (dansk)</translation>
    </message>
    <message>
      <source>Name (English)</source>
      <translation>Navn (engelsk)</translation>
    </message>
    <message>
      <source>Definition (Danish)</source>
      <translation>Definition (dansk)</translation>
    </message>
    <message>
      <source>Definition (English)</source>
      <translation>Definition (engelsk)</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Enhed</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>Retning</translation>
    </message>
    <message>
      <source>Sum of</source>
      <translation>Sum af</translation>
    </message>
    <message>
      <source>Mean of</source>
      <translation>Gennemsnit af</translation>
    </message>
    <message>
      <source>Median of</source>
      <translation>Median af</translation>
    </message>
    <message>
      <source>Trying the indicator</source>
      <translation>Prøver indikatoren</translation>
    </message>
    <message>
      <source>More registers</source>
      <translation>Flere registre</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Kolonner</translation>
    </message>
    <message>
      <source>How the file is read</source>
      <translation>Sådan læses filen</translation>
    </message>
    <message>
      <source>for example CPR extract</source>
      <translation>for eksempel CPR-udtræk</translation>
    </message>
    <message>
      <source>Delivery</source>
      <translation>Leverance</translation>
    </message>
    <message>
      <source>Save profile…</source>
      <translation>Gem profil…</translation>
    </message>
    <message>
      <source>Use profile…</source>
      <translation>Brug profil…</translation>
    </message>
    <message>
      <source>Self-check</source>
      <translation>Selvkontrol</translation>
    </message>
    <message>
      <source>Go on although cells cannot be read</source>
      <translation>Gå videre, selv om celler ikke kan læses</translation>
    </message>
    <message>
      <source>They count as unknown, and the run says so.</source>
      <translation>De tæller som ukendt, og kørslen noterer det.</translation>
    </message>
    <message>
      <source>Save profile</source>
      <translation>Gem profil</translation>
    </message>
    <message>
      <source>The profile is saved as {file}. It holds no data.</source>
      <translation>Profilen er gemt som {file}. Den indeholder ingen data.</translation>
    </message>
    <message>
      <source>Use profile</source>
      <translation>Brug profil</translation>
    </message>
    <message>
      <source>The profile is used for {register}. Press Load.</source>
      <translation>Profilen bruges til {register}. Tryk på Indlæs.</translation>
    </message>
    <message>
      <source>Copy and change…</source>
      <translation>Kopiér og ret…</translation>
    </message>
    <message>
      <source>Make an indicator of the municipality's own from the one that is marked.</source>
      <translation>Lav kommunens egen indikator ud fra den, der er markeret.</translation>
    </message>
    <message>
      <source>Own catalogue</source>
      <translation>Eget katalog</translation>
    </message>
    <message>
      <source>Choose folder…</source>
      <translation>Vælg mappe…</translation>
    </message>
    <message>
      <source>Export as one file…</source>
      <translation>Eksportér som én fil…</translation>
    </message>
    <message>
      <source>Import a file…</source>
      <translation>Importér en fil…</translation>
    </message>
    <message>
      <source>No indicator is marked.</source>
      <translation>Ingen indikator er markeret.</translation>
    </message>
    <message>
      <source>Click the one to copy.</source>
      <translation>Klik på den, der skal kopieres.</translation>
    </message>
    <message>
      <source>{id} is saved in {folder}.</source>
      <translation>{id} er gemt i {folder}.</translation>
    </message>
    <message>
      <source>Export own indicators</source>
      <translation>Eksportér egne indikatorer</translation>
    </message>
    <message>
      <source>{count} indicators are exported to {file}.</source>
      <translation>{count} indikatorer er eksporteret til {file}.</translation>
    </message>
    <message>
      <source>Import indicators</source>
      <translation>Importér indikatorer</translation>
    </message>
    <message>
      <source>{new} indicators are new, {replaced} replaced.</source>
      <translation>{new} indikatorer er nye, {replaced} erstattet.</translation>
    </message>
    <message>
      <source>Who is counted (population)</source>
      <translation>Hvem der tælles (population)</translation>
    </message>
    <message>
      <source>Numerator</source>
      <translation>Tæller</translation>
    </message>
    <message>
      <source>{count} registers with {files} files looked through. Errors: {errors}. Warnings: {warnings}. {servable} indicators can be counted.</source>
      <translation>{count} registre med {files} filer set igennem. Fejl: {errors}. Advarsler: {warnings}. {servable} indikatorer kan tælles.</translation>
    </message>
    <message>
      <source>Remove the marked indicator</source>
      <translation>Fjern den markerede indikator</translation>
    </message>
    <message>
      <source>The marked indicator is not one of the municipality's own.</source>
      <translation>Den markerede indikator er ikke en af kommunens egne.</translation>
    </message>
    <message>
      <source>Mark one with a pencil.</source>
      <translation>Markér en med en blyant.</translation>
    </message>
    <message>
      <source>{id} is removed.</source>
      <translation>{id} er fjernet.</translation>
    </message>
    <message>
      <source>{count} figures are missing in {name}: some of the areas they lie in have none.</source>
      <translation>{count} tal mangler i {name}: nogle af de områder, de ligger i, har ingen.</translation>
    </message>
    <message>
      <source>The person register has no rows for the period {period}.</source>
      <translation>Borgerregistret har ingen rækker for perioden {period}.</translation>
    </message>
    <message>
      <source>the date lies before {first} or in the future</source>
      <translation>datoen ligger før {first} eller i fremtiden</translation>
    </message>
    <message>
      <source>Correct the date, or check the clock of this machine.</source>
      <translation>Ret datoen, eller kontrollér uret på denne maskine.</translation>
    </message>
    <message>
      <source>{file} has not the columns chosen for {roles}; they are guessed again.</source>
      <translation>{file} har ikke de kolonner, der er valgt til {roles}; de gættes igen.</translation>
    </message>
  </context>
</TS>
