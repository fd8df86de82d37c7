import type { LimitWindow } from "./limit.ts";
import type { Rejection } from "./verdict.ts";

/**
 * What a shopper reads: one friendly sentence, what and what next, no blame. Where a placeholder
 * in braces stands, only our own words, numbers and dates are put in.
 */
type Sentences = {
  /** {times} is "once" or how many times, {per} the window. */
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
  months: readonly string[];
};

// Functions, so that what nobody is refused for costs nothing at checkout.
const english = (): Sentences => ({
  limit: "This code can be used {times}{per} per customer",
  once: "once",
  times: " times",
  per: { lifetime: "", day: " a day", week: " a week", month: " a month", quarter: " a quarter" },
  again: "; it will be there for you again after {date}.",
  another: "; you are welcome to try another one.",
  notInSegment: "This code is for selected customers; you are welcome to try another one.",
  disqualified: "This code is not available for this order; please contact us if you need help.",
  disqualifiedUntil:
    "This code is not available to you up to {date}; please contact us if you need help.",
  signIn: "Please sign in to use this code.",
  date: "{month} {day}, {year}",
  months:
    "January February March April May June July August September October November December".split(
      " ",
    ),
});

const german = (): Sentences => ({
  limit: "Dieser Code gilt {times}{per} pro Person",
  once: "einmal",
  times: "-mal",
  // prettier-ignore
  per: { lifetime: "", day: " am Tag", week: " in der Woche", month: " im Monat", quarter: " im Quartal" },
  again: "; nach dem {date} steht er wieder für Sie bereit.",
  another: "; probieren Sie gern einen anderen.",
  notInSegment: "Dieser Code ist für ausgewählte Personen; probieren Sie gern einen anderen.",
  disqualified:
    "Dieser Code ist für diese Bestellung nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
  disqualifiedUntil:
    "Dieser Code ist für Sie bis zum {date} nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
  signIn: "Bitte melden Sie sich an, um diesen Code zu verwenden.",
  date: "{day}. {month} {year}",
  months:
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
});

/** `language` is a BCP 47 tag or Shopify's code ("DE", "pt_BR"); English when not shipped. */
export function messageOf(rejection: Rejection, language: string): string {
  const { reason, limit, until } = rejection;
  const sentences = language.slice(0, 2).toLowerCase() === "de" ? german() : english();
  if (reason === "sign_in_needed") return sentences.signIn;
  if (reason === "not_in_segment") return sentences.notInSegment;

  const month = until && sentences.months[Number(until.slice(5, 7)) - 1];
  const date = month
    ? sentences.date
        .replace("{month}", month)
        .replace("{day}", "" + Number(until.slice(8)))
        .replace("{year}", until.slice(0, 4))
    : "";
  if (reason === "disqualified") {
    return date ? sentences.disqualifiedUntil.replace("{date}", date) : sentences.disqualified;
  }
  const most = limit ? limit.perCustomer : 1;
  return (
    sentences.limit
      .replace("{times}", most === 1 ? sentences.once : most + sentences.times)
      .replace("{per}", limit ? sentences.per[limit.window] : "") +
    (date ? sentences.again.replace("{date}", date) : sentences.another)
  );
}
