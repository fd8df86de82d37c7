import type pg from "pg";

import { systemActor } from "#app/domain/access/actor.ts";
import type { FeltEffect } from "#app/domain/case/effect.ts";
import { judgeCase, type FeltVerdict } from "#app/domain/fair-use/judge-case.ts";
import { placesOf, type Place } from "#app/domain/fair-use/places-of.ts";
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
 * disqualifies or asks to sign in until a day. A case only ever comes to a stricter step. One that waits for the score of an
 * order is held until it is there (see `judgeScored`). The caller's transaction; people are locked.
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
  const judged = cases
    .filter(({ isWaiting }) => !isWaiting)
    .map((each) => {
      const { step: found, felt } = judgeCase(policy, each);
      const before = STEPS.find((known) => known === each.step) ?? null;
      const step = before === null ? found : stricter(before, found);
      return { each, felt, step, isNew: step !== before };
    });
  const steps = judged.map(({ each, step, isNew }) => ({
    id: each.id,
    step,
    isNew,
    dueDays: DUE_DAYS[step],
  }));
  if (steps.length > 0)
    await client.query(SET_STEPS, [shopId, version, context.now, JSON.stringify(steps)]);
  let tellsCheckout = false;
  for (const { each, felt, step } of judged)
    if (felt?.step === step)
      tellsCheckout = (await disqualifyBy(client, shopId, each, felt, context)) || tellsCheckout;
  return tellsCheckout;
}

/** Disqualifies the case's people, or asks them to sign in, wherever they are not by it already. */
async function disqualifyBy(
  client: pg.PoolClient,
  shopId: number,
  { id, number, people, campaigns, groups, today }: PolicyCase,
  { step, scope, until, rule }: FeltVerdict,
  { now, newId }: { now: Date; newId: () => string },
): Promise<boolean> {
  type Standing = Place & { personId: string };
  const { rows } = await client.query<Standing>(STANDING, [shopId, id, step, today]);
  const stands = (personId: string, place: Place) =>
    rows.some(
      (row) =>
        row.personId === personId &&
        row.campaignId === place.campaignId &&
        row.group === place.group,
    );
  const places = placesOf(scope, campaigns, groups);
  const effects = people.flatMap((personId) =>
    places
      .filter((place) => !stands(personId, place))
      .map((place): FeltEffect => ({ kind: step, personId, ...place, until })),
  );
  if (effects.length === 0) return false;
  const fresh = [...new Set(effects.map(({ personId }) => personId))];
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

const SET_STEPS = `
  UPDATE review_case c SET step = n.step, policy_version = $2,
    due_at = CASE WHEN NOT n."isNew" THEN c.due_at
      WHEN c.step IS NULL THEN $3::timestamptz + make_interval(days => n."dueDays")
      ELSE LEAST(c.due_at, $3::timestamptz + make_interval(days => n."dueDays")) END
  FROM json_to_recordset($4::json) AS n (id uuid, step text, "isNew" boolean, "dueDays" int)
  WHERE c.shop_id = $1 AND c.id = n.id`;

/** What is over stands, too, unless the same person was flagged for an order after it. */
const STANDING = `
  SELECT COALESCE(p.root_id, p.id)::text AS "personId", d.campaign_id AS "campaignId", d.group_number AS "group"
  FROM disqualification d
  JOIN person p ON p.shop_id = d.shop_id AND p.id = d.person_id
  WHERE d.shop_id = $1 AND d.case_id = $2::uuid AND d.step = $3 AND d.lifted_at IS NULL
    AND NOT (d.until < $4::date AND EXISTS (
      SELECT FROM flag f
      JOIN person w ON w.shop_id = f.shop_id AND w.id = f.person_id
      JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
      WHERE f.shop_id = $1 AND f.case_id = d.case_id AND f.state = 'open'
        AND COALESCE(w.root_id, w.id) = COALESCE(p.root_id, p.id)
        AND (o.placed_at AT TIME ZONE (SELECT time_zone FROM shop WHERE id = $1))::date > d.until))`;
