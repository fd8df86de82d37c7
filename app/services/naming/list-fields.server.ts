import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { leavesOf } from "#app/domain/naming/automaton.ts";
import type { NamingField } from "#app/domain/naming/summary.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { activeConventions, shopFields } from "./load-convention.server.ts";

/** The fields conventions can be made of: built in or the shop's own, each with the conventions that use it. */
export async function listFields(deps: Deps, actor: Actor): Promise<Outcome<NamingField[]>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma } = deps.database;
  const [fields, conventions] = await Promise.all([
    shopFields(prisma, shopId),
    activeConventions(prisma, shopId),
  ]);
  const builtIn = new Set(BUILT_IN_FIELDS.map(({ id }) => id));
  return done(
    fields.map((field) => ({
      ...field,
      isOwn: !BUILT_IN_FIELDS.includes(field),
      isBuiltIn: builtIn.has(field.id),
      usedBy: conventions
        .filter(({ convention }) =>
          leavesOf(convention.parts).some(
            (part) => part.kind === "field" && part.field.id === field.id,
          ),
        )
        .map(({ id, name }) => ({ id, name })),
    })),
  );
}
