/**
 * Where a code is on its way to Shopify, or out of it again. Shopify cannot suspend a code: a paused one is taken out of
 * its discount and kept here. `removed`: somebody took it out there. `returned`: somebody added it there while it is
 * paused here.
 */
export type CodeState =
  | "pending"
  | "live"
  | "failed"
  | "removed"
  | "pausing"
  | "paused"
  | "returned"
  | "retiring"
  | "retired"
  | "released";

export const CODE_STATES = [
  "pending",
  "live",
  "failed",
  "removed",
  "pausing",
  "paused",
  "returned",
  "retiring",
  "retired",
  "released",
] as const satisfies readonly CodeState[];

export const CODE_STATE_LABELS: Record<CodeState, string> = {
  pending: "Waiting for Shopify",
  live: "In Shopify",
  failed: "Refused by Shopify",
  removed: "Removed in Shopify",
  pausing: "Being paused",
  paused: "Paused",
  returned: "Added again in Shopify",
  retiring: "Being retired",
  retired: "Retired",
  released: "No longer assigned",
};

/** Codes that their discount has. */
export const STATES_IN_SHOPIFY: readonly CodeState[] = ["live", "pausing", "returned", "retiring"];

export type CodeSummary = {
  id: string;
  code: string;
  state: CodeState;
  /** Why Shopify refused it, in words for the merchant. */
  error: string | null;
  campaign: { id: string; name: string };
  /** Whether it was given to somebody: found again by their e-mail address or customer number. */
  isHeld: boolean;
  uses: number;
  lastUsedAt: string | null;
};

/** What a list of codes is asked for; everything given must hold. */
export type CodeFilter = {
  /** What the code contains; of fewer than three characters, what it begins with. */
  text: string;
  state: CodeState | "all";
  /** Whether it has uses that count. */
  used: "all" | "yes" | "no";
  campaignId: string | null;
  /** A part of the name and its value, such as season and SUMMER. */
  dimension: { field: string; value: string } | null;
  /** Whom the code was given to: an e-mail address, or a customer number as Shopify gives it. */
  holder: string | null;
};

export const USED_LABELS = { yes: "Used", no: "Not used" } as const;

/** Every code. */
export const NO_FILTER: CodeFilter = {
  text: "",
  state: "all",
  used: "all",
  campaignId: null,
  dimension: null,
  holder: null,
};

/** Counting stops here: a list of more says “more than”. */
export const COUNTED_UP_TO = 10_000;

/** What a code that no list finds can be told: see the service. */
export type CodeAnswer = { found: boolean; message: string; suggestions: string[] };

/** A dimension that codes of the shop have, with the values there are and how many names have each. */
export type DimensionChoice = {
  field: string;
  label: string;
  values: { value: string; label: string; names: number }[];
};

/** A way of looking at a list that somebody gave a name. `query` is the list's address after "?". */
export type SavedView = { id: string; name: string; query: string };
