/** A group of campaigns: `members` are in it, the limits of `countedBy` count over it. By their names. */
export type GroupSummary = {
  number: number;
  name: string;
  members: readonly string[];
  countedBy: readonly string[];
};
