-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "issued_only" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "issuance" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code_id" BIGINT,
    "person_id" BIGINT NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "issuance_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "issuance_shop_id_person_id_idx" ON "issuance"("shop_id", "person_id");


-- What Prisma's schema language cannot say.

-- The same told twice is one issuance; without a code, too.
CREATE UNIQUE INDEX "issuance_once" ON "issuance" ("shop_id", "campaign_id", "person_id", "code_id") NULLS NOT DISTINCT;
