-- Some facts say whether their thing counts in statistics from now on: false leaves all of its facts out, true takes them in
-- again, and nearly all say nothing. There are few of them, and they are asked for before anything is counted.
ALTER TABLE facts.journal ADD COLUMN counts boolean;
COMMENT ON COLUMN facts.journal.counts IS 'Whether the thing counts in statistics from now on; null where the fact says nothing about that';
CREATE INDEX journal_counts ON facts.journal (about_kind, about_id) WHERE counts IS NOT NULL;
