-- Noting on every code what call it was handed over in wrote each of them three times.
CREATE TABLE "code_submission" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "discount_id" TEXT NOT NULL,
    "code_ids" BIGINT[],
    "creation_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_submission_pkey" PRIMARY KEY ("shop_id","id")
);
CREATE INDEX "code_submission_shop_id_campaign_id_idx" ON "code_submission"("shop_id", "campaign_id");

INSERT INTO "code_submission" ("shop_id", "id", "campaign_id", "discount_id", "code_ids", "creation_id", "created_at")
SELECT k."shop_id", k."submission_id", k."campaign_id", max(c."discount_id"), array_agg(k."id" ORDER BY k."id"),
       max(k."creation_id"), now()
FROM "code" k JOIN "campaign" c ON c."shop_id" = k."shop_id" AND c."id" = k."campaign_id"
WHERE k."state" = 'pending' AND k."submission_id" IS NOT NULL AND c."discount_id" IS NOT NULL
GROUP BY k."shop_id", k."submission_id", k."campaign_id";

ALTER TABLE "code" ADD COLUMN "is_presumed" BOOLEAN NOT NULL DEFAULT false;
UPDATE "code" SET "is_presumed" = true
WHERE "state" = 'live' AND "submission_id" IS NOT NULL AND "creation_id" IS NULL;
