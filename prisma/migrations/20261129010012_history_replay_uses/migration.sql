-- AlterTable
ALTER TABLE "history_replay" ADD COLUMN     "second" JSONB;

-- CreateTable
CREATE TABLE "history_replay_use" (
    "shop_id" INTEGER NOT NULL,
    "replay_id" UUID NOT NULL,
    "order_id" BIGINT NOT NULL,
    "code_key" TEXT NOT NULL,
    "over_now" BOOLEAN NOT NULL,
    "over_first" BOOLEAN NOT NULL,
    "over_second" BOOLEAN,
    "discount_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "history_replay_use_pkey" PRIMARY KEY ("shop_id","replay_id","placed_at","order_id","code_key")
);


-- An answer without its uses and its estimates can be shown no more; what was asked stays, to be asked again.
UPDATE "history_replay" SET "state" = 'failed', "result" = NULL, "error" = 'Bonafide can say more by now. Ask again.'
WHERE "state" = 'done';
