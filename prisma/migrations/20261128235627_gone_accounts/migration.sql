-- CreateTable
CREATE TABLE "gone_account" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gone_account_pkey" PRIMARY KEY ("shop_id","customer_id")
);

