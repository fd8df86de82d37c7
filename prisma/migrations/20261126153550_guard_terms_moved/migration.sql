-- What one limit and one segment said is said by lists.
UPDATE "campaign" SET "limits" = jsonb_build_array(jsonb_build_object(
    'perCustomer', "per_customer", 'window', COALESCE("limit_window", 'lifetime'), 'counter', 'campaign'))
WHERE "per_customer" IS NOT NULL;
UPDATE "campaign" SET "eligibility" = jsonb_build_object(
    'all', '[]'::jsonb, 'any', jsonb_build_array("segment_id"), 'none', '[]'::jsonb,
    'customers', 'everyone', 'signedIn', false)
WHERE "segment_id" IS NOT NULL;
INSERT INTO "segment" ("shop_id", "id", "name")
SELECT DISTINCT ON ("shop_id", "segment_id") "shop_id", "segment_id", "segment_name"
FROM "campaign" WHERE "segment_id" IS NOT NULL AND "segment_name" IS NOT NULL
ORDER BY "shop_id", "segment_id", "updated_at" DESC;
UPDATE "campaign" SET "groups" = '{}' WHERE "groups" IS NULL;
-- Flags tell of a limit as it was then: in its own campaign's window.
UPDATE "flag" SET "evidence" = "evidence" || '{"counter": "campaign"}' WHERE "kind" = 'overshoot';
UPDATE "disqualification" d SET "created_by" = f."decided_by", "reason" = f."reason"
FROM "flag" f WHERE f."shop_id" = d."shop_id" AND f."id" = d."flag_id"
  AND f."decided_by" IS NOT NULL AND f."reason" IS NOT NULL;

ALTER TABLE "campaign" DROP COLUMN "limit_window",
DROP COLUMN "per_customer",
DROP COLUMN "segment_id",
DROP COLUMN "segment_name",
ALTER COLUMN "groups" SET DEFAULT ARRAY[]::INTEGER[];
ALTER TABLE "campaign" RENAME COLUMN "guest_rule" TO "guest_policy";
ALTER TABLE "standing" RENAME COLUMN "segments" TO "memberships";
-- The checkout's formats are new: every standing and the shop's rules are to be written again.
UPDATE "standing" SET "dirty_since" = COALESCE("dirty_since", now()), "written" = NULL, "changes" = "changes" + 1,
  "urgency" = 2, "error" = NULL;
UPDATE "shop" SET "guard_written" = '{}';
