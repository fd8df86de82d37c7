import type { LimitWindow } from "./limit.ts";
import type { Rejection } from "./verdict.ts";

/**
 * What a shopper reads: one friendly sentence, what and what next, no blame. {times} is "once" or
 * how many times, {per} the window; both and {date} are put in as they are and never read again.
 */
type Sentences = {
  limit: string;
  once: string;
  times: string;
  per: Readonly<Record<LimitWindow, string>>;
  again: string;
  another: string;
  notInSegment: string;
  disqualified: string;
  disqualifiedUntil: string;
  signIn: string;
  date: string;
  months: string;
};

const EN: Sentences = {
  limit: "This code can be used {times}{per} per customer",
  once: "once",
  times: "{n} times",
  per: { lifetime: "", day: " a day", week: " a week", month: " a month", quarter: " a quarter" },
  again: "; it will be there for you again after {date}.",
  another: "; you are welcome to try another one.",
  notInSegment: "This code is for selected customers; you are welcome to try another one.",
  disqualified: "This code is not available for this order; please contact us if you need help.",
  disqualifiedUntil:
    "This code is not available to you up to {date}; please contact us if you need help.",
  signIn: "Please sign in to use this code.",
  date: "{month} {day}, {year}",
  months: "January February March April May June July August September October November December",
};

const DE: Sentences = {
  limit: "Dieser Code gilt {times}{per} pro Person",
  once: "einmal",
  times: "{n}-mal",
  per: {
    lifetime: "",
    day: " am Tag",
    week: " in der Woche",
    month: " im Monat",
    quarter: " im Quartal",
  },
  again: "; nach dem {date} steht er wieder für Sie bereit.",
  another: "; probieren Sie gern einen anderen.",
  notInSegment: "Dieser Code ist für ausgewählte Personen; probieren Sie gern einen anderen.",
  disqualified:
    "Dieser Code ist für diese Bestellung nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
  disqualifiedUntil:
    "Dieser Code ist für Sie bis zum {date} nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
  signIn: "Bitte melden Sie sich an, um diesen Code zu verwenden.",
  date: "{day}. {month} {year}",
  months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
};

/** `language` is a BCP 47 tag or Shopify's code ("DE", "pt_BR"); English when not shipped. */
export function messageOf(rejection: Rejection, language: string): string {
  const { reason, limit } = rejection;
  const sentences = language.slice(0, 2).toLowerCase() === "de" ? DE : EN;
  const date = rejection.until === undefined ? "" : dateIn(sentences, rejection.until);
  if (reason === "sign_in_needed") return sentences.signIn;
  if (reason === "not_in_segment") return sentences.notInSegment;
  if (reason === "disqualified") {
    return date ? fill(sentences.disqualifiedUntil, "{date}", date) : sentences.disqualified;
  }
  const most = limit ? limit.perCustomer : 1;
  const times = most === 1 ? sentences.once : fill(sentences.times, "{n}", "" + most);
  const per = limit ? sentences.per[limit.window] : "";
  const next = date ? fill(sentences.again, "{date}", date) : sentences.another;
  return fill(fill(sentences.limit, "{times}", times), "{per}", per) + next;
}

const fill = (template: string, placeholder: string, value: string): string =>
  template.split(placeholder).join(value);

function dateIn(sentences: Sentences, localDate: string): string {
  const month = sentences.months.split(" ")[Number(localDate.slice(5, 7)) - 1];
  if (month === undefined) return "";
  const named = fill(fill(sentences.date, "{month}", month), "{year}", localDate.slice(0, 4));
  return fill(named, "{day}", "" + Number(localDate.slice(8, 10)));
}
