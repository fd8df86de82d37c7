/** People are counted once a row, however often something was issued to them. Instants are ISO 8601 in UTC. */
export type IssuedChannel = {
  channel: string;
  people: number;
  /** Those of them who have redeemed the campaign, before or after. */
  redeemers: number;
  first: string;
  last: string;
};

/**
 * To whom a campaign was issued: in all, and by channel, the most people first. `known`: of how many checkout has been told
 * it by an account of theirs, null where everybody may use it.
 */
export type IssuedSummary = {
  campaign: { id: string; name: string; issuedOnly: boolean };
  people: number;
  known: number | null;
  redeemers: number;
  channels: IssuedChannel[];
};

/** What became of a list. With any bad row nothing of it is taken; `problems` are the first of them. */
export type IssuanceImport = {
  rows: number;
  added: number;
  bad: number;
  problems: { line: number; reason: string }[];
};

/** People in one list. */
export const MOST_ISSUED = 200_000;
