export type Seen = {
  /** Orders placed while the customer's standing did not say yet that the limit is reached, and those placed later. */
  before: number;
  after: number;
  /** From the order that reached the limit to the standing that says so. */
  lagMs: number;
  /** Ids, in the order they were placed. */
  orders: string[];
};

/** What the bench says to the stand-in. `watch`: from now on, the orders of the racing customer. */
export type Asked =
  | { ask: "app"; url: string }
  | { ask: "holds"; code: string }
  | { ask: "watch"; limit: number }
  | { ask: "seen" };

export type Told = { tell: "holds"; holds: boolean } | ({ tell: "seen" } & Seen);
