-- Places are a module above the ground: their rows move with them, and so does the edition that says when they changed.
CREATE SCHEMA places;
ALTER TABLE territory.place SET SCHEMA places;
ALTER TABLE territory.place_version SET SCHEMA places;
ALTER TABLE territory.place_visit SET SCHEMA places;
ALTER TABLE territory.place_goal SET SCHEMA places;

CREATE TABLE places.edition (
    number bigint NOT NULL
);
INSERT INTO places.edition SELECT places FROM territory.edition;
ALTER TABLE territory.edition DROP COLUMN places;

GRANT USAGE ON SCHEMA places TO ${application};
GRANT SELECT, UPDATE ON places.edition TO ${application};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA places TO ${application};
