-- A desk finds that the trouble of a closed case is back in a later one.
CREATE TABLE cases.earlier (
    case_id   uuid        NOT NULL REFERENCES cases.case_file,
    earlier   uuid        NOT NULL REFERENCES cases.case_file,
    by_actor  text        NOT NULL COLLATE "C",
    marked_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, earlier),
    CHECK (case_id <> earlier)
);
CREATE INDEX earlier_earlier ON cases.earlier (earlier);
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.earlier TO ${application};
