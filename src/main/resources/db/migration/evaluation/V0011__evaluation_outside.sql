-- Things that were counted for no unit of the league: NULL for leagues issued before anybody counted them.
ALTER TABLE evaluation.snapshot ADD COLUMN outside integer;
