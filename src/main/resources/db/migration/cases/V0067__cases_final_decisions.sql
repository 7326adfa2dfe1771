-- After returns that were refused: the units confer, and if they do not agree the unit above decides for good.
ALTER TABLE cases.request DROP CONSTRAINT request_kind_check;
ALTER TABLE cases.request ADD CONSTRAINT request_kind_check
    CHECK (kind IN ('return', 'postpone', 'shelve', 'confer', 'arbitrate'));
ALTER TABLE cases.request DROP CONSTRAINT request_check1;
ALTER TABLE cases.request ADD CONSTRAINT request_until_check CHECK ((kind IN ('postpone', 'shelve')) = (until IS NOT NULL));

ALTER TABLE cases.case_file
    ADD COLUMN returns smallint NOT NULL DEFAULT 0,
    ADD COLUMN arbiter integer,
    ADD CHECK ((asked IS NOT DISTINCT FROM 'arbitrate') = (arbiter IS NOT NULL));
COMMENT ON COLUMN cases.case_file.returns IS 'How many returns of the unit that holds it were refused';
COMMENT ON COLUMN cases.case_file.arbiter IS 'The unit that must decide for good who answers for it';
UPDATE cases.case_file c SET returns = r.refused
FROM (SELECT case_id, unit, count(*) AS refused FROM cases.request
      WHERE kind = 'return' AND granted = false AND NOT withdrawn GROUP BY case_id, unit) r
WHERE r.case_id = c.id AND r.unit = c.holder AND c.stage = 'DISPATCHED';
CREATE INDEX case_file_arbiter ON cases.case_file (arbiter, due) WHERE arbiter IS NOT NULL;

CREATE TABLE cases.precedent (
    id           uuid        PRIMARY KEY,
    category     text        NOT NULL COLLATE "C",
    area         integer     NOT NULL,
    unit         integer     NOT NULL,
    duty_item    text        NOT NULL COLLATE "C",
    decided_case uuid        NOT NULL REFERENCES cases.case_file,
    decided_by   integer     NOT NULL,
    valid_from   timestamptz NOT NULL,
    valid_to     timestamptz,
    CHECK (valid_to >= valid_from)
);
CREATE INDEX precedent_category ON cases.precedent (category);
GRANT SELECT, INSERT, UPDATE ON cases.precedent TO ${application};
