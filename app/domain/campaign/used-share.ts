import type { UsedShare } from "./summary.ts";

/**
 * The share of what could be used that was: of codes that work once, the codes made; of a public code with a cap, the cap.
 * Null when there is no base, because a share of nothing says nothing.
 */
export function usedShare(campaign: {
  codeKind: string;
  codeCount: number;
  usesPerCode: number | null;
  totalCap: number | null;
  uses: number;
}): UsedShare | null {
  const { codeKind, codeCount, usesPerCode, totalCap, uses } = campaign;
  if (codeKind === "unique") return { used: uses, base: codeCount, of: "codes made" };
  if (codeKind === "list") {
    return usesPerCode === 1 ? { used: uses, base: codeCount, of: "codes made" } : null;
  }
  return totalCap === null ? null : { used: uses, base: totalCap, of: "total cap" };
}
