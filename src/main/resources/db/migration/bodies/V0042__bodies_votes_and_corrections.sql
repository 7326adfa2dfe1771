-- A resolution of a body that decides by vote is a proposal until it is voted.
ALTER TABLE bodies.undertaking_version DROP CONSTRAINT undertaking_version_state_check;
ALTER TABLE bodies.undertaking_version ADD CONSTRAINT undertaking_version_state_check
    CHECK (state IN ('proposed', 'open', 'done', 'dropped'));

-- The meeting at which it was voted, which units voted how, and how many votes the rule of that day asked for.
ALTER TABLE bodies.undertaking_version ADD COLUMN voted_at integer;
ALTER TABLE bodies.undertaking_version ADD COLUMN in_favor integer[] NOT NULL DEFAULT '{}';
ALTER TABLE bodies.undertaking_version ADD COLUMN opposed integer[] NOT NULL DEFAULT '{}';
ALTER TABLE bodies.undertaking_version ADD COLUMN abstained integer[] NOT NULL DEFAULT '{}';
ALTER TABLE bodies.undertaking_version ADD COLUMN votes_needed integer;
ALTER TABLE bodies.undertaking_version ADD CONSTRAINT undertaking_version_vote_check
    CHECK ((voted_at IS NULL) = (votes_needed IS NULL));

-- Why the minutes of a meeting were corrected; empty for what was written first.
ALTER TABLE bodies.undertaking_version ADD COLUMN reason text NOT NULL DEFAULT '';
