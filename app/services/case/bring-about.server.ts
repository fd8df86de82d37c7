import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import { isForShopify, type Effect } from "#app/domain/case/effect.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { bookOrdersAgain } from "../redemption/book-again.server.ts";
import { markStandings } from "../standing/mark-standings.server.ts";
import type { WholeCase } from "./decision-facts.server.ts";
import { disqualify } from "./disqualify.server.ts";
import { foldCases } from "./fold-cases.server.ts";
import { writeEffects } from "./write-effects.server.ts";

type Decided = { actor: Actor; shop: Shop; id: string; now: Date; reason: string };

type Of<K extends Effect["kind"]> = Effect & { kind: K };

/** Does what a decision brings about here, in the caller's transaction, and leaves to a job what is asked of Shopify. */
export async function bringAbout(
  deps: Deps,
  client: pg.PoolClient,
  { actor, shop, id: caseId, now, reason }: Decided,
  whole: WholeCase,
  effects: readonly Effect[],
): Promise<void> {
  const shopId = shop.id;
  const context = { caseId, now, newId: deps.newId };
  const of = <K extends Effect["kind"]>(kind: K) =>
    effects.filter((effect): effect is Of<K> => effect.kind === kind);
  await disqualify(client, actor, { ...context, reason }, [...of("disqualify"), ...of("sign_in")]);
  const words = [...of("split"), ...of("join")];
  const told = words.map((effect) => {
    const link = whole.links.find((each) => isSame(each, effect));
    const { decided = null, decidedBy = null, decidedAt = null } = link ?? {};
    return { effect, state: "done" as const, before: { decided, decidedBy, decidedAt } };
  });
  await client.query(DECIDE_LINKS, [shopId, JSON.stringify(words), actor.name, now]);
  await writeEffects(client, actor, context, told);
  // The index of who is who goes by their word from now on, and is cut where they are apart.
  if (words.length > 0) await deps.jobs.send("score-orders", { shopId }, { transaction: client });
  const freed = of("free_use");
  await client.query(FREE, [shopId, JSON.stringify(freed), caseId, now]);
  await writeEffects(
    client,
    actor,
    context,
    freed.map((effect) => ({ effect, state: "done" })),
  );
  const asked = effects.filter(isForShopify);
  await writeEffects(
    client,
    actor,
    context,
    asked.map((effect) => ({
      effect,
      state: effect.kind === "cancel_order" ? "requested" : "waiting",
    })),
  );
  if (freed.length > 0)
    await bookOrdersAgain(deps, client, shop, [...new Set(freed.map(({ orderId }) => orderId))]);
  const { people } = whole.facts;
  await markStandings(client, shopId, people, now);
  await foldCases(client, shopId, people, { now, newId: deps.newId });
  await deps.jobs.send("publish-guard", { shopId }, { transaction: client });
  if (asked.length > 0)
    await deps.jobs.send("apply-effects", { shopId, caseId }, { transaction: client });
}

function isSame(a: { lowId: string; highId: string }, b: { lowId: string; highId: string }) {
  return a.lowId === b.lowId && a.highId === b.highId;
}

const DECIDE_LINKS = `
  UPDATE person_link l SET decided = CASE s.kind WHEN 'split' THEN 'apart' ELSE 'together' END, decided_by = $3,
    decided_at = $4
  FROM json_to_recordset($2::json) AS s (kind text, "lowId" bigint, "highId" bigint)
  WHERE l.shop_id = $1 AND l.low_id = s."lowId" AND l.high_id = s."highId"`;

const FREE = `
  INSERT INTO freed_use (shop_id, order_id, code_key, case_id, freed_at)
  SELECT $1, f."orderId", f."codeKey", $3::uuid, $4
  FROM json_to_recordset($2::json) AS f ("orderId" bigint, "codeKey" text)
  ON CONFLICT (shop_id, order_id, code_key) DO NOTHING`;
