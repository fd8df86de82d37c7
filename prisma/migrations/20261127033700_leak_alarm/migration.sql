-- CreateTable
CREATE TABLE "leak_alarm" (
    "shop_id" INTEGER NOT NULL,
    "code_key" TEXT NOT NULL,
    "cusum" DOUBLE PRECISION NOT NULL,
    "orders" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "rang_at" TIMESTAMPTZ(3),

    CONSTRAINT "leak_alarm_pkey" PRIMARY KEY ("shop_id","code_key")
);
