-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "staff_only" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "listed_person" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "campaign_id" UUID,
    "code_key" TEXT,
    "words" BYTEA NOT NULL,
    "keys" BYTEA NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listed_person_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "listed_person_shop_id_role_campaign_id_idx" ON "listed_person"("shop_id", "role", "campaign_id");

ALTER TABLE "listed_person" ADD CONSTRAINT "listed_person_role" CHECK ("role" IN ('staff', 'owner') AND ("role" = 'owner') = ("campaign_id" IS NOT NULL));
