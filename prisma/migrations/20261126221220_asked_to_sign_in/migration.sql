-- AlterTable
ALTER TABLE "disqualification" ADD COLUMN     "step" TEXT NOT NULL DEFAULT 'disqualify';

ALTER TABLE "disqualification" ADD CONSTRAINT "disqualification_step" CHECK ("step" IN ('disqualify', 'sign_in'));
-- Anybody may be asked to sign in: the checkout has to be told the sentence for it.
UPDATE "shop" SET "guard_day" = NULL;
