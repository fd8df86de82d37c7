import { z } from "zod";

import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { fieldSchema } from "#app/domain/naming/field.schema.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { planFieldChanges, storeFieldChanges } from "./change-fields.server.ts";
import { addVersion, latestVersion, lockConventions } from "./convention-versions.server.ts";
import { checkConvention } from "./save-convention.server.ts";

/** As posted: `fields` are the proposal's new fields as JSON once were; `replaces` is the id of a convention, or "". */
export type AdoptForm = { name: string; pattern: string; fields: unknown; replaces: string };

const MOST_FIELDS = 20;
const newFields = z.array(fieldSchema).max(MOST_FIELDS);

/** Takes a convention that was found in the shop's codes into use, with the fields it needs: all of it or nothing. */
export async function adoptConvention(
  deps: Deps,
  actor: Actor,
  form: AdoptForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "convention.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("convention.edit") });
  const put = newFields.safeParse(form.fields);
  if (!put.success) {
    const message = "The fields of this proposal could not be read. Learn from the codes again.";
    return invalid({ field: "fields", message });
  }
  return deps.database.prisma.$transaction(async (tx) => {
    await lockConventions(tx, shopId);
    const replaced = form.replaces === "" ? null : await latestVersion(tx, shopId, form.replaces);
    if (form.replaces !== "" && !replaced) {
      const message = "The naming convention to be replaced does not exist.";
      return refuse({ kind: "not_found", message });
    }
    const changes = { put: put.data, remove: [] };
    const plan = await planFieldChanges(tx, shopId, changes, replaced?.id);
    if (!plan.ok) return invalid({ field: "fields", message: plan.message });
    const checked = checkConvention(form, plan.fields, plan.conventions);
    if (!checked.ok) return checked;
    await storeFieldChanges(deps, tx, actor, changes, plan);
    for (const { id, label } of put.data) {
      const subject = { kind: "field", id, name: `{${id}}` } as const;
      await recordAudit(tx, actor, deps.now(), "field.saved", subject, { after: { label } });
    }
    return done({ id: await addVersion(deps, tx, actor, replaced, checked.value) });
  });
}
