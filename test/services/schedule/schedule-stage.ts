import { beforeEach } from "vitest";

import { CHANGE_FIELDS, type ChangeForm } from "#app/domain/schedule/read-change.ts";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { cancelChange } from "#app/services/schedule/cancel-change.server.ts";
import { listChanges } from "#app/services/schedule/list-changes.server.ts";
import { previewChange } from "#app/services/schedule/preview-change.server.ts";
import { scheduleChange } from "#app/services/schedule/schedule-change.server.ts";
import { undoChange } from "#app/services/schedule/undo-change.server.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

/** Of all stages of a file, which share its database. */
let shops = 0;

export function changeForm(change: Partial<ChangeForm>): ChangeForm {
  const empty = Object.fromEntries(CHANGE_FIELDS.map((field) => [field, ""])) as ChangeForm;
  return { ...empty, ...change };
}

/** A shop in Berlin with one campaign that Shopify knows, before each test. */
export function scheduleStage(deps: TestDeps, form: Partial<CampaignForm> = {}) {
  const { prisma } = deps.database;
  const start = deps.clock.now;
  let at: TestShop;
  let id: string;
  beforeEach(async () => {
    deps.clock.now = start;
    at = await addShop(deps, `schedule-${(shops += 1)}.myshopify.com`);
    id = await addCampaign(deps, at, form);
    await inShopify();
    await deps.takeJobs();
  });
  /** As if all that waits had been brought to Shopify. */
  const inShopify = async () => {
    const where = { shopId: at.shop.id, campaignId: id };
    await prisma.campaign.updateMany({
      where: { shopId: at.shop.id, id },
      data: { syncState: "synced", discountId: `gid://shopify/DiscountCodeNode/${shops}` },
    });
    await prisma.code.updateMany({
      where: { ...where, state: "pending" },
      data: { state: "live" },
    });
    await prisma.code.updateMany({
      where: { ...where, state: "retiring" },
      data: { state: "retired", assignedUntil: deps.now() },
    });
    await prisma.code.updateMany({
      where: { ...where, state: "pausing" },
      data: { state: "paused" },
    });
    await prisma.codeBatch.updateMany({ where, data: { live: 3 } });
  };
  const of = (changeId: string) => ({ campaignId: id, changeId });
  return {
    inShopify,
    get at() {
      return at;
    },
    get id() {
      return id;
    },
    schedule: (change: Partial<ChangeForm>, actor = at.as("editor")) =>
      scheduleChange(deps, actor, id, changeForm(change)),
    scheduled: async (change: Partial<ChangeForm>) =>
      valueOf(await scheduleChange(deps, at.as("editor"), id, changeForm(change))).id,
    preview: (change: Partial<ChangeForm>, actor = at.as("editor")) =>
      previewChange(deps, actor, id, changeForm(change)),
    cancel: (changeId: string, actor = at.as("editor")) => cancelChange(deps, actor, of(changeId)),
    undo: (changeId: string, actor = at.as("editor")) => undoChange(deps, actor, of(changeId)),
    list: async () => valueOf(await listChanges(deps, at.as("viewer"), id)).changes,
    row: () => prisma.campaign.findFirstOrThrow({ where: { shopId: at.shop.id, id } }),
    codes: async () =>
      (
        await prisma.code.findMany({
          where: { shopId: at.shop.id, campaignId: id },
          orderBy: { id: "asc" },
        })
      ).map((code) => ({ ...code, id: String(code.id) })),
    states: async () =>
      (await prisma.scheduledChange.findMany({ where: { shopId: at.shop.id } }))
        .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
        .map(({ action, state }) => `${action} ${state}`),
    audit: async () =>
      (
        await prisma.auditEvent.findMany({
          where: { shopId: at.shop.id },
          orderBy: { id: "asc" },
        })
      )
        .slice(1)
        .map(({ action, actorName }) => `${action} by ${actorName}`),
  };
}
