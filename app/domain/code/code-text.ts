/** Shopify takes at most 255 characters; ours keep to what every shopper can type. */
export const CODE_LENGTH_LIMIT = 255;

export type CodeTextCheck =
  | { ok: true; key: string }
  | {
      ok: false;
      problem: "empty" | "too_long" | "bad_character";
      position: number;
      message: string;
    };
