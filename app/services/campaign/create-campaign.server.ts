import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { CampaignTerms, CodePlan } from "#app/domain/campaign/terms.ts";
import { readForm } from "#app/domain/campaign/read-form.ts";
import { lookAlikeKey } from "#app/domain/code/look-alike.ts";
import { refusalsOf } from "#app/domain/discount/refusals.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { insertPublicCode } from "../code/insert-codes.server.ts";
import { startBatch } from "../code/start-batch.server.ts";
import { claimImport, IMPORT_GONE, readyImport } from "../import/claim-import.server.ts";
import { dimensionSetIds } from "../naming/dimension-sets.server.ts";
import { nameProblems } from "../naming/name-problems.server.ts";
import { askMemberships, type NamedSegment } from "../segment/ask-memberships.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { rowOfTerms } from "./campaign-row.server.ts";
import { checkTerms } from "./check-terms.server.ts";
import { findClash } from "./find-clash.server.ts";
import {
  codeColumnsOf,
  readCampaignName,
  type CampaignName,
  type CodeColumns,
} from "./read-campaign-name.server.ts";

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
  const named = await readCampaignName(deps, shopId, form);
  const problems = [...(named.ok ? [] : named.problems), ...(read.ok ? [] : read.problems)];
  if (!named.ok || !read.ok) return invalid(...problems);
  const columns = codeColumnsOf(named.value, read.terms.codes);
  if (!columns.ok) return invalid(columns.problem);
  const [refused] = refusalsOf(textsOf(named.value, columns.columns));
  if (refused) return invalid({ field: "name", message: refused.message });
  const codeCount = await codeCountOf(deps, shopId, read.terms.codes);
  if (codeCount === null) return invalid({ field: "importId", message: IMPORT_GONE });
  const checked = await checkTerms(deps, shop, read.terms, codeCount);
  const { loaded, dimensions } = named.value;
  const mislabelled = await nameProblems(deps, shop, { ...loaded, dimensions }, read.terms);
  if (!checked.ok) return invalid(...mislabelled, ...checked.problems);
  if (mislabelled.length > 0) return invalid(...mislabelled);
  const wanted = {
    name: named.value,
    terms: read.terms,
    columns: columns.columns,
    segments: checked.segments,
    codeCount,
  };
  return deps.database.prisma.$transaction((tx) => store(deps, tx, actor, shop, wanted));
}

/** What the discount is called and a code of it: Shopify takes only so many characters. */
function textsOf({ name: title }: CampaignName, { codePrefix, codeLength }: CodeColumns) {
  const code =
    codePrefix === null ? title : codePrefix.padEnd(codePrefix.length + (codeLength ?? 0), "X");
  return { title, code };
}

/** How many codes the campaign begins with; null when they were to come from an import that is not there. */
async function codeCountOf(deps: Deps, shopId: number, codes: CodePlan): Promise<number | null> {
  if (codes.kind === "public") return 1;
  if (codes.kind === "unique") return codes.count;
  return (await readyImport(deps.database.prisma, shopId, codes.importId))?.good ?? null;
}

type WantedCampaign = {
  name: CampaignName;
  terms: CampaignTerms;
  columns: CodeColumns;
  segments: readonly NamedSegment[];
  codeCount: number;
};

async function store(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  shop: Shop,
  { name: named, terms, columns, segments, codeCount }: WantedCampaign,
): Promise<Outcome<{ id: string }>> {
  const shopId = shop.id;
  // The counter's row lock makes the shop's campaigns one at a time: what is checked below stays true until commit.
  const [counter] = await tx.$queryRaw<{ number: number }[]>`
    SELECT next_campaign_number AS number FROM shop WHERE id = ${shopId} FOR UPDATE`;
  if (!counter) throw new Error(`The shop ${shopId} is gone.`);
  const { codes } = terms;
  const identity = { name: named.name, codeKind: codes.kind, ...columns };
  const clash = await findClash(tx, shopId, identity);
  if (clash) return invalid({ field: "name", message: clash });
  if (codes.kind === "list" && !(await claimImport(tx, shopId, codes.importId))) {
    return invalid({ field: "importId", message: IMPORT_GONE });
  }
  const { id: conventionId, version } = named.loaded;
  const { dimensions } = named;
  const [dimensionSetId] = await dimensionSetIds(tx, shopId, [
    { conventionId, version, dimensions },
  ]);
  if (dimensionSetId === undefined) throw new Error("The dimension set was not made.");
  const now = deps.now();
  const campaign = await tx.campaign.create({
    data: {
      shopId,
      id: deps.newId(),
      number: counter.number,
      ...identity,
      lookAlikeKey: lookAlikeKey(named.name),
      dimensionSetId,
      ...rowOfTerms(terms),
      usesPerCode: codes.kind === "list" ? codes.usesPerCode : null,
      currency: shop.currency,
      codeCount,
      wanted: "on",
      revision: 1,
      syncState: "waiting",
      createdAt: now,
      updatedAt: now,
      createdBy: actor.name,
    },
  });
  await tx.shop.update({ where: { id: shopId }, data: { nextCampaignNumber: counter.number + 1 } });
  if (codes.kind === "public") await insertPublicCode(tx, campaign, now);
  else {
    const importId = codes.kind === "list" ? codes.importId : null;
    await startBatch(deps, tx, actor, shop, campaign, { wanted: codeCount, importId });
  }
  const subject = { kind: "campaign", id: campaign.id, name: campaign.name } as const;
  // The log is for good, and customers may ask to be forgotten: how many they are, not who.
  const { customerIds, ...others } = terms;
  await recordAudit(tx, actor, now, "campaign.created", subject, {
    after: { ...others, customers: customerIds.length, name: campaign.name },
  });
  const asked = { before: null, now: terms.eligibility, named: segments };
  await askMemberships(deps, tx, shopId, asked);
  await deps.jobs.send("sync-campaign", { shopId, campaignId: campaign.id }, { transaction: tx });
  return done({ id: campaign.id });
}
