import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { codeKey } from "#app/domain/code/code-key.ts";
import { dayCode } from "#app/domain/policy/day-code.ts";
import { judge } from "#app/domain/policy/evaluate.ts";
import { openRules, ruleOf, type OpenRules } from "#app/domain/policy/rules-reader.ts";
import { termsFrom } from "#app/domain/policy/terms-text.ts";
import type { RuleTerms } from "#app/domain/policy/rule.ts";
import type { Verdict } from "#app/domain/policy/verdict.ts";
import { escapeText } from "#app/domain/policy/wire-text.ts";
import type { CountedReason, WhyNotCount } from "#app/domain/verdict/answer.ts";
import { codeProblem } from "#app/domain/verdict/asked.ts";
import { issuanceGap, type IssuanceGap } from "#app/domain/verdict/shopper-case.ts";
import { REASON_WORDS } from "#app/domain/verdict/words.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { composeGuard } from "../guard/compose-guard.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { composeStandings, type StandingRow } from "../standing/compose-standings.server.ts";
import { standingText } from "../standing/write-standings.server.ts";
import { EVERYBODY, populationsOf } from "./populations.server.ts";
import { shopifySide } from "./shopify-side.server.ts";

/** So many standings are derived and judged at once: what is held in memory does not grow with the shop. */
const AT_ONCE = 5_000;

const UNKNOWN_OF =
  "Choose all customers, or a segment or a tag that some campaign asks for: only of those the members are known.";
const NOT_OURS =
  "No rule at checkout speaks for that code. Enter a code of a campaign that has not ended.";

/**
 * How many customers could use a code today when they are signed in, and why not the others: each is judged by checkout's
 * own judge from the standing that would be written for them now. Ends early when `signal` says nobody waits any more.
 */
export async function countWhyNot(
  deps: Deps,
  actor: Actor,
  asked: { code: string; of: string },
  signal?: AbortSignal,
): Promise<Outcome<WhyNotCount>> {
  const { shopId } = actor;
  if (!can(actor, "code.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("code.view") });
  const code = asked.code.trim();
  const problem = codeProblem(code);
  if (problem) return invalid({ field: "code", message: problem });
  const population = (await populationsOf(deps, shopId)).find(({ value }) => value === asked.of);
  if (!population) return invalid({ field: "of", message: UNKNOWN_OF });
  const shop = await shopOf(deps, shopId);
  const { rules: shards, today } = await composeGuard(deps, shop, { personIds: [], at: null });
  const { rules } = openRules(shards);
  const terms = rules && termsFrom(ruleOf(rules, escapeText(codeKey(code)) + ","));
  const campaign =
    terms &&
    (await deps.database.prisma.campaign.findUnique({
      where: { shopId_number: { shopId, number: parseInt(terms.id, 36) } },
    }));
  if (!rules || !campaign) return invalid({ field: "code", message: NOT_OURS });
  const membership = population.value === EVERYBODY ? null : population.value;
  const counted = { accept: 0, notKnown: 0, reasons: new Map<CountedReason, number>() };
  const judging = { rules, code, today, terms };
  for await (const rows of customersIn(deps, shopId, membership)) {
    signal?.throwIfAborted();
    await judgeSome(deps, shop, rows, judging, counted);
  }
  const reasons = [...counted.reasons].map(([reason, people]) => {
    return { reason, words: REASON_WORDS[reason], people };
  });
  const refused = reasons.reduce((sum, { people }) => sum + people, 0);
  return done({
    code,
    campaign: { id: campaign.id, name: campaign.name },
    day: today,
    of: population.label,
    people: counted.accept + refused,
    accept: counted.accept,
    notKnown: counted.notKnown,
    reasons: reasons.sort((a, b) => b.people - a.people || (a.reason < b.reason ? -1 : 1)),
    shopify: await shopifySide(deps, campaign, { key: codeKey(code), at: null }),
  });
}

type Judging = { rules: OpenRules; code: string; today: string; terms: RuleTerms };
type Counted = { accept: number; notKnown: number; reasons: Map<CountedReason, number> };

async function judgeSome(
  deps: Deps,
  shop: Shop,
  rows: readonly StandingRow[],
  { rules, code, today, terms }: Judging,
  counted: Counted,
): Promise<void> {
  for (const standing of (await composeStandings(deps, shop, rows)).values()) {
    const [verdict] = judge({
      rules,
      standing: standingText(standing),
      guests: null,
      state: "signed_in",
      orders: null,
      codes: [{ code, rejectable: true }],
      today: dayCode(today),
    });
    if (verdict) note(verdict, issuanceGap({ terms, standing, isWritten: true }), counted);
    const isOpen = verdict?.outcome === "accept" && terms.eligibility.customers !== "everyone";
    // What we know of no order of, Shopify may have counted some of.
    if (isOpen && !standing.isReturning) counted.notKnown += 1;
  }
}

function note(verdict: Verdict, gap: IssuanceGap | null, counted: Counted): void {
  if (verdict.outcome === "accept") {
    counted.accept += 1;
    return;
  }
  const reason = verdict.reason === "not_eligible" && gap ? "not_issued" : verdict.reason;
  counted.reasons.set(reason, (counted.reasons.get(reason) ?? 0) + 1);
}

/** All accounts we have a standing of, or those in a segment or with a tag, some at a time in the order of their numbers. */
async function* customersIn(
  { database }: Deps,
  shopId: number,
  membership: string | null,
): AsyncGenerator<StandingRow[]> {
  for (let after = "0"; ;) {
    const { rows } = await database.pool.query<StandingRow>(CUSTOMERS, [
      ...[shopId, after, membership, AT_ONCE],
    ]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.customerId;
  }
}

const CUSTOMERS = `
  SELECT s.customer_id::text AS "customerId", COALESCE(p.root_id, p.id)::text AS "personId", s.memberships
  FROM standing s LEFT JOIN person p ON p.shop_id = s.shop_id AND p.id = s.person_id
  WHERE s.shop_id = $1 AND s.customer_id > $2::bigint AND ($3::text IS NULL OR s.memberships @> ARRAY[$3])
  ORDER BY s.customer_id LIMIT $4`;
