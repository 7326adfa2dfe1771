-- 上交: a matter without an owner goes to a common superior within the hour.
ALTER TABLE cases.time_limit DROP CONSTRAINT time_limit_step_check;
ALTER TABLE cases.time_limit ADD CONSTRAINT time_limit_step_check
    CHECK (step IN ('dispatch', 'sign', 'handle', 'answer', 'close', 'checkIn', 'assist', 'respond', 'reply', 'check', 'pass'));
