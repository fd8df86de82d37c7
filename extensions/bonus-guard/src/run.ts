// Relative paths, because a package of a workspace does not see the root's "#app/*" and may not
// point its own "imports" outside its folder. What these files import in turn belongs to the root
// package, where "#app/*" is known, to esbuild as well.
import { judge } from "../../../app/domain/policy/evaluate.ts";
import { openGuests } from "../../../app/domain/policy/guests-reader.ts";
import { messageOf, textsIn } from "../../../app/domain/policy/message.ts";
import { openRules } from "../../../app/domain/policy/rules-reader.ts";
import { openStanding } from "../../../app/domain/policy/standing-reader.ts";
import type { CartLinesDiscountsGenerateRunResult, GuardInput } from "../generated/api.ts";
import { readInput } from "./read-input.ts";

/**
 * Refuses the entered codes that their campaign's promise does not hold for, and does nothing
 * else. A function that fails lets every code through, so nothing in the input makes this throw:
 * what is missing or cannot be read is told in the log and refuses nobody.
 */
export function cartLinesDiscountsGenerateRun(
  raw: GuardInput,
): CartLinesDiscountsGenerateRunResult {
  const { buyer, codes, localDate, language, values, guests, standing: written } = readInput(raw);
  const operations: CartLinesDiscountsGenerateRunResult["operations"] = [];
  if (codes.length === 0) return { operations };

  const { rules, problem } = openRules(values);
  if (problem) console.log("guard: rules " + problem);
  if (!rules) return { operations };
  const standing = openStanding(written);
  const unread = typeof standing === "string";
  if (unread && standing !== "missing") console.log("guard: standing " + standing);
  const verdicts = judge({
    rules,
    standing: unread ? null : standing,
    guests: buyer.state === "guest" ? openGuests(guests, buyer) : null,
    buyer,
    codes,
    localDate,
  });

  let texts: string[] | null = null;
  const byMessage: Record<string, { code: string }[]> = {};
  for (let at = 0; at < verdicts.length; at++) {
    const verdict = verdicts[at]!;
    if (verdict.outcome === "accept") continue;
    texts ??= textsIn(rules, language);
    const message = messageOf(verdict, texts, buyer.state === "signed_in");
    const { code } = verdict;
    const together = byMessage[message];
    if (together) together.push({ code });
    else {
      const refused = [{ code }];
      byMessage[message] = refused;
      operations.push({ enteredDiscountCodesReject: { codes: refused, message } });
    }
  }
  return { operations };
}
