-- AlterTable
ALTER TABLE "claim_alarm" ADD COLUMN     "set_aside_at" TIMESTAMPTZ(3),
ADD COLUMN     "set_aside_by" TEXT;

