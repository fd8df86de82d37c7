-- RN is confused with M, CL with D and VV with W: keys are what they were, with each pair as its letter. In a key L is 1,
-- and VV, doubled letters being one, is a single letter that is written U.
UPDATE "campaign"
SET "look_alike_key" = regexp_replace(replace(replace(replace("look_alike_key", 'RN', 'M'), 'C1', 'D'), 'W', 'U'), '(.)\1+', '\1', 'g')
WHERE "look_alike_key" ~ 'RN|C1|W';

UPDATE "code"
SET "look_alike_key" = regexp_replace(replace(replace(replace("look_alike_key", 'RN', 'M'), 'C1', 'D'), 'W', 'U'), '(.)\1+', '\1', 'g')
WHERE "look_alike_key" ~ 'RN|C1|W';

UPDATE "code_import_row"
SET "look_alike_key" = regexp_replace(replace(replace(replace("look_alike_key", 'RN', 'M'), 'C1', 'D'), 'W', 'U'), '(.)\1+', '\1', 'g')
WHERE "look_alike_key" ~ 'RN|C1|W';
