-- The public number of a desk. Residents rely on it, so it is dated like the unit itself.
CREATE TABLE organization.desk_telephone (
    unit       int         NOT NULL REFERENCES organization.unit,
    telephone  text        NOT NULL COLLATE "C",
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz NOT NULL,
    known_from timestamptz NOT NULL,
    known_to   timestamptz NOT NULL,
    CHECK (valid_from < valid_to),
    CHECK (known_from <= known_to)
);
CREATE UNIQUE INDEX desk_telephone_now ON organization.desk_telephone (unit, valid_from) WHERE known_to = 'infinity';

-- Who answers for a desk from when until when (A 角), and who steps in (B 角).
CREATE TABLE organization.shift (
    id         uuid        NOT NULL,
    unit       int         NOT NULL REFERENCES organization.unit,
    kind       text        NOT NULL COLLATE "C",
    first      int         NOT NULL REFERENCES organization.person,
    second     int         REFERENCES organization.person,
    reason     text        NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz NOT NULL,
    known_from timestamptz NOT NULL,
    known_to   timestamptz NOT NULL,
    CHECK (first <> second),
    CHECK (valid_from < valid_to),
    CHECK (known_from <= known_to)
);
CREATE UNIQUE INDEX shift_now ON organization.shift (id, valid_from) WHERE known_to = 'infinity';
CREATE INDEX shift_unit ON organization.shift (unit, valid_to) WHERE known_to = 'infinity';
CREATE INDEX shift_first ON organization.shift (first, valid_to) WHERE known_to = 'infinity';
CREATE INDEX shift_second ON organization.shift (second, valid_to) WHERE known_to = 'infinity';

-- What one shift leaves to the next, and that the next has taken it.
CREATE TABLE organization.shift_handover (
    shift     uuid        PRIMARY KEY,
    note      text        NOT NULL,
    handed_at timestamptz NOT NULL,
    handed_by int         NOT NULL REFERENCES organization.person,
    taken_at  timestamptz,
    taken_by  int         REFERENCES organization.person,
    CHECK ((taken_at IS NULL) = (taken_by IS NULL))
);

-- A worker's own number, there only while its owner wants residents to see it.
CREATE TABLE organization.own_telephone (
    person       int         PRIMARY KEY REFERENCES organization.person,
    telephone    text        NOT NULL COLLATE "C",
    consented_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON organization.desk_telephone, organization.shift, organization.shift_handover,
    organization.own_telephone TO ${application};
