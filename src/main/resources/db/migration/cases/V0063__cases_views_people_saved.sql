-- A list somebody gave a name: the address of the list and nothing that stood in it.
CREATE TABLE cases.saved_view (
    id       uuid        PRIMARY KEY,
    person   integer     NOT NULL,
    name     text        NOT NULL,
    address  text        NOT NULL,
    saved_at timestamptz NOT NULL,
    UNIQUE (person, name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.saved_view TO ${application};
