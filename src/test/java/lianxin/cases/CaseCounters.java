package lianxin.cases;

import java.util.Map;

/** What the tables of the state count, and what the facts about the same things count. */
record CaseCounters(String stored, String told) {

    static final Map<String, CaseCounters> ALL = Map.of(
            "cases", of("SELECT count(*) FROM cases.case_file", "case.reported"),
            "limits that fell",
                    of("SELECT count(*) FROM cases.time_limit WHERE reached_at IS NOT NULL", "case.limit-reached"),
            "answers of one reporter", new CaseCounters("""
                            SELECT count(*) FROM cases.answer WHERE case_id::text NOT IN (SELECT about_id FROM facts.journal
                            WHERE kind IN ('case.heard', 'case.joined') UNION SELECT attributes ->> 'lead'
                            FROM facts.journal WHERE kind = 'case.joined')""", """
                            SELECT count(*) FROM facts.journal WHERE kind IN ('case.confirmed', 'case.disputed') AND about_id
                            NOT IN (SELECT about_id FROM facts.journal WHERE kind IN ('case.heard', 'case.joined')
                            UNION SELECT attributes ->> 'lead' FROM facts.journal WHERE kind = 'case.joined')"""),
            "requests",
                    of(
                            "SELECT count(*) FROM cases.request",
                            "case.return-asked",
                            "case.postpone-asked",
                            "case.shelve-asked",
                            "case.unsolved-asked"),
            "requests granted",
                    of(
                            "SELECT count(*) FROM cases.request WHERE granted",
                            "case.return-granted",
                            "case.postponed",
                            "case.shelved",
                            "case.closed-unsolved"),
            "pauses that ended before the case", new CaseCounters("""
                            SELECT count(*) FROM cases.request r JOIN cases.case_file c ON c.id = r.case_id
                            WHERE r.ended_at IS NOT NULL AND c.closed_at IS DISTINCT FROM r.ended_at""", """
                            SELECT count(*) FROM facts.journal j JOIN cases.case_file c ON c.id = j.about_id::uuid
                            WHERE j.kind = 'case.resumed' AND c.closed_at IS DISTINCT FROM j.occurred_at"""),
            "words added", of("SELECT count(*) FROM cases.addition WHERE kind IN ('more', 'correction')", "case.added"),
            "urgings", of("SELECT sum(urged) FROM cases.case_file", "case.urged"),
            "results",
                    of(
                            "SELECT count(*) FROM cases.reply WHERE final",
                            "case.finished",
                            "case.declined",
                            "case.ending-confirmed",
                            "case.handed-on",
                            "case.answered-directly",
                            "case.closed-unsolved"),
            "dispatches",
                    of(
                            "SELECT count(*) FROM cases.assignment a WHERE role = 'lead' AND NOT EXISTS (SELECT FROM"
                                    + " cases.assignment b WHERE b.case_id = a.case_id AND b.role = 'lead'"
                                    + " AND b.dispatched_at = a.dispatched_at AND b.id < a.id)",
                            "case.dispatched"));

    private static CaseCounters of(String stored, String... kinds) {
        return new CaseCounters(
                stored, "SELECT count(*) FROM facts.journal WHERE kind IN ('" + String.join("', '", kinds) + "')");
    }
}
