-- AlterTable
ALTER TABLE "order_reading" ADD COLUMN     "bulk_byte" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "bulk_failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "bulk_id" TEXT,
ADD COLUMN     "bulk_looks" INTEGER NOT NULL DEFAULT 0;

