-- A matter that staff took down: who asked, whom it concerns, who typed it. None of them by name; answer and rating are
-- the affair of the person concerned, never of the one who typed.
CREATE TABLE cases.taken_down (
    case_id    uuid        PRIMARY KEY REFERENCES cases.case_file,
    asker      text        NOT NULL COLLATE "C",
    concerned  text        NOT NULL COLLATE "C",
    enterprise integer,
    typed_by   text        NOT NULL COLLATE "C",
    typed_in   integer     NOT NULL,
    typed_at   timestamptz NOT NULL,
    CHECK (concerned IN ('resident', 'everybody', 'enterprise')),
    CHECK ((concerned = 'enterprise') = (enterprise IS NOT NULL))
);
CREATE INDEX taken_down_enterprise ON cases.taken_down (enterprise, typed_at) WHERE enterprise IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.taken_down TO ${application};
