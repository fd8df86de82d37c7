-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "swept_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "agreed" JSONB,
ADD COLUMN     "buys" JSONB,
ADD COLUMN     "combines" JSONB,
ADD COLUMN     "customer_ids" BIGINT[],
ADD COLUMN     "discount_title" TEXT,
ADD COLUMN     "each_item" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "items" JSONB,
ADD COLUMN     "minimum" JSONB,
ADD COLUMN     "sync_asked_by" TEXT;

-- AlterTable
ALTER TABLE "code" ADD COLUMN     "submission_id" UUID;

-- CreateTable
CREATE TABLE "discount" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "terms" JSONB,
    "tags" TEXT[],
    "codes" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL,
    "campaign_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "discount_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "redeem_code" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "discount_id" BIGINT NOT NULL,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "redeem_code_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "drift" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "count" INTEGER,
    "is_conflict" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "found_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "drift_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "sync_run" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "asked_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "operations" JSONB NOT NULL DEFAULT '[]',
    "calls" INTEGER NOT NULL DEFAULT 0,
    "points" INTEGER NOT NULL DEFAULT 0,
    "result" TEXT NOT NULL,
    "error" TEXT,

    CONSTRAINT "sync_run_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "discount_shop_id_campaign_id_idx" ON "discount"("shop_id", "campaign_id");

-- CreateIndex
CREATE INDEX "redeem_code_shop_id_discount_id_code_key_idx" ON "redeem_code"("shop_id", "discount_id", "code_key");

-- CreateIndex
CREATE INDEX "drift_shop_id_state_found_at_idx" ON "drift"("shop_id", "state", "found_at");

-- CreateIndex
CREATE INDEX "drift_shop_id_campaign_id_found_at_idx" ON "drift"("shop_id", "campaign_id", "found_at");

-- CreateIndex
CREATE INDEX "sync_run_shop_id_campaign_id_started_at_idx" ON "sync_run"("shop_id", "campaign_id", "started_at");

-- The segment last written is part of what was agreed.
ALTER TABLE "campaign" DROP COLUMN "synced_segment_id";

-- What was handed over and not answered yet: each creation becomes a submission.
UPDATE "code" SET "submission_id" = md5("creation_id")::uuid WHERE "state" = 'pending' AND "creation_id" IS NOT NULL;
