-- The moment of the next {due} cases has come, each of them within the last minute; of those not signed for it is that of signing.
CREATE TEMP TABLE now_due ON COMMIT DROP AS
SELECT id, lot, now() - (n * 7919 % 60) * interval '1 second' AS due FROM bench.open
WHERE n BETWEEN {from} AND {from} + {due} - 1;

UPDATE cases.time_limit l SET due = d.due FROM now_due d
WHERE l.case_id = d.id AND l.step = CASE d.lot WHEN 'desk' THEN 'dispatch' WHEN 'work' THEN 'handle' WHEN 'new' THEN 'sign' ELSE 'answer' END;
UPDATE cases.assignment a SET sign_due = d.due FROM now_due d WHERE a.case_id = d.id AND d.lot = 'new';
UPDATE cases.assignment a SET due = d.due FROM now_due d WHERE a.case_id = d.id AND d.lot = 'work';
UPDATE cases.case_file f SET wake_at = d.due, due = CASE WHEN d.lot IN ('desk', 'work') THEN d.due ELSE f.due END,
    escalate_at = CASE WHEN d.lot IN ('desk', 'work') THEN d.due ELSE f.escalate_at END,
    answer_until = CASE WHEN d.lot = 'said' THEN d.due END
FROM now_due d WHERE f.id = d.id;
