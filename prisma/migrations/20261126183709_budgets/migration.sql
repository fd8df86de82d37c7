-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "cap_reached" TEXT,
ADD COLUMN     "spend_cap_minor" BIGINT;


-- What Prisma's schema language cannot say.

-- What a cap on spend gives back is found from the refunds alone, which are few.
CREATE INDEX "ledger_entry_refunds" ON "ledger_entry" ("shop_id", "campaign_id", "order_id") WHERE "refund_minor" <> 0;
