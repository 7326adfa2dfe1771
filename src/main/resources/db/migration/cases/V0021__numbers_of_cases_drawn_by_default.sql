-- A report is stored by a statement whose text never changes.
ALTER TABLE cases.case_file ALTER COLUMN number SET DEFAULT nextval('cases.number');
