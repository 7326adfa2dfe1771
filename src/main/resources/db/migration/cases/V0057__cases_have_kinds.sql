-- What is asked for: a question, help, a complaint … Cases from before have the kind of their category.
ALTER TABLE cases.case_file ADD COLUMN kind text COLLATE "C";
