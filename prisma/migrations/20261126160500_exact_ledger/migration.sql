-- What frees a use, further.
ALTER TABLE "campaign" ADD COLUMN "frees_on_partial_refund" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "frees_on_chargeback" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "books_stale" BOOLEAN NOT NULL DEFAULT false;

-- What the shopper paid in, where it was placed, and disputes. What is known of orders so far is in one currency.
ALTER TABLE "shop_order" ADD COLUMN "presentment_currency" TEXT,
  ADD COLUMN "presentment_total_minor" BIGINT,
  ADD COLUMN "presentment_discount_minor" BIGINT,
  ADD COLUMN "channel" TEXT,
  ADD COLUMN "disputes" JSONB NOT NULL DEFAULT '[]';
UPDATE "shop_order" o SET "presentment_currency" = "currency", "presentment_total_minor" = "total_minor",
  "presentment_discount_minor" = "discount_minor",
  "codes" = COALESCE((SELECT jsonb_agg(c || jsonb_build_object('presentmentMinor', c -> 'discountMinor') ORDER BY n)
    FROM jsonb_array_elements(o."codes") WITH ORDINALITY AS t (c, n)), '[]'),
  "refunds" = COALESCE((SELECT jsonb_agg(r || jsonb_build_object('currency', o."currency") ORDER BY n)
    FROM jsonb_array_elements(o."refunds") WITH ORDINALITY AS t (r, n)), '[]');
ALTER TABLE "shop_order" ALTER COLUMN "presentment_currency" SET NOT NULL,
  ALTER COLUMN "presentment_total_minor" SET NOT NULL,
  ALTER COLUMN "presentment_discount_minor" SET NOT NULL,
  ALTER COLUMN "disputes" DROP DEFAULT;

ALTER TABLE "ledger_entry" ADD COLUMN "effective_hour" SMALLINT,
  ADD COLUMN "channel" TEXT,
  ADD COLUMN "presentment_currency" TEXT,
  ADD COLUMN "presentment_revenue_minor" BIGINT,
  ADD COLUMN "presentment_discount_minor" BIGINT,
  ADD COLUMN "presentment_refund_minor" BIGINT;
ALTER TABLE "ledger_entry" DISABLE TRIGGER "ledger_entry_append_only";
UPDATE "ledger_entry" SET "effective_hour" = extract(hour FROM "effective_at" AT TIME ZONE "time_zone"),
  "presentment_currency" = "currency", "presentment_revenue_minor" = "revenue_minor",
  "presentment_discount_minor" = "discount_minor", "presentment_refund_minor" = "refund_minor";
ALTER TABLE "ledger_entry" ENABLE TRIGGER "ledger_entry_append_only";
ALTER TABLE "ledger_entry" ALTER COLUMN "effective_hour" SET NOT NULL,
  ALTER COLUMN "presentment_currency" SET NOT NULL,
  ALTER COLUMN "presentment_revenue_minor" SET NOT NULL,
  ALTER COLUMN "presentment_discount_minor" SET NOT NULL,
  ALTER COLUMN "presentment_refund_minor" SET NOT NULL;

-- The zone that rollups are folded in. Without one they are folded anew with the next order, or by the sweep.
ALTER TABLE "shop" ADD COLUMN "rollup_zone" TEXT;
ALTER TABLE "rollup" ADD COLUMN "time_zone" TEXT;
UPDATE "rollup" r SET "time_zone" = s."time_zone" FROM "shop" s WHERE s."id" = r."shop_id";
ALTER TABLE "rollup" ALTER COLUMN "time_zone" SET NOT NULL;

CREATE TABLE "rollup_hour" (
    "shop_id" INTEGER NOT NULL,
    "grain" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "hour" SMALLINT NOT NULL,
    "currency" TEXT NOT NULL,
    "redemptions" INTEGER NOT NULL,
    "reversals" INTEGER NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "refund_minor" BIGINT NOT NULL,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "rollup_hour_pkey" PRIMARY KEY ("shop_id","grain","key","day","hour","currency")
);
ALTER TABLE "rollup_hour" SET (fillfactor = 70);


-- What Prisma's schema language cannot say.

-- The ledger cannot be emptied either.
CREATE FUNCTION "refuse_truncate"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ledger_entry_no_truncate" BEFORE TRUNCATE ON "ledger_entry" EXECUTE FUNCTION "refuse_truncate"();

-- Entries of an order and code are a chain: numbered from 1 without a gap, each running total the one before and this
-- entry's use. With the check that totals are 0 or 1, one order and code cannot count twice, whatever the code does.
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_use_is_counted" CHECK ("uses" = "redemptions" - "reversals");
CREATE FUNCTION "check_ledger_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before INTEGER := 0;
BEGIN
  IF NEW.sequence <> 1 THEN
    SELECT uses_after INTO before FROM ledger_entry
    WHERE shop_id = NEW.shop_id AND order_id = NEW.order_id AND code_key = NEW.code_key AND sequence = NEW.sequence - 1;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'ledger_entry % of order % and code "%" has none before it', NEW.sequence, NEW.order_id, NEW.code_key
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_chain';
    END IF;
  END IF;
  IF before + NEW.uses <> NEW.uses_after THEN
    RAISE EXCEPTION 'ledger_entry % of order % and code "%" does not add up: % and % are not %', NEW.sequence,
      NEW.order_id, NEW.code_key, before, NEW.uses, NEW.uses_after
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_chain';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ledger_entry_chain" BEFORE INSERT ON "ledger_entry" FOR EACH ROW EXECUTE FUNCTION "check_ledger_chain"();

-- A code that belonged to no campaign when it was used: looked for when codes are assigned.
CREATE INDEX "ledger_entry_unmatched" ON "ledger_entry" ("shop_id", "code_key")
  WHERE "campaign_id" IS NULL AND "code_key" NOT IN ('', '+');

-- Whoever changes what frees a use, past orders are booked by it too: the balances depend on what is known, not on when.
CREATE FUNCTION "note_changed_frees"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.books_stale := true;
  RETURN NEW;
END $$;
CREATE TRIGGER "campaign_frees_changed" BEFORE UPDATE ON "campaign" FOR EACH ROW
  WHEN ((OLD."frees_on_cancel", OLD."frees_on_full_refund", OLD."frees_on_partial_refund", OLD."frees_on_chargeback",
         OLD."frees_on_expiry")
    IS DISTINCT FROM (NEW."frees_on_cancel", NEW."frees_on_full_refund", NEW."frees_on_partial_refund",
         NEW."frees_on_chargeback", NEW."frees_on_expiry"))
  EXECUTE FUNCTION "note_changed_frees"();
CREATE INDEX "campaign_books_stale" ON "campaign" ("shop_id") WHERE "books_stale";
