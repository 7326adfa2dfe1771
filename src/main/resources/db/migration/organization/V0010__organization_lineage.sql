-- Who came after whom: one event for each unit that was merged, split or dissolved. The row without a part names who
-- takes over what no other row tells; further rows say which area or unit below went to somebody else.
CREATE TABLE organization.lineage (
    event       uuid        NOT NULL,
    kind        text        NOT NULL COLLATE "C",
    predecessor int         NOT NULL,
    successor   int         NOT NULL,
    part_kind  text        COLLATE "C",
    part_id     text        COLLATE "C",
    reason      text        NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_to    timestamptz NOT NULL,
    known_from  timestamptz NOT NULL,
    known_to    timestamptz NOT NULL,
    CHECK (kind IN ('merge', 'split', 'dissolve')),
    CHECK ((part_kind IS NULL) = (part_id IS NULL)),
    CHECK (valid_from < valid_to),
    CHECK (known_from <= known_to)
);
CREATE UNIQUE INDEX lineage_now ON organization.lineage (predecessor, valid_from, part_kind, part_id)
    NULLS NOT DISTINCT WHERE known_to = 'infinity';
CREATE INDEX lineage_event ON organization.lineage (event);

-- What is held without a date of its own changes hands when the day of a planned ending has come.
CREATE TABLE organization.planned_ending (
    event         uuid        PRIMARY KEY,
    due_at        timestamptz NOT NULL,
    claimed_until timestamptz,
    attempts      smallint    NOT NULL,
    done_at       timestamptz
);
CREATE INDEX planned_ending_due ON organization.planned_ending (due_at) WHERE done_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON organization.lineage, organization.planned_ending TO ${application};
