-- Stored webhook bodies are purged after so many days.
ALTER TABLE "shop" ADD COLUMN "body_days" INTEGER NOT NULL DEFAULT 30;

-- How far a shop's orders were compared with Shopify's: the first time all of them, then what changed since.
CREATE TABLE "order_reading" (
    "shop_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3),
    "cursor" TEXT,
    "orders_total" INTEGER,
    "orders_read" INTEGER NOT NULL DEFAULT 0,
    "orders_healed" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "compared_until" TIMESTAMPTZ(3),

    CONSTRAINT "order_reading_pkey" PRIMARY KEY ("shop_id")
);

-- What the last check of ledger, rollups and Shopify's totals found.
CREATE TABLE "book_check" (
    "shop_id" INTEGER NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "book_check_pkey" PRIMARY KEY ("shop_id")
);


-- What Prisma's schema language cannot say.

CREATE INDEX "inbox_message_by_age" ON "inbox_message" ("shop_id", "received_at");
