-- A town with {cases} cases that are not closed, none of them due for a month: four in ten wait at their desk, three are
-- worked on, one and a half were not signed for yet, one and a half wait for their reporter.
SET session_replication_role = replica;
SET synchronous_commit = off;
SET work_mem = '256MB';
SET maintenance_work_mem = '512MB';

CREATE TEMP TABLE holder AS
SELECT row_number() OVER (ORDER BY unit) - 1 AS n, unit
FROM (SELECT DISTINCT unit FROM territory.area_unit WHERE known_to = 'infinity' AND valid_to = 'infinity') units;

CREATE TEMP TABLE building AS
SELECT row_number() OVER (ORDER BY area) - 1 AS n, area FROM territory.area_version
WHERE kind = 'building' AND known_to = 'infinity' AND valid_to = 'infinity';

CREATE TEMP TABLE category AS
SELECT row_number() OVER (ORDER BY category) - 1 AS n, category, duty_item
FROM (SELECT DISTINCT ON (f.category) f.category, a.duty_item
      FROM cases.case_file f JOIN cases.assignment a ON a.case_id = f.id ORDER BY f.category, a.duty_item) known;

CREATE SCHEMA bench;
CREATE TABLE bench.open AS
SELECT m.n, m.lot, m.reported_at, uuidv7(m.reported_at - now()) AS id, b.area AS place, c.category, c.duty_item,
       h.unit AS holder, now() + interval '31 days' + (m.n::bigint * 104729 % 2160000) * interval '1 second' AS due
FROM (SELECT n, (ARRAY['desk', 'desk', 'desk', 'desk', 'work', 'work', 'work', 'new', 'said', 'desk', 'desk', 'desk',
                       'desk', 'work', 'work', 'work', 'new', 'said', 'new', 'said'])[n % 20 + 1] AS lot,
             now() - (n::bigint * 7919 % 7776000) * interval '1 second' AS reported_at
      FROM generate_series(1, {cases}) n) m
JOIN building b ON b.n = (m.n::bigint * 31 % (SELECT count(*) FROM building))
JOIN category c ON c.n = m.n / 20 % (SELECT count(*) FROM category)
JOIN holder h ON h.n = m.n % (SELECT count(*) FROM holder);
ALTER TABLE bench.open ADD PRIMARY KEY (n);
CREATE UNIQUE INDEX ON bench.open (id);

INSERT INTO cases.case_file (id, number, code, version, category, place, channel, stage, desk, holder, due, clock_from,
    escalate_at, level, round, reworks, reported_at, answer_until, wake_at)
SELECT id, nextval('cases.number'), 'B' || lpad(n::text, 8, '0'), 1, category, place, 'qr',
       CASE lot WHEN 'desk' THEN 'REPORTED' WHEN 'said' THEN 'AWAITING_RESIDENT' ELSE 'DISPATCHED' END,
       holder, holder, due, reported_at, CASE WHEN lot <> 'said' THEN due END, 0, CASE WHEN lot = 'said' THEN 1 ELSE 0 END,
       0, reported_at, CASE WHEN lot = 'said' THEN due END, due
FROM bench.open ORDER BY reported_at;

INSERT INTO cases.words (case_id, words, detail, purpose, delete_after)
SELECT id, '三号楼一单元门口的路灯已经三天不亮了，晚上老人进出看不清台阶。第 ' || n || ' 次反映。', '一单元门口',
       'handle-the-case', now() + interval '700 days'
FROM bench.open;

INSERT INTO cases.assignment (id, case_id, role, unit, duty_item, dispatched_at, due, sign_due, signed_at, signed_by, done_at)
SELECT gen_random_uuid(), id, 'lead', holder, duty_item, reported_at, due, due, CASE WHEN lot <> 'new' THEN reported_at END,
       CASE WHEN lot <> 'new' THEN 'person/1' END, CASE WHEN lot = 'said' THEN reported_at END
FROM bench.open WHERE lot <> 'desk';

-- The limits as the verbs leave them: of the step that is to come, and of closing.
INSERT INTO cases.time_limit (id, case_id, step, unit, due, set_at)
SELECT gen_random_uuid(), id, step, holder, due + CASE WHEN step = 'close' THEN interval '60 days' ELSE interval '0' END,
       reported_at
FROM bench.open CROSS JOIN LATERAL unnest(CASE lot WHEN 'desk' THEN ARRAY['dispatch'] WHEN 'work' THEN ARRAY['handle', 'close']
    WHEN 'new' THEN ARRAY['sign', 'handle', 'close'] ELSE ARRAY['answer', 'close'] END) step;

SET session_replication_role = origin;
RESET work_mem;
