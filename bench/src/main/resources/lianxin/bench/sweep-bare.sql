\set n random(1, {cases})
BEGIN;
UPDATE cases.case_file SET version = version + 1, level = 1, supervisor = 1, escalate_at = escalate_at + interval '1 day',
    wake_at = wake_at + interval '1 day', claimed_until = NULL WHERE id = (SELECT id FROM bench.open WHERE n = :n);
INSERT INTO facts.journal (id, kind, about_kind, about_id, unit, unit_path, place_kind, place_id, actor_kind, actor_id,
    occurred_at, recorded_at, quantity, attributes)
SELECT uuidv7(), kind, 'bench', id::text, holder, ARRAY[holder], 'area', place::text, 'clock', 'sweep', now(), now(), 1,
    '{"step": "handle", "inTime": false, "reworks": 0}'
FROM bench.open CROSS JOIN unnest(ARRAY['case.limit-reached', 'case.escalated']) kind WHERE n = :n;
COMMIT;
