-- AlterTable
ALTER TABLE "leak_alarm" DROP CONSTRAINT "leak_alarm_pkey",
ADD COLUMN     "counts_from" TIMESTAMPTZ(3) NOT NULL DEFAULT to_timestamp(0),
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "ended_by" TEXT,
ADD CONSTRAINT "leak_alarm_pkey" PRIMARY KEY ("shop_id", "code_key", "counts_from");

-- No alarm was ended before there was a way to: what is there counts from the beginning.
ALTER TABLE "leak_alarm" ALTER COLUMN "counts_from" DROP DEFAULT;

-- CreateIndex
CREATE INDEX "leak_alarm_shop_id_rang_at_idx" ON "leak_alarm"("shop_id", "rang_at");
