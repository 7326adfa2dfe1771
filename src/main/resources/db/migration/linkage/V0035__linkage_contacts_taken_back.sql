-- A contact that was logged in error stays readable as what it is: taken back, when and why.
ALTER TABLE linkage.contact ADD COLUMN taken_back_at timestamptz;
ALTER TABLE linkage.contact ADD COLUMN taken_back text;
ALTER TABLE linkage.contact ADD CONSTRAINT contact_taken_back_check CHECK ((taken_back_at IS NULL) = (taken_back IS NULL));
