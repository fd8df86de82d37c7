-- DropIndex
DROP INDEX "code_shop_id_code_idx";

-- AlterTable
ALTER TABLE "convention" ADD COLUMN     "fields" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "code_alphabet" TEXT,
ADD COLUMN     "code_check" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "code_prefix" TEXT,
ADD COLUMN     "dimension_set_id" INTEGER,
ADD COLUMN     "look_alike_key" TEXT,
ADD COLUMN     "next_serial" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "uses_per_code" INTEGER;

-- AlterTable
ALTER TABLE "code" ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "dimension_set_id" INTEGER,
ADD COLUMN     "holder_id" BIGINT,
ADD COLUMN     "look_alike_key" TEXT,
ADD COLUMN     "tail" TEXT;

-- CreateTable
CREATE TABLE "naming_field" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "type" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "naming_field_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "lint_setting" (
    "shop_id" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "severity" TEXT NOT NULL,

    CONSTRAINT "lint_setting_pkey" PRIMARY KEY ("shop_id","rule")
);

-- CreateTable
CREATE TABLE "dimension_set" (
    "shop_id" INTEGER NOT NULL,
    "id" SERIAL NOT NULL,
    "convention_id" UUID NOT NULL,
    "convention_version" INTEGER NOT NULL,
    "dimensions" JSONB NOT NULL,

    CONSTRAINT "dimension_set_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "dimension_value" (
    "shop_id" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "set_id" INTEGER NOT NULL,

    CONSTRAINT "dimension_value_pkey" PRIMARY KEY ("shop_id","field","value","set_id")
);

-- CreateTable
CREATE TABLE "code_batch" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "import_id" UUID,
    "wanted" INTEGER NOT NULL,
    "made" INTEGER NOT NULL DEFAULT 0,
    "live" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "error" TEXT,
    "marked_at" TIMESTAMPTZ(3),
    "marked_live" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_batch_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "code_import" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "good" INTEGER NOT NULL DEFAULT 0,
    "bad" INTEGER NOT NULL DEFAULT 0,
    "findings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "code_import_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "code_import_row" (
    "shop_id" INTEGER NOT NULL,
    "import_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,
    "look_alike_key" TEXT,
    "convention_id" UUID,
    "convention_version" INTEGER,
    "dimensions" JSONB,
    "holder_kind" TEXT,
    "holder_hash" BYTEA,
    "holder_guest_hash" TEXT,
    "problem" TEXT,

    CONSTRAINT "code_import_row_pkey" PRIMARY KEY ("shop_id","import_id","ordinal")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "code_batch_shop_id_campaign_id_created_at_idx" ON "code_batch"("shop_id", "campaign_id", "created_at");

-- CreateIndex
CREATE INDEX "code_import_shop_id_created_at_idx" ON "code_import"("shop_id", "created_at");

-- CreateIndex
CREATE INDEX "code_import_row_shop_id_import_id_code_key_idx" ON "code_import_row"("shop_id", "import_id", "code_key");

-- CreateIndex
CREATE INDEX "code_import_row_shop_id_import_id_look_alike_key_idx" ON "code_import_row"("shop_id", "import_id", "look_alike_key");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_shop_id_list_name_key" ON "saved_view"("shop_id", "list", "name");



-- What Prisma's schema language cannot say.

-- One row a combination; jsonb writes equal objects equally.
CREATE UNIQUE INDEX "dimension_set_once" ON "dimension_set" ("shop_id", "convention_id", "convention_version", md5("dimensions"::text));
CREATE FUNCTION "spread_dimensions"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dimension_value (shop_id, field, value, set_id)
  SELECT NEW.shop_id, d.key, d.value, NEW.id FROM jsonb_each_text(NEW.dimensions) AS d;
  RETURN NULL;
END $$;
CREATE TRIGGER "dimension_set_spread" AFTER INSERT ON "dimension_set" FOR EACH ROW EXECUTE FUNCTION "spread_dimensions"();

-- Campaigns made before keep what they had.
INSERT INTO "dimension_set" ("shop_id", "convention_id", "convention_version", "dimensions")
SELECT DISTINCT "shop_id", "convention_id", "convention_version", "dimensions" FROM "campaign";
UPDATE "campaign" c SET
  "dimension_set_id" = d."id",
  "code_prefix" = CASE WHEN c."code_kind" = 'unique' THEN c."name" || '-' END,
  "code_alphabet" = CASE WHEN c."code_kind" = 'unique' THEN 'safe' END,
  "next_serial" = CASE WHEN c."code_kind" = 'unique' THEN c."code_count" ELSE 0 END
FROM "dimension_set" d
WHERE d."shop_id" = c."shop_id" AND d."convention_id" = c."convention_id" AND d."convention_version" = c."convention_version"
  AND d."dimensions" = c."dimensions";
UPDATE "code" k SET "dimension_set_id" = c."dimension_set_id",
  "tail" = CASE WHEN k."serial" IS NOT NULL THEN substr(k."code_key", length(c."code_prefix") + 1) END
FROM "campaign" c WHERE c."shop_id" = k."shop_id" AND c."id" = k."campaign_id";
ALTER TABLE "campaign" ALTER COLUMN "dimension_set_id" SET NOT NULL,
DROP COLUMN "convention_id",
DROP COLUMN "convention_version",
DROP COLUMN "dimensions";

-- Codes are found by what they begin with, by what they contain, by dimension, holder and looks. The extensions come
-- with PostgreSQL and need no superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX "code_begins" ON "code" ("shop_id", "code_key" text_pattern_ops);
CREATE INDEX "code_contains" ON "code" USING gin ("shop_id", "code_key" gin_trgm_ops) WHERE "tail" IS NULL;
CREATE INDEX "code_tail_contains" ON "code" USING gin ("shop_id", "tail" gin_trgm_ops) WHERE "tail" IS NOT NULL;
CREATE INDEX "code_dimensions" ON "code" ("shop_id", "dimension_set_id", "id");
CREATE INDEX "code_batch_codes" ON "code" ("shop_id", "batch_id") WHERE "batch_id" IS NOT NULL;
CREATE INDEX "code_holder" ON "code" ("shop_id", "holder_id", "id") WHERE "holder_id" IS NOT NULL;
CREATE INDEX "campaign_looks" ON "campaign" ("shop_id", "look_alike_key") WHERE "look_alike_key" IS NOT NULL;
CREATE INDEX "code_looks" ON "code" ("shop_id", "look_alike_key") WHERE "look_alike_key" IS NOT NULL;
