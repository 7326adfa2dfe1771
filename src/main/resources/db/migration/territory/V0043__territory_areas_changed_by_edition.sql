-- Which areas each edition of the ground touched, in runs of their numbers: a picture of an earlier edition takes up these
-- and is not drawn anew. The tables tell it themselves, so no verb can forget to.
CREATE TABLE territory.area_change (
    edition bigint  NOT NULL,
    first   integer NOT NULL,
    last    integer NOT NULL,
    CHECK (first <= last)
);
CREATE INDEX area_change_edition ON territory.area_change (edition);

-- The argument is the column that holds the area. Runs of numbers that follow each other differ from their rank by the same.
CREATE FUNCTION territory.tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('INSERT INTO territory.area_change (edition, first, last)
        SELECT e.number, min(run.area), max(run.area)
        FROM (SELECT area, area - row_number() OVER (ORDER BY area) AS start
            FROM (SELECT DISTINCT %I AS area FROM touched) each) run
        CROSS JOIN territory.edition e
        GROUP BY e.number, run.start', TG_ARGV[0]);
    RETURN NULL;
END $$;

CREATE TRIGGER tell_inserted AFTER INSERT ON territory.area_version REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION territory.tell_change('area');
CREATE TRIGGER tell_updated AFTER UPDATE ON territory.area_version REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION territory.tell_change('area');
CREATE TRIGGER tell_deleted AFTER DELETE ON territory.area_version REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION territory.tell_change('area');
CREATE TRIGGER tell_inserted AFTER INSERT ON territory.area_unit REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION territory.tell_change('area');
CREATE TRIGGER tell_updated AFTER UPDATE ON territory.area_unit REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION territory.tell_change('area');
CREATE TRIGGER tell_deleted AFTER DELETE ON territory.area_unit REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION territory.tell_change('area');
CREATE TRIGGER tell_inserted AFTER INSERT ON territory.area_part REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION territory.tell_change('part');
CREATE TRIGGER tell_updated AFTER UPDATE ON territory.area_part REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION territory.tell_change('part');
CREATE TRIGGER tell_deleted AFTER DELETE ON territory.area_part REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION territory.tell_change('part');

GRANT SELECT, INSERT ON territory.area_change TO ${application};
