-- Few cases await their resident at a time: counting them for a county reads one short index, not a stretch of a long
-- one for each of its units.
CREATE INDEX case_file_awaiting ON cases.case_file (holder, due) WHERE stage = 'AWAITING_RESIDENT';
