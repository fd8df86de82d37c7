import { codeKey } from "#app/domain/code/code-key.ts";

/**
 * The simple way: codes with the same sequence of letters, digits and other characters belong
 * together, and the most frequent sequences are the answer. Answers what share of the distinct
 * codes the best `most` explain; one below 0.5 % explains nothing.
 */
export function explainByMask(codes: readonly string[], most: number): number {
  const distinct = new Set(codes.map(codeKey));
  const counts = new Map<string, number>();
  for (const code of distinct) {
    const mask = code.replaceAll(/[A-Z]/g, "A").replaceAll(/[0-9]/g, "9");
    counts.set(mask, (counts.get(mask) ?? 0) + 1);
  }
  const best = [...counts.values()]
    .filter((count) => count >= 0.005 * distinct.size)
    .sort((a, b) => b - a)
    .slice(0, most);
  return best.reduce((sum, count) => sum + count, 0) / distinct.size;
}
