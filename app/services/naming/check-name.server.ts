import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { emptyCampaignForm } from "#app/domain/campaign/form.ts";
import { readForm } from "#app/domain/campaign/read-form.ts";
import { completeName } from "#app/domain/naming/complete-name.ts";
import { describeDimensions } from "#app/domain/naming/describe-dimensions.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { suggestAcross } from "#app/domain/naming/suggest.ts";
import type { NamedTerms, NameVerdict } from "#app/domain/naming/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { lookAlikeWarnings } from "./find-look-alikes.server.ts";
import { lintTerms } from "./lint-terms.server.ts";
import { activeConventions } from "./load-convention.server.ts";

/** A name says nothing of which items an offer is on, but an offer may need some. */
const SOME_ITEMS = { buysProductIds: "1", productIds: "1" };

type Question = { name: string; conventionId: string; terms?: NamedTerms };

/** What a name means by a convention, or what is wrong with it, while it is being typed. */
export async function checkName(
  deps: Deps,
  actor: Actor,
  { name, conventionId, terms = {} }: Question,
): Promise<Outcome<NameVerdict>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma } = deps.database;
  const active = await activeConventions(prisma, shopId);
  const chosen = active.find(({ id }) => id === conventionId);
  if (!chosen) {
    const message = "That naming convention is no longer active. Choose another.";
    return refuse({ kind: "not_found", message });
  }
  const shop = await shopOf(deps, shopId);
  const zone = zoneOf(shop.timeZone);
  const names = stemOf(chosen.convention).convention;
  const options = completeName(chosen.convention, name, zone.dayOf(deps.now()));
  const read = readName(names, name);
  if (!read.ok) {
    const { message, position } = read.error;
    const others = [chosen, ...active.filter((each) => each !== chosen)];
    const stems = others.map(({ convention }) => stemOf(convention).convention);
    const suggestions = suggestAcross(stems, name).flatMap((found) => {
      const other = others[found.convention];
      return other
        ? [{ name: found.name, conventionId: other.id, conventionName: other.name }]
        : [];
    });
    return done({ ok: false, options, message, position, suggestions });
  }
  const taken = await prisma.campaign.findFirst({ where: { shopId, name: read.name } });
  const looks = await lookAlikeWarnings(deps, shopId, read.name, null);
  // Nor of customers by name; and which segment it is for may be yet to be chosen.
  const audience = terms.audience === "segment" && terms.segmentIds ? "segment" : "all";
  const named = { ...SOME_ITEMS, ...terms, audience, codeKind: "public" };
  const form = readForm(
    { ...emptyCampaignForm("2026-01-01T00:00"), ...named },
    { currency: shop.currency, zone },
  );
  return done({
    ok: true,
    options,
    dimensions: describeDimensions(names, read.dimensions),
    lints: form.ok
      ? await lintTerms(deps, shop, { ...chosen, dimensions: read.dimensions }, form.terms)
      : [],
    warnings: [...(taken ? [`There is already a campaign named ${read.name}.`] : []), ...looks],
  });
}
