import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { readDecision, type DecisionForm } from "#app/domain/case/decision.ts";
import { countEffects } from "#app/domain/case/describe-effect.ts";
import { planEffects } from "#app/domain/case/plan-effects.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { scopeProblem } from "./decide-case.server.ts";
import { readWholeCase } from "./decision-facts.server.ts";

/** `lines`: what would happen, counted over all cases; `left`: cases it cannot be done for, with the reason. */
export type DecisionPreview = {
  cases: number;
  lines: string[];
  left: { number: number; why: string }[];
};

/** What a decision would do to these cases. Changes nothing. */
export async function previewDecision(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
  form: DecisionForm,
): Promise<Outcome<DecisionPreview>> {
  const { shopId } = actor;
  if (!can(actor, "flag.decide", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.decide") });
  const shop = await shopOf(deps, shopId);
  const read = readDecision(form, zoneOf(shop.timeZone).dayOf(deps.now()));
  if (!read.ok) return invalid(...read.problems);
  const { pool, prisma } = deps.database;
  const rows = await prisma.reviewCase.findMany({
    where: { shopId, id: { in: ids.filter(isId) } },
    select: { id: true, number: true, state: true },
    orderBy: { number: "asc" },
  });
  const left: DecisionPreview["left"] = [];
  const effects = [];
  for (const { id, number, state } of rows) {
    const whole = await readWholeCase(pool, shopId, { id, number });
    const problem = await scopeProblem(pool, shopId, read.wanted, whole);
    if (state !== "open") left.push({ number, why: "It is decided already." });
    else if (problem) left.push({ number, why: problem.message });
    else effects.push(...planEffects(read.wanted, whole.facts));
  }
  return done({ cases: rows.length - left.length, lines: countEffects(effects), left });
}
