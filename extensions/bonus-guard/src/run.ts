// Relative paths, because a package of a workspace does not see the root's "#app/*" and may not
// point its own "imports" outside its folder. What these files import in turn belongs to the root
// package, where "#app/*" is known, to esbuild as well.
import { judge } from "../../../app/domain/policy/evaluate.ts";
import { openGuests } from "../../../app/domain/policy/guests-reader.ts";
import { messageOf } from "../../../app/domain/policy/message.ts";
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
  const input = readInput(raw);
  if (input.codes.length === 0) return { operations: [] };

  const rules = openRules(input.rules);
  if (typeof rules === "string") {
    console.log("guard: rules " + rules);
    return { operations: [] };
  }
  if (rules.problem) console.log("guard: more rules " + rules.problem);
  const standing = openStanding(input.standing);
  const unread = typeof standing === "string";
  if (unread && standing !== "missing") console.log("guard: standing " + standing);

  const { buyer, language } = input;
  const verdicts = judge({
    rules: rules.book,
    standing: unread ? null : standing,
    guests: buyer.state === "guest" ? openGuests(input.guests, buyer) : null,
    buyer,
    codes: input.codes,
    localDate: input.localDate,
  });

  const codesByMessage = new Map<string, { code: string }[]>();
  for (const verdict of verdicts) {
    if (verdict.outcome === "accept") continue;
    const message = messageOf(verdict, {
      parts: rules.parts,
      language,
      signedIn: buyer.state === "signed_in",
    });
    const codes = codesByMessage.get(message);
    if (codes) codes.push({ code: verdict.code });
    else codesByMessage.set(message, [{ code: verdict.code }]);
  }
  const operations = [];
  for (const [message, codes] of codesByMessage) {
    operations.push({ enteredDiscountCodesReject: { codes, message } });
  }
  return { operations };
}
