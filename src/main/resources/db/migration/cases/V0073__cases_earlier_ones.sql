-- What a case has to do with an earlier one: its reporter says so, or a desk finds that the same trouble is back.
CREATE TABLE cases.earlier (
    case_id   uuid        NOT NULL REFERENCES cases.case_file,
    earlier   uuid        NOT NULL REFERENCES cases.case_file,
    kind      text        NOT NULL COLLATE "C",
    by_actor  text        NOT NULL COLLATE "C",
    marked_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, earlier, kind),
    CHECK (kind IN ('follows', 'recurs')),
    CHECK (case_id <> earlier)
);
CREATE INDEX earlier_earlier ON cases.earlier (earlier);
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.earlier TO ${application};
