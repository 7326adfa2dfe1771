-- Sessions of people with an account; residents have none. The columns are Spring Session's. Flyway has made the schema
-- already, for its own history.
CREATE TABLE platform.spring_session (
    primary_id            char(36) NOT NULL,
    session_id            char(36) NOT NULL,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval integer  NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        varchar(100),
    CONSTRAINT spring_session_pk PRIMARY KEY (primary_id)
);
CREATE UNIQUE INDEX spring_session_by_id ON platform.spring_session (session_id);
CREATE INDEX spring_session_by_expiry ON platform.spring_session (expiry_time);
CREATE INDEX spring_session_by_person ON platform.spring_session (principal_name);

CREATE TABLE platform.spring_session_attributes (
    session_primary_id char(36)     NOT NULL,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    CONSTRAINT spring_session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
    CONSTRAINT spring_session_attributes_of FOREIGN KEY (session_primary_id)
        REFERENCES platform.spring_session (primary_id) ON DELETE CASCADE
);

GRANT USAGE ON SCHEMA platform TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.spring_session, platform.spring_session_attributes TO ${application};
