-- Shopify's checkout webhooks have no id since 2026-04: a checkout is known by the hash of its token, and says which codes
-- of the campaign were entered at it.
ALTER TABLE "checkout" DROP CONSTRAINT "checkout_not_ordered_check";
ALTER TABLE "checkout" DROP COLUMN "shopify_id";
ALTER TABLE "checkout" ADD COLUMN "code_ids" BIGINT[];
UPDATE "checkout" SET "code_ids" = '{}';
ALTER TABLE "checkout" ALTER COLUMN "code_ids" SET NOT NULL;
