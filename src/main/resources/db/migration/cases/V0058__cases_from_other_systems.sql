-- A matter that another system sent, under its own number: a hotline, a list. What it bound stays bound.
CREATE TABLE cases.source (
    case_id     uuid        PRIMARY KEY REFERENCES cases.case_file,
    system      text        NOT NULL COLLATE "C",
    number      text        NOT NULL COLLATE "C",
    received_at timestamptz NOT NULL,
    UNIQUE (system, number)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.source TO ${application};

-- bound: the deadline of that system, in the place of our own limit to handle. heard_elsewhere: that system asks the resident.
ALTER TABLE cases.case_file
    ADD COLUMN bound timestamptz,
    ADD COLUMN heard_elsewhere boolean NOT NULL DEFAULT false;
