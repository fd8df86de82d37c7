import type { Offer } from "../campaign/offer.ts";
import type { MappingResult } from "./map-discount.ts";
import type { AdoptingSummary, ReadingSummary } from "./reading.ts";

/** A discount of the store that is no campaign's, as lists show it. Instants are ISO 8601 in UTC. */
export type MappedSummary = {
  id: string;
  title: string;
  /** Shopify's: active, expired or scheduled, when it was read. */
  status: string;
  method: string;
  /** Null where Bonafide cannot say what it takes off. */
  offer: Offer | null;
  startsAt: string;
  endsAt: string | null;
  codes: number;
  /** As Shopify counts them. */
  uses: number;
  /** One of its codes, if it has any. */
  code: string | null;
  result: MappingResult;
  /** The campaign it would become; null where none. */
  becomes: { name: string; codeKind: "public" | "list"; convention: string } | null;
  reason: string | null;
  /** The pattern of a convention that would read it. */
  proposal: string | null;
  /** Waiting to be adopted. */
  isChosen: boolean;
};

export type MappingCounts = Record<MappingResult, number>;

/** All there is to say of adopting a store. */
export type StoreSummary = {
  /** The newest; null when the store was never read. */
  reading: ReadingSummary | null;
  /** When what is shown was read; null when nothing was. */
  readAt: string | null;
  counts: MappingCounts;
  /** Discounts that are campaigns. */
  campaigns: number;
  adopting: AdoptingSummary | null;
};

/** What a list of the store's discounts is asked. */
export type MappedFilter = { result: MappingResult; text: string };

/** What will happen when discounts are adopted, before it does. */
export type AdoptionPreview = {
  campaigns: number;
  publicCodes: number;
  lists: number;
  codes: number;
  /** Lists whose codes the checkout cannot be told one by one. */
  longLists: number;
  /** Campaigns that are over already. */
  ended: number;
  names: string[];
};
