-- What call a code was handed over in stands in code_submission.
ALTER TABLE "code" DROP COLUMN "creation_id", DROP COLUMN "submission_id";
