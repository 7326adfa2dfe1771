-- What the reporter said after the report, also with the withdrawal. It stands beside the words and goes with them.
CREATE TABLE cases.addition (
    id           uuid        PRIMARY KEY,
    case_id      uuid        NOT NULL REFERENCES cases.case_file,
    kind         text        NOT NULL COLLATE "C",
    words        text        NOT NULL,
    purpose      text        NOT NULL COLLATE "C",
    said_at      timestamptz NOT NULL,
    delete_after timestamptz NOT NULL,
    CHECK (kind IN ('more', 'correction', 'withdrawal'))
);
CREATE INDEX addition_case ON cases.addition (case_id, said_at);
CREATE INDEX addition_delete_after ON cases.addition (delete_after);
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.addition TO ${application};

ALTER TABLE cases.case_file
    ADD COLUMN urged smallint NOT NULL DEFAULT 0,
    ADD COLUMN urged_at timestamptz,
    ADD CHECK ((urged = 0) = (urged_at IS NULL));
