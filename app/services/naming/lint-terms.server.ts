import type { CampaignTerms } from "#app/domain/campaign/terms.ts";
import type { Convention } from "#app/domain/naming/convention.ts";
import type { Dimensions } from "#app/domain/naming/dimensions.ts";
import { lintName, type Lint } from "#app/domain/naming/lint/lint-name.ts";
import { isRegion } from "#app/domain/naming/lint/region-field.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { adminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import { readSegmentQuery } from "#app/infra/admin-api/documents/customers.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { lintSeverities } from "./lint-settings.server.ts";

export type LintedTerms = Pick<CampaignTerms, "offer" | "startsAt" | "endsAt" | "eligibility">;

/** Where a campaign's name contradicts its terms, as much as the shop minds. One of severity “error” refuses it. */
export async function lintTerms(
  deps: Deps,
  shop: Shop,
  { convention, dimensions }: { convention: Convention; dimensions: Dimensions },
  { offer, startsAt, endsAt, eligibility }: LintedTerms,
): Promise<Lint[]> {
  const names = stemOf(convention).convention;
  // Of several segments, being in any is enough: none of them says where all shoppers are.
  const [segmentId = null, ...others] = eligibility.any;
  const severities = await lintSeverities(deps.database.prisma, shop.id);
  const segmentQuery =
    segmentId !== null &&
    others.length === 0 &&
    !segmentId.startsWith("#") &&
    saysRegion(names, dimensions) &&
    severities.region !== "off"
      ? await segmentQueryOf(deps, shop, segmentId)
      : null;
  const { currency } = shop;
  const timeZone = zoneOf(shop.timeZone);
  return lintName(
    names,
    dimensions,
    { offer, startsAt, endsAt, timeZone, currency, segmentQuery },
    severities,
  );
}

const saysRegion = (names: Convention, dimensions: Dimensions): boolean =>
  [...names.fields.values()].some((field) => isRegion(field) && dimensions[field.id] !== undefined);

/** Null also when Shopify cannot be asked now: a check of words does not hold up a campaign. */
async function segmentQueryOf(deps: Deps, shop: Shop, id: string): Promise<string | null> {
  try {
    const { segment } = await deps
      .adminApi(shop.domain)
      .run(readSegmentQuery, { id: gidOf("Segment", id) });
    return segment?.query ?? null;
  } catch (error) {
    const { kind } = adminApiError(error);
    if (kind === "throttled" || kind === "unavailable") return null;
    throw error;
  }
}
