import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { effectSchema } from "#app/domain/case/effect.schema.ts";
import { isForShopify } from "#app/domain/case/effect.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import { bookOrdersAgain } from "../redemption/book-again.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import { readWholeCase } from "./decision-facts.server.ts";
import { foldCases } from "./fold-cases.server.ts";
import { restoreOfPolicy } from "./lift-of-policy.server.ts";

const GONE = "That case does not exist in this shop.";
const NOT_THAT =
  "It was decided otherwise since. Open the case to see how it stands, and take that back there.";
const NOT_DECIDED = "There is no decision on this case to take back. Reload to see how it stands.";

/**
 * Takes a decision back with all it brought about, as far as that can be: an order that was cancelled in Shopify stays
 * so. The case is open again, and so are its flags; it is assigned to whom it was before.
 *
 * @param mine only this one, and only if it is the actor's own: for who takes back what they have not before their eyes.
 */
export async function undoDecision(
  deps: Deps,
  actor: Actor,
  id: string,
  mine: string | null = null,
): Promise<Outcome<{ id: string; number: number }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  if (!isId(id)) return refuse({ kind: "not_found", message: GONE });
  const shop = await shopOf(deps, shopId);
  const now = deps.now();
  return inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shopId);
    const { rows } = await client.query<Decided>(DECIDED, [shopId, id]);
    const [row] = rows;
    if (!row) return refuse({ kind: "not_found", message: GONE });
    if (row.state !== "decided") return refuse({ kind: "conflict", message: NOT_DECIDED });
    if (mine !== null && (row.decision !== mine || row.decidedBy !== actor.name))
      return refuse({ kind: "conflict", message: NOT_THAT });
    // Whom nothing but the word held together is of the case no more once it is taken back.
    const before = await readWholeCase(client, shopId, { id, number: row.number });
    const taken = await takeBack(client, actor, id, now);
    await restoreOfPolicy(client, shopId, id, row.decidedAt);
    await client.query(REOPEN, [shopId, id]);
    await client.query(REOPEN_FLAGS, [shopId, id]);
    if (taken.freed.length > 0) await bookOrdersAgain(deps, client, shop, taken.freed);
    const { facts, flagged } = await readWholeCase(client, shopId, { id, number: row.number });
    const people = [...new Set([...before.facts.people, ...facts.people, ...flagged])];
    // Flags that rested on their word are withdrawn.
    if (taken.isWord) await deps.jobs.send("score-orders", { shopId }, { transaction: client });
    await markStandings(client, shopId, people, now);
    const subject = { kind: "case", id, name: `case ${row.number}` } as const;
    await recordAudit(client, actor, now, "case.undone", subject, {
      before: { decision: row.decision },
    });
    await foldCases(client, shopId, people, { now, newId: deps.newId });
    await deps.jobs.send("publish-guard", { shopId }, { transaction: client });
    if (taken.forShopify)
      await deps.jobs.send("apply-effects", { shopId, caseId: id }, { transaction: client });
    return done({ id, number: row.number });
  });
}

type Decided = {
  number: number;
  state: string;
  decision: string;
  decidedBy: string;
  decidedAt: Date;
};

/** Undoes what was done here; what was asked of Shopify is left to a job. */
async function takeBack(
  client: pg.PoolClient,
  { shopId, name }: Actor,
  caseId: string,
  now: Date,
): Promise<{ freed: string[]; isWord: boolean; forShopify: boolean }> {
  const { rows } = await client.query<{ id: string; effect: unknown; state: string }>(EFFECTS, [
    ...[shopId, caseId],
  ]);
  const effects = rows.map((row) => ({ ...row, effect: effectSchema.parse(row.effect) }));
  const forShopify = effects.filter(({ effect }) => isForShopify(effect));
  const here = effects.filter(({ effect }) => !isForShopify(effect));
  const ids = here.map(({ id }) => id);
  await client.query(LIFT, [shopId, ids, now, name]);
  await client.query(TAKE_WORDS, [shopId, ids]);
  await client.query(TAKE_USES, [shopId, caseId]);
  // What was asked for and not begun yet is simply not done; the rest is taken back there.
  const never = forShopify.filter(
    ({ effect, state }) =>
      ["requested", "failed"].includes(state) ||
      (effect.kind === "cancel_order" && state === "waiting"),
  );
  await client.query(UNDO, [shopId, [...ids, ...never.map(({ id }) => id)], "undone", now]);
  const begun = forShopify.filter((each) => !never.includes(each));
  const reversible = begun.filter(({ effect }) => effect.kind !== "cancel_order");
  await client.query(UNDO, [shopId, reversible.map(({ id }) => id), "undoing", null]);
  const isWord = here.some(({ effect }) => effect.kind === "split" || effect.kind === "join");
  const freed = here.flatMap(({ effect }) => (effect.kind === "free_use" ? effect.orderId : []));
  return { freed: [...new Set(freed)], isWord, forShopify: reversible.length > 0 };
}

const DECIDED = `
  SELECT number, state, decision, decided_by AS "decidedBy", decided_at AS "decidedAt" FROM review_case
  WHERE shop_id = $1 AND id = $2 FOR UPDATE`;

const REOPEN = `
  UPDATE review_case SET state = 'open', decision = NULL, reason = NULL, comment = NULL, decided_by = NULL,
    decided_at = NULL, assignee_id = CASE WHEN NOT is_assigned_by_decision THEN assignee_id END, is_assigned_by_decision = false
  WHERE shop_id = $1 AND id = $2`;

const REOPEN_FLAGS = `
  UPDATE flag SET state = 'open', decision = NULL, reason = NULL, decided_by = NULL, decided_at = NULL
  WHERE shop_id = $1 AND case_id = $2 AND state = 'reviewed'`;

/** What a person brought about and is still so. */
const EFFECTS = `
  SELECT id, effect, state FROM case_effect
  WHERE shop_id = $1 AND case_id = $2 AND state NOT IN ('undone', 'undoing') AND created_by <> 'Bonafide'
  ORDER BY ordinal FOR UPDATE`;

const LIFT = `
  UPDATE disqualification d SET lifted_at = $3, lifted_by = $4
  FROM case_effect e
  WHERE e.shop_id = $1 AND e.id = ANY ($2::uuid[]) AND e.effect ->> 'kind' IN ('disqualify', 'sign_in')
    AND d.shop_id = e.shop_id AND d.id = (e.before ->> 'id')::uuid AND d.lifted_at IS NULL`;

/** A word that came after this one stands. */
const TAKE_WORDS = `
  UPDATE person_link l SET decided = e.before ->> 'decided', decided_by = e.before ->> 'decidedBy',
    decided_at = (e.before ->> 'decidedAt')::timestamptz
  FROM case_effect e
  WHERE e.shop_id = $1 AND e.id = ANY ($2::uuid[]) AND e.effect ->> 'kind' IN ('split', 'join')
    AND l.decided_at = e.created_at AND l.shop_id = e.shop_id AND l.low_id = (e.effect ->> 'lowId')::bigint AND l.high_id = (e.effect ->> 'highId')::bigint`;

const TAKE_USES = "DELETE FROM freed_use WHERE shop_id = $1 AND case_id = $2::uuid";

const UNDO =
  "UPDATE case_effect SET state = $3, undone_at = $4 WHERE shop_id = $1 AND id = ANY ($2::uuid[])";
