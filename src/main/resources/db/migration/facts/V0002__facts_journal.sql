CREATE SCHEMA facts;

-- Cut by recorded month: the id is a UUIDv7 made by the application's clock, so a range of ids is a range of time.
CREATE TABLE facts.journal (
    id          uuid        NOT NULL,
    kind        text        NOT NULL COLLATE "C",
    about_kind  text        NOT NULL COLLATE "C",
    about_id    text        NOT NULL COLLATE "C",
    unit        integer     NOT NULL,
    unit_path   integer[]   NOT NULL,
    place_kind  text        COLLATE "C",
    place_id    text        COLLATE "C",
    actor_kind  text        NOT NULL COLLATE "C",
    actor_id    text        NOT NULL COLLATE "C",
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    quantity    numeric     NOT NULL,
    attributes  jsonb       NOT NULL,
    voids       uuid,
    xid         xid8        NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (id),
    CHECK ((place_kind IS NULL) = (place_id IS NULL)),
    CHECK (cardinality(unit_path) > 0 AND unit_path[cardinality(unit_path)] = unit)
) PARTITION BY RANGE (id);

CREATE INDEX journal_about ON facts.journal (about_kind, about_id);
CREATE INDEX journal_voids ON facts.journal (voids) WHERE voids IS NOT NULL;

CREATE FUNCTION facts.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is never changed: void the fact by a further fact' USING ERRCODE = 'restrict_violation';
END $$;

-- Makes the partition of one UTC month with the trigger that refuses UPDATE, DELETE and TRUNCATE. Idempotent.
CREATE FUNCTION facts.make_partition(month date, low uuid, high uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    part text := 'journal_' || to_char(month, 'YYYY_MM');
BEGIN
    IF to_regclass('facts.' || part) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE facts.%I PARTITION OF facts.journal FOR VALUES FROM (%L) TO (%L)', part, low, high);
    EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON facts.%I
                    FOR EACH ROW EXECUTE FUNCTION facts.refuse_change()', part);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON facts.%I
                    FOR EACH STATEMENT EXECUTE FUNCTION facts.refuse_change()', part);
    EXECUTE format('GRANT SELECT, INSERT ON facts.%I TO ${application}', part);
END $$;
REVOKE EXECUTE ON FUNCTION facts.make_partition(date, uuid, uuid) FROM PUBLIC;

CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON facts.journal
    FOR EACH STATEMENT EXECUTE FUNCTION facts.refuse_change();

GRANT USAGE ON SCHEMA facts TO ${application};
GRANT SELECT, INSERT ON facts.journal TO ${application};
