import type { Actor } from "#app/domain/access/actor.ts";
import type { Role } from "#app/domain/access/role.ts";
import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import type { Outcome } from "#app/domain/shared/outcome.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { createCampaign } from "#app/services/campaign/create-campaign.server.ts";
import { ensureShop } from "#app/services/shop/ensure-shop.server.ts";
import type { TestDeps } from "./test-deps.ts";

export type TestShop = {
  shop: Shop;
  conventionId: string;
  /** A member of staff with this role. */
  as(role: Role): Actor;
};

export const PATTERN = "{season}{yy}_{offer}[_{channel}]";

/** A shop that installed the app: in Berlin, with euros and one naming convention. */
export async function addShop(
  deps: TestDeps,
  domain: string,
  change: Partial<Omit<Shop, "guardWritten" | "guardHeld">> = {},
): Promise<TestShop> {
  const { prisma } = deps.database;
  const { id } = await ensureShop(deps, domain);
  const shop = await prisma.shop.update({
    where: { id },
    data: {
      timeZone: "Europe/Berlin",
      currency: "EUR",
      installedAt: deps.now(),
      ...change,
      guardWritten: {},
    },
  });
  const conventionId = deps.newId();
  await prisma.convention.create({
    data: {
      shopId: id,
      id: conventionId,
      version: 1,
      name: "Seasonal offer",
      pattern: PATTERN,
      active: true,
      createdAt: deps.now(),
    },
  });
  return {
    shop,
    conventionId,
    as: (role) => ({ kind: "staff", shopId: id, id: "501", name: `Ada the ${role}`, role }),
  };
}

export function formFor(
  { conventionId }: TestShop,
  change: Partial<CampaignForm> = {},
): CampaignForm {
  return {
    ...emptyCampaignForm("2026-01-01T00:00"),
    conventionId,
    name: "SUMMER26_10OFF",
    ...change,
  };
}

/** @returns the campaign's id. */
export async function addCampaign(
  deps: TestDeps,
  at: TestShop,
  change: Partial<CampaignForm> = {},
): Promise<string> {
  return valueOf(await createCampaign(deps, at.as("editor"), formFor(at, change))).id;
}

/** What a service answered; fails the test when it refused. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** Why a service refused, as short as a test can compare it: the kind, and the fields that are wrong. */
export function refusalOf(outcome: Outcome<unknown>): string {
  if (outcome.ok) return "not refused";
  const { refusal } = outcome;
  return refusal.kind === "invalid"
    ? refusal.problems.map(({ field }) => field).join(" ")
    : refusal.kind;
}
