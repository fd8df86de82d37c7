import { isDeepStrictEqual } from "node:util";

import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { compileConvention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { done, invalid, refuse, type Outcome, type Problem } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import {
  addVersion,
  clashOf,
  json,
  latestVersion,
  lockConventions,
  ownFieldsOf,
  type ConventionText,
} from "./convention-versions.server.ts";
import { activeConventions, shopFields, type LoadedConvention } from "./load-convention.server.ts";

const LONGEST_NAME = 60;
const LONGEST_PATTERN = 500;

export type ConventionForm = { id?: string; name: string; pattern: string };

/** Adds a naming convention, or a new version of one. Campaigns keep the version they were named by. */
export async function saveConvention(
  deps: Deps,
  actor: Actor,
  form: ConventionForm,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "convention.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("convention.edit") });
  return deps.database.prisma.$transaction(async (tx) => {
    await lockConventions(tx, shopId);
    const latest = form.id === undefined ? null : await latestVersion(tx, shopId, form.id);
    if (form.id !== undefined && !latest) {
      return refuse({ kind: "not_found", message: "That naming convention does not exist." });
    }
    const others = (await activeConventions(tx, shopId)).filter(({ id }) => id !== latest?.id);
    const checked = checkConvention(form, await shopFields(tx, shopId), others);
    if (!checked.ok) return checked;
    const { name, pattern, fields } = checked.value;
    const isSame =
      latest?.active === true &&
      isDeepStrictEqual(
        [latest.name, latest.pattern, latest.fields],
        [name, pattern, json(fields)],
      );
    return done({
      id: isSame ? latest.id : await addVersion(deps, tx, actor, latest, checked.value),
    });
  });
}

/** What is to be saved of a form, or everything that is wrong with it beside these fields and other conventions. */
export function checkConvention(
  form: ConventionForm,
  fields: readonly Field[],
  others: readonly LoadedConvention[],
): Outcome<ConventionText> {
  const name = form.name.trim();
  const pattern = form.pattern.trim();
  const problems = lengthProblems(name, pattern);
  const compiled = compileConvention(pattern, fields);
  if (!compiled.ok && pattern.length <= LONGEST_PATTERN) {
    problems.push(...compiled.errors.map(({ message }) => ({ field: "pattern", message })));
  }
  if (problems.length > 0 || !compiled.ok) return invalid(...problems);
  const clash = clashOf(compiled.convention, others);
  if (clash) return invalid({ field: "pattern", message: clash });
  return done({ name, pattern, fields: ownFieldsOf(compiled.convention, fields) });
}

function lengthProblems(name: string, pattern: string): Problem[] {
  const problems: Problem[] = [];
  if (!name) {
    const message = "Give the convention a name, such as “Seasonal offer”.";
    problems.push({ field: "name", message });
  }
  if (name.length > LONGEST_NAME) {
    problems.push({ field: "name", message: `Use at most ${LONGEST_NAME} characters.` });
  }
  if (pattern.length > LONGEST_PATTERN) {
    problems.push({ field: "pattern", message: `Use at most ${LONGEST_PATTERN} characters.` });
  }
  return problems;
}
