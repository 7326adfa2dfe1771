-- 核查: somebody who did not do the work looks whether it is done.
ALTER TABLE cases.time_limit DROP CONSTRAINT time_limit_step_check;
ALTER TABLE cases.time_limit ADD CONSTRAINT time_limit_step_check
    CHECK (step IN ('dispatch', 'sign', 'handle', 'answer', 'close', 'checkIn', 'assist', 'respond', 'reply', 'check'));
CREATE INDEX time_limit_check ON cases.time_limit (unit, due) WHERE step = 'check' AND done_at IS NULL AND ended_at IS NULL;
