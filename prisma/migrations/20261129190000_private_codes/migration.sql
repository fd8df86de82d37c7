-- AlterTable
ALTER TABLE "campaign" ADD COLUMN "is_private" BOOLEAN NOT NULL DEFAULT false;
