ALTER TABLE "order_reading" ADD COLUMN "sees_all" BOOLEAN NOT NULL DEFAULT false;
UPDATE "order_reading" SET "sees_all" = "compared_until" IS NULL AND "since" IS NULL;
