-- Who saw personal data: kept as long as the shop is, and like the audit trail never changed.
CREATE TABLE "personal_access" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "personal_access_pkey" PRIMARY KEY ("shop_id","id")
);


-- What Prisma's schema language cannot say.

CREATE TRIGGER "personal_access_append_only" BEFORE UPDATE OR DELETE ON "personal_access"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
