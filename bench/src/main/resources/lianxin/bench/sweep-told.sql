-- What the cases from {from} on should have told when time came, and how many of them told just that, once.
SELECT count(*), count(*) FILTER (WHERE told = CASE lot
    WHEN 'desk' THEN ARRAY['case.escalated', 'case.limit-reached dispatch']
    WHEN 'work' THEN ARRAY['case.escalated', 'case.limit-reached handle']
    WHEN 'new' THEN ARRAY['case.limit-reached sign', 'case.signed']
    ELSE ARRAY['case.closed-unanswered', 'case.limit-reached answer'] END)
FROM (SELECT o.n, o.lot, array_agg(replace(j.kind, 'case.late-at-top', 'case.escalated')
                 || coalesce(' ' || lower(j.attributes ->> 'step'), '') ORDER BY j.kind
                 || coalesce(' ' || lower(j.attributes ->> 'step'), '')) AS told
      FROM bench.open o LEFT JOIN facts.journal j ON j.about_kind = 'case' AND j.about_id = o.id::text
      WHERE o.n BETWEEN {from} AND {from} + {due} - 1 GROUP BY o.n, o.lot) each
