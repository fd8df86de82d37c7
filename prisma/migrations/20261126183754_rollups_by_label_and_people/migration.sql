-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "labels_stale" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "rollup_people" (
    "shop_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "bucket" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "rollup_people_pkey" PRIMARY KEY ("shop_id","measure","key","channel","day","bucket")
);

-- CreateTable
CREATE TABLE "person_tally" (
    "shop_id" INTEGER NOT NULL,
    "person_id" BIGINT NOT NULL,
    "tallies" JSONB NOT NULL,

    CONSTRAINT "person_tally_pkey" PRIMARY KEY ("shop_id","person_id")
);

-- CreateTable
CREATE TABLE "person_due" (
    "shop_id" INTEGER NOT NULL,
    "person_id" BIGINT NOT NULL,

    CONSTRAINT "person_due_pkey" PRIMARY KEY ("shop_id","person_id")
);


-- What Prisma's schema language cannot say.

-- Rollups by dimension and segment follow what campaigns are called and whom they are for. (A code's own name is changed
-- together with its campaign's only.)
CREATE FUNCTION "note_changed_labels"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.labels_stale := true;
  RETURN NEW;
END $$;
CREATE TRIGGER "campaign_labels_changed" BEFORE UPDATE ON "campaign" FOR EACH ROW
  WHEN ((OLD."dimension_set_id", OLD."code_kind", OLD."eligibility")
    IS DISTINCT FROM (NEW."dimension_set_id", NEW."code_kind", NEW."eligibility"))
  EXECUTE FUNCTION "note_changed_labels"();
CREATE INDEX "campaign_labels_stale" ON "campaign" ("shop_id") WHERE "labels_stale";

-- Rows that came to nothing are taken away.
CREATE INDEX "rollup_people_nothing" ON "rollup_people" ("shop_id") WHERE "people" = 0;
ALTER TABLE "rollup_people" SET (fillfactor = 70);

-- Whose orders, uses or issuances changed is looked at again. Whoever changes them holds the shop's people lock, and so
-- does who looks.
CREATE FUNCTION "note_orders_of_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_due SELECT DISTINCT shop_id, person_id FROM changed WHERE person_id IS NOT NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "shop_order_added" AFTER INSERT ON "shop_order" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_orders_of_people"();
CREATE TRIGGER "issuance_added" AFTER INSERT ON "issuance" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_orders_of_people"();
CREATE TRIGGER "issuance_removed" AFTER DELETE ON "issuance" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_orders_of_people"();

CREATE FUNCTION "note_changed_orders_of_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_due
  SELECT DISTINCT n.shop_id, p.id FROM changed n
  JOIN before o ON o.shop_id = n.shop_id AND o.id = n.id
    AND (o.person_id, o.placed_at, o.cancelled_at, o.test, o.version = to_timestamp(0))
      IS DISTINCT FROM (n.person_id, n.placed_at, n.cancelled_at, n.test, n.version = to_timestamp(0))
  CROSS JOIN LATERAL (VALUES (o.person_id), (n.person_id)) AS p (id)
  WHERE p.id IS NOT NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "shop_order_changed" AFTER UPDATE ON "shop_order" REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_changed_orders_of_people"();

CREATE FUNCTION "note_uses_of_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_due
  SELECT DISTINCT o.shop_id, o.person_id FROM changed l
  JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
  WHERE l.campaign_id IS NOT NULL AND l.redemptions <> 0 AND o.person_id IS NOT NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "ledger_entry_of_people" AFTER INSERT ON "ledger_entry" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_uses_of_people"();

CREATE FUNCTION "note_merged_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_due
  SELECT DISTINCT n.shop_id, p.id FROM changed n CROSS JOIN LATERAL (VALUES (n.id), (n.root_id)) AS p (id)
  WHERE p.id IS NOT NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "person_merged" AFTER UPDATE ON "person" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_merged_people"();

-- Everybody known so far, and the rollups that have new grains now, are folded by the next sweep.
INSERT INTO "person_due" SELECT DISTINCT "shop_id", "person_id" FROM "shop_order" WHERE "person_id" IS NOT NULL;
INSERT INTO "person_due" SELECT DISTINCT "shop_id", "person_id" FROM "issuance" ON CONFLICT DO NOTHING;
UPDATE "shop" SET "rollup_zone" = NULL;
