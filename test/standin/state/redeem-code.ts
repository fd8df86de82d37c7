export type RedeemCode = {
  readonly id: number;
  /** As it was given; compare with `foldCode`. */
  readonly code: string;
  readonly createdAt: Date;
  /** Orders that used it. Shopify never gives a use back: cancelling does not lower it. */
  readonly usageCount: number;
};

/** `holder` is the discount's codes; undefined once the code was removed. */
export type HeldCode = { -readonly [K in keyof RedeemCode]: RedeemCode[K] } & {
  holder: { readonly discountId: number } | undefined;
};
