import { isDeepStrictEqual } from "node:util";

import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { checkField } from "#app/domain/naming/check-field.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { fieldSchema } from "#app/domain/naming/field.schema.ts";
import { done, invalid, refuse, type Outcome, type Problem } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { planFieldChanges, storeFieldChanges } from "./change-fields.server.ts";
import { json, lockConventions } from "./convention-versions.server.ts";
import { shopFields } from "./load-convention.server.ts";

/** As posted: `type` is a `FieldType` as JSON once was. */
export type FieldForm = { id: string; label: string; type: unknown; isNew: boolean };

/**
 * Adds a field of the shop's own, changes it, or puts its own values in the place of a built-in one's. Every active
 * convention that uses it gets a new version; the change is refused if one of them could not take it.
 */
export async function saveField(
  deps: Deps,
  actor: Actor,
  form: FieldForm,
): Promise<Outcome<{ id: string; conventions: number }>> {
  const { shopId } = actor;
  if (!can(actor, "convention.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("convention.edit") });
  const gone = refuse({
    kind: "not_found",
    message: "That field does not exist, or not any more.",
  });
  if (!form.isNew && !fieldSchema.shape.id.safeParse(form.id).success) return gone;
  const read = readField(form);
  if (!read.ok) return read;
  const field = read.value;
  return deps.database.prisma.$transaction(async (tx) => {
    await lockConventions(tx, shopId);
    const known = (await shopFields(tx, shopId)).find(({ id }) => id === field.id);
    if (form.isNew && known) {
      const message = `There is a field {${field.id}} already. Choose another id, or change that one.`;
      return invalid({ field: "id", message });
    }
    if (!form.isNew && !known) return gone;
    if (known && isDeepStrictEqual(json(known), json(field)))
      return done({ id: field.id, conventions: 0 });
    const changes = { put: [field], remove: [] };
    const plan = await planFieldChanges(tx, shopId, changes);
    if (!plan.ok) return invalid({ field: "type", message: plan.message });
    await storeFieldChanges(deps, tx, actor, changes, plan);
    const subject = { kind: "field", id: field.id, name: `{${field.id}}` } as const;
    await recordAudit(tx, actor, deps.now(), "field.saved", subject, {
      ...(known ? { before: inShort(known) } : {}),
      after: inShort(field),
    });
    return done({ id: field.id, conventions: plan.renewed.length });
  });
}

function readField({ id, label, type }: FieldForm): Outcome<Field> {
  const read = fieldSchema.safeParse({ id: id.trim(), label: label.trim(), type });
  if (!read.success) return invalid(...problemsOf(read.error.issues));
  const message = checkField(read.data);
  return message ? invalid({ field: "type", message }) : done(read.data);
}

/** The first problem of each input, in words: the schema itself knows shapes only. */
function problemsOf(issues: readonly { path: PropertyKey[] }[]): Problem[] {
  const problems = new Map<string, string>();
  for (const { path } of issues) {
    const field = path[0] === "id" || path[0] === "label" ? path[0] : "type";
    if (!problems.has(field)) problems.set(field, messageOf(path));
  }
  return [...problems].map(([field, message]) => ({ field, message }));
}

function messageOf([field, part, at, piece]: PropertyKey[]): string {
  if (field === "id")
    return "Use up to 20 small letters and digits, beginning with a letter, such as partner.";
  if (field === "label") return "Give the field a name of at most 40 characters.";
  if (part === "min" || part === "max") return "Enter whole numbers for both ends of the range.";
  if (part !== "values") return "Choose what may stand in the field.";
  if (typeof at !== "number") return "A list can have at most 2,000 values.";
  if (piece === "label") return `Value ${at + 1} needs a label of at most 40 characters.`;
  if (piece === "synonyms")
    return `Value ${at + 1} can have at most 20 synonyms of at most 64 characters each.`;
  return `Value ${at + 1} needs 1 to 64 characters.`;
}

/** Two thousand values are not for the activity log; how many, and which, are. */
function inShort({ label, type }: Field): Record<string, unknown> {
  if (type.kind !== "list") return { label, ...type };
  const values = type.values.map(({ value }) => value);
  return { label, kind: type.kind, count: values.length, values: values.slice(0, 50).join(", ") };
}
