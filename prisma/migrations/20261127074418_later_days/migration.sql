-- AlterTable
ALTER TABLE "person_tally" ADD COLUMN     "later_days" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- What is folded says it already: nobody needs to be folded again.
UPDATE "person_tally" t SET "later_days" = l."days"
FROM (
  SELECT t."shop_id", t."person_id",
    array_agg(t."shop_id" || '/' || d."key" || '/' || to_char(d."day", 'YYYY-MM-DD') ORDER BY d."key", d."day") AS "days"
  FROM "person_tally" t, jsonb_to_recordset(t."tallies") AS d ("measure" text, "key" text, "day" date, "bucket" int)
  WHERE d."measure" = 'order' AND d."bucket" = 1
  GROUP BY t."shop_id", t."person_id"
) l
WHERE l."shop_id" = t."shop_id" AND l."person_id" = t."person_id";

-- CreateIndex
CREATE INDEX "person_tally_later_days_idx" ON "person_tally" USING GIN ("later_days");

-- What came in lately would be read through with every question asked of the index.
ALTER INDEX "person_tally_later_days_idx" SET (fastupdate = off);
