-- How often a name was tried in vain, and from when on it may be tried again; kept for a day. Whoever holds the database
-- reads neither name nor address here: what was tried is a keyed hash, whether or not there is such an account.
CREATE TABLE platform.wrong_sign_in (
    tried bytea PRIMARY KEY,
    times int NOT NULL,
    again_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL
);
CREATE INDEX wrong_sign_in_last ON platform.wrong_sign_in (last_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON platform.wrong_sign_in TO ${application};
