-- A scheme may compare years: their leagues stand under the four digits of the year.
ALTER TABLE evaluation.snapshot DROP CONSTRAINT snapshot_period_check;
ALTER TABLE evaluation.snapshot ADD CONSTRAINT snapshot_period_check CHECK (period ~ '^\d{4}(-\d{2})?$');
