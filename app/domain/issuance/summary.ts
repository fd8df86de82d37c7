/** People are counted once a row, however often something was issued to them. Instants are ISO 8601 in UTC. */
export type IssuedChannel = {
  channel: string;
  people: number;
  /** Those of them who have redeemed the campaign, before or after. */
  redeemers: number;
  first: string;
  last: string;
};

/** To whom a campaign was issued: in all, and by channel, the most people first. */
export type IssuedSummary = {
  campaign: { id: string; name: string; issuedOnly: boolean };
  people: number;
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
