-- Only an open case has somebody who looks after its lateness: counting them reads no others.
DROP INDEX cases.case_file_supervisor;
CREATE INDEX case_file_supervisor ON cases.case_file (supervisor, due)
    WHERE supervisor IS NOT NULL AND stage IN ('REPORTED', 'DISPATCHED');
