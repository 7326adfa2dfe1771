-- A case as it was before its last step, for the seconds in which whoever took the step may undo it. No words: reasons of
-- requests and texts of replies are left out.
CREATE TABLE cases.undo (
    case_id  uuid        PRIMARY KEY REFERENCES cases.case_file,
    version  integer     NOT NULL,
    by_actor text        NOT NULL COLLATE "C",
    until    timestamptz NOT NULL,
    facts    uuid[]      NOT NULL,
    before   jsonb       NOT NULL
);
CREATE INDEX undo_until ON cases.undo (until);
COMMENT ON COLUMN cases.undo.version IS 'Of the case after the step: with any other version somebody has done something since';
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.undo TO ${application};
