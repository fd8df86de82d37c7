import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { readForm } from "#app/domain/campaign/read-form.ts";
import { sameValue } from "#app/domain/discount/same-value.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import { Prisma, type Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { loadNamed } from "../naming/load-named.server.ts";
import { changeProblems } from "../naming/name-problems.server.ts";
import { lockIndex } from "../identity/open-index.server.ts";
import { dropLeaks } from "../insight/drop-leaks.server.ts";
import { askMemberships } from "../segment/ask-memberships.server.ts";
import { askForAccounts } from "../issuance/find-accounts.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { markIssued } from "../standing/mark-issued.server.ts";
import { markUsers } from "../standing/mark-users.server.ts";
import { capInTheWay } from "./campaign-budget.server.ts";
import { eligibilityOf, rowOfTerms } from "./campaign-row.server.ts";
import { checkTerms } from "./check-terms.server.ts";
import { holdBudgets } from "./hold-budgets.server.ts";
import { offerOf } from "./offer-columns.server.ts";

/**
 * Changes what a campaign offers, to whom and when. Its name, its codes and the kind of its offer stay: shoppers hold
 * the codes, and Shopify cannot turn one kind of discount into another.
 */
export async function changeCampaign(
  deps: Deps,
  actor: Actor,
  id: string,
  form: CampaignForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const known = isId(id)
    ? await deps.database.prisma.campaign.findFirst({ where: { shopId, id } })
    : null;
  if (!known)
    return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
  const shop = await shopOf(deps, shopId);
  const fixed = {
    ...{ codeKind: known.codeKind, codeCount: "1", codeLength: "", importId: known.id },
    usesPerCode: String(known.usesPerCode ?? ""),
    offerKind: known.offerKind,
  };
  const read = readForm(
    { ...form, ...fixed },
    { currency: known.currency, zone: zoneOf(shop.timeZone) },
  );
  if (!read.ok) return invalid(...read.problems);
  const checked = await checkTerms(deps, shop, read.terms, known.codeCount);
  const named = await loadNamed(deps.database.prisma, known);
  const was = { ...known, offer: offerOf(known), eligibility: eligibilityOf(known) };
  const mislabelled = named ? await changeProblems(deps, shop, named, was, read.terms) : [];
  if (!checked.ok) return invalid(...mislabelled, ...checked.problems);
  if (mislabelled.length > 0) return invalid(...mislabelled);
  const wanted = rowOfTerms(read.terms);
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    const before = await tx.campaign.findUniqueOrThrow({ where: { shopId_id: { shopId, id } } });
    const resumed = await resumedBy(tx, { ...before, ...wanted });
    const changes = differences(before, { ...wanted, ...resumed });
    if (Object.keys(changes.after).length === 0) return done({ id });
    const isForOthers = WATCH_FIELDS.some((field) => field in changes.after);
    if (isForOthers) {
      await lockIndex(tx, shopId);
      await dropLeaks(deps, tx, shopId, id);
    }
    await tx.campaign.update({
      where: { shopId_id: { shopId, id } },
      data: {
        ...{ ...wanted, ...resumed },
        ...(isForOthers ? { watchedSince: now } : {}),
        revision: { increment: 1 },
        syncState: "waiting",
        syncError: null,
        syncAskedBy: actor.name,
        updatedAt: now,
      },
    });
    await recordAudit(
      tx,
      actor,
      now,
      "campaign.changed",
      { kind: "campaign", id, name: before.name },
      withoutNames(changes),
    );
    const who = { before: eligibilityOf(before), now: read.terms.eligibility };
    await askMemberships(deps, tx, shopId, { ...who, named: checked.segments });
    if (STANDING_FIELDS.some((field) => field in changes.after))
      await markUsers(tx, shopId, [id], now);
    if (wanted.issuedOnly && !before.issuedOnly) {
      await markIssued(tx, shopId, [id], now);
      await askForAccounts(deps, tx, shopId);
    }
    await holdBudgets(tx, shopId, [id], now);
    await deps.jobs.send("sync-campaign", { shopId, campaignId: id }, { transaction: tx });
    return done({ id });
  });
}

type Capped = Parameters<typeof capInTheWay>[1] & Pick<Campaign, "wanted" | "capReached">;

/** A campaign that a cap had paused goes on when its caps allow it again. */
async function resumedBy(tx: Transaction, changed: Capped) {
  if (changed.wanted !== "paused" || changed.capReached === null) return {};
  return (await capInTheWay(tx, changed)) ? {} : { wanted: "on", capReached: null };
}

/** What a customer's standing is made of: with these, other uses and memberships are asked for. */
const STANDING_FIELDS = ["limits", "groups", "eligibility", "customerCapMinor"];

/** What the leak alarm of its codes goes by. */
const WATCH_FIELDS = ["issuedOnly", "isPrivate"];

/** The fields that differ, as they were and as they are to be. */
function differences<T extends Record<string, unknown>>(known: Record<string, unknown>, wanted: T) {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(wanted)) {
    const [was, is] = [plain(known[field]), plain(value)];
    if (sameValue(was, is)) continue;
    before[field] = was;
    after[field] = is;
  }
  return { before, after };
}

type Changes = { before: Record<string, unknown>; after: Record<string, unknown> };

/** The log is for good, and customers may ask to be forgotten: it says how many of them there were, not who. */
function withoutNames({ before, after }: Changes): Changes {
  const [were, are] = [before["customerIds"], after["customerIds"]];
  if (!Array.isArray(were) || !Array.isArray(are)) return { before, after };
  const { customerIds: _were, ...others } = before;
  const { customerIds: _are, ...wanted } = after;
  const added = are.filter((id) => !were.includes(id)).length;
  const removed = were.length + added - are.length;
  return {
    before: { ...others, customers: were.length },
    after: { ...wanted, customers: are.length, customersAdded: added, customersRemoved: removed },
  };
}

/** As JSON says it. */
function plain(value: unknown): unknown {
  if (value === Prisma.DbNull) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "bigint" ? Number(value) : value;
}
