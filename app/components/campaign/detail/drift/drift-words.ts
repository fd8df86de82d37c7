import type { DriftSummary } from "#app/domain/discount/drift.ts";
import type { Difference } from "#app/domain/discount/merge.ts";
import { plural } from "#app/components/format/number.ts";
import { fieldList } from "../field-words.ts";

type Told = Pick<DriftSummary, "kind" | "state" | "count"> & {
  campaign: { name: string };
  fields: readonly Pick<Difference, "field">[];
};
type View = { locale: string; number: (value: number) => string };

/** What came apart, in one line: "SUMMER26_10OFF: title and end differ from Shopify". */
export function driftTitle(drift: Told, { locale, number }: View): string {
  const { kind, state, campaign, fields } = drift;
  const count = drift.count ?? 0;
  const codes = `${number(count)} ${plural(count, "code", "codes")}`;
  switch (kind) {
    case "terms": {
      const list = fieldList(fields, locale);
      const differ = plural(fields.length, "differs", "differ");
      return state === "open"
        ? `${campaign.name}: ${list} ${differ} from Shopify`
        : `${campaign.name}: ${list} changed in Shopify`;
    }
    case "deleted":
      return `The discount of ${campaign.name} was deleted in Shopify`;
    case "codes_removed":
      return `${codes} of ${campaign.name} removed in Shopify`;
    case "codes_returned":
      return `${number(count)} paused ${plural(count, "code", "codes")} of ${campaign.name} added again in Shopify`;
    case "codes_added":
      return `${codes} added to ${campaign.name} in Shopify`;
  }
}
