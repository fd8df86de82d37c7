-- AlterTable
ALTER TABLE "inbox_message" ADD COLUMN     "is_cut" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "gone_account" ADD COLUMN     "is_erased" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "data_export" ADD COLUMN     "messages" BYTEA;


-- What came before goes on as it is told: a beginning says so, and no webhooks are gathered for answers that were given.
UPDATE "inbox_message" SET "is_cut" = true
WHERE "state" = 'dead' AND "error" LIKE 'The body has % MB, more than can be worked off; the first % MB are kept.%';
UPDATE "data_export" SET "messages" = '[]';


-- What Prisma's schema language cannot say.

-- Who saw personal data is never changed; what is older than it is kept goes, by whoever says so in its own transaction.
CREATE FUNCTION "refuse_change_of_access"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.shop_id::text IN (
    current_setting('bonafide.erasing_shop', true), current_setting('bonafide.forgetting_accesses_of', true)) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "personal_access_append_only" ON "personal_access";
CREATE TRIGGER "personal_access_append_only" BEFORE UPDATE OR DELETE ON "personal_access"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_access"();
