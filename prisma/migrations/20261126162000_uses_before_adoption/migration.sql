-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "uses_before" INTEGER;
