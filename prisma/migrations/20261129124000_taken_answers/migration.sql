ALTER TABLE "data_export" ADD COLUMN "taken_at" TIMESTAMPTZ(3);
