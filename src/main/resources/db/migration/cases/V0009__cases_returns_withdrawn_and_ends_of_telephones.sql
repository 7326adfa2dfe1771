-- A unit that finishes withdraws its request; it was not granted, and nobody refused it.
ALTER TABLE cases.return_request
    ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
    ADD CHECK (NOT withdrawn OR NOT granted);
UPDATE cases.return_request asked
SET granted = false, withdrawn = true, decided_at = finished.said_at, decided_by = finished.by_actor
FROM (SELECT DISTINCT ON (case_id) case_id, said_at, by_actor FROM cases.reply WHERE final
      ORDER BY case_id, said_at DESC) finished
WHERE finished.case_id = asked.case_id AND asked.granted IS NULL AND finished.said_at >= asked.asked_at;

-- Telephones left after closing were kept for two years; the words of a closed case go a year after its telephone.
UPDATE cases.contact
SET delete_after = words.delete_after - interval '8760 hours'
FROM cases.words, cases.case_file
WHERE words.case_id = contact.case_id AND case_file.id = contact.case_id AND case_file.closed_at IS NOT NULL
  AND contact.delete_after > words.delete_after - interval '8760 hours';

CREATE INDEX case_file_failing ON cases.case_file (id) WHERE attempts > 0;
