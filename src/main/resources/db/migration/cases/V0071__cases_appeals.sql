-- What a desk ended may be appealed against: the desk above files the case or confirms how it was ended.
ALTER TABLE cases.case_file
    ADD COLUMN appealed text COLLATE "C",
    ADD COLUMN filed boolean NOT NULL DEFAULT false,
    ADD CHECK (appealed IS NULL OR stage = 'REPORTED');
COMMENT ON COLUMN cases.case_file.appealed IS 'How it was ended, while the desk above decides about it';
COMMENT ON COLUMN cases.case_file.filed IS 'Whether a unit was ever given it to work on';
UPDATE cases.case_file c SET filed = true WHERE EXISTS (SELECT FROM cases.assignment a WHERE a.case_id = c.id);
