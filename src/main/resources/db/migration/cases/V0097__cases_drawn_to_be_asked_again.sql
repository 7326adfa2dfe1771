-- 抽查: of closed cases and of withdrawn ones some are drawn, and their reporters are called again by somebody else.
CREATE TABLE cases.recheck (
    case_id  uuid        PRIMARY KEY REFERENCES cases.case_file,
    drawn_at timestamptz NOT NULL,
    due      timestamptz NOT NULL,
    agrees   boolean,
    done_at  timestamptz,
    by_actor text        COLLATE "C",
    CHECK (num_nulls(agrees, done_at, by_actor) IN (0, 3))
);
CREATE INDEX recheck_open ON cases.recheck (case_id) WHERE done_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.recheck TO ${application};
