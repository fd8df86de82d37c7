import type pg from "pg";

import { systemActor } from "#app/domain/access/actor.ts";
import type { FeltEffect } from "#app/domain/case/effect.ts";
import { judgeCase, type FeltVerdict } from "#app/domain/fair-use/judge-case.ts";
import { STEPS, stricter, type Step } from "#app/domain/fair-use/policy.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { disqualify } from "../case/disqualify.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import { readPolicyCases, type PolicyCase } from "./case-facts.server.ts";
import { policyInForce } from "./policy-in-force.server.ts";

/** Days until somebody should have looked, by what a case came to. */
const DUE_DAYS: Record<Step, number> = { watch: 14, sign_in: 14, hold: 2, disqualify: 2 };

/**
 * Does what the policy in force says of these open cases: sets when they are due and, where the merchant allows that,
 * disqualifies or asks to sign in until a day. A case only ever comes to a stricter step. The caller's transaction; people are locked.
 * @returns whether the checkout has to be told.
 */
export async function applyPolicy(
  client: pg.PoolClient,
  shopId: number,
  caseIds: readonly string[],
  context: { now: Date; newId: () => string },
): Promise<boolean> {
  const { version, policy } = await policyInForce(client, shopId);
  const cases = await readPolicyCases(client, shopId, caseIds, context.now);
  let tellsCheckout = false;
  for (const each of cases) {
    const verdict = judgeCase(policy, each);
    const before = STEPS.find((step) => step === each.step) ?? null;
    const step = before === null ? verdict.step : stricter(before, verdict.step);
    await client.query(SET_STEP, [
      ...[shopId, each.id, step, version, context.now, DUE_DAYS[step]],
      before === null || step !== before,
    ]);
    const { felt } = verdict;
    if (felt?.step === step)
      tellsCheckout = (await disqualifyBy(client, shopId, each, felt, context)) || tellsCheckout;
  }
  return tellsCheckout;
}

/** Disqualifies the case's people, or asks them to sign in, who are not by it already. */
async function disqualifyBy(
  client: pg.PoolClient,
  shopId: number,
  { id, number, people, campaigns, groups }: PolicyCase,
  { step, scope, until, rule }: FeltVerdict,
  { now, newId }: { now: Date; newId: () => string },
): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>(DISQUALIFIED, [shopId, id, step]);
  const known = new Set(rows.map((row) => row.id));
  const fresh = people.filter((personId) => !known.has(personId));
  const places = placesOf(scope, campaigns, groups);
  if (fresh.length === 0 || places.length === 0) return false;
  const effects = fresh.flatMap((personId) =>
    places.map((place): FeltEffect => ({ kind: step, personId, ...place, until })),
  );
  const actor = systemActor(shopId, "fair-use");
  const reason = `Fair use policy, rule ${rule + 1}`;
  await disqualify(client, actor, { caseId: id, reason, now, newId }, effects);
  await markStandings(client, shopId, fresh, now);
  const subject = { kind: "case", id, name: `case ${number}` } as const;
  await recordAudit(client, actor, now, "case.policy_applied", subject, {
    after: { step, people: fresh.length, until },
  });
  return true;
}

/** Where the campaign is in no group, the group is the campaign alone. */
function placesOf(
  scope: FeltVerdict["scope"],
  campaigns: readonly string[],
  groups: readonly number[],
): { campaignId: string | null; group: number | null }[] {
  if (scope === "everything") return [{ campaignId: null, group: null }];
  if (scope === "group" && groups.length > 0)
    return groups.map((group) => ({ campaignId: null, group }));
  return campaigns.map((campaignId) => ({ campaignId, group: null }));
}

const SET_STEP = `
  UPDATE review_case SET step = $3, policy_version = $4,
    due_at = CASE WHEN $7::boolean THEN CASE WHEN step IS NULL THEN $5::timestamptz + make_interval(days => $6::int)
      ELSE LEAST(due_at, $5::timestamptz + make_interval(days => $6::int)) END ELSE due_at END
  WHERE shop_id = $1 AND id = $2`;

const DISQUALIFIED = `
  SELECT DISTINCT COALESCE(p.root_id, p.id)::text AS id FROM disqualification d
  JOIN person p ON p.shop_id = d.shop_id AND p.id = d.person_id
  WHERE d.shop_id = $1 AND d.case_id = $2::uuid AND d.step = $3 AND d.lifted_at IS NULL`;
