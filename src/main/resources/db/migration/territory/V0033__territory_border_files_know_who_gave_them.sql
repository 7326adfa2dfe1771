-- Who gave a file of borders: it opens to them, and to those who may keep the borders of every area in it. Files that wait
-- when this comes were given by nobody who is known; they are gone within a day.
ALTER TABLE territory.border_file ADD COLUMN made_by_kind text NOT NULL DEFAULT '' COLLATE "C";
ALTER TABLE territory.border_file ADD COLUMN made_by_id text NOT NULL DEFAULT '' COLLATE "C";
ALTER TABLE territory.border_file ALTER COLUMN made_by_kind DROP DEFAULT, ALTER COLUMN made_by_id DROP DEFAULT;
