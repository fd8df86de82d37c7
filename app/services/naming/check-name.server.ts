import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { describeDimensions } from "#app/domain/naming/describe-dimensions.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { loadConvention } from "./load-convention.server.ts";

export type NameCheck =
  | { ok: true; dimensions: { field: string; label: string; value: string }[]; warnings: string[] }
  | { ok: false; message: string; position: number; suggestions: string[] };

/** What a name means by a convention, or what is wrong with it, while it is being typed. */
export async function checkName(
  deps: Deps,
  actor: Actor,
  question: { name: string; conventionId: string },
): Promise<Outcome<NameCheck>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const loaded = await loadConvention(deps.database.prisma, shopId, question.conventionId);
  if (!loaded)
    return refuse({
      kind: "not_found",
      message: "That naming convention is no longer active. Choose another.",
    });
  const parsed = parseName(loaded.convention, question.name);
  if (!parsed.ok) {
    const { error, suggestions } = parsed;
    return done({ ok: false, message: error.message, position: error.position, suggestions });
  }
  const taken = await deps.database.prisma.campaign.findFirst({
    where: { shopId, name: parsed.name },
    select: { id: true },
  });
  const warnings = taken ? [`There is already a campaign named ${parsed.name}.`] : [];
  return done({
    ok: true,
    dimensions: describeDimensions(loaded.convention, parsed.dimensions),
    warnings,
  });
}
