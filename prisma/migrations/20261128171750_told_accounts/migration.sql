-- CreateTable
CREATE TABLE "told_account" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "guest_hash" TEXT,

    CONSTRAINT "told_account_pkey" PRIMARY KEY ("shop_id","kind","hash","customer_id")
);

-- CreateIndex
CREATE INDEX "told_account_shop_id_customer_id_idx" ON "told_account"("shop_id", "customer_id");

