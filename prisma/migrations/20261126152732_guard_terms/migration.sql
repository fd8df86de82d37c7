-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "guard_day" DATE,
ADD COLUMN     "guard_held" JSONB,
ADD COLUMN     "guest_overflow" TEXT NOT NULL DEFAULT 'sign_in',
ADD COLUMN     "next_group_number" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "eligibility" JSONB,
ADD COLUMN     "groups" INTEGER[],
ADD COLUMN     "limits" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "standing" ADD COLUMN     "lag_ms" INTEGER,
ADD COLUMN     "ordered_at" TIMESTAMPTZ(3),
ADD COLUMN     "urgency" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "disqualification" ADD COLUMN     "created_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "customer_id" BIGINT,
ADD COLUMN     "group_number" INTEGER,
ADD COLUMN     "lifted_by" TEXT,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "campaign_group" (
    "shop_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_group_pkey" PRIMARY KEY ("shop_id","number")
);

-- CreateTable
CREATE TABLE "season" (
    "shop_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "first" DATE NOT NULL,
    "last" DATE NOT NULL,
    "yearly" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "season_pkey" PRIMARY KEY ("shop_id","key")
);

-- CreateTable
CREATE TABLE "segment" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "segment_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "refusal_text" (
    "shop_id" INTEGER NOT NULL,
    "campaign_number" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "general" TEXT NOT NULL,
    "personal" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refusal_text_pkey" PRIMARY KEY ("shop_id","campaign_number","language","kind")
);

-- CreateTable
CREATE TABLE "allowance" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" BIGINT NOT NULL,
    "customer_id" BIGINT,
    "campaign_id" UUID,
    "group_number" INTEGER,
    "until" DATE,
    "reason" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_by" TEXT,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "allowance_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "campaign_group_shop_id_name_key" ON "campaign_group"("shop_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "season_shop_id_name_key" ON "season"("shop_id", "name");

-- CreateIndex
CREATE INDEX "allowance_shop_id_person_id_idx" ON "allowance"("shop_id", "person_id");

