import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { compileConvention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { inferConventions as infer } from "#app/domain/naming/infer/infer-conventions.ts";
import type { Proposal } from "#app/domain/naming/infer/inference.ts";
import { findSharedCode } from "#app/domain/naming/shared-code.ts";
import type { Learned } from "#app/domain/naming/summary.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { adminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { activeConventions, shopFields, type LoadedConvention } from "./load-convention.server.ts";
import { readStoreCodes } from "./read-store-codes.server.ts";

/** Where to learn from; `pasted` is text with codes between white space, commas or semicolons. */
export type LearnFrom = { store: boolean; bonafide: boolean; pasted: string };

/** More than this teaches nothing new and keeps the server from other work. */
const MOST_CODES = 20_000;

/** Finds the conventions a shop's codes follow already. Reads only. */
export async function inferConventions(
  deps: Deps,
  actor: Actor,
  from: LearnFrom,
): Promise<Outcome<Learned>> {
  const { shopId } = actor;
  if (!can(actor, "convention.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("convention.edit") });
  const pasted = from.pasted.split(/[\s,;]+/, MOST_CODES).filter((code) => code !== "");
  const bonafide = from.bonafide ? await savedCodes(deps, shopId) : [];
  const store = from.store ? await storeCodes(deps, shopId) : [];
  if (store === null) {
    const message =
      "Shopify did not answer, so the store’s codes could not be read. Try again in a minute.";
    return refuse({ kind: "conflict", message });
  }
  const codes = [...pasted, ...store, ...bonafide].slice(0, MOST_CODES);
  if (codes.length === 0) {
    const message = "There are no codes to learn from yet. Paste some, one on each line.";
    return invalid({ field: "pasted", message });
  }
  const fields = await shopFields(deps.database.prisma, shopId);
  const active = await activeConventions(deps.database.prisma, shopId);
  const { proposals, ...rest } = infer(codes, { fields });
  return done({
    ...rest,
    proposals: proposals.map((proposal) => ({
      ...proposal,
      isKnown:
        proposal.fields.length === 0 &&
        active.some(({ convention }) => convention.text === proposal.pattern),
      clashes: clashesOf(proposal, fields, active),
    })),
    read: { store: store.length, bonafide: bonafide.length, pasted: pasted.length },
  });
}

/** Null when Shopify cannot be asked now. */
async function storeCodes(deps: Deps, shopId: number): Promise<string[] | null> {
  try {
    return await readStoreCodes(deps, shopId);
  } catch (error) {
    const { kind } = adminApiError(error);
    if (kind === "throttled" || kind === "unavailable") return null;
    throw error;
  }
}

/** Public codes and those of lists: the ones somebody thought of, newest first. */
async function savedCodes(deps: Deps, shopId: number): Promise<string[]> {
  const { rows } = await deps.database.pool.query<{ code: string }>(SAVED, [shopId, MOST_CODES]);
  return rows.map(({ code }) => code);
}

const SAVED = `
  SELECT k.code FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  WHERE k.shop_id = $1 AND c.code_kind IN ('public', 'list')
  ORDER BY k.id DESC LIMIT $2`;

/** The active conventions that have codes in common with a proposal, itself saved before among them. */
function clashesOf(
  { pattern, fields }: Proposal,
  known: readonly Field[],
  active: readonly LoadedConvention[],
): { id: string; name: string }[] {
  const compiled = compileConvention(pattern, [...known, ...fields]);
  if (!compiled.ok) return [];
  return active
    .filter(({ convention }) => findSharedCode(compiled.convention, convention) !== null)
    .map(({ id, name }) => ({ id, name }));
}
