import type { Offer, PlainOffer } from "#app/domain/campaign/offer.ts";
import type { Zone } from "#app/domain/shared/zone.ts";
import type { Dimensions } from "../dimensions.ts";
import type { Field } from "../field.ts";

export type LintRule =
  | "offer_kind"
  | "percentage"
  | "amount"
  | "currency"
  | "year"
  | "quarter"
  | "month"
  | "week"
  | "day"
  | "season"
  | "date"
  | "region";

/** How much a shop minds; with `error` the campaign waits until its name or discount is changed. */
export type Severity = "off" | "info" | "warning" | "error";

/**
 * What the discount really does. `endsAt` is null when it does not end, `segmentQuery` (Shopify's
 * segment language) when it is for everybody; `timeZone` and `currency` are the shop's.
 */
export type Named = {
  offer: NamedOffer;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: Pick<Zone, "dayOf">;
  currency: string;
  segmentQuery: string | null;
};

/** As much of an offer as a name can contradict. */
export type NamedOffer = PlainOffer | Pick<Extract<Offer, { kind: "buy_x_get_y" }>, "kind">;

/** What would put it right: another name, or another discount. Days are local; `last` is null without an end. */
export type Fix =
  | { kind: "rename"; name: string }
  | { kind: "set_offer"; offer: PlainOffer }
  | { kind: "set_dates"; first: string; last: string | null };

/**
 * One part of a name, and all of them in the order they stand. `renamed` makes the name with another
 * value in the part, `respelled` with others in several, if there is such a name.
 */
export type LintContext = {
  field: Field;
  value: string;
  parts: readonly NamePart[];
  named: Named;
  renamed: (value: string | null) => Fix[];
  respelled: (values: Dimensions) => Fix[];
};

export type NamePart = { field: Field; value: string };

/** Either the name or the discount may be the slip: the fixes of both, the name's first. */
export type Finding = { message: string; fixes: Fix[] };

/**
 * `label` and `description` are for the shop's settings, `severity` is what it starts with; `about`
 * is what of the discount the name is compared with.
 */
export type Rule = {
  label: string;
  description: string;
  about: "offer" | "dates" | "segment";
  severity: Severity;
  check: (context: LintContext) => Finding | null;
};
