-- CreateTable
CREATE TABLE "rate_bucket" (
    "shop_id" INTEGER NOT NULL,
    "available" DOUBLE PRECISION NOT NULL,
    "maximum" DOUBLE PRECISION NOT NULL,
    "restore_rate" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "learned_at" TIMESTAMPTZ(6),
    "reserved" DOUBLE PRECISION NOT NULL,
    "settled" DOUBLE PRECISION NOT NULL,
    "reserved_at" TIMESTAMPTZ(6) NOT NULL,
    "paused_until" TIMESTAMPTZ(6) NOT NULL,
    "awaited" DOUBLE PRECISION NOT NULL,
    "awaited_until" TIMESTAMPTZ(6) NOT NULL,
    "waiting" JSONB NOT NULL,

    CONSTRAINT "rate_bucket_pkey" PRIMARY KEY ("shop_id")
);
