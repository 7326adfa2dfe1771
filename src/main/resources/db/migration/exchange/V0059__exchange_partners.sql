CREATE SCHEMA exchange;

-- A system of somebody else that sends matters and fetches what becomes of them. Of its token only the sum is kept.
CREATE TABLE exchange.partner (
    key         text        PRIMARY KEY COLLATE "C",
    name        text        NOT NULL,
    token_sum   bytea       NOT NULL UNIQUE,
    asks_itself boolean     NOT NULL,
    made_at     timestamptz NOT NULL,
    made_by     text        NOT NULL COLLATE "C",
    revoked_at  timestamptz,
    revoked_by  text        COLLATE "C",
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);

-- What a partner told under a number of its own has been done; told again, nothing happens.
CREATE TABLE exchange.told (
    partner text        NOT NULL COLLATE "C" REFERENCES exchange.partner,
    event   text        NOT NULL COLLATE "C",
    told_at timestamptz NOT NULL,
    PRIMARY KEY (partner, event)
);

GRANT USAGE ON SCHEMA exchange TO ${application};
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA exchange TO ${application};
