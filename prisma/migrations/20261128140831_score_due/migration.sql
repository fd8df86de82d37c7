-- CreateTable
CREATE TABLE "score_due" (
    "shop_id" INTEGER NOT NULL,
    "order_id" BIGINT NOT NULL,

    CONSTRAINT "score_due_pkey" PRIMARY KEY ("shop_id","order_id")
);

INSERT INTO "score_due" SELECT "shop_id", "order_id" FROM "identity_order" WHERE "rejudge";

-- AlterTable
ALTER TABLE "identity_order" DROP COLUMN "rejudge";

-- Whoever learns of a refund changes no row that scoring changes, too, and waits for nobody.
CREATE OR REPLACE FUNCTION "note_aftermath"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "score_due" ("shop_id", "order_id") VALUES (NEW."shop_id", NEW."id") ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- What the exact rule finds may come after the order was scored: two people turn out to be one.
CREATE FUNCTION "note_exact_flag"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "score_due" ("shop_id", "order_id") VALUES (NEW."shop_id", NEW."order_id") ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "flag_exact_raised" AFTER INSERT ON "flag" FOR EACH ROW WHEN (NEW."kind" = 'overshoot')
  EXECUTE FUNCTION "note_exact_flag"();
CREATE TRIGGER "flag_exact_changed" AFTER UPDATE OF "evidence", "state" ON "flag" FOR EACH ROW
  WHEN (NEW."kind" = 'overshoot' AND (OLD."evidence" IS DISTINCT FROM NEW."evidence"
    OR (OLD."state" = 'withdrawn') <> (NEW."state" = 'withdrawn')))
  EXECUTE FUNCTION "note_exact_flag"();
