-- AlterTable
ALTER TABLE "discount" ADD COLUMN     "subscription_only" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "adoption" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "bulk_operation_id" TEXT,
    "looks" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "position" JSONB,
    "discounts" INTEGER NOT NULL DEFAULT 0,
    "codes" INTEGER NOT NULL DEFAULT 0,
    "total_discounts" INTEGER,
    "total_codes" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "marked_at" TIMESTAMPTZ(3),
    "marked" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "mapped_by" TEXT,
    "chosen" INTEGER NOT NULL DEFAULT 0,
    "adopted" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "chosen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "adoption_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "discount_mapping" (
    "shop_id" INTEGER NOT NULL,
    "discount_id" BIGINT NOT NULL,
    "result" TEXT NOT NULL,
    "name" TEXT,
    "convention_id" UUID,
    "convention_version" INTEGER,
    "dimensions" JSONB,
    "code_kind" TEXT,
    "reason" TEXT,
    "proposal" TEXT,
    "chosen_at" TIMESTAMPTZ(3),
    "chosen_by" JSONB,
    "refused" TEXT,

    CONSTRAINT "discount_mapping_pkey" PRIMARY KEY ("shop_id","discount_id")
);

-- CreateIndex
CREATE INDEX "adoption_shop_id_created_at_idx" ON "adoption"("shop_id", "created_at");

-- CreateIndex
CREATE INDEX "discount_mapping_shop_id_result_idx" ON "discount_mapping"("shop_id", "result");

-- One reading of a store at a time.
CREATE UNIQUE INDEX "adoption_reading_key" ON "adoption"("shop_id") WHERE "state" = 'reading';
