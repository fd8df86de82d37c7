-- AlterTable
ALTER TABLE "flag" ADD COLUMN     "raw_score" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "score_scale" (
    "shop_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "knots" JSONB NOT NULL,
    "verdicts" INTEGER NOT NULL,
    "flag_from" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "score_scale_pkey" PRIMARY KEY ("shop_id","version")
);

-- CreateTable
CREATE TABLE "backtest" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "first" JSONB NOT NULL,
    "second" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "result" JSONB,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "backtest_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "backtest_order" (
    "shop_id" INTEGER NOT NULL,
    "backtest_id" UUID NOT NULL,
    "order_id" BIGINT NOT NULL,
    "first" TEXT NOT NULL,
    "second" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "discount_minor" BIGINT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "backtest_order_pkey" PRIMARY KEY ("shop_id","backtest_id","order_id")
);

-- CreateIndex
CREATE INDEX "backtest_shop_id_created_at_idx" ON "backtest"("shop_id", "created_at");

