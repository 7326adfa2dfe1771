CREATE SCHEMA evaluation;

-- A league as issued: computed once for each version of a scheme and period, so that everybody sees the same figures.
-- Horizon, cut-off and the two times of the tree say from what it was computed and let it be computed again.
CREATE TABLE evaluation.snapshot (
    id             uuid        NOT NULL PRIMARY KEY,
    scheme         text        NOT NULL COLLATE "C",
    scheme_version integer     NOT NULL,
    period         text        NOT NULL COLLATE "C" CHECK (period ~ '^\d{4}-\d{2}$'),
    period_from    timestamptz NOT NULL,
    period_to      timestamptz NOT NULL,
    cut_off        timestamptz NOT NULL,
    horizon        bigint      NOT NULL,
    tree           text        NOT NULL COLLATE "C" CHECK (tree IN ('then', 'now', 'date')),
    tree_valid     timestamptz NOT NULL,
    tree_known     timestamptz NOT NULL,
    issued_at      timestamptz NOT NULL,
    UNIQUE (scheme, scheme_version, period),
    CHECK (period_from < period_to AND period_to <= cut_off AND cut_off <= issued_at)
);

-- One unit, under the names it had then. An unknown figure is NULL in a column and absent in a document, never 0.
CREATE TABLE evaluation.snapshot_row (
    snapshot   uuid    NOT NULL REFERENCES evaluation.snapshot,
    unit       integer NOT NULL,
    name       text    NOT NULL,
    above      integer NOT NULL,
    above_name text    NOT NULL,
    score      numeric,
    low        numeric,
    high       numeric,
    cases      integer NOT NULL,
    rates      jsonb   NOT NULL,
    points     jsonb   NOT NULL,
    measures   jsonb   NOT NULL,
    PRIMARY KEY (snapshot, unit),
    CHECK ((low IS NULL) = (high IS NULL))
);

GRANT USAGE ON SCHEMA evaluation TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA evaluation TO ${application};
