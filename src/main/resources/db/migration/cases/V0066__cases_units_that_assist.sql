-- One unit leads a case; others may assist it, each with work and a clock of its own.
ALTER TABLE cases.assignment
    ADD COLUMN role text COLLATE "C" NOT NULL DEFAULT 'lead',
    ADD COLUMN task text,
    ADD CHECK (role IN ('lead', 'assist')),
    ADD CHECK ((role = 'assist') = (task IS NOT NULL));
ALTER TABLE cases.assignment ALTER COLUMN role DROP DEFAULT;
CREATE UNIQUE INDEX assignment_lead ON cases.assignment (case_id) WHERE role = 'lead' AND ended_at IS NULL;
CREATE UNIQUE INDEX assignment_once ON cases.assignment (case_id, unit) WHERE role = 'assist' AND ended_at IS NULL;
CREATE INDEX assignment_assisting ON cases.assignment (unit, due) WHERE role = 'assist' AND done_at IS NULL AND ended_at IS NULL;
COMMENT ON COLUMN cases.assignment.task IS 'What the unit is asked to do; written by staff';

ALTER TABLE cases.case_file
    ADD COLUMN assisting smallint NOT NULL DEFAULT 0,
    ADD COLUMN lead_open boolean NOT NULL DEFAULT false,
    ADD COLUMN whistled integer,
    ADD CHECK (NOT lead_open OR stage = 'DISPATCHED'),
    ADD CHECK (whistled IS NULL OR stage = 'DISPATCHED');
CREATE INDEX case_file_whistled ON cases.case_file (whistled, due) WHERE whistled IS NOT NULL;
CREATE INDEX time_limit_respond ON cases.time_limit (unit, due) WHERE step = 'respond';
COMMENT ON COLUMN cases.case_file.whistled IS 'The unit that must say who comes to help; its limit is the row of step respond';
COMMENT ON COLUMN cases.case_file.assisting IS 'How many units assist it now: work of theirs is looked for only then';
COMMENT ON COLUMN cases.case_file.lead_open IS 'Whether the first of its units that signs takes the lead (首接负责)';

ALTER TABLE cases.time_limit DROP CONSTRAINT time_limit_step_check;
ALTER TABLE cases.time_limit ADD CONSTRAINT time_limit_step_check
    CHECK (step IN ('dispatch', 'sign', 'handle', 'answer', 'close', 'checkIn', 'assist', 'respond'));

-- What units say among themselves about a case; the reporter hears from the unit that leads.
CREATE TABLE cases.note (
    id       uuid        PRIMARY KEY,
    case_id  uuid        NOT NULL REFERENCES cases.case_file,
    kind     text        NOT NULL COLLATE "C",
    unit     integer     NOT NULL,
    text     text        NOT NULL,
    by_actor text        NOT NULL COLLATE "C",
    said_at  timestamptz NOT NULL
);
CREATE INDEX note_case ON cases.note (case_id, said_at);
CREATE INDEX note_said_at ON cases.note (said_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.note TO ${application};
