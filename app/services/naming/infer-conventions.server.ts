import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { compileConvention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import type { Proposal } from "#app/domain/naming/infer/inference.ts";
import { MOST_LEARNED, shareOut, spread } from "#app/domain/naming/infer/sample.ts";
import { findSharedCode } from "#app/domain/naming/shared-code.ts";
import type { Learned } from "#app/domain/naming/summary.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { adminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { inferApart } from "./infer-apart.server.ts";
import { activeConventions, shopFields, type LoadedConvention } from "./load-convention.server.ts";
import { readStoreCodes } from "./read-store-codes.server.ts";
import { readSavedCodes, type CodesRead } from "./saved-codes.server.ts";

/** Where to learn from; `pasted` is text with codes between white space, commas or semicolons. */
export type LearnFrom = { store: boolean; bonafide: boolean; pasted: string };

const NONE: CodesRead = { codes: [], of: 0 };

/** Finds the conventions a shop's codes follow already. Reads only. */
export async function inferConventions(
  deps: Deps,
  actor: Actor,
  from: LearnFrom,
): Promise<Outcome<Learned>> {
  const { shopId } = actor;
  if (!can(actor, "convention.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("convention.edit") });
  const pasted = from.pasted.split(/[\s,;]+/).filter((code) => code !== "");
  const saved = from.bonafide ? await readSavedCodes(deps, shopId, MOST_LEARNED) : NONE;
  const store = from.store ? await storeCodes(deps, shopId) : NONE;
  if (store === null) {
    const message =
      "Shopify did not answer, so the store’s codes could not be read. Try again in a minute.";
    return refuse({ kind: "conflict", message });
  }
  const sources = [{ codes: pasted, of: pasted.length }, store, saved];
  const shares = shareOut(
    sources.map(({ codes }) => codes.length),
    MOST_LEARNED,
  );
  const codes = sources.flatMap((source, i) => spread(source.codes, shares[i] ?? 0));
  if (codes.length === 0) {
    const message = "There are no codes to learn from yet. Paste some, one on each line.";
    return invalid({ field: "pasted", message });
  }
  const fields = await shopFields(deps.database.prisma, shopId);
  const active = await activeConventions(deps.database.prisma, shopId);
  const { proposals, ...rest } = await inferApart(codes, fields);
  return done({
    ...rest,
    proposals: proposals.map((proposal) => ({
      ...proposal,
      isKnown:
        proposal.fields.length === 0 &&
        active.some(({ convention }) => convention.text === proposal.pattern),
      clashes: clashesOf(proposal, fields, active),
    })),
    read: {
      pasted: { read: shares[0] ?? 0, of: pasted.length },
      store: { read: shares[1] ?? 0, of: store.of },
      bonafide: { read: shares[2] ?? 0, of: saved.of },
    },
  });
}

/** Null when Shopify cannot be asked now. */
async function storeCodes(deps: Deps, shopId: number): Promise<CodesRead | null> {
  try {
    return await readStoreCodes(deps, shopId);
  } catch (error) {
    const { kind } = adminApiError(error);
    if (kind === "throttled" || kind === "unavailable") return null;
    throw error;
  }
}

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
