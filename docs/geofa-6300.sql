-- Forslag til GeoFA: tema 6300 Sociodemografi. Skrevet af make docs; forudsætter fkg.generel og PostGIS.

CREATE TABLE fkg.d_6300_indikator (
  indikator_kode integer PRIMARY KEY,
  indikator character varying(128) NOT NULL,
  noegle character varying(64),
  aktiv integer NOT NULL DEFAULT 1 CHECK (aktiv IN (0, 1))
);
INSERT INTO fkg.d_6300_indikator (indikator_kode, indikator, noegle) VALUES
  (1, 'Beboere', 'population'),
  (2, 'Uden tilknytning til arbejde eller uddannelse, 18-64 år', 'no_work'),
  (3, 'Dømte, 18 år og derover', 'convicted'),
  (4, 'Kun grundskole, 30-59 år', 'basic_education'),
  (5, 'Gennemsnitlig bruttoindkomst, 15-64 år uden studerende', 'income'),
  (6, 'Indvandrere og efterkommere fra ikke-vestlige lande', 'nonwestern'),
  (7, 'Børn med to ufaglærte forældre, 0-6 år', 'unskilled_parents'),
  (8, 'Børn i dagtilbud, 1-5 år', 'daycare'),
  (9, 'Økonomisk friplads', 'free_place'),
  (10, 'Skolefravær', 'school_absence'),
  (11, 'Elever med over 10 % fravær', 'high_absence'),
  (12, 'Elever med lav trivsel', 'low_wellbeing'),
  (13, 'Elever i skole uden for eget distrikt', 'other_district_school'),
  (14, 'Børn uden fritidstilbud, 7-17 år', 'no_leisure'),
  (15, '24-årige uden ungdomsuddannelse', 'youth_education'),
  (16, 'Erhvervsfaglig uddannelse, 30-59 år', 'vocational_education'),
  (17, 'Videregående uddannelse, 30-59 år', 'higher_education'),
  (18, 'Medianindkomst, 15-64 år uden studerende', 'median_income'),
  (19, 'Børn hos enlige forsørgere', 'lone_parent_children'),
  (20, 'Børn i lavindkomstfamilier', 'child_low_income'),
  (21, 'Lavindkomstfamilier', 'low_income'),
  (22, 'Enlige forsørgere', 'lone_parent_families'),
  (23, 'Enlige uden børn', 'single_households'),
  (24, 'Personer pr. husstand', 'household_size'),
  (25, 'Familier med tre eller flere børn', 'large_families'),
  (26, 'Boligstøtte', 'housing_benefit'),
  (27, 'Bilrådighed', 'car'),
  (28, 'Valgdeltagelse', 'turnout'),
  (29, 'Kontakter til egen læge', 'gp_contacts'),
  (30, 'Indlæggelser', 'hospital_admissions'),
  (31, 'Aktive lånere på biblioteket', 'library_borrowers'),
  (32, 'Almene boliger', 'social_housing'),
  (33, 'Ejerboliger', 'owner_occupied'),
  (34, 'Private lejeboliger', 'private_rental'),
  (35, 'Andelsboliger', 'cooperative'),
  (36, 'Trangboede', 'crowding'),
  (37, 'Boligareal pr. person', 'area_per_person'),
  (38, 'Små boliger under 60 m²', 'small_dwellings'),
  (39, 'Boliger med installationsmangler', 'lacks_installation'),
  (40, 'Ledige boliger', 'vacant'),
  (41, 'Boliger ledige over tre måneder', 'long_vacant'),
  (42, 'Tomme boliger', 'empty_dwellings'),
  (43, 'Udsættelser', 'evictions'),
  (44, 'Kommunal anvisning', 'municipal_allocation'),
  (45, 'Fleksibel udlejning', 'flexible_letting'),
  (46, 'Botid på fem år eller mere', 'lived_five_years'),
  (47, 'Nye beboere inden for et år', 'new_residents'),
  (48, 'Tilflytning', 'moves_in'),
  (49, 'Fraflytning', 'moves_out'),
  (50, 'Nettoflytning', 'net_moves'),
  (51, 'Flytteomfang', 'turnover'),
  (52, 'Fraflytning pr. bolig', 'household_moves_out'),
  (53, 'Beskæftigede blandt tilflyttere, 18-64 år', 'movers_in_employed'),
  (54, 'Beskæftigede blandt fraflyttere, 18-64 år', 'movers_out_employed'),
  (55, '0-5-årige', 'age_0_5'),
  (56, '6-17-årige', 'age_6_17'),
  (57, '18-29-årige', 'age_18_29'),
  (58, '30-64-årige', 'age_30_64'),
  (59, '65-79-årige', 'age_65_79'),
  (60, '80 år og derover', 'age_80_over'),
  (61, 'Gennemsnitsalder', 'mean_age'),
  (62, 'Indvandrere og efterkommere fra vestlige lande', 'western'),
  (63, 'Efterkommere', 'descendants'),
  (64, 'Udenlandske statsborgere', 'foreign_citizens'),
  (65, 'Indbrud', 'burglary'),
  (66, 'Hærværk', 'vandalism'),
  (67, 'Trygge beboere', 'safe'),
  (68, 'Beskæftigede, 18-64 år', 'employed'),
  (69, 'Ledige, 15-64 år', 'unemployed'),
  (70, 'Langtidsledige, 15-64 år', 'long_term_unemployed'),
  (71, 'Kontanthjælp, uddannelseshjælp og SHO-ydelse, 18-64 år', 'cash_benefit'),
  (72, 'Førtidspension, 18-66 år', 'disability_pension'),
  (73, 'Sygedagpenge, 18-66 år', 'sickness_benefit'),
  (74, 'Offentligt forsørgede, 18-64 år', 'public_support'),
  (75, 'Unge uden uddannelse og job, 16-24 år', 'neet'),
  (76, 'Uden for arbejde, tilnærmet ved ydelser, 18-64 år', 'no_work_benefits');

CREATE TABLE fkg.d_6300_tal_status (
  tal_status_kode integer PRIMARY KEY,
  tal_status character varying(128) NOT NULL,
  noegle character varying(64),
  aktiv integer NOT NULL DEFAULT 1 CHECK (aktiv IN (0, 1))
);
INSERT INTO fkg.d_6300_tal_status (tal_status_kode, tal_status, noegle) VALUES
  (1, 'Frigivet', NULL),
  (2, 'Skjult af diskretionshensyn', NULL),
  (3, 'Ingen data', NULL);

CREATE TABLE fkg.d_6300_udgave (
  udgave_kode integer PRIMARY KEY,
  udgave character varying(128) NOT NULL,
  noegle character varying(64),
  aktiv integer NOT NULL DEFAULT 1 CHECK (aktiv IN (0, 1))
);
INSERT INTO fkg.d_6300_udgave (udgave_kode, udgave, noegle) VALUES
  (1, 'Kommunale parter', NULL),
  (2, 'Offentlig', NULL);

CREATE TABLE fkg.t_6300_sociodemografi_t (
  versions_id uuid PRIMARY KEY REFERENCES fkg.generel (versions_id),
  distrikt_objekt_id uuid NOT NULL,
  distrikt_noegle character varying(128),
  periode character varying(7) NOT NULL CHECK (periode ~ '^[0-9]{4}(-(0[1-9]|1[0-2])|K[1-4])?$'),
  indikator_kode integer NOT NULL REFERENCES fkg.d_6300_indikator,
  vaerdi numeric(14,2),
  naevner integer CHECK (naevner BETWEEN 0 AND 10000000),
  tal_status_kode integer NOT NULL REFERENCES fkg.d_6300_tal_status,
  udgave_kode integer NOT NULL REFERENCES fkg.d_6300_udgave,
  opgjort date NOT NULL,
  kilde character varying(128),
  link character varying(1024),
  geometri geometry(MultiPolygon, 25832) NOT NULL CHECK (ST_IsValid(geometri)),
  CONSTRAINT skjult_har_ingen_vaerdi CHECK (tal_status_kode = 1 OR (vaerdi IS NULL AND naevner IS NULL)),
  CONSTRAINT offentlig_har_vaerdi CHECK (tal_status_kode <> 1 OR vaerdi IS NOT NULL)
);
CREATE INDEX ON fkg.t_6300_sociodemografi_t USING gist (geometri);
-- Ét tal pr. distrikt, periode, indikator og udgave blandt de gældende objekter. Gældende objekter er dem med systid_til IS NULL i fkg.generel;
-- reglen håndhæves derfor i temaets trigger, og dette indeks gør opslaget hurtigt.
CREATE INDEX et_tal_pr_distrikt ON fkg.t_6300_sociodemografi_t (distrikt_objekt_id, periode, indikator_kode, udgave_kode);

CREATE VIEW fkg.t_6300_sociodemografi AS
SELECT 6300 AS temakode, 't_6300_sociodemografi'::text AS temanavn, g.objekt_id, g.versions_id,
  g.systid_fra, g.systid_til, g.oprettet, g.cvr_kode, g.bruger_id, g.oprindkode, g.statuskode, g.off_kode,
  g.noegle, g.note, t.distrikt_objekt_id, t.distrikt_noegle, t.periode, t.indikator_kode, d_indikator.indikator, t.vaerdi, t.naevner, t.tal_status_kode, d_tal_status.tal_status, t.udgave_kode, d_udgave.udgave, t.opgjort, t.kilde, t.link, t.geometri
FROM fkg.generel AS g JOIN fkg.t_6300_sociodemografi_t AS t USING (versions_id)
JOIN fkg.d_6300_indikator AS d_indikator USING (indikator_kode)
JOIN fkg.d_6300_tal_status AS d_tal_status USING (tal_status_kode)
JOIN fkg.d_6300_udgave AS d_udgave USING (udgave_kode)
WHERE g.systid_til IS NULL;
COMMENT ON TABLE fkg.t_6300_sociodemografi_t IS 'Diskretionerede tal om befolkning, boliger og levevilkår for et distrikt i en periode. Kun tal, der er frigivet til andre myndigheder eller offentligheden, registreres.';
