-- Rollups have sums of campaigns over all days now: the next sweep folds them anew.
UPDATE "shop" SET "rollup_zone" = NULL;
