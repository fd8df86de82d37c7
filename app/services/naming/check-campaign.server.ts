import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { Lint } from "#app/domain/naming/lint/lint-name.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { eligibilityOf } from "../campaign/campaign-row.server.ts";
import { offerOf } from "../campaign/offer-columns.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { lookAlikeWarnings } from "./find-look-alikes.server.ts";
import { lintTerms } from "./lint-terms.server.ts";
import { isId } from "./load-convention.server.ts";
import { loadNamed } from "./load-named.server.ts";

/** Where the name of a campaign contradicts what the campaign does now, by the convention it was named by. */
export async function checkCampaign(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ lints: Lint[]; warnings: string[] }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma } = deps.database;
  const row = isId(id) ? await prisma.campaign.findFirst({ where: { shopId, id } }) : null;
  const named = row && (await loadNamed(prisma, row));
  if (!named)
    return refuse({ kind: "not_found", message: "That campaign does not exist in this shop." });
  const { startsAt, endsAt, name } = row;
  const terms = { offer: offerOf(row), startsAt, endsAt, eligibility: eligibilityOf(row) };
  const lints = await lintTerms(deps, await shopOf(deps, shopId), named, terms);
  return done({ lints, warnings: await lookAlikeWarnings(deps, shopId, name, id) });
}
