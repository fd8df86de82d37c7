import { createHmac } from "node:crypto";

import type { UniqueAlphabet } from "#app/domain/code/alphabet.ts";
import type { UniqueCodeSpace } from "#app/domain/code/code-space.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";

/** The columns that say how the unique codes of a campaign look. */
type CodeColumns = Pick<
  Campaign,
  "codePrefix" | "codeLength" | "codeAlphabet" | "codeCheck" | "number"
>;

/** All codes a campaign of unique codes can ever have. Its key is its own, so one campaign tells nothing of another. */
export function codeSpaceOf(shop: Pick<Shop, "codeKey">, campaign: CodeColumns): UniqueCodeSpace {
  const { codePrefix, codeLength, codeCheck, number } = campaign;
  if (codePrefix === null || codeLength === null)
    throw new Error("This campaign has no unique codes.");
  const key = createHmac("sha256", shop.codeKey).update(`batch:${number}`).digest().subarray(0, 16);
  return {
    key,
    prefix: codePrefix,
    length: codeLength,
    alphabet: alphabetOf(campaign),
    check: codeCheck,
  };
}

export function alphabetOf({ codeAlphabet }: Pick<Campaign, "codeAlphabet">): UniqueAlphabet {
  return codeAlphabet === "digits" || codeAlphabet === "letters" || codeAlphabet === "any"
    ? codeAlphabet
    : "safe";
}
