import { STOPPED, type DiscountTerms, type TermsField } from "#app/domain/discount/terms.ts";
import { plural } from "#app/components/format/number.ts";
import { itemsWords, listWords, minimumWords, type ValueView } from "./items-words.ts";
import { offerWords } from "./offer-words.ts";

/** One value of a discount as a person reads it. */
export function valueWords(field: TermsField, value: unknown, view: ValueView): string {
  const terms = { [field]: value } as Partial<DiscountTerms>;
  switch (field) {
    case "title":
      return terms.title || "No title";
    case "startsAt":
      return view.moment(terms.startsAt ?? "");
    case "endsAt":
      return endWords(terms.endsAt ?? null, view);
    case "usageLimit":
      return limitWords(terms.usageLimit ?? null, view);
    case "oncePerCustomer":
      return terms.oncePerCustomer ? "Yes" : "No";
    case "audience":
      return terms.audience ? audienceWords(terms.audience, view) : NOTHING;
    case "combines":
      return terms.combines ? combinesWords(terms.combines) : NOTHING;
    case "value":
      return terms.value ? offerWords(terms.value, view) : NOTHING;
    case "items":
      return terms.items ? itemsWords(terms.items, view) : NOTHING;
    case "minimum":
      return terms.minimum ? minimumWords(terms.minimum, view) : "None";
  }
}

const NOTHING = "–";

function endWords(endsAt: string | null, { moment }: ValueView): string {
  if (endsAt === null) return "No end";
  return endsAt === STOPPED ? "Paused or ended by hand" : moment(endsAt);
}

function limitWords(limit: number | null, { number }: ValueView): string {
  return limit === null ? "No limit" : `${number(limit)} ${plural(limit, "use", "uses")} a code`;
}

function audienceWords(audience: DiscountTerms["audience"], view: ValueView): string {
  switch (audience.kind) {
    case "all":
      return "Every customer";
    case "segments":
      return listWords("segment", audience.ids, view);
    case "customers":
      return listWords("customer", audience.ids, view);
    case "markets":
      return "Certain markets";
  }
}

function combinesWords({ order, product, shipping }: DiscountTerms["combines"]): string {
  const kinds = [
    ...(product ? ["product"] : []),
    ...(order ? ["order"] : []),
    ...(shipping ? ["shipping"] : []),
  ];
  return kinds.length === 0 ? "With no other discount" : `With ${kinds.join(", ")} discounts`;
}
