-- Random keys that all nodes of one city share and that survive a restart, such as the one that proves forms.
CREATE TABLE platform.secret (
    name    text COLLATE "C" NOT NULL,
    value   bytea            NOT NULL,
    made_at timestamptz      NOT NULL,
    CONSTRAINT secret_pk PRIMARY KEY (name)
);

GRANT SELECT, INSERT ON platform.secret TO ${application};
