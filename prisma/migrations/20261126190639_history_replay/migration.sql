-- CreateTable
CREATE TABLE "history_replay" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "limits" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "result" JSONB,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "history_replay_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "history_replay_shop_id_created_at_idx" ON "history_replay"("shop_id", "created_at");

