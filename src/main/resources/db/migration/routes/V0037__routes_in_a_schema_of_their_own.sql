-- Routes are a module above places and ground; theirs move along in the same way.
CREATE SCHEMA routes;
ALTER TABLE territory.route SET SCHEMA routes;
ALTER TABLE territory.route_version SET SCHEMA routes;

CREATE TABLE routes.edition (
    number bigint NOT NULL
);
INSERT INTO routes.edition SELECT routes FROM territory.edition;
ALTER TABLE territory.edition DROP COLUMN routes;

GRANT USAGE ON SCHEMA routes TO ${application};
GRANT SELECT, UPDATE ON routes.edition TO ${application};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA routes TO ${application};
