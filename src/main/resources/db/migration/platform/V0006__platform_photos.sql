-- Photos as they are shown: re-encoded, without EXIF, named by the hash of their bytes. Who may see one is known to the
-- module that links it.
CREATE TABLE platform.photo (
    hash       text        PRIMARY KEY COLLATE "C" CHECK (hash ~ '^[0-9a-f]{64}$'),
    jpeg       bytea       NOT NULL,
    created_at timestamptz NOT NULL
);
ALTER TABLE platform.photo ALTER COLUMN jpeg SET STORAGE EXTERNAL;
CREATE INDEX photo_created_at ON platform.photo (created_at);

GRANT USAGE ON SCHEMA platform TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.photo TO ${application};
