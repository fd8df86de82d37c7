import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { LimitWindow } from "#app/domain/policy/limit.ts";
import { formatLocal } from "#app/components/format/date.ts";
import { plural } from "#app/components/format/number.ts";
import { WINDOW_LABELS } from "#app/components/format/offer.ts";
import { idsIn } from "./ids.ts";
import { minimumSentences, offerSentence } from "./offer-summary.ts";

type Known = { currency: string; segmentName: string | null; locale: string };

/** What the form would make, one plain sentence for each question a colleague would ask. Typed text stays as typed. */
export function formSummary(form: CampaignForm, known: Known): string[] {
  return [
    offerSentence(form, known.currency),
    ...minimumSentences(form, known.currency),
    codesSentence(form),
    limitSentence(form),
    whoSentence(form, known.segmentName),
    whenSentence(form, known.locale),
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

function limitSentence(form: CampaignForm): string {
  const times = form.perCustomer.trim();
  const total = form.totalCap.trim();
  const window = WINDOW_LABELS[form.limitWindow as LimitWindow] ?? "in total";
  const each = times
    ? `Each customer can use it ${times === "1" ? "once" : `${times} times`} ${window}`
    : "Each customer can use it as often as they like";
  return total ? `${each}; ${total} uses in total.` : `${each}; no total limit.`;
}

function whoSentence(form: CampaignForm, segmentName: string | null): string {
  if (form.audience === "segment")
    return `Only customers in ${segmentName ?? "a segment: choose it"}.`;
  if (form.audience === "customers") {
    const count = idsIn(form.customerIds).length;
    if (count === 0) return "Only some customers: choose them.";
    return `Only ${count} ${plural(count, "customer", "customers")}.`;
  }
  return "Every customer can use it.";
}

function whenSentence(form: CampaignForm, locale: string): string {
  const at = (local: string) => formatLocal(local, locale);
  const from = form.startsAt ? `From ${at(form.startsAt)}` : "From a start you have yet to choose";
  return form.endsAt ? `${from} until ${at(form.endsAt)}.` : `${from}, without an end.`;
}
