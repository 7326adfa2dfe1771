-- A desk declines, hands on or answers at once; a unit closes what cannot be solved; the reporter may disagree once.
ALTER TABLE cases.request DROP CONSTRAINT request_kind_check;
ALTER TABLE cases.request
    ADD COLUMN cause text COLLATE "C",
    ADD CONSTRAINT request_kind_check
        CHECK (kind IN ('return', 'postpone', 'shelve', 'unsolved', 'confer', 'arbitrate')),
    ADD CHECK ((kind = 'unsolved') = (cause IS NOT NULL));

ALTER TABLE cases.case_file ADD COLUMN again boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN cases.case_file.again IS 'Whether the reporter once did not agree with how it was closed';

ALTER TABLE cases.addition DROP CONSTRAINT addition_kind_check;
ALTER TABLE cases.addition ADD CONSTRAINT addition_kind_check
    CHECK (kind IN ('more', 'correction', 'withdrawal', 'disagreement'));
