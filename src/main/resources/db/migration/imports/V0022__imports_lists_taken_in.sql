CREATE SCHEMA imports;

-- A list that somebody gave: what it is about, who gave it, where it stands. It stays; its lines go.
CREATE TABLE imports.batch (
    id          uuid        PRIMARY KEY,
    subject     text        NOT NULL COLLATE "C",
    file        text        NOT NULL,
    reason      text        NOT NULL,
    valid_from  timestamptz NOT NULL,
    state       text        NOT NULL COLLATE "C"
        CHECK (state IN ('READING', 'UNREADABLE', 'CHECKED', 'RUNNING', 'DONE', 'DROPPED', 'TAKING_BACK', 'TAKEN_BACK')),
    person      integer,
    unit        integer     NOT NULL,
    lines       integer     NOT NULL DEFAULT 0,
    to_create   integer     NOT NULL DEFAULT 0,
    to_change   integer     NOT NULL DEFAULT 0,
    same        integer     NOT NULL DEFAULT 0,
    refused     integer     NOT NULL DEFAULT 0,
    created     integer     NOT NULL DEFAULT 0,
    changed     integer     NOT NULL DEFAULT 0,
    problem     text,
    given_at    timestamptz NOT NULL,
    begun_at    timestamptz,
    ended_at    timestamptz,
    alive_until timestamptz,
    lines_until timestamptz NOT NULL
);
CREATE INDEX batch_given ON imports.batch (given_at);
CREATE INDEX batch_lines ON imports.batch (lines_until);

-- The lines of a list, with names of people in some: until each is written, and never longer than batch.lines_until. Cells
-- stand between unit separators (U+001F), what is said of a line between record separators (U+001E).
CREATE TABLE imports.line (
    batch  uuid    NOT NULL REFERENCES imports.batch,
    number integer NOT NULL,
    rank   integer NOT NULL,
    fate   text    NOT NULL COLLATE "C" CHECK (fate IN ('CREATE', 'CHANGE', 'SAME', 'REFUSED')),
    cells  text    NOT NULL,
    what   text    NOT NULL,
    PRIMARY KEY (batch, number)
);
CREATE INDEX line_next ON imports.line (batch, fate, rank, number);

-- What a list has brought in or changed, by its number; how it was before, where it was changed.
CREATE TABLE imports.made (
    batch  uuid    NOT NULL REFERENCES imports.batch,
    thing  text    NOT NULL COLLATE "C",
    before text,
    PRIMARY KEY (batch, thing)
);

GRANT USAGE ON SCHEMA imports TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA imports TO ${application};
