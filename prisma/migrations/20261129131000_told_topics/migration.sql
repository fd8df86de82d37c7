-- AlterTable
ALTER TABLE "shop" ADD COLUMN     "subscriptions_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "told_topic" (
    "shop_id" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "told_topic_pkey" PRIMARY KEY ("shop_id","topic")
);
