-- A post may be limited to lines of work (no row of its own lines: all of them), say what it is for here, and name the
-- number under which it was filed.
ALTER TABLE organization.post
    ADD COLUMN lines text[] COLLATE "C" NOT NULL DEFAULT '{}',
    ADD COLUMN duty text NOT NULL DEFAULT '',
    ADD COLUMN filed_as text COLLATE "C";

-- A change of a post that takes effect only when the level above has filed it. Proposed, then filed with a number or
-- returned with a reason; decided once.
CREATE TABLE organization.post_filing (
    id uuid PRIMARY KEY,
    action text COLLATE "C" NOT NULL CHECK (action IN ('FILL', 'END')),
    post uuid,
    person int NOT NULL REFERENCES organization.person,
    unit int NOT NULL REFERENCES organization.unit,
    role text COLLATE "C" NOT NULL,
    duty text NOT NULL,
    starts_at timestamptz,
    ends_at timestamptz,
    reason text NOT NULL,
    reviewer int NOT NULL REFERENCES organization.unit,
    proposed_by int REFERENCES organization.person,
    proposed_at timestamptz NOT NULL,
    review_until timestamptz NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('PROPOSED', 'FILED', 'RETURNED')),
    decided_by int REFERENCES organization.person,
    decided_at timestamptz,
    number text COLLATE "C" UNIQUE,
    answer text,
    CHECK ((action = 'END') = (post IS NOT NULL)),
    CHECK (action = 'END' OR starts_at IS NOT NULL),
    CHECK ((state = 'FILED') = (number IS NOT NULL)),
    CHECK ((state = 'RETURNED') = (answer IS NOT NULL)),
    CHECK ((state = 'PROPOSED') = (decided_at IS NULL))
);
CREATE INDEX post_filing_waiting ON organization.post_filing (reviewer) WHERE state = 'PROPOSED';
CREATE INDEX post_filing_unit ON organization.post_filing (unit, proposed_at);

-- Somebody acts for the holder of a post, with some of its rights, for a while. It hangs on the post: when that ends, so
-- does this.
CREATE TABLE organization.delegation (
    id uuid NOT NULL,
    post uuid NOT NULL,
    giver int NOT NULL REFERENCES organization.person,
    receiver int NOT NULL REFERENCES organization.person,
    may text[] COLLATE "C" NOT NULL,
    reason text NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to timestamptz NOT NULL,
    known_from timestamptz NOT NULL,
    known_to timestamptz NOT NULL,
    CHECK (giver <> receiver),
    CHECK (valid_from < valid_to),
    CHECK (known_from <= known_to)
);
CREATE UNIQUE INDEX delegation_now ON organization.delegation (id, valid_from) WHERE known_to = 'infinity';
CREATE INDEX delegation_receiver ON organization.delegation (receiver) WHERE known_to = 'infinity';
CREATE INDEX delegation_giver ON organization.delegation (giver) WHERE known_to = 'infinity';

-- one_time_until: the password was given by somebody else and must be changed by then. totp_secret is sealed with the
-- town's key; it counts only once confirmed. No code is taken twice: totp_step is the last one taken.
ALTER TABLE organization.account
    ADD COLUMN one_time_until timestamptz,
    ADD COLUMN totp_secret bytea,
    ADD COLUMN totp_confirmed_at timestamptz,
    ADD COLUMN totp_step bigint NOT NULL DEFAULT 0;

CREATE TABLE organization.recovery_code (
    sign_in text NOT NULL REFERENCES organization.account ON DELETE CASCADE,
    hash bytea NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (sign_in, hash)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON organization.post_filing, organization.delegation, organization.recovery_code
    TO ${application};
