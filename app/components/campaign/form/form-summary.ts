import type { CampaignForm } from "#app/domain/campaign/form.ts";
import type { LimitWindow } from "#app/domain/policy/limit.ts";
import { formatLocal } from "#app/components/format/date.ts";
import { WINDOW_LABELS } from "#app/components/format/offer.ts";

type Known = { currency: string; segmentName: string | null; locale: string };

/** What the form would make, one plain sentence for each question a colleague would ask. Typed text stays as typed. */
export function formSummary(form: CampaignForm, known: Known): string[] {
  return [
    offerSentence(form, known.currency),
    codesSentence(form),
    limitSentence(form),
    whoSentence(form, known.segmentName),
    whenSentence(form, known.locale),
  ];
}

function offerSentence(form: CampaignForm, currency: string): string {
  if (form.offerKind === "free_shipping") return "Takes the shipping costs off.";
  if (form.offerKind === "fixed_amount") {
    return form.amount.trim()
      ? `Takes ${form.amount.trim()} ${currency} off the order.`
      : "Takes an amount off the order: say how much.";
  }
  return form.percentage.trim()
    ? `Takes ${form.percentage.trim()}% off the order.`
    : "Takes a percentage off the order: say how much.";
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
  if (form.segmentId) return `Only customers in ${segmentName ?? "the chosen segment"}.`;
  return "Every customer can use it.";
}

function whenSentence(form: CampaignForm, locale: string): string {
  const at = (local: string) => formatLocal(local, locale);
  const from = form.startsAt ? `From ${at(form.startsAt)}` : "From a start you have yet to choose";
  return form.endsAt ? `${from} until ${at(form.endsAt)}.` : `${from}, without an end.`;
}
