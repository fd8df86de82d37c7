-- AlterTable
ALTER TABLE "identity_order" ADD COLUMN     "kind" TEXT,
ADD COLUMN     "score" DOUBLE PRECISION;

