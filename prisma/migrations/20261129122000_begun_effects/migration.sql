ALTER TABLE "case_effect" ADD COLUMN "asked_at" TIMESTAMPTZ(3), ADD COLUMN "result_id" TEXT;
