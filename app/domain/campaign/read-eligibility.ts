import type { Audience } from "../discount/terms.ts";
import { tagMembership, type Eligibility } from "../policy/rule.ts";
import type { CampaignField } from "./form.ts";
import { readIds, type FormReader } from "./form-reader.ts";

/** The checkout has room for so many conditions of a kind. */
const MOST_MEMBERSHIPS = 10;

/** Shopify's own bound for a tag. */
const LONGEST_TAG = 255;

const CUSTOMERS = ["everyone", "new", "returning"] as const;

/** Who may use it, beside customers by name. Null when something of it is wrong, which is then reported. */
export function readEligibility(reader: FormReader, audience: Audience): Eligibility | null {
  const { form, report } = reader;
  const inAny = audience.kind === "segments" ? audience.ids : [];
  const all = readMemberships(reader, "allSegmentIds", "allTags");
  const any = readMemberships(reader, null, "anyTags");
  const none = readMemberships(reader, "noneSegmentIds", "noneTags");
  const customers = CUSTOMERS.find((kind) => kind === (form.customerKind || "everyone"));
  if (!customers)
    return report("customerKind", "Choose new customers, returning customers, or everyone.");
  if (!all || !any || !none) return null;
  const asked = [...all, ...any, ...inAny];
  const twice = none.find((membership) => asked.includes(membership));
  if (twice !== undefined) {
    const field = twice.startsWith("#") ? "noneTags" : "noneSegmentIds";
    return report(field, "This is asked for above, too: then nobody could use it. Leave one out.");
  }
  return { all, any: [...inAny, ...any], none, customers, signedIn: form.signedIn === "on" };
}

function readMemberships(
  { form, report }: FormReader,
  segments: CampaignField | null,
  tags: CampaignField,
): string[] | null {
  const ids = segments ? readIds(form[segments]) : [];
  if (segments && (!ids || ids.length > MOST_MEMBERSHIPS))
    return report(segments, `Choose segments from the list, at most ${MOST_MEMBERSHIPS}.`);
  const typed = form[tags].split(",").filter((tag) => tag.trim() !== "");
  if (typed.length > MOST_MEMBERSHIPS)
    return report(tags, `Enter at most ${MOST_MEMBERSHIPS} tags, with commas between.`);
  if (typed.some((tag) => tag.trim().length > LONGEST_TAG))
    return report(tags, `A tag has at most ${LONGEST_TAG} characters.`);
  return [...(ids ?? []), ...new Set(typed.map(tagMembership))];
}
