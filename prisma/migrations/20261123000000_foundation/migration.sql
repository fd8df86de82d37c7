-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" SERIAL NOT NULL,
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "installed_at" TIMESTAMPTZ(3),
    "uninstalled_at" TIMESTAMPTZ(3),
    "identity_key" BYTEA NOT NULL,
    "guest_key" BYTEA NOT NULL,
    "code_key" BYTEA NOT NULL,
    "next_campaign_number" INTEGER NOT NULL DEFAULT 1,
    "guard_discount_id" TEXT,
    "guard_written" JSONB,
    "guard_written_at" TIMESTAMPTZ(3),
    "guard_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "account_owner" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "subject_name" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "convention" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "convention_pkey" PRIMARY KEY ("shop_id","id","version")
);

-- CreateTable
CREATE TABLE "campaign" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "convention_id" UUID NOT NULL,
    "convention_version" INTEGER NOT NULL,
    "dimensions" JSONB NOT NULL,
    "offer_kind" TEXT NOT NULL,
    "basis_points" INTEGER,
    "amount_minor" BIGINT,
    "currency" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "total_cap" INTEGER,
    "per_customer" INTEGER,
    "limit_window" TEXT,
    "guest_rule" TEXT NOT NULL,
    "segment_id" TEXT,
    "segment_name" TEXT,
    "code_kind" TEXT NOT NULL,
    "code_count" INTEGER NOT NULL,
    "code_length" INTEGER,
    "frees_on_cancel" BOOLEAN NOT NULL DEFAULT true,
    "frees_on_full_refund" BOOLEAN NOT NULL DEFAULT true,
    "frees_on_expiry" BOOLEAN NOT NULL DEFAULT true,
    "wanted" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "synced_revision" INTEGER NOT NULL DEFAULT 0,
    "sync_state" TEXT NOT NULL,
    "sync_error" TEXT,
    "synced_at" TIMESTAMPTZ(3),
    "discount_id" TEXT,
    "synced_segment_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "code" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,
    "serial" INTEGER,
    "state" TEXT NOT NULL,
    "error" TEXT,
    "redeem_code_id" TEXT,
    "creation_id" TEXT,
    "assigned_from" TIMESTAMPTZ(3) NOT NULL,
    "assigned_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "inbox_message" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "body" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_message_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "shop_order" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" TIMESTAMPTZ(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "financial_status" TEXT NOT NULL,
    "test" BOOLEAN NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "expired_at" TIMESTAMPTZ(3),
    "codes" JSONB NOT NULL,
    "refunds" JSONB NOT NULL,
    "person_id" BIGINT,
    "customer_id" BIGINT,

    CONSTRAINT "shop_order_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "root_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "person_identity" (
    "shop_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "person_id" BIGINT NOT NULL,
    "guest_hash" TEXT,

    CONSTRAINT "person_identity_pkey" PRIMARY KEY ("shop_id","kind","hash")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "order_id" BIGINT NOT NULL,
    "code_key" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_day" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "campaign_id" UUID,
    "code_id" BIGINT,
    "redemptions" INTEGER NOT NULL,
    "reversals" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL,
    "uses_after" INTEGER NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "refund_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "rollup" (
    "shop_id" INTEGER NOT NULL,
    "grain" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "redemptions" INTEGER NOT NULL,
    "reversals" INTEGER NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "refund_minor" BIGINT NOT NULL,

    CONSTRAINT "rollup_pkey" PRIMARY KEY ("shop_id","grain","key","day","currency")
);

-- CreateTable
CREATE TABLE "standing" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "person_id" BIGINT,
    "segments" TEXT[],
    "dirty_since" TIMESTAMPTZ(3),
    "changes" INTEGER NOT NULL DEFAULT 1,
    "written" TEXT,
    "compare_digest" TEXT,
    "written_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("shop_id","customer_id")
);

-- CreateTable
CREATE TABLE "disqualification" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "person_id" BIGINT NOT NULL,
    "campaign_id" UUID,
    "flag_id" UUID,
    "until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "disqualification_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "flag" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "campaign_id" UUID,
    "code_key" TEXT NOT NULL,
    "person_id" BIGINT,
    "evidence" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "decision" TEXT,
    "reason" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flag_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "data_export" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" BIGINT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "session_shop_idx" ON "session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "shop_domain_key" ON "shop"("domain");

-- CreateIndex
CREATE INDEX "audit_event_shop_id_subject_kind_subject_id_id_idx" ON "audit_event"("shop_id", "subject_kind", "subject_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_shop_id_number_key" ON "campaign"("shop_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_shop_id_name_key" ON "campaign"("shop_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_shop_id_discount_id_key" ON "campaign"("shop_id", "discount_id");

-- CreateIndex
CREATE INDEX "code_shop_id_code_key_assigned_from_idx" ON "code"("shop_id", "code_key", "assigned_from");

-- CreateIndex
CREATE INDEX "code_shop_id_campaign_id_state_id_idx" ON "code"("shop_id", "campaign_id", "state", "id");

-- CreateIndex
CREATE INDEX "code_shop_id_code_idx" ON "code"("shop_id", "code" text_pattern_ops);

-- CreateIndex
CREATE INDEX "inbox_message_state_shop_id_id_idx" ON "inbox_message"("state", "shop_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_message_shop_id_webhook_id_key" ON "inbox_message"("shop_id", "webhook_id");

-- CreateIndex
CREATE INDEX "shop_order_shop_id_placed_at_idx" ON "shop_order"("shop_id", "placed_at");

-- CreateIndex
CREATE INDEX "shop_order_shop_id_person_id_idx" ON "shop_order"("shop_id", "person_id");

-- CreateIndex
CREATE INDEX "person_shop_id_root_id_idx" ON "person"("shop_id", "root_id");

-- CreateIndex
CREATE INDEX "person_identity_shop_id_person_id_idx" ON "person_identity"("shop_id", "person_id");

-- CreateIndex
CREATE INDEX "ledger_entry_shop_id_campaign_id_effective_day_idx" ON "ledger_entry"("shop_id", "campaign_id", "effective_day");

-- CreateIndex
CREATE INDEX "ledger_entry_shop_id_code_key_effective_at_idx" ON "ledger_entry"("shop_id", "code_key", "effective_at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_shop_id_order_id_code_key_sequence_key" ON "ledger_entry"("shop_id", "order_id", "code_key", "sequence");

-- CreateIndex
CREATE INDEX "rollup_shop_id_grain_day_idx" ON "rollup"("shop_id", "grain", "day");

-- CreateIndex
CREATE INDEX "standing_shop_id_person_id_idx" ON "standing"("shop_id", "person_id");

-- CreateIndex
CREATE INDEX "standing_dirty_since_idx" ON "standing"("dirty_since");

-- CreateIndex
CREATE INDEX "disqualification_shop_id_person_id_idx" ON "disqualification"("shop_id", "person_id");

-- CreateIndex
CREATE INDEX "flag_shop_id_state_created_at_idx" ON "flag"("shop_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "flag_shop_id_kind_order_id_code_key_key" ON "flag"("shop_id", "kind", "order_id", "code_key");


-- What Prisma's schema language cannot say.

-- One text is assigned to one campaign at a time.
CREATE UNIQUE INDEX "code_assigned_once" ON "code" ("shop_id", "code_key") WHERE "assigned_until" IS NULL;

-- A code counts once per order: the running total of an order and code is 0 or 1, and exactly one entry is its redemption.
ALTER TABLE "ledger_entry"
  ADD CONSTRAINT "ledger_entry_counts_once" CHECK ("uses_after" IN (0, 1)),
  ADD CONSTRAINT "ledger_entry_uses" CHECK ("uses" IN (-1, 0, 1)),
  ADD CONSTRAINT "ledger_entry_kind" CHECK ("kind" IN ('redemption', 'reversal', 'adjustment'));
CREATE UNIQUE INDEX "ledger_entry_one_redemption" ON "ledger_entry" ("shop_id", "order_id", "code_key") WHERE "kind" = 'redemption';

-- The ledger and the audit trail are append-only. Erasing a whole shop (shop/redact) says so in its own transaction.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('bonafide.erasing_shop', true) = OLD.shop_id::text THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ledger_entry_append_only" BEFORE UPDATE OR DELETE ON "ledger_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
