-- DropIndex
DROP INDEX "shop_order_shop_id_person_id_idx";

-- DropIndex
DROP INDEX "ledger_entry_shop_id_campaign_id_effective_day_idx";

-- AlterTable
ALTER TABLE "person_tally" ADD COLUMN     "coded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT to_timestamp(0),
ADD COLUMN     "coded_id" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT to_timestamp(0),
ADD COLUMN     "first_id" BIGINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "shop_order_shop_id_person_id_placed_at_id_idx" ON "shop_order"("shop_id", "person_id", "placed_at", "id");

-- CreateIndex
CREATE INDEX "ledger_entry_shop_id_campaign_id_effective_at_order_id_idx" ON "ledger_entry"("shop_id", "campaign_id", "effective_at", "order_id");

-- CreateIndex
CREATE INDEX "person_tally_shop_id_first_at_first_id_idx" ON "person_tally"("shop_id", "first_at", "first_id");

-- CreateIndex
CREATE INDEX "person_tally_shop_id_coded_at_coded_id_idx" ON "person_tally"("shop_id", "coded_at", "coded_id");

-- CreateIndex
CREATE INDEX "issuance_shop_id_campaign_id_at_id_idx" ON "issuance"("shop_id", "campaign_id", "at", "id");


-- Everybody's first orders are noted by the next sweep.
INSERT INTO "person_due" SELECT "shop_id", "person_id" FROM "person_tally" ON CONFLICT DO NOTHING;
