-- 并案: a report may be joined to a case about the same matter; that case then answers to several reporters.
ALTER TABLE cases.case_file
    ADD COLUMN joined uuid REFERENCES cases.case_file,
    ADD COLUMN voices smallint NOT NULL DEFAULT 1,
    ADD COLUMN agreed smallint NOT NULL DEFAULT 0,
    ADD COLUMN stepped_back boolean NOT NULL DEFAULT false,
    ADD CHECK ((outcome IS NOT DISTINCT FROM 'joined') = (joined IS NOT NULL)),
    ADD CHECK (joined <> id),
    ADD CHECK (voices >= 0 AND agreed >= 0);
COMMENT ON COLUMN cases.case_file.joined IS 'The case in which this report is worked on';
COMMENT ON COLUMN cases.case_file.voices IS 'How many reporters are asked whether it is solved';
COMMENT ON COLUMN cases.case_file.agreed IS 'How many of them said so since it was finished last';
COMMENT ON COLUMN cases.case_file.stepped_back IS 'Whether the first reporter wants nothing more while others do';
CREATE INDEX case_file_joined ON cases.case_file (joined) WHERE joined IS NOT NULL;
