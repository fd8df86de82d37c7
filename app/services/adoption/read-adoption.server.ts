import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { MAPPING_RESULTS } from "#app/domain/adoption/map-discount.ts";
import {
  MOST_FAILURES,
  phaseProgress,
  READING_PHASES,
  READING_STATES,
  type AdoptingSummary,
  type ReadingSummary,
} from "#app/domain/adoption/reading.ts";
import type { MappingCounts, StoreSummary } from "#app/domain/adoption/summary.ts";
import { progressOf } from "#app/domain/code/batch.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Adoption } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { mapAnewIfNeeded } from "./map-store.server.ts";

const BY_PAGES =
  "Shopify could not put the codes into one file, so they are read page by page. That takes longer.";

/** How far the adopting of a store is. When conventions were changed since, it is mapped anew first. */
export async function readAdoption(deps: Deps, actor: Actor): Promise<Outcome<StoreSummary>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma } = deps.database;
  const ofShop = { where: { shopId }, orderBy: { createdAt: "desc" } } as const;
  const newest = await prisma.adoption.findFirst(ofShop);
  const read = await prisma.adoption.findFirst({ ...ofShop, where: { shopId, state: "read" } });
  if (newest && newest.state !== "reading" && read)
    await mapAnewIfNeeded(deps, await shopOf(deps, shopId), newest.mappedBy);
  const rows = await prisma.discountMapping.groupBy({
    by: ["result"],
    where: { shopId },
    _count: true,
  });
  const counts = Object.fromEntries(
    MAPPING_RESULTS.map((result) => [
      result,
      rows.find((row) => row.result === result)?._count ?? 0,
    ]),
  ) as MappingCounts;
  return done({
    reading: newest && summaryOf(newest, deps.now()),
    readAt: read?.finishedAt?.toISOString() ?? null,
    counts,
    campaigns: await prisma.campaign.count({ where: { shopId, discountId: { not: null } } }),
    adopting: read && adoptingOf(read, deps.now()),
  });
}

function summaryOf(row: Adoption, now: Date): ReadingSummary {
  const phase = READING_PHASES.find((known) => known === row.phase) ?? "counting";
  const mark = row.markedAt && { done: row.marked, at: row.markedAt };
  return {
    id: row.id,
    state: READING_STATES.find((known) => known === row.state) ?? "failed",
    phase,
    ...{ discounts: row.discounts, codes: row.codes },
    progress: phaseProgress({ ...row, phase }, mark, now),
    error:
      row.error ?? (row.failures >= MOST_FAILURES && row.state === "reading" ? BY_PAGES : null),
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

function adoptingOf(row: Adoption, now: Date): AdoptingSummary | null {
  const { chosen, adopted, refused, chosenAt } = row;
  if (chosen === 0 || !chosenAt) return null;
  const mark = { done: 0, at: chosenAt };
  return { chosen, adopted, refused, progress: progressOf(adopted + refused, chosen, mark, now) };
}
