import { CODES_A_CALL } from "#app/domain/discount/estimate.ts";
import { isOutdated, type Difference } from "#app/domain/discount/merge.ts";
import { planSync, type Operation } from "#app/domain/discount/plan.ts";
import type { DiscountTerms, TermsField } from "#app/domain/discount/terms.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { publishGuard } from "../guard/publish-guard.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { adoptColumns } from "./adopt-terms.server.ts";
import { agree, agreedOf } from "./agree.server.ts";
import { beginDiscount } from "./begin-discount.server.ts";
import { checkCount } from "./check-count.server.ts";
import type { SyncedCampaign } from "./desired-terms.server.ts";
import { DELETED, noteDeletedDiscount } from "./note-deleted-discount.server.ts";
import { nameSegment } from "./name-segment.server.ts";
import { noteAdopted, noteConflict, noteSettled } from "./note-drift.server.ts";
import { changeDiscount, stopDiscount } from "./put-discount.server.ts";
import { readActual, type ActualDiscount } from "./read-discount.server.ts";
import { standpointOf } from "./standpoint.server.ts";
import { submitCodes } from "./submit-codes.server.ts";
import { removeCodes } from "./remove-codes.server.ts";
import { SyncFailure } from "./sync-failure.server.ts";
import { noteOperations, type Run } from "./sync-run.server.ts";

/** Rounds of reading and doing; each later one begins with something the one before found out. */
const MOST_ROUNDS = 4;

/** Reads, plans, carries out, reads back, until nothing is left to do. @returns what was done. */
export async function bringTogether(
  deps: Deps,
  campaign: SyncedCampaign,
  run: Run,
): Promise<Operation[]> {
  const { domain } = await shopOf(deps, campaign.shopId);
  const { meter } = run;
  const api = deps.adminApi(domain, { meter });
  const apis: Apis = { api, batchApi: deps.adminApi(domain, { meter, lane: "batch" }) };
  const done: Operation[] = [];
  let now = campaign;
  await nameSegment(deps, campaign);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const actual = now.discountId ? await readActual(deps, api, now, now.discountId) : null;
    if (now.discountId && !actual) throw await gone(deps, now);
    const standpoint = await standpointOf(deps, now, actual?.terms ?? null);
    const isAdoptable = (each: Difference) => adoptColumns(now, each) !== null;
    const operations = planSync(standpoint, isAdoptable, actual?.at ?? deps.now());
    done.push(...operations.filter(({ kind }) => round === 0 || kind !== "publish_guard"));
    await noteOperations(deps, run, done);
    if (actual && !operations.some(({ kind }) => kind === "decide")) await noteSettled(deps, now);
    const isOver = await carryOut(deps, apis, now, standpoint.ours, actual, operations);
    if (isOver) break;
    const { shopId, id } = campaign;
    const row = await deps.database.prisma.campaign.findUniqueOrThrow({
      where: { shopId_id: { shopId, id } },
    });
    // Whoever changed it meanwhile has queued a sync of its own.
    if (row.revision !== campaign.revision) break;
    now = { ...row, freed: campaign.freed };
    await nameSegment(deps, now);
  }
  return done;
}

async function gone(deps: Deps, campaign: SyncedCampaign): Promise<SyncFailure> {
  const { shopId, discountId } = campaign;
  await deps.database.prisma.$transaction((tx) =>
    noteDeletedDiscount(deps, tx, shopId, discountId ?? ""),
  );
  return new SyncFailure(DELETED);
}

/** People wait for a discount; nobody waits for the last of a hundred thousand codes. */
type Apis = { api: AdminApi; batchApi: AdminApi };

/** @returns whether all is done; else what was found out must be looked at first. */
async function carryOut(
  deps: Deps,
  { api, batchApi }: Apis,
  campaign: SyncedCampaign,
  ours: DiscountTerms,
  actual: ActualDiscount | null,
  operations: readonly Operation[],
): Promise<boolean> {
  let discountId = campaign.discountId;
  let undecided: readonly Difference[] = [];
  const written = new Set<TermsField>();
  const before = actual?.terms ?? null;
  const agreed = agreedOf(campaign);
  let isChanged = !agreed || (actual !== null && isOutdated(ours, agreed, actual.terms, actual.at));
  for (const operation of operations) {
    switch (operation.kind) {
      case "publish_guard":
        await publishGuard(deps, { shopId: campaign.shopId });
        break;
      case "create_discount": {
        const made = await beginDiscount(deps, api, campaign, ours);
        if (!made.isNew) return false;
        ({ discountId } = made);
        isChanged = true;
        break;
      }
      case "adopt":
        await noteAdopted(deps, campaign, operation.fields);
        return false;
      case "decide":
        await noteConflict(deps, campaign, operation.fields);
        undecided = operation.fields;
        break;
      case "change_discount": {
        const fields = new Set<TermsField>(operation.fields.map(({ field }) => field));
        const { currency } = campaign;
        const write = { ours, theirs: before, fields, currency, tags: null };
        if (discountId) await changeDiscount(api, discountId, write);
        for (const field of fields) written.add(field);
        isChanged = true;
        break;
      }
      case "stop_discount":
        if (discountId) await stopDiscount(api, discountId);
        written.add("startsAt").add("endsAt");
        isChanged = true;
        break;
      case "add_codes":
        // What was agreed is written first: a batch of codes may take an hour.
        if (discountId && isChanged)
          await agree(deps, api, campaign, discountId, { written, before, undecided });
        isChanged = false;
        if (discountId) {
          await submitCodes(deps, batchApi, { ...campaign, discountId }, discountId);
          await checkCount(deps, batchApi, campaign, discountId);
        }
        break;
      case "remove_codes":
        // Somebody may be waiting for one leaked code to stop; not for thousands.
        if (discountId)
          await removeCodes(
            deps,
            operation.count > CODES_A_CALL ? batchApi : api,
            campaign,
            discountId,
          );
        break;
    }
  }
  if (discountId && isChanged)
    await agree(deps, api, campaign, discountId, { written, before, undecided });
  return true;
}
