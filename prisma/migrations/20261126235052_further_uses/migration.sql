-- AlterTable
ALTER TABLE "identity_order" ADD COLUMN     "further" JSONB;

