import type { DateSpelling, Field, ListValue } from "./field.ts";
import { CHANNELS } from "./vocabulary/channels.ts";
import { LOCALES } from "./vocabulary/locales.ts";
import { REGIONS } from "./vocabulary/regions.ts";
import { SEASONS } from "./vocabulary/seasons.ts";

const list = (id: string, values: readonly ListValue[], label = id): Field => ({
  id,
  label,
  type: { kind: "list", values },
});

const date = (id: string, spelling: DateSpelling, label: string): Field => ({
  id,
  label,
  type: { kind: "date", spelling },
});

const word = (id: string, min: number, max: number, label: string): Field => ({
  id,
  label,
  type: { kind: "word", min, max, charset: "letters_digits" },
});

/** The fields every shop starts with. A shop's own field with the same id takes its place. */
export const BUILT_IN_FIELDS: readonly Field[] = [
  list("season", SEASONS),
  date("yy", "YY", "two-digit year"),
  date("yyyy", "YYYY", "four-digit year"),
  date("quarter", "Q", "quarter"),
  date("month", "MON", "month"),
  date("monthname", "MONTH", "month in full"),
  date("mm", "MM", "two-digit month"),
  date("week", "W", "week"),
  date("ww", "WW", "two-digit week"),
  date("dd", "DD", "two-digit day"),
  { id: "offer", label: "offer", type: { kind: "offer" } },
  { id: "percent", label: "percentage", type: { kind: "percentage" } },
  list("channel", CHANNELS),
  list("region", REGIONS),
  list("locale", LOCALES, "language"),
  word("handle", 2, 20, "handle"),
  word("campaign", 2, 24, "campaign word"),
  { id: "number", label: "number", type: { kind: "number", min: 1, max: 999 } },
  {
    id: "unique",
    label: "unique part",
    type: { kind: "unique", length: 8, alphabet: "safe", check: false },
  },
];
