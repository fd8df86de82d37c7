-- AlterTable
ALTER TABLE "flag" ADD COLUMN     "score" DOUBLE PRECISION,
ADD COLUMN     "signals" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "person_link" (
    "shop_id" INTEGER NOT NULL,
    "low_id" BIGINT NOT NULL,
    "high_id" BIGINT NOT NULL,
    "relation" TEXT NOT NULL,
    "bits" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "decided" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_link_pkey" PRIMARY KEY ("shop_id","low_id","high_id")
);

-- CreateTable
CREATE TABLE "identity_order" (
    "shop_id" INTEGER NOT NULL,
    "order_id" BIGINT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" TIMESTAMPTZ(3) NOT NULL,
    "message_id" BIGINT,
    "words" BYTEA,
    "keys" BYTEA,
    "scope" TEXT,
    "facts" JSONB,
    "sequence" BIGINT,
    "cluster_id" BIGINT,

    CONSTRAINT "identity_order_pkey" PRIMARY KEY ("shop_id","order_id")
);

-- CreateTable
CREATE TABLE "identity_value" (
    "shop_id" INTEGER NOT NULL,
    "key" BIGINT NOT NULL,
    "clusters" INTEGER NOT NULL,
    "heat" DOUBLE PRECISION NOT NULL,
    "heat_at" TIMESTAMPTZ(3) NOT NULL,
    "newest" BIGINT[],

    CONSTRAINT "identity_value_pkey" PRIMARY KEY ("shop_id","key")
);

-- CreateTable
CREATE TABLE "identity_scope" (
    "shop_id" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,
    "rings" INTEGER NOT NULL,

    CONSTRAINT "identity_scope_pkey" PRIMARY KEY ("shop_id","scope")
);

-- CreateTable
CREATE TABLE "identity_index" (
    "shop_id" INTEGER NOT NULL,
    "clusters" INTEGER NOT NULL DEFAULT 0,
    "heat" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "heat_at" TIMESTAMPTZ(3) NOT NULL,
    "sequence" BIGINT NOT NULL DEFAULT 0,
    "version" BIGINT NOT NULL DEFAULT 0,
    "placed_at" TIMESTAMPTZ(3),
    "scored_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_index_pkey" PRIMARY KEY ("shop_id")
);

-- CreateIndex
CREATE INDEX "person_link_shop_id_high_id_idx" ON "person_link"("shop_id", "high_id");

-- CreateIndex
CREATE INDEX "identity_order_shop_id_cluster_id_placed_at_idx" ON "identity_order"("shop_id", "cluster_id", "placed_at");

-- CreateIndex
CREATE INDEX "identity_order_shop_id_placed_at_idx" ON "identity_order"("shop_id", "placed_at");

-- What waits to be scored, in the order it was placed.
CREATE INDEX "identity_order_waiting_idx" ON "identity_order"("shop_id", "placed_at", "order_id") WHERE "sequence" IS NULL;

-- Common values are written again with every batch: room beside them keeps that cheap.
ALTER TABLE "identity_value" SET (fillfactor = 80);

