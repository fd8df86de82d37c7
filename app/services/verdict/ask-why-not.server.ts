import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { codeKey } from "#app/domain/code/code-key.ts";
import { spendCapOf, spentOn, type GuardLimit } from "#app/domain/policy/limit.ts";
import { isIssuance } from "#app/domain/policy/rule.ts";
import { limitFrom } from "#app/domain/policy/terms-text.ts";
import type { CountedLimit, Evidence, WhyNot } from "#app/domain/verdict/answer.ts";
import { readAsked, type Asked, type WhyNotForm } from "#app/domain/verdict/asked.ts";
import { remediesFor } from "#app/domain/verdict/remedies.ts";
import {
  campaignAsksSignIn,
  countedBy,
  issuanceGap,
  type ShopperCase,
} from "#app/domain/verdict/shopper-case.ts";
import {
  changeOf,
  limitWords,
  memberWords,
  ruleWords,
  whyWords,
  type Names,
} from "#app/domain/verdict/words.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { explainCode } from "../code/explain-code.server.ts";
import { recordAccess } from "../compliance/record-access.server.ts";
import type { OrderUse } from "../guard/ledger-uses.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { exceptionsOf } from "./exceptions-of.server.ts";
import { findShopper, type Shopper } from "./find-shopper.server.ts";
import { issuedWords } from "./issued-words.server.ts";
import { judged, type Judged } from "./judged.server.ts";
import { namesOf } from "./names.server.ts";
import { shopifySide } from "./shopify-side.server.ts";
import { unknownOf } from "./unknown-of.server.ts";

/**
 * Why a shopper's code is refused, or that it is not: the verdict of checkout's own judge, now or at a past moment, with
 * the evidence and what would change it. Asking about a person is written down.
 */
export async function askWhyNot(
  deps: Deps,
  actor: Actor,
  form: WhyNotForm,
): Promise<Outcome<WhyNot>> {
  const { shopId } = actor;
  if (!can(actor, "code.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("code.view") });
  const shop = await shopOf(deps, shopId);
  const read = readAsked(form, { now: deps.now(), zone: zoneOf(shop.timeZone) });
  if (!read.ok) return invalid(...read.problems);
  const { asked } = read;
  if (asked.whom.kind !== "nobody" && !can(actor, "person.ask", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("person.ask") });
  const found = await findShopper(deps, shop, asked);
  if (!found.ok) return found;
  const shopper = found.value;
  const told = await judged(deps, shop, asked, shopper);
  const campaign = await campaignOf(deps, shopId, told);
  const isSomebody = shopper.personId !== null || shopper.who.customerId !== null;
  await recordAccess(deps, actor, "customer.looked_up", isSomebody ? 1 : 0);
  return done(
    campaign && told.which
      ? await ofCampaign({ deps, shop, asked, shopper, told }, campaign, told.which)
      : await ofNone({ deps, shop, asked, shopper, told }, actor),
  );
}

type Answering = { deps: Deps; shop: Shop; asked: Asked; shopper: Shopper; told: Judged };

async function campaignOf(
  { database }: Deps,
  shopId: number,
  { verdict }: Judged,
): Promise<Campaign | null> {
  if (verdict.rule === null) return null;
  const number = parseInt(verdict.rule, 36);
  return database.prisma.campaign.findUnique({ where: { shopId_number: { shopId, number } } });
}

function headOf({ deps, asked, shopper, told, shop }: Answering) {
  return {
    code: asked.code,
    moment: {
      at: (asked.at ?? deps.now()).toISOString(),
      day: told.today,
      isPast: asked.at !== null,
    },
    who: shopper.who,
    sentence: told.sentence,
    language: asked.language || shop.locale.toLowerCase(),
  };
}

/** A code that no rule speaks for is Shopify's matter alone. */
async function ofNone(answering: Answering, actor: Actor): Promise<WhyNot> {
  const { deps, asked } = answering;
  const code = await explainCode(deps, actor, asked.code);
  const why = !code.ok
    ? code.refusal.kind
    : code.value.found
      ? `${code.value.message} No rule at checkout speaks for it: its campaign has ended, or is not held there.`
      : `${code.value.message} Nothing of ours refuses it; Shopify knows no such code unless another app made it.`;
  return {
    ...headOf(answering),
    ...{ campaign: null, outcome: "accept", reason: null, why, rule: [] },
    ...{ shopify: [], changes: [], unknown: answering.shopper.unknown },
    evidence: { limits: [], memberships: [], exceptions: [], orders: null, isReturning: false },
  };
}

async function ofCampaign(
  answering: Answering,
  campaign: Campaign,
  which: ShopperCase<OrderUse>,
): Promise<WhyNot> {
  const { deps, asked, shopper, told } = answering;
  const { verdict } = told;
  const names = await namesOf(deps, campaign.shopId, campaign);
  const isRefused = verdict.outcome === "reject";
  const shopify = await shopifySide(deps, campaign, { key: codeKey(asked.code), at: asked.at });
  const limit = isRefused && verdict.limit ? limitFrom(verdict.limit) : null;
  const count = limit ? countedBy(which, limit).length : 0;
  const whose = { count, issuance: issuanceGap(which) };
  const hasAccount = shopper.who.customerId !== null;
  const remedies = isRefused ? remediesFor(which, { hasAccount, depth: 0 }) : [];
  return {
    ...headOf(answering),
    campaign: { id: campaign.id, name: campaign.name },
    outcome: verdict.outcome,
    reason: isRefused ? verdict.reason : null,
    why: isRefused
      ? whyWords(verdict, { ...whose, isAsked: !campaignAsksSignIn(which) }, names)
      : acceptedWords(shopify),
    rule: ruleWords(which.terms, names),
    shopify,
    evidence: await evidenceOf(answering, which, names),
    changes: remedies.map((remedy) => changeOf(remedy, names)),
    unknown: await unknownOf(deps, campaign, asked, shopper, which),
  };
}

function acceptedWords(shopify: readonly string[]): string {
  return shopify.length > 0
    ? "No rule of the campaign refuses this shopper, but Shopify does not take the code."
    : "No rule of the campaign refuses this shopper.";
}

function countedLimit(which: ShopperCase<OrderUse>, limit: GuardLimit, names: Names): CountedLimit {
  const uses = countedBy(which, limit);
  const cap = spendCapOf(limit);
  return {
    words: limitWords(limit, names),
    perCustomer: limit.perCustomer,
    count: uses.length,
    spent: cap === null ? null : { minor: spentOn(uses), capMinor: cap, currency: names.currency },
    orders: uses.map(({ orderId: id, orderName: name, day, code }) => ({ id, name, day, code })),
  };
}

async function evidenceOf(
  { deps, shop, asked, shopper, told }: Answering,
  which: ShopperCase<OrderUse>,
  names: Names,
): Promise<Evidence> {
  const { terms, standing } = which;
  const { eligibility: who } = terms;
  const { personId } = shopper;
  const has = (membership: string) => standing.memberships.includes(membership);
  const issued = who.all.some(isIssuance)
    ? await issuedWords(deps, shop, { campaign: names.rule, personId, at: asked.at })
    : "";
  return {
    limits: terms.limits.map((limit) => countedLimit(which, limit, names)),
    memberships: (["all", "any", "none"] as const).flatMap((kind) =>
      who[kind].map((each) => ({
        ...{ asked: kind, has: has(each) },
        name: memberWords(each, names) + (isIssuance(each) ? issued : ""),
      })),
    ),
    exceptions: personId
      ? await exceptionsOf(
          deps,
          { shopId: shop.id, personId, day: told.today, at: asked.at },
          terms,
          names,
        )
      : [],
    orders: shopper.buyer.orders,
    isReturning: standing.isReturning,
  };
}
