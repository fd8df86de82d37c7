import { chooseCodes } from "./choose.ts";
import type { CheckoutDiscount } from "./discount.ts";
import { judgeNatively, nativeMessage, type JudgeContext, type NativeReason } from "./judge.ts";
import { price, type AppliedCode, type Price } from "./price.ts";

/** What became of one entered code. `by` says who decided; an accepted code is Shopify's decision. */
export type Verdict =
  | { readonly code: string; readonly status: "accepted"; readonly by: "native" }
  | {
      readonly code: string;
      readonly status: "refused";
      readonly by: "unknown" | "native";
      readonly reason: NativeReason;
      readonly message: string;
    }
  | {
      readonly code: string;
      readonly status: "refused";
      readonly by: "function";
      readonly message: string;
    };

export type Evaluation = { readonly verdicts: readonly Verdict[]; readonly price: Price };

/** A code and the function's sentence for the shopper. */
export type Rejection = { readonly code: string; readonly message: string };

export type EvaluateOptions = {
  readonly codes: readonly string[];
  /** Finds the discount a code belongs to, without regard to case. */
  readonly discountOf: (code: string) => CheckoutDiscount | undefined;
  readonly context: JudgeContext;
  /** Runs every active discount function over these codes. */
  readonly askFunctions: (codes: readonly string[]) => Promise<readonly Rejection[]>;
  /** Which codes functions get to see; see `assumptions.ts`. */
  readonly codesForFunctions: "eligible" | "existing";
};

/** Judges all entered codes together and prices the cart with those that stand. */
export async function evaluate(options: EvaluateOptions): Promise<Evaluation> {
  const { context } = options;
  const found: AppliedCode[] = [];
  const native = new Map<string, NativeReason>();
  for (const code of options.codes) {
    const discount = options.discountOf(code);
    if (!discount) {
      native.set(code, "DISCOUNT_NOT_FOUND");
      continue;
    }
    found.push({ code, discount });
    const reason = judgeNatively(discount, code, context);
    if (reason !== undefined) native.set(code, reason);
  }
  const shown = found.filter(
    ({ code }) => options.codesForFunctions === "existing" || !native.has(code),
  );
  const rejections = await options.askFunctions(shown.map(({ code }) => code));
  const rejected = new Map(rejections.map(({ code, message }) => [fold(code), message]));
  const allowed = found.filter(({ code }) => !native.has(code) && !rejected.has(fold(code)));
  const shippingPrice = context.shippingPrice ?? 0;
  const chosen = chooseCodes(context.lines, shippingPrice, allowed);
  const verdicts = options.codes.map((code): Verdict => {
    const message = rejected.get(fold(code));
    if (message !== undefined) return { code, status: "refused", by: "function", message };
    const reason = native.get(code);
    if (reason !== undefined) return refused(code, reason);
    return chosen.some((applied) => applied.code === code)
      ? { code, status: "accepted", by: "native" }
      : refused(code, "DISCOUNT_CODE_NOT_HONOURED");
  });
  return { verdicts, price: price(context.lines, shippingPrice, chosen) };
}

function refused(code: string, reason: NativeReason): Verdict {
  const by = reason === "DISCOUNT_NOT_FOUND" ? "unknown" : "native";
  return { code, status: "refused", by, reason, message: nativeMessage(reason, code) };
}

/** Codes are one code whatever their case. */
export function fold(code: string): string {
  return code.trim().toLowerCase();
}
