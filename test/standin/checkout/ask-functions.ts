import type { FunctionManifest } from "../function/manifest.ts";
import type { CartOperation } from "../function/output.ts";
import type { RunLog } from "../function/run-log.ts";
import { runFunction } from "../function/run.ts";
import { loadFunctionSchema } from "../function/schema.ts";
import type { Checkout } from "./checkout.ts";
import type { Rejection } from "./evaluate.ts";
import { functionFacts } from "./function-input.ts";
import type { CheckoutShop } from "./shop.ts";

const TARGET = "cart.lines.discounts.generate.run";

export type Functions = {
  readonly manifests: readonly FunctionManifest[];
  readonly log: RunLog;
};

/**
 * Runs the function of every active automatic app discount and collects what they reject. A function that fails
 * is left out and the checkout goes on; the run log keeps why. A discount whose function is not among the
 * extensions is left out too: it belongs to another app.
 */
export async function askFunctions(
  functions: Functions,
  shop: CheckoutShop,
  checkout: Checkout,
  codes: readonly string[],
  moment: "checkout" | "pay",
): Promise<readonly Rejection[]> {
  const rejections: Rejection[] = [];
  for (const discount of shop.functionDiscounts()) {
    const manifest = functions.manifests.find(({ handle }) => handle === discount.functionHandle);
    if (!manifest) continue;
    const facts = functionFacts(shop, checkout, discount, codes);
    const started = performance.now();
    const run = await runFunction({
      manifest,
      target: TARGET,
      schema: loadFunctionSchema(manifest.apiVersion),
      facts,
      appNamespace: discount.appNamespace,
    });
    functions.log.add({
      shop: shop.handle,
      functionHandle: manifest.handle,
      discountTitle: discount.title,
      target: TARGET,
      moment,
      at: shop.now().toISOString(),
      ms: Math.round((performance.now() - started) * 10) / 10,
      ticks: run.ticks,
      input: run.input,
      output: run.output,
      error: run.kind === "failed" ? run.error : undefined,
      log: run.log,
    });
    if (run.kind === "failed") continue;
    for (const operation of run.result.operations) rejections.push(...rejectionsOf(operation));
  }
  return rejections;
}

function rejectionsOf(operation: CartOperation): readonly Rejection[] {
  const { enteredDiscountCodesReject: reject } = operation;
  if (!reject) {
    throw new Error(`The stand-in does not imitate the operation ${JSON.stringify(operation)}`);
  }
  return reject.codes.map(({ code }) => ({ code, message: reject.message }));
}
