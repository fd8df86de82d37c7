-- AlterTable
ALTER TABLE "campaign" ADD COLUMN "watched_since" TIMESTAMPTZ(3);

-- A private code's alarm looks for the few orders by way of coupon sites among all uses of the code.
CREATE INDEX "identity_order_coupon_site" ON "identity_order" ("shop_id", "placed_at") WHERE "facts" ->> 'couponSite' IS NOT NULL;

-- Without it PostgreSQL takes nearly all orders for such ones.
CREATE STATISTICS "identity_order_coupon_site_known" ON ("facts" ->> 'couponSite') FROM "identity_order";
