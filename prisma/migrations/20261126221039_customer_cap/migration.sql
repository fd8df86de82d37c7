-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "customer_cap_minor" BIGINT;

