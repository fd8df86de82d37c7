-- AlterTable
ALTER TABLE "disqualification" RENAME COLUMN "flag_id" TO "case_id";

-- AlterTable
ALTER TABLE "flag" ADD COLUMN     "case_id" UUID;

-- CreateTable
CREATE TABLE "review_case" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "merged_into" UUID,
    "assignee_id" BIGINT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "policy_version" INTEGER,
    "step" TEXT,
    "decision" TEXT,
    "reason" TEXT,
    "comment" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_case_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "case_effect" (
    "shop_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "effect" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "error" TEXT,
    "before" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_effect_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "freed_use" (
    "shop_id" INTEGER NOT NULL,
    "order_id" BIGINT NOT NULL,
    "code_key" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "freed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "freed_use_pkey" PRIMARY KEY ("shop_id","order_id","code_key")
);

-- CreateTable
CREATE TABLE "fair_use_policy" (
    "shop_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "fair_use_policy_pkey" PRIMARY KEY ("shop_id","version")
);

-- CreateIndex
CREATE INDEX "review_case_shop_id_state_due_at_idx" ON "review_case"("shop_id", "state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_case_shop_id_number_key" ON "review_case"("shop_id", "number");

-- CreateIndex
CREATE INDEX "case_effect_shop_id_case_id_idx" ON "case_effect"("shop_id", "case_id");

-- CreateIndex
CREATE INDEX "flag_shop_id_case_id_idx" ON "flag"("shop_id", "case_id");


-- Every flag there is becomes a case of its own, under the same id; open ones of one person come together with the next
-- order of theirs.
INSERT INTO review_case (shop_id, id, number, state, due_at, opened_at, decision, reason, comment, decided_by, decided_at)
SELECT shop_id, id, row_number() OVER (PARTITION BY shop_id ORDER BY created_at, id),
  CASE state WHEN 'reviewed' THEN 'decided' ELSE 'open' END, created_at + interval '2 days', created_at,
  decision, CASE WHEN decision IS NOT NULL THEN 'other' END, reason, decided_by, decided_at
FROM flag WHERE state <> 'withdrawn';

UPDATE flag SET case_id = id WHERE state <> 'withdrawn';

INSERT INTO case_effect (shop_id, id, case_id, ordinal, effect, state, before, created_at, created_by, done_at, undone_at)
SELECT d.shop_id, gen_random_uuid(), d.case_id, 1,
  jsonb_build_object('kind', 'disqualify', 'personId', d.person_id::text, 'campaignId', d.campaign_id,
    'group', d.group_number, 'until', d.until),
  CASE WHEN d.lifted_at IS NULL THEN 'done' ELSE 'undone' END, jsonb_build_object('id', d.id), d.created_at,
  d.created_by, d.created_at, d.lifted_at
FROM disqualification d WHERE d.case_id IS NOT NULL;
