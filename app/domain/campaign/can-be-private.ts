import type { CampaignForm } from "./form.ts";

type Asked = Pick<CampaignForm, "audience" | "issuedOnly" | "codeKind" | "usesPerCode">;

/**
 * Whether a campaign can be private, as its form is filled in: anybody may use it, and each of its codes more than once. A
 * code that is used up by one use is never used by way of coupon sites again and again, so its alarm could not ring.
 */
export function canBePrivate({ audience, issuedOnly, codeKind, usesPerCode }: Asked): boolean {
  const isForAll = (audience === "all" || audience === "") && issuedOnly !== "on";
  const isUsedOften = codeKind === "public" || (codeKind === "list" && Number(usesPerCode) !== 1);
  return isForAll && isUsedOften;
}
