-- CreateTable
CREATE TABLE "claim_clock" (
    "shop_id" INTEGER NOT NULL,
    "ticked_until" TIMESTAMPTZ(3) NOT NULL,
    "profile" JSONB NOT NULL,
    "week" JSONB NOT NULL,

    CONSTRAINT "claim_clock_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "claim_watch" (
    "shop_id" INTEGER NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code_id" BIGINT NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "claim_watch_pkey" PRIMARY KEY ("shop_id","campaign_id","code_id")
);

-- CreateTable
CREATE TABLE "claim_alarm" (
    "shop_id" INTEGER NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "claims" INTEGER NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "claim_alarm_pkey" PRIMARY KEY ("shop_id","campaign_id","code_id","at")
);

-- CreateIndex
CREATE INDEX "claim_alarm_shop_id_at_idx" ON "claim_alarm"("shop_id", "at");

