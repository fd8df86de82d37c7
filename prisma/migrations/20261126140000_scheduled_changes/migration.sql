-- AlterTable
ALTER TABLE "code" ADD COLUMN     "forgotten_uses" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "replaced_by_id" BIGINT;

-- CreateTable
CREATE TABLE "scheduled_change" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "local_time" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,

    CONSTRAINT "scheduled_change_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "scheduled_change_state_due_at_idx" ON "scheduled_change"("state", "due_at");

-- CreateIndex
CREATE INDEX "scheduled_change_shop_id_campaign_id_due_at_idx" ON "scheduled_change"("shop_id", "campaign_id", "due_at");


-- Few codes are replaced: only those are looked for.
CREATE INDEX "code_shop_id_replaced_by_id_idx" ON "code"("shop_id", "replaced_by_id") WHERE "replaced_by_id" IS NOT NULL;
