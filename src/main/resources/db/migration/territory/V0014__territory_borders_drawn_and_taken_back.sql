-- Every change of borders, drawn or from a file, is one step with a name of its own: it can be told, and taken back whole.
CREATE TABLE territory.border_step (
    id         uuid        PRIMARY KEY,
    edition    bigint,
    source     text        NOT NULL COLLATE "C" CHECK (source IN ('drawn', 'file', 'back')),
    reason     text        NOT NULL,
    valid_from timestamptz NOT NULL,
    made_at    timestamptz NOT NULL,
    taken      integer     NOT NULL,
    repaired   integer     NOT NULL,
    refused    integer     NOT NULL,
    takes_back uuid,
    CHECK ((source = 'back') = (takes_back IS NOT NULL))
);
CREATE UNIQUE INDEX border_step_back ON territory.border_step (takes_back) WHERE takes_back IS NOT NULL;
CREATE INDEX border_step_edition ON territory.border_step (edition);

-- A file of borders between its dry run and the real one; gone with either, or after a day.
CREATE TABLE territory.border_file (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    datum      text        NOT NULL COLLATE "C",
    key        text        NOT NULL,
    content    bytea       NOT NULL,
    valid_from timestamptz NOT NULL,
    reason     text        NOT NULL,
    made_at    timestamptz NOT NULL
);

-- Which step brought a row and which ended it: a step is taken back by these two.
ALTER TABLE territory.area_shape
    ADD COLUMN step uuid,
    ADD COLUMN ended_by uuid,
    ADD COLUMN generated boolean NOT NULL DEFAULT false;
CREATE INDEX area_shape_step ON territory.area_shape (step) WHERE step IS NOT NULL;
CREATE INDEX area_shape_ended_by ON territory.area_shape (ended_by) WHERE ended_by IS NOT NULL;

-- Borders have an edition of their own: a street that is renamed moves no border.
ALTER TABLE territory.edition ADD COLUMN borders bigint NOT NULL DEFAULT 0;

GRANT SELECT, INSERT, UPDATE, DELETE ON territory.border_step, territory.border_file TO ${application};
