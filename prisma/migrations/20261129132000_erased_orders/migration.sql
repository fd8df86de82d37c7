-- CreateTable
CREATE TABLE "erased_order" (
    "shop_id" INTEGER NOT NULL,
    "order_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_order_pkey" PRIMARY KEY ("shop_id","order_id")
);
