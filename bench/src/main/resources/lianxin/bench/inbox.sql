-- Years of work in one go: {cases} cases, {here} of them open at and below the units of {account}, some 5 % of the rest
-- open elsewhere, all others closed. Nothing is due to be swept while the benchmark runs.
SET session_replication_role = replica;
SET synchronous_commit = off;
SET work_mem = '256MB';
SET maintenance_work_mem = '512MB';

CREATE TEMP TABLE holder AS
SELECT DISTINCT unit FROM territory.area_unit WHERE known_to = 'infinity' AND valid_to = 'infinity';

CREATE TEMP TABLE here AS
WITH RECURSIVE below (unit) AS (
    SELECT p.unit FROM organization.account a JOIN organization.post p ON p.person = a.person
    WHERE a.sign_in = '{account}' AND p.known_to = 'infinity' AND p.valid_to = 'infinity'
    UNION
    SELECT u.unit FROM below JOIN organization.unit_parent u ON u.parent = below.unit
    WHERE u.tree = 'home' AND u.known_to = 'infinity' AND u.valid_to = 'infinity'
)
SELECT row_number() OVER (ORDER BY unit) - 1 AS n, unit FROM below WHERE unit IN (SELECT unit FROM holder);

CREATE TEMP TABLE elsewhere AS
SELECT row_number() OVER (ORDER BY unit) - 1 AS n, unit FROM holder WHERE unit NOT IN (SELECT unit FROM here);

CREATE TEMP TABLE anywhere AS
SELECT row_number() OVER (ORDER BY unit) - 1 AS n, unit FROM holder;

CREATE TEMP TABLE building AS
SELECT row_number() OVER (ORDER BY area) - 1 AS n, area FROM territory.area_version
WHERE kind = 'building' AND known_to = 'infinity' AND valid_to = 'infinity';

CREATE TEMP TABLE category AS
SELECT row_number() OVER (ORDER BY category) - 1 AS n, category, duty_item
FROM (SELECT DISTINCT ON (f.category) f.category, a.duty_item
      FROM cases.case_file f JOIN cases.assignment a ON a.case_id = f.id ORDER BY f.category, a.duty_item) known;

ANALYZE here, elsewhere, anywhere, building, category;

CREATE TEMP TABLE made AS
SELECT n,
       CASE WHEN n <= {here} THEN 'here' WHEN n <= {here} + {cases} / 20 THEN 'elsewhere' ELSE 'closed' END AS lot,
       n % 10 < 3 AS waiting,
       CASE WHEN n <= {here} + {cases} / 20 THEN now() - (n * 7919 % 2592000) * interval '1 second'
            ELSE now() - interval '31 days' - (n::bigint * 7919 % 94608000) * interval '1 second' END AS reported_at,
       now() - interval '5 days' + (n::bigint * 104729 % 2160000) * interval '1 second' AS due
FROM generate_series(1, {cases}) n;

CREATE TEMP TABLE placed AS
SELECT m.*, uuidv7(m.reported_at - now()) AS id, b.area AS place, c.category, c.duty_item,
       coalesce(h.unit, e.unit, a.unit) AS holder
FROM made m
JOIN building b ON b.n = (m.n::bigint * 31 % (SELECT count(*) FROM building))
JOIN category c ON c.n = m.n % (SELECT count(*) FROM category)
LEFT JOIN here h ON m.lot = 'here' AND h.n = m.n % (SELECT count(*) FROM here)
LEFT JOIN elsewhere e ON m.lot = 'elsewhere' AND e.n = m.n % (SELECT count(*) FROM elsewhere)
LEFT JOIN anywhere a ON m.lot = 'closed' AND a.n = m.n % (SELECT count(*) FROM anywhere);

INSERT INTO cases.case_file (id, number, code, version, category, place, channel, stage, desk, holder, due, clock_from,
    escalate_at, level, round, reworks, reported_at, closed_at, outcome, wake_at)
SELECT id, nextval('cases.number'), 'B' || lpad(n::text, 8, '0'), 1, category, place, 'qr',
       CASE WHEN lot = 'closed' THEN 'CLOSED' WHEN waiting THEN 'REPORTED' ELSE 'DISPATCHED' END,
       holder, holder, due, reported_at,
       CASE WHEN lot <> 'closed' THEN now() + interval '30 days' END, 0, 1, 0, reported_at,
       CASE WHEN lot = 'closed' THEN reported_at + interval '5 days' END,
       CASE WHEN lot = 'closed' THEN CASE WHEN n % 4 = 0 THEN 'closedUnanswered' ELSE 'closedSolved' END END,
       CASE WHEN lot <> 'closed' THEN now() + interval '30 days' END
FROM placed ORDER BY reported_at;

INSERT INTO cases.words (case_id, words, detail, purpose, delete_after)
SELECT id, '三号楼一单元门口的路灯已经三天不亮了，晚上老人进出看不清台阶。第 ' || n || ' 次反映。', '一单元门口',
       'handle-the-case', now() + interval '700 days'
FROM placed;

INSERT INTO cases.assignment (id, case_id, role, unit, duty_item, dispatched_at, due, sign_due, signed_at, signed_by)
SELECT gen_random_uuid(), id, 'lead', holder, duty_item, reported_at + interval '1 hour', due, reported_at + interval '1 day',
       CASE WHEN n % 2 = 0 THEN reported_at + interval '3 hours' END, CASE WHEN n % 2 = 0 THEN 'clock/sweep' END
FROM placed WHERE lot <> 'closed' AND NOT waiting;

INSERT INTO cases.time_limit (id, case_id, step, unit, due, set_at, done_at)
SELECT gen_random_uuid(), id, 'dispatch', holder, reported_at + interval '2 hours', reported_at,
       CASE WHEN NOT waiting THEN reported_at + interval '1 hour' END
FROM placed WHERE lot <> 'closed';

INSERT INTO cases.time_limit (id, case_id, step, unit, due, set_at)
SELECT gen_random_uuid(), id, 'handle', holder, due, reported_at + interval '1 hour'
FROM placed WHERE lot <> 'closed' AND NOT waiting;

CREATE TEMP TABLE bench_told AS
SELECT (SELECT count(*) FROM cases.case_file),
       (SELECT count(*) AS open FROM cases.case_file
        WHERE stage IN ('REPORTED', 'DISPATCHED') AND holder IN (SELECT unit FROM here)),
       (SELECT count(*) AS units FROM here);

SET session_replication_role = origin;
RESET work_mem;
