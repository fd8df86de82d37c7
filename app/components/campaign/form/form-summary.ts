import { canBePrivate } from "#app/domain/campaign/can-be-private.ts";
import {
  LIMIT_ROWS,
  type CampaignField,
  type CampaignForm,
  type LimitRow,
} from "#app/domain/campaign/form.ts";
import { groupIdOf } from "#app/domain/campaign/limit.ts";
import { formatLocal } from "#app/components/format/date.ts";
import { plural } from "#app/components/format/number.ts";
import { WINDOW_LABELS } from "#app/components/format/offer.ts";
import type { TermChoices } from "./binding.ts";
import { idsIn } from "./ids.ts";
import { minimumSentences, offerSentence } from "./offer-summary.ts";

type Known = {
  currency: string;
  choices: TermChoices;
  locale: string;
  /** Fields whose text is not valid: the summary leaves them out. */
  wrong: ReadonlySet<CampaignField>;
};

/** What the form would make, one plain sentence for each question a colleague would ask. Typed text stays as typed. */
export function formSummary(typed: CampaignForm, known: Known): string[] {
  const form = { ...typed, ...Object.fromEntries([...known.wrong].map((field) => [field, ""])) };
  return [
    offerSentence(form, known.currency),
    ...minimumSentences(form, known.currency),
    codesSentence(form),
    ...limitSentences(form, known),
    ...whoSentences(form, known.choices),
    whenSentence(form, known),
  ];
}

function codesSentence(form: CampaignForm): string {
  const name = form.name.trim().toUpperCase();
  if (form.codeKind === "unique") {
    const begin = name ? `, each beginning with ${name}` : "";
    return `${form.codeCount.trim() || "?"} unique codes${begin}.`;
  }
  if (form.codeKind === "list") {
    if (!form.importId) return "Your own list of codes: bring it.";
    const times = form.usesPerCode.trim();
    if (!times) return "Your own list of codes.";
    return `Your own list of codes, each usable ${times === "1" ? "once" : `${times} times`}.`;
  }
  return name ? `One code for everyone: ${name}.` : "One code for everyone: its name.";
}

/** None when nothing that was typed is valid. */
function limitSentences(form: CampaignForm, { choices, currency, wrong }: Known): string[] {
  const total = form.totalCap.trim();
  const isWrong = (fields: readonly CampaignField[]) => fields.some((field) => wrong.has(field));
  // Days are asked for with a question mark; a limit without its number or window says nothing.
  const rows = LIMIT_ROWS.filter(([times, window]) => !isWrong([times, window]));
  const limits = rows.flatMap((row) => limitWords(form, row, choices));
  const often =
    limits.join("; ") || (rows.length < LIMIT_ROWS.length ? "" : "as often as they like");
  const each = often ? [`each customer can use it ${often}`] : [];
  const spend = form.spendCap.trim();
  const own = form.customerCap.trim();
  const household = form.householdLimit.trim();
  const caps = [
    ...(total ? [`${total} uses in total`] : []),
    ...(spend ? [`at most ${spend} ${currency} taken off in all`] : []),
  ];
  const most = [
    ...(own ? [`at most ${own} ${currency} taken off for each`] : []),
    ...(household && !isWrong(["householdLimit"])
      ? [`flagged beyond ${household} ${household === "1" ? "use" : "uses"} by a household`]
      : []),
  ];
  const none = isWrong(["totalCap", "spendCap"]) ? [] : ["no total limit"];
  const text = [...each, ...most, ...(caps.length > 0 ? caps : none)].join("; ");
  return text === "" ? [] : [`${capital(text)}.`];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function limitWords(form: CampaignForm, row: LimitRow, { seasons, groups }: TermChoices): string[] {
  const [times, window, days, first, last, counter] = row.map((field) => form[field].trim());
  if (!times) return [];
  const often = times === "1" ? "once" : `${times} times`;
  const season = seasons.find(({ key }) => window === `season:${key}`);
  const spans: Record<string, string> = {
    ...WINDOW_LABELS,
    rolling: `within ${days || "?"} days`,
    period: `from ${first || "?"} to ${last || "?"}`,
  };
  const span = season ? `in each ${season.name}` : (spans[window ?? ""] ?? "in total");
  const group = groups.find(({ number }) => groupIdOf(number) === counter);
  const over = group ? `, counted over all campaigns of ${group.name}` : "";
  return [`${often} ${span}${counter === "code" ? ", each code by itself" : over}`];
}

function whoSentences(form: CampaignForm, { segments }: TermChoices): string[] {
  const more = conditionsSummary(form);
  const isChosen = form.audience === "segment" || form.audience === "customers";
  return [
    whoSentence(form, segments),
    ...(isChosen && form.issuedOnly === "on" ? ["Of them, only people it was issued to."] : []),
    ...(isPrivate(form) ? ["It is private: an alarm rings when it gets to coupon sites."] : []),
    ...(more === "" ? [] : [`${more}.`]),
  ];
}

const isPrivate = (form: CampaignForm) => form.isPrivate === "on" && canBePrivate(form);

function whoSentence(form: CampaignForm, segments: TermChoices["segments"]): string {
  if (form.audience === "segment") {
    const ids = idsIn(form.segmentIds);
    const names = ids.map((id) => segments.find((each) => each.id === id)?.name ?? id);
    if (names.length === 0) return "Only customers in a segment: choose it.";
    return `Only customers in ${names.join(" or ")}.`;
  }
  if (form.audience === "customers") {
    const count = idsIn(form.customerIds).length;
    if (count === 0) return "Only some customers: choose them.";
    return `Only ${count} ${plural(count, "customer", "customers")}.`;
  }
  if (form.issuedOnly === "on") return "Only people it was issued to can use it.";
  if (isPrivate(form)) return "Every customer who has the code can use it.";
  return "Every customer can use it.";
}

/** What more is asked of a customer, in few words; empty when nothing is. */
export function conditionsSummary(form: CampaignForm): string {
  const all = idsIn(form.allSegmentIds).length;
  const none = idsIn(form.noneSegmentIds).length;
  const words = [
    ...(form.customerKind === "new" ? ["new customers only"] : []),
    ...(form.customerKind === "returning" ? ["returning customers only"] : []),
    ...(form.signedIn === "on" ? ["signed in only"] : []),
    ...(all > 0 ? [`in ${all} ${plural(all, "segment", "segments")}`] : []),
    ...(none > 0 ? [`not in ${none} ${plural(none, "segment", "segments")}`] : []),
    ...(form.allTags.trim() ? [`tagged ${form.allTags.trim()}`] : []),
    ...(form.anyTags.trim() ? [`tagged one of ${form.anyTags.trim()}`] : []),
    ...(form.noneTags.trim() ? [`not tagged ${form.noneTags.trim()}`] : []),
  ];
  return capital(words.join(", "));
}

function whenSentence(form: CampaignForm, { locale, wrong }: Known): string {
  const at = (local: string) => formatLocal(local, locale);
  const from = form.startsAt ? `From ${at(form.startsAt)}` : "From a start you have yet to choose";
  if (wrong.has("endsAt")) return `${from}.`;
  return form.endsAt ? `${from} until ${at(form.endsAt)}.` : `${from}, without an end.`;
}
