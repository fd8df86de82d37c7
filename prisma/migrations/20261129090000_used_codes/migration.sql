-- AlterTable
ALTER TABLE "code" ADD COLUMN     "is_used" BOOLEAN NOT NULL DEFAULT false;

UPDATE "code" k SET "is_used" = true
FROM (
  SELECT "shop_id", "key"::bigint AS "id" FROM "rollup" WHERE "grain" = 'code'
  GROUP BY "shop_id", "key" HAVING sum("redemptions" - "reversals") > 0
) u
WHERE k."shop_id" = u."shop_id" AND k."id" = u."id";

-- The few that were used, newest first.
CREATE INDEX "code_used_idx" ON "code" ("shop_id", "id") WHERE "is_used";
