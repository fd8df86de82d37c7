-- AlterTable
ALTER TABLE "review_case" ADD COLUMN     "is_assigned_by_decision" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "personal_access" ADD COLUMN     "case_id" UUID;

-- Who looked at a case lately; entries of cases alone.
CREATE INDEX "personal_access_case_id_at_idx" ON "personal_access" ("shop_id", "case_id", "at") WHERE "case_id" IS NOT NULL;
