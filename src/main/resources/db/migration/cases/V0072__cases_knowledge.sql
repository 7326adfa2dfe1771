-- Answers that units keep, so that what is known is said at once. A correction closes what was known and inserts.
CREATE TABLE cases.knowledge (
    id         uuid        PRIMARY KEY,
    entry      uuid        NOT NULL,
    unit       integer     NOT NULL,
    category   text        NOT NULL COLLATE "C",
    question   text        NOT NULL,
    answer     text        NOT NULL,
    source     text        NOT NULL,
    valid_from date        NOT NULL,
    valid_to   date,
    known_from timestamptz NOT NULL,
    known_to   timestamptz,
    by_actor   text        NOT NULL COLLATE "C",
    CHECK (valid_from < valid_to)
);
COMMENT ON COLUMN cases.knowledge.valid_to IS 'The first day on which it holds no more; null while no end is known';
CREATE UNIQUE INDEX knowledge_entry ON cases.knowledge (entry) WHERE known_to IS NULL;
CREATE INDEX knowledge_unit ON cases.knowledge (unit) WHERE known_to IS NULL;
GRANT SELECT, INSERT, UPDATE ON cases.knowledge TO ${application};
