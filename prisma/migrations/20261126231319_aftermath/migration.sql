-- AlterTable
ALTER TABLE "identity_order" ADD COLUMN     "rejudge" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "signals" JSONB;

CREATE INDEX "identity_order_rejudge" ON "identity_order" ("shop_id") WHERE "rejudge";
-- Whichever way a refund or a dispute comes to be known.
CREATE FUNCTION "note_aftermath"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "identity_order" SET "rejudge" = true WHERE "shop_id" = NEW."shop_id" AND "order_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "shop_order_aftermath" AFTER UPDATE OF "refunds", "disputes" ON "shop_order" FOR EACH ROW
  WHEN (OLD."refunds" IS DISTINCT FROM NEW."refunds" OR OLD."disputes" IS DISTINCT FROM NEW."disputes")
  EXECUTE FUNCTION "note_aftermath"();
