-- A superior wants an answer about a case by a day: 催办, 督办, 批示. The unit that holds it stays responsible.
CREATE TABLE cases.instruction (
    id       uuid        PRIMARY KEY,
    case_id  uuid        NOT NULL REFERENCES cases.case_file,
    kind     text        NOT NULL COLLATE "C",
    number   text        NOT NULL,
    by_unit  integer     NOT NULL,
    to_unit  integer     NOT NULL,
    text     text        NOT NULL,
    due      timestamptz NOT NULL,
    given_at timestamptz NOT NULL,
    given_by text        NOT NULL COLLATE "C",
    reply    text,
    done_at  timestamptz,
    CHECK (kind IN ('remind', 'supervise', 'instruct')),
    CHECK ((reply IS NULL) = (done_at IS NULL))
);
CREATE INDEX instruction_case ON cases.instruction (case_id, given_at);
CREATE INDEX instruction_open ON cases.instruction (to_unit, due) WHERE done_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.instruction TO ${application};

ALTER TABLE cases.time_limit DROP CONSTRAINT time_limit_step_check;
ALTER TABLE cases.time_limit ADD CONSTRAINT time_limit_step_check
    CHECK (step IN ('dispatch', 'sign', 'handle', 'answer', 'close', 'checkIn', 'assist', 'respond', 'reply'));

ALTER TABLE cases.case_file ADD COLUMN instructed smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN cases.case_file.instructed IS 'How many there are: they are looked for only then';
