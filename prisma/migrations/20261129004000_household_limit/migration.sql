-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "household_limit" INTEGER;

ALTER TABLE "campaign" ADD CONSTRAINT "campaign_household_limit_check" CHECK ("household_limit" > 0);
