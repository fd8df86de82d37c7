import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { reasonLabel } from "#app/domain/case/case.ts";
import { readDecision, type DecisionForm, type WantedDecision } from "#app/domain/case/decision.ts";
import { planEffects } from "#app/domain/case/plan-effects.ts";
import { done, invalid, refuse, type Outcome, type Problem } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { bringAbout } from "./bring-about.server.ts";
import { readWholeCase, type WholeCase } from "./decision-facts.server.ts";
import { liftOfPolicy } from "./lift-of-policy.server.ts";

const GONE = "That case does not exist in this shop.";
const TAKEN = "Someone has decided on this case already. Reload to see what.";

/**
 * Decides on a case, all in one: its flags, what the decision brings about here, what is asked of Shopify and the log. It
 * takes the place of what the policy did. `undoDecision` takes it back.
 */
export async function decideCase(
  deps: Deps,
  actor: Actor,
  id: string,
  form: DecisionForm,
): Promise<Outcome<{ id: string; number: number }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  const shop = await shopOf(deps, shopId);
  const now = deps.now();
  const read = readDecision(form, zoneOf(shop.timeZone).dayOf(now));
  if (!read.ok) return invalid(...read.problems);
  const { wanted } = read;
  if (!isId(id)) return refuse({ kind: "not_found", message: GONE });
  return inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shopId);
    const { rows } = await client.query<{ number: number; state: string }>(LOCKED, [shopId, id]);
    const [row] = rows;
    if (!row) return refuse({ kind: "not_found", message: GONE });
    if (row.state !== "open") return refuse({ kind: "conflict", message: TAKEN });
    const whole = await readWholeCase(client, shopId, { id, number: row.number });
    const problem = await scopeProblem(client, shopId, wanted, whole);
    if (problem) return invalid(problem);
    const { decision, reason, comment } = wanted;
    const by = actor.kind === "staff" ? actor.id : null;
    await client.query(DECIDE, [shopId, id, decision, reason, comment, actor.name, now, by]);
    await client.query(REVIEW, [shopId, id, decision, wordsOf(wanted), actor.name, now]);
    await liftOfPolicy(client, shopId, id, now);
    const effects = planEffects(wanted, whole.facts);
    await bringAbout(
      deps,
      client,
      { actor, shop, id, now, reason: wordsOf(wanted) },
      whole,
      effects,
    );
    const subject = { kind: "case", id, name: `case ${row.number}` } as const;
    const people = wanted.people ? { people: wanted.people } : {};
    // The comment may name somebody, and what stands in the log stays there.
    const label = reasonLabel(decision, reason);
    const after = { decision, reason: label, ...people, effects: effects.length };
    await recordAudit(client, actor, now, "case.decided", subject, { after });
    return done({ id, number: row.number });
  });
}

function wordsOf({ decision, reason, comment }: WantedDecision): string {
  if (reason === "other") return comment;
  const label = reasonLabel(decision, reason);
  return comment === "" ? label : `${label}. ${comment}`;
}

/** What a case can be disqualified from, only its flags and the shop's groups can tell. */
export async function scopeProblem(
  client: Pick<pg.Pool, "query">,
  shopId: number,
  { disqualify }: WantedDecision,
  { facts }: WholeCase,
): Promise<Problem | null> {
  if (!disqualify) return null;
  const field = "disqualify";
  if (facts.people.length === 0)
    return {
      field,
      message: "Nobody is known behind these orders, so nobody can be disqualified.",
    };
  if (disqualify.scope.kind === "campaign" && facts.flags.every((flag) => flag.campaignId === null))
    return { field, message: "These orders are of no campaign. Choose a group or all codes." };
  if (disqualify.scope.kind !== "group") return null;
  const { rows } = await client.query(GROUP, [shopId, disqualify.scope.number]);
  return rows.length > 0 ? null : { field, message: "That group is not there any more." };
}

const GROUP = "SELECT 1 FROM campaign_group WHERE shop_id = $1 AND number = $2";

const LOCKED = "SELECT number, state FROM review_case WHERE shop_id = $1 AND id = $2 FOR UPDATE";

/** Whoever decides has it, if nobody had. */
const DECIDE = `
  UPDATE review_case SET state = 'decided', decision = $3, reason = $4, comment = $5, decided_by = $6, decided_at = $7,
    assignee_id = COALESCE(assignee_id, $8::bigint), is_assigned_by_decision = assignee_id IS NULL AND $8 IS NOT NULL
  WHERE shop_id = $1 AND id = $2`;

const REVIEW = `
  UPDATE flag SET state = 'reviewed', decision = $3, reason = $4, decided_by = $5, decided_at = $6
  WHERE shop_id = $1 AND case_id = $2 AND state = 'open'`;
