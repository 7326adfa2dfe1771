-- 剔除: a case leaves the statistics for a reason of a closed list, decided one level above the unit that asked. A reporter may
-- contest that once; then the level above the one that decided settles it for good. Nothing else about the case changes.
ALTER TABLE cases.case_file ADD COLUMN exclusion text COLLATE "C"
    CHECK (exclusion IN ('asked', 'refused', 'excluded', 'contested', 'kept', 'lifted'));
COMMENT ON COLUMN cases.case_file.exclusion IS 'How far it has got with being left out of statistics; null where nobody asked for that';
CREATE INDEX case_file_exclusion ON cases.case_file (id) WHERE exclusion IN ('asked', 'contested');

CREATE TABLE cases.exclusion (
    case_id      uuid        PRIMARY KEY REFERENCES cases.case_file,
    unit         integer     NOT NULL,
    cause        text        NOT NULL COLLATE "C",
    reason       text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    asked_by     text        NOT NULL COLLATE "C",
    decider      integer,
    decision     text,
    decided_at   timestamptz,
    decided_by   text        COLLATE "C",
    contested_at timestamptz,
    reviewer     integer,
    review       text,
    reviewed_at  timestamptz,
    reviewed_by  text        COLLATE "C",
    CHECK (num_nulls(decider, decision, decided_at, decided_by) IN (0, 4)),
    CHECK (num_nulls(reviewer, review, reviewed_at, reviewed_by) IN (0, 4)),
    CHECK (contested_at IS NULL OR decided_at IS NOT NULL),
    CHECK (reviewed_at IS NULL OR contested_at IS NOT NULL),
    CHECK (decider <> unit)
);
COMMENT ON COLUMN cases.exclusion.reason IS 'Words of staff about the case; emptied with its words, as are decision and review';
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.exclusion TO ${application};

ALTER TABLE cases.addition DROP CONSTRAINT addition_kind_check;
ALTER TABLE cases.addition ADD CONSTRAINT addition_kind_check
    CHECK (kind IN ('more', 'correction', 'withdrawal', 'disagreement', 'contest'));
