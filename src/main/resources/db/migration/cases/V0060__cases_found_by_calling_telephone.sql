-- Somebody calls and asks about the own open case. There is no other way to find cases by a number.
CREATE INDEX contact_telephone ON cases.contact (telephone);
