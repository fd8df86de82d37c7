/** What Shopify allows a function; sizes in bytes of UTF-8. Source: the Function APIs' resource limits. */
export const LIMITS = {
  queryBytes: 3_000,
  queryCost: 30,
  listArguments: 100,
  metafieldValueBytes: 10_000,
  inputBytes: 128_000,
  outputBytes: 20_000,
  logBytes: 1_000,
  bundleBytes: 256_000,
  /** Instruction, input and output limits grow with the cart by this factor a line, from 1 up to 10 times. */
  scalePerLine: 0.005,
  maximumScale: 10,
} as const;

/** How many times the base limits apply to a cart of this many lines. */
export function scaleFor(cartLines: number): number {
  return Math.min(Math.max(cartLines * LIMITS.scalePerLine, 1), LIMITS.maximumScale);
}

export function byteLength(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
