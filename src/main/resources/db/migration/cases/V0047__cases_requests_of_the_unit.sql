-- A unit asks its desk for one of three things: to be relieved, for more time, or to put the case aside until a date.
ALTER TABLE cases.return_request RENAME TO request;
ALTER INDEX cases.return_request_open RENAME TO request_open;
ALTER TABLE cases.request
    ADD COLUMN kind text COLLATE "C" NOT NULL DEFAULT 'return',
    ADD COLUMN until timestamptz,
    ADD COLUMN ended_at timestamptz,
    ALTER COLUMN duty_item DROP NOT NULL,
    ADD CHECK (kind IN ('return', 'postpone', 'shelve')),
    ADD CHECK ((kind = 'return') = (duty_item IS NOT NULL)),
    ADD CHECK ((kind = 'return') = (until IS NULL)),
    ADD CHECK (ended_at IS NULL OR kind = 'shelve' AND granted);
ALTER TABLE cases.request ALTER COLUMN kind DROP DEFAULT;
COMMENT ON COLUMN cases.request.ended_at IS 'When a case that was put aside went on: from decided_at to here no limit ran';

ALTER TABLE cases.case_file
    ADD COLUMN asked text COLLATE "C",
    ADD COLUMN decide_by timestamptz,
    ADD COLUMN paused_at timestamptz;
UPDATE cases.case_file c SET asked = 'return', decide_by = r.asked_at + interval '7 days',
    wake_at = least(c.wake_at, r.asked_at + interval '7 days')
FROM cases.request r WHERE r.case_id = c.id AND r.granted IS NULL;
ALTER TABLE cases.case_file
    ADD CHECK ((asked IS NULL) = (decide_by IS NULL)),
    ADD CHECK (asked IS NULL OR stage = 'DISPATCHED'),
    ADD CHECK (paused_at IS NULL OR stage = 'DISPATCHED');
CREATE INDEX case_file_asked ON cases.case_file (desk, due) WHERE asked IS NOT NULL;
