import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { exampleName } from "#app/domain/naming/example.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { compiled } from "./load-convention.server.ts";

export type ConventionSummary = {
  id: string;
  version: number;
  name: string;
  pattern: string;
  /** A name that fits. */
  example: string;
  /** The fields in the order they stand, with the values of the ones that are lists. */
  fields: { name: string; label: string; values?: string[] }[];
};

/** The active naming conventions of a shop, oldest first. */
export async function listConventions(
  deps: Deps,
  actor: Actor,
): Promise<Outcome<ConventionSummary[]>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const rows = await deps.database.prisma.convention.findMany({
    where: { shopId, active: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return done(
    rows.map((row) => {
      const convention = compiled(row.pattern);
      const fields = [...convention.fields.values()]
        .filter((field) => row.pattern.includes(`{${field.id}}`))
        .sort((a, b) => row.pattern.indexOf(`{${a.id}}`) - row.pattern.indexOf(`{${b.id}}`))
        .map(({ id, label, type }) => ({
          name: id,
          label,
          ...(type.kind === "list" ? { values: type.values.map(({ value }) => value) } : {}),
        }));
      const { id, version, name, pattern } = row;
      return { id, version, name, pattern, example: exampleName(convention), fields };
    }),
  );
}
