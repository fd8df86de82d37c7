import type { Limit } from "./limit.ts";
import type { Rejection } from "./verdict.ts";

/**
 * What a shopper reads: one friendly sentence, what and what next, no blame. Placeholders are
 * {times} and {date}; both are put in as they are, never read as a placeholder again.
 */
type Sentences = {
  once: Readonly<Record<Limit["window"], string>>;
  times: Readonly<Record<Limit["window"], string>>;
  onceMore: string;
  otherCode: string;
  notInSegment: string;
  disqualified: string;
  disqualifiedUntil: string;
  signIn: string;
  date: (year: string, month: number, day: number) => string;
};

const EN_MONTHS =
  "January February March April May June July August September October November December";
const DE_MONTHS =
  "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";

const EN: Sentences = {
  once: {
    lifetime: "This code can be used once per customer",
    day: "This code can be used once a day per customer",
    week: "This code can be used once a week per customer",
    month: "This code can be used once a month per customer",
    quarter: "This code can be used once a quarter per customer",
  },
  times: {
    lifetime: "This code can be used {times} times per customer",
    day: "This code can be used {times} times a day per customer",
    week: "This code can be used {times} times a week per customer",
    month: "This code can be used {times} times a month per customer",
    quarter: "This code can be used {times} times a quarter per customer",
  },
  onceMore: "; it will be there for you again after {date}.",
  otherCode: "; you are welcome to try another one.",
  notInSegment: "This code is for selected customers; you are welcome to try another one.",
  disqualified: "This code is not available for this order; please contact us if you need help.",
  disqualifiedUntil: "This code is not available to you until {date}; please contact us for help.",
  signIn: "Please sign in to use this code.",
  date: (year, month, day) => `${day} ${EN_MONTHS.split(" ")[month - 1]} ${year}`,
};

const DE: Sentences = {
  once: {
    lifetime: "Dieser Code gilt einmal pro Person",
    day: "Dieser Code gilt einmal am Tag pro Person",
    week: "Dieser Code gilt einmal pro Woche und Person",
    month: "Dieser Code gilt einmal pro Monat und Person",
    quarter: "Dieser Code gilt einmal pro Quartal und Person",
  },
  times: {
    lifetime: "Dieser Code gilt {times}-mal pro Person",
    day: "Dieser Code gilt {times}-mal am Tag pro Person",
    week: "Dieser Code gilt {times}-mal pro Woche und Person",
    month: "Dieser Code gilt {times}-mal pro Monat und Person",
    quarter: "Dieser Code gilt {times}-mal pro Quartal und Person",
  },
  onceMore: "; nach dem {date} steht er wieder bereit.",
  otherCode: "; probieren Sie gern einen anderen.",
  notInSegment:
    "Dieser Code ist für ausgewählte Kundinnen und Kunden; probieren Sie gern einen anderen.",
  disqualified:
    "Dieser Code ist für diese Bestellung nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
  disqualifiedUntil:
    "Dieser Code ist für Sie bis zum {date} nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
  signIn: "Bitte melden Sie sich an, um diesen Code zu verwenden.",
  date: (year, month, day) => `${day}. ${DE_MONTHS.split(" ")[month - 1]} ${year}`,
};

/** `language` is a BCP 47 tag or Shopify's code ("DE", "pt_BR"); English when not shipped. */
export function messageOf(rejection: Rejection, language: string): string {
  const sentences = language.slice(0, 2).toLowerCase() === "de" ? DE : EN;
  const date = dateIn(sentences, rejection.until);
  switch (rejection.reason) {
    case "sign_in_needed":
      return sentences.signIn;
    case "not_in_segment":
      return sentences.notInSegment;
    case "disqualified":
      return date ? fill(sentences.disqualifiedUntil, "{date}", date) : sentences.disqualified;
    case "limit_reached": {
      const { perCustomer, window } = rejection.limit ?? { perCustomer: 1, window: "lifetime" };
      const held = perCustomer === 1 ? sentences.once[window] : sentences.times[window];
      const next = date ? fill(sentences.onceMore, "{date}", date) : sentences.otherCode;
      return fill(held, "{times}", "" + perCustomer) + next;
    }
  }
}

const fill = (template: string, placeholder: string, value: string): string =>
  template.split(placeholder).join(value);

function dateIn(sentences: Sentences, localDate: string | undefined): string | null {
  const month = Number(localDate?.slice(5, 7));
  const day = Number(localDate?.slice(8, 10));
  if (localDate === undefined || !(month >= 1 && month <= 12) || !(day >= 1)) return null;
  return sentences.date(localDate.slice(0, 4), month, day);
}
