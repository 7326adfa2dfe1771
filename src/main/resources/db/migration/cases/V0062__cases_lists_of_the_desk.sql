-- When the reporter was last told something, and since when they wait for word: lists of the desk ask for the second.
ALTER TABLE cases.case_file
    ADD COLUMN told_at timestamptz,
    ADD COLUMN silent_since timestamptz;
COMMENT ON COLUMN cases.case_file.silent_since IS 'Null while nothing is to be told: answered, awaiting the resident, withdrawn';
UPDATE cases.case_file c SET told_at = r.told_at
FROM (SELECT case_id, max(said_at) AS told_at FROM cases.reply GROUP BY case_id) r WHERE r.case_id = c.id;
UPDATE cases.case_file SET silent_since = CASE WHEN stage = 'CLOSED' THEN reported_at
    ELSE greatest(coalesce(told_at, reported_at), CASE WHEN reworks > 0 THEN clock_from END) END
WHERE stage IN ('REPORTED', 'DISPATCHED') OR stage = 'CLOSED' AND told_at IS NULL AND outcome <> 'withdrawn';

CREATE INDEX case_file_silent ON cases.case_file (silent_since, holder) WHERE silent_since IS NOT NULL;
-- All cases and the closed ones, the latest first.
CREATE INDEX case_file_reported ON cases.case_file (reported_at, holder);
-- What a desk dispatched and others have in hand.
CREATE INDEX case_file_elsewhere ON cases.case_file (desk, due) WHERE stage = 'DISPATCHED' AND holder <> desk;
-- Whom to call next: the window that ends first.
CREATE INDEX case_file_asking ON cases.case_file (answer_until, holder) WHERE stage = 'AWAITING_RESIDENT';
