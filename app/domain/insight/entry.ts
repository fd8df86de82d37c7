import type { EntryKind } from "../redemption/entries.ts";
import type { DayPart } from "./day-part.ts";
import type { Figures } from "./figures.ts";
import type { Range } from "./range.ts";
import type { Counted } from "./slice.ts";

/** One line of the ledger as a person reads it. Instants are ISO 8601, amounts minor units of `currency`. */
export type LedgerLine = {
  id: string;
  at: string;
  order: { id: string; name: string };
  kind: EntryKind;
  codes: string[];
  uses: number;
  revenueMinor: number;
  discountMinor: number;
  refundMinor: number;
  currency: string;
};

/** What is behind the numbers of a slice in a range: the ledger's lines, newest first, which add up to `sums`. */
export type LedgerLines = {
  slice: string;
  label: string;
  range: Range;
  /** Of the one day of `range`; null: all of it. */
  part: DayPart | null;
  sums: Figures;
  lines: LedgerLine[];
  /** Where the next page begins; null at the end. */
  next: string | null;
};

/** What a line did, by what is counted of its slice. */
export const LINE_LABELS: Record<Counted, Record<EntryKind, string>> = {
  uses: { redemption: "Redeemed", reversal: "Freed", adjustment: "Changed" },
  orders: { redemption: "Placed", reversal: "Taken back", adjustment: "Changed" },
};
