-- CreateTable
CREATE TABLE "label_fold" (
    "shop_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "label_fold_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "unmatched_code" (
    "shop_id" INTEGER NOT NULL,
    "code_key" TEXT NOT NULL,
    "oldest_at" TIMESTAMPTZ(3) NOT NULL,
    "newest_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unmatched_code_pkey" PRIMARY KEY ("shop_id","code_key")
);


-- What Prisma's schema language cannot say.

-- Whoever appends to the ledger holds the shop's intake lock, and so does whoever narrows what stands here.
CREATE FUNCTION "note_unmatched_codes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO unmatched_code AS u (shop_id, code_key, oldest_at, newest_at)
  SELECT l.shop_id, l.code_key, min(o.placed_at), max(o.placed_at)
  FROM changed l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
  WHERE l.campaign_id IS NULL AND l.code_key NOT IN ('', '+')
  GROUP BY l.shop_id, l.code_key
  ON CONFLICT (shop_id, code_key) DO UPDATE
    SET oldest_at = LEAST(u.oldest_at, excluded.oldest_at), newest_at = GREATEST(u.newest_at, excluded.newest_at)
    WHERE u.oldest_at > excluded.oldest_at OR u.newest_at < excluded.newest_at;
  RETURN NULL;
END $$;
CREATE TRIGGER "ledger_entry_unmatched_code" AFTER INSERT ON "ledger_entry" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_unmatched_codes"();

-- Of the orders so far. The next sweep looks for those whose code may have found its campaign.
INSERT INTO "unmatched_code"
SELECT l."shop_id", l."code_key", min(o."placed_at"), max(o."placed_at")
FROM "ledger_entry" l JOIN "shop_order" o ON o."shop_id" = l."shop_id" AND o."id" = l."order_id"
WHERE l."campaign_id" IS NULL AND l."code_key" NOT IN ('', '+')
GROUP BY l."shop_id", l."code_key";

-- Rewritten with most batches: room to do so in place. The newest use is in no index.
ALTER TABLE "unmatched_code" SET (fillfactor = 70);
