-- A matter about a unit or its staff goes above it, and whoever sits in it does not see it (P-12).
ALTER TABLE cases.case_file ADD COLUMN subject integer;
COMMENT ON COLUMN cases.case_file.subject IS 'The unit that the matter is about, itself or one of its staff; nobody of it reads the case';
