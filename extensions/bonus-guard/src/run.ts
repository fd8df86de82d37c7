// Relative paths, because a package of a workspace does not see the root's "#app/*" and may not
// point its own "imports" outside its folder. What these files import in turn belongs to the root
// package, where "#app/*" is known, to esbuild as well.
import { judgeCodes } from "../../../app/domain/policy/evaluate.ts";
import { openGuests } from "../../../app/domain/policy/guests-reader.ts";
import { messageOf } from "../../../app/domain/policy/message.ts";
import type { EnteredCode } from "../../../app/domain/policy/question.ts";
import { wireProblem } from "../../../app/domain/policy/wire-text.ts";
import type { CartLinesDiscountsGenerateRunResult, GuardInput } from "../generated/api.ts";
import type { UnsureInput } from "./unsure-input.ts";

/** More than Shopify takes. */
const CODES_MOST = 20;

/**
 * Refuses the entered codes that their campaign's promise does not hold for, and does nothing
 * else. A function that fails lets every code through, so nothing in the input makes this throw:
 * what is missing or cannot be read is told in the log and refuses nobody.
 */
export function run(raw: GuardInput): CartLinesDiscountsGenerateRunResult {
  const input = raw as unknown as UnsureInput;
  const operations: CartLinesDiscountsGenerateRunResult["operations"] = [];
  const codes: EnteredCode[] = [];
  const entered = input?.c;
  for (let at = 0; entered?.[at] && at < CODES_MOST; at++) {
    const code = entered[at]?.a;
    // Without a clear yes the code may not be rejected, so it is not.
    const rejectable = entered[at]?.b === true;
    if (typeof code === "string") codes[codes.length] = { code, rejectable };
  }
  if (codes.length === 0) return { operations };

  const discount = input?.b;
  // As `openRules` has it.
  const first = discount?.a?.a;
  const problem = wireProblem(first);
  if (problem) {
    console.log("guard: rules " + problem);
    return { operations };
  }
  let rules = first as string;
  if (rules[2] === "2") {
    const second = discount?.b?.a;
    const missing = wireProblem(second);
    if (missing) console.log("guard: rules " + missing);
    else rules = rules.slice(0, -2) + (second as string).slice(9);
  }

  const identity = input?.a?.a;
  const customer = identity?.d;
  const signedIn = !!customer && identity?.a === true;
  let guests = null;
  let standing = null;
  let state: "signed_in" | "known" | "guest" | "anonymous" = signedIn ? "signed_in" : "known";
  if (customer) {
    const written = customer.b?.a;
    const unread = wireProblem(written);
    if (!unread) standing = written as string;
    else if (customer.b) console.log("guard: standing " + unread);
    else standing = "";
  } else {
    const email = identity?.b;
    const phone = identity?.c;
    const buyer = {
      email: typeof email === "string" ? email : "",
      phone: typeof phone === "string" ? phone : "",
    };
    state = "anonymous";
    if (buyer.email || buyer.phone) {
      state = "guest";
      guests = openGuests([discount?.c?.a, discount?.d?.a, discount?.e?.a, discount?.f?.a], buyer);
    }
  }
  const orders = customer?.a;
  // As `dayCode` writes it; no shop is in another century.
  const date = input?.d?.a?.a;
  const verdicts = judgeCodes(
    rules,
    standing,
    guests,
    state,
    typeof orders === "number" ? orders : null,
    codes,
    typeof date === "string" && date.length === 10
      ? date.slice(2, 4) + date.slice(5, 7) + date.slice(8)
      : "",
  );

  const language = input?.e?.a?.a;
  for (let at = 0; at < verdicts.length; at++) {
    const verdict = verdicts[at]!;
    if (verdict.outcome === "accept") continue;
    const tongue = typeof language === "string" ? language : "";
    const message = messageOf(verdict, rules, tongue, signedIn);
    const code = { code: verdict.code };
    let n = 0;
    let said = operations[n]?.enteredDiscountCodesReject;
    while (said && said.message !== message) said = operations[++n]?.enteredDiscountCodesReject;
    if (said) said.codes[said.codes.length] = code;
    else operations[n] = { enteredDiscountCodesReject: { codes: [code], message } };
  }
  return { operations };
}
