-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "shipping" JSONB;
