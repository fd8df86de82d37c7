import type { Offer, PlainOffer } from "#app/domain/campaign/offer.ts";
import type { Zone } from "#app/domain/shared/zone.ts";
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
  | "region";

/** How much a shop minds; with `error` the campaign waits until its name or discount is changed. */
export type Severity = "off" | "info" | "warning" | "error";

/**
 * What the discount really does. `endsAt` is null when it does not end, `segmentQuery` (Shopify's
 * segment language) when it is for everybody; `timeZone` is the shop's.
 */
export type Named = {
  offer: NamedOffer;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: Pick<Zone, "dayOf">;
  segmentQuery: string | null;
};

/** As much of an offer as a name can contradict. */
export type NamedOffer = PlainOffer | Pick<Extract<Offer, { kind: "buy_x_get_y" }>, "kind">;

/** What would put it right: another name, or another discount. */
export type Fix = { kind: "rename"; name: string } | { kind: "set_offer"; offer: PlainOffer };

/** One part of a name. `renamed` makes the name with another value there, if there is such a name. */
export type LintContext = {
  field: Field;
  value: string;
  named: Named;
  renamed: (value: string | null) => Fix | null;
};

export type Finding = { message: string; fix: Fix | null };

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
