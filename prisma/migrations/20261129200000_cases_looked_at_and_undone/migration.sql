-- AlterTable
ALTER TABLE "review_case" ADD COLUMN     "is_assigned_by_decision" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "personal_access" ADD COLUMN     "case_id" UUID;

