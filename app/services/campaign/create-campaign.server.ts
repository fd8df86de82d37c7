import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CampaignForm, CampaignTerms } from "#app/domain/campaign/form.ts";
import { readForm } from "#app/domain/campaign/read-form.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { rulesOverlap } from "#app/domain/policy/rule.ts";
import { done, invalid, refuse, type Outcome, type Problem } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { assignCodes, codeLengthFor } from "../code/assign-codes.server.ts";
import { loadConvention } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { checkTerms } from "./check-terms.server.ts";
import { matchOf, rowOfTerms } from "./campaign-row.server.ts";

type Named = {
  name: string;
  dimensions: Record<string, string>;
  conventionId: string;
  version: number;
};

/** Makes a campaign with its codes; a job then brings it to Shopify. Every problem is reported at once. */
export async function createCampaign(
  deps: Deps,
  actor: Actor,
  form: CampaignForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const shop = await shopOf(deps, shopId);
  const read = readForm(form, { currency: shop.currency, zone: zoneOf(shop.timeZone) });
  const named = await readName(deps, shopId, form);
  const problems = [
    ...("problems" in named ? named.problems : []),
    ...(read.ok ? [] : read.problems),
  ];
  if (problems.length > 0 || !read.ok || "problems" in named) return invalid(...problems);
  const checked = await checkTerms(deps, shop, read.terms);
  if (!checked.ok) return invalid(...checked.problems);
  return deps.database.prisma.$transaction(
    (tx) => store(deps, tx, actor, shop, named, read.terms, checked.segmentName),
    { timeout: 60_000 },
  );
}

async function readName(
  deps: Deps,
  shopId: number,
  form: CampaignForm,
): Promise<Named | { problems: Problem[] }> {
  const loaded = await loadConvention(deps.database.prisma, shopId, form.conventionId);
  if (!loaded)
    return { problems: [{ field: "conventionId", message: "Choose a naming convention." }] };
  const parsed = parseName(loaded.convention, form.name);
  if (!parsed.ok) {
    const [nearest] = parsed.suggestions;
    const message = nearest
      ? `${parsed.error.message} Did you mean ${nearest}?`
      : parsed.error.message;
    return { problems: [{ field: "name", message }] };
  }
  return {
    name: parsed.name,
    dimensions: { ...parsed.dimensions },
    conventionId: loaded.id,
    version: loaded.version,
  };
}

async function store(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  shop: Shop,
  named: Named,
  terms: CampaignTerms,
  segmentName: string | null,
): Promise<Outcome<{ id: string }>> {
  const shopId = shop.id;
  // The counter's row lock makes the shop's campaigns one at a time: what is checked below stays true until commit.
  const [counter] = await tx.$queryRaw<{ number: number }[]>`
    SELECT next_campaign_number AS number FROM shop WHERE id = ${shopId} FOR UPDATE`;
  if (!counter) throw new Error(`The shop ${shopId} is gone.`);
  const codeLength = terms.codes.kind === "unique" ? codeLengthFor(terms.codes.count) : null;
  const identity = { name: named.name, codeKind: terms.codes.kind, codeLength };
  const clash = await findClash(tx, shopId, identity);
  if (clash) return invalid({ field: "name", message: clash });
  const now = deps.now();
  const campaign = await tx.campaign.create({
    data: {
      shopId,
      id: deps.newId(),
      number: counter.number,
      ...identity,
      conventionId: named.conventionId,
      conventionVersion: named.version,
      dimensions: named.dimensions,
      ...rowOfTerms(terms, segmentName),
      currency: shop.currency,
      codeCount: terms.codes.kind === "unique" ? terms.codes.count : 1,
      wanted: "on",
      revision: 1,
      syncState: "waiting",
      createdAt: now,
      updatedAt: now,
      createdBy: actor.name,
    },
  });
  await tx.shop.update({ where: { id: shopId }, data: { nextCampaignNumber: counter.number + 1 } });
  await assignCodes(tx, shop, campaign, now);
  const subject = { kind: "campaign", id: campaign.id, name: campaign.name } as const;
  await recordAudit(tx, actor, now, "campaign.created", subject, {
    after: { ...terms, name: campaign.name },
  });
  if (terms.segmentId) {
    await deps.jobs.send(
      "read-segment",
      { shopId, segmentId: terms.segmentId },
      { transaction: tx },
    );
  }
  await deps.jobs.send("sync-campaign", { shopId, campaignId: campaign.id }, { transaction: tx });
  return done({ id: campaign.id });
}

/** Another campaign whose codes could not be told from the new one's; null when there is none. */
async function findClash(
  tx: Transaction,
  shopId: number,
  identity: { name: string; codeKind: string; codeLength: number | null },
): Promise<string | null> {
  const others = await tx.campaign.findMany({
    where: { shopId },
    select: { name: true, codeKind: true, codeLength: true },
  });
  for (const other of others) {
    if (other.name === identity.name) {
      return `There is already a campaign named ${other.name}. Choose another name.`;
    }
    if (rulesOverlap(matchOf(other), matchOf(identity))) {
      return `Codes of this campaign could be mistaken for codes of ${other.name}. Choose another name.`;
    }
  }
  return null;
}
