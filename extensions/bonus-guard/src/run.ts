// Relative paths, because a package of a workspace does not see the root's "#app/*" and may not
// point its own "imports" outside its folder. What these files import in turn belongs to the root
// package, where "#app/*" is known, to esbuild as well.
import { judge } from "../../../app/domain/policy/evaluate.ts";
import { openGuests } from "../../../app/domain/policy/guests-reader.ts";
import { messageOf, textsIn } from "../../../app/domain/policy/message.ts";
import type { Buyer, EnteredCode } from "../../../app/domain/policy/question.ts";
import { openRules } from "../../../app/domain/policy/rules-reader.ts";
import { openStanding } from "../../../app/domain/policy/standing-reader.ts";
import type { CartLinesDiscountsGenerateRunResult, GuardInput } from "../generated/api.ts";
import type { UnsureInput } from "./unsure-input.ts";

/**
 * Refuses the entered codes that their campaign's promise does not hold for, and does nothing
 * else. A function that fails lets every code through, so nothing in the input makes this throw:
 * what is missing or cannot be read is told in the log and refuses nobody.
 */
export function run(raw: GuardInput): CartLinesDiscountsGenerateRunResult {
  const input = raw as unknown as UnsureInput;
  const operations: CartLinesDiscountsGenerateRunResult["operations"] = [];
  const codes: EnteredCode[] = [];
  const entered = input?.enteredDiscountCodes;
  for (let at = 0; Array.isArray(entered) && at < entered.length; at++) {
    const code = entered[at]?.code;
    // Without a clear yes the code may not be rejected, so it is not.
    const rejectable = entered[at]?.rejectable === true;
    if (typeof code === "string") codes.push({ code, rejectable });
  }
  if (codes.length === 0) return { operations };

  const discount = input?.discount;
  const { rules, problem } = openRules([discount?.rules?.value, discount?.rules1?.value]);
  if (problem) console.log("guard: rules " + problem);
  if (!rules) return { operations };

  const identity = input?.cart?.buyerIdentity;
  const customer = identity?.customer;
  const orders = customer?.numberOfOrders;
  const standing = openStanding(customer?.standing?.value);
  const unread = typeof standing === "string";
  if (unread && customer?.standing) console.log("guard: standing " + standing);
  const email = textOf(identity?.email);
  const phone = textOf(identity?.phone);
  const signedIn = !!customer && identity?.isAuthenticated === true;
  const buyer: Buyer = {
    state: signedIn ? "signed_in" : customer ? "known" : email || phone ? "guest" : "anonymous",
    email,
    phone,
    orders: typeof orders === "number" ? orders : null,
  };
  const verdicts = judge({
    rules,
    standing: unread ? null : standing,
    guests:
      buyer.state === "guest"
        ? openGuests(
            [
              discount?.guests0?.value,
              discount?.guests1?.value,
              discount?.guests2?.value,
              discount?.guests3?.value,
            ],
            buyer,
          )
        : null,
    buyer,
    codes,
    localDate: textOf(input?.shop?.localTime?.date),
  });

  let texts: string[] | null = null;
  const byMessage: Record<string, { code: string }[]> = {};
  for (let at = 0; at < verdicts.length; at++) {
    const verdict = verdicts[at]!;
    if (verdict.outcome === "accept") continue;
    texts ??= textsIn(rules, textOf(input?.localization?.language?.isoCode));
    const message = messageOf(verdict, texts, signedIn);
    let refused = byMessage[message];
    if (!refused) {
      refused = byMessage[message] = [];
      operations.push({ enteredDiscountCodesReject: { codes: refused, message } });
    }
    refused.push({ code: verdict.code });
  }
  return { operations };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
