-- What was wrong with a border is told in the reader's language.
UPDATE territory.area_shape SET fault = lower(replace(fault, ' ', '-')) WHERE fault IS NOT NULL;
