-- CreateTable
CREATE TABLE "checkout" (
    "shop_id" INTEGER NOT NULL,
    "campaign_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "shopify_id" BIGINT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "is_ordered" BOOLEAN NOT NULL,
    "order_id" BIGINT,

    CONSTRAINT "checkout_pkey" PRIMARY KEY ("shop_id","campaign_id","token_hash")
);

-- CreateTable
CREATE TABLE "checkout_day" (
    "shop_id" INTEGER NOT NULL,
    "campaign_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "checkouts" INTEGER NOT NULL,
    "ordered" INTEGER NOT NULL,

    CONSTRAINT "checkout_day_pkey" PRIMARY KEY ("shop_id","campaign_id","day")
);

-- CreateIndex
CREATE INDEX "checkout_shop_id_campaign_id_is_ordered_started_at_token_ha_idx" ON "checkout"("shop_id", "campaign_id", "is_ordered", "started_at", "token_hash");

ALTER TABLE "checkout" ADD CONSTRAINT "checkout_not_ordered_check" CHECK ("is_ordered" OR "shopify_id" IS NOT NULL);
ALTER TABLE "checkout_day" ADD CONSTRAINT "checkout_day_check" CHECK ("ordered" BETWEEN 0 AND "checkouts");
