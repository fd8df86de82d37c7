import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import {
  FINDING_KINDS,
  type Finding,
  type FindingCounts,
  type FindingKind,
} from "#app/domain/adoption/report/finding.ts";
import { findFindings } from "#app/domain/adoption/report/find-findings.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { csvFile, type CsvFile } from "../csv-stream.server.ts";
import { PAGE_SIZE } from "../page.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { reportContext, reportedDiscounts } from "./reported-discounts.server.ts";

export type StoreReport = { counts: FindingCounts; page: Page<Finding> };

/** What should be put right in a store, of one kind, a page at a time; and how much there is of every kind. */
export async function readStoreReport(
  deps: Deps,
  actor: Actor,
  { kind, cursor }: { kind: FindingKind; cursor: string | null },
): Promise<Outcome<StoreReport>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const found = await findAll(deps, shopId);
  const rows = found[kind];
  const start = /^\d{1,9}$/.test(cursor ?? "") ? Number(cursor) : 0;
  const end = start + PAGE_SIZE;
  return done({
    counts: Object.fromEntries(
      FINDING_KINDS.map((each) => [each, found[each].length]),
    ) as FindingCounts,
    page: {
      rows: rows.slice(start, end),
      total: rows.length,
      next: end < rows.length ? String(end) : null,
      previous: start > 0 ? String(Math.max(0, start - PAGE_SIZE)) : null,
    },
  });
}

const HEADER = ["finding", "discount id", "discount", "campaign", "codes", "reason"];

/** All findings of all kinds, as a file. */
export async function exportStoreReport(deps: Deps, actor: Actor): Promise<Outcome<CsvFile>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const found = await findAll(deps, shopId);
  const day = deps.now().toISOString().slice(0, 10);
  return done(csvFile(`store-report-${day}.csv`, HEADER, pagesOf(found)));
}

async function* pagesOf(found: Record<FindingKind, Finding[]>) {
  for (const kind of FINDING_KINDS) {
    if (found[kind].length === 0) continue;
    yield found[kind].map(({ discount, campaign, codes, reason }) => [
      ...[kind, discount.id, discount.title, campaign?.name ?? "", codes, reason],
    ]);
  }
}

async function findAll(deps: Deps, shopId: number): Promise<Record<FindingKind, Finding[]>> {
  const shop = await shopOf(deps, shopId);
  const discounts = await reportedDiscounts(deps, shop);
  const context = await reportContext(deps, shop);
  return Object.fromEntries(
    FINDING_KINDS.map((kind) => [kind, findFindings(kind, discounts, context)]),
  ) as Record<FindingKind, Finding[]>;
}
