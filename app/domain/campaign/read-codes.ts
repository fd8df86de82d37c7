import { checkRoom } from "../code/guess-odds.ts";
import { readBound, type FormReader } from "./form-reader.ts";
import type { CodePlan } from "./terms.ts";

/** Codes a campaign may be given at once. Shopify's own bound is 20,000,000 a store, for all time. */
export const MOST_CODES = 1_000_000;

export function readCodes(reader: FormReader): CodePlan | null {
  const { form, report } = reader;
  if (form.codeKind === "public") return { kind: "public" };
  if (form.codeKind === "list") return readList(reader);
  if (form.codeKind !== "unique")
    return report("codeKind", "Choose one public code, unique codes or your own list.");
  const check = form.codeCheck === "on";
  const count = /^\d{1,9}$/.test(form.codeCount.trim()) ? Number(form.codeCount) : 0;
  if (count < 1 || count > MOST_CODES)
    return report("codeCount", `Enter how many codes to make, from 1 to ${MOST_CODES}.`);
  const length = form.codeLength.trim() === "" ? null : Number(form.codeLength);
  const room = length === null ? null : checkRoom({ length, alphabet: "safe", check }, count);
  if (room && !room.ok) return report("codeLength", room.message);
  return { kind: "unique", count, length, check };
}

function readList(reader: FormReader): CodePlan | null {
  const importId = reader.form.importId.trim();
  if (!importId) return reader.report("importId", "Bring your codes: paste them or choose a file.");
  const usesPerCode = readBound(reader, "usesPerCode");
  return usesPerCode === undefined ? null : { kind: "list", importId, usesPerCode };
}
