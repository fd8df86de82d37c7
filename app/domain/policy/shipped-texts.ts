import { spendCapOf, type GuardLimit, type LimitWindow } from "./limit.ts";
import type { RefusalKind, Sentence } from "./sentence.ts";

/** How a language says what stands in a placeholder. `date` has {d}, {m} and {y}; */
export type Wording = {
  limit: (limit: GuardLimit) => string;
  date: string;
  months: readonly string[];
};

/** A shipped language: one friendly sentence for each kind, what and what next, no blame. */
export type ShippedTexts = { sentences: Readonly<Record<RefusalKind, Sentence>>; wording: Wording };

const worded =
  (
    once: string,
    times: string,
    per: Readonly<Record<LimitWindow, string>>,
    period: string,
    days: (n: number) => string,
    upTo: string,
  ) =>
  ({ perCustomer, window, counter }: GuardLimit): string => {
    if (spendCapOf({ counter }) !== null) return upTo;
    const often = perCustomer === 1 ? once : perCustomer + times;
    if (typeof window === "string") return often + per[window];
    return often + (window.kind === "rolling" ? days(window.days) : period);
  };

export const english: ShippedTexts = {
  sentences: {
    limit_reached: {
      general: "This code can be used {limit} per customer; you are welcome to try another one.",
      personal:
        "This code can be used {limit} per customer; it will be there for you again after {until}.",
    },
    group_limit_reached: {
      general:
        "Offers of this kind can be used {limit} per customer; you are welcome to try another one.",
      personal:
        "Offers of this kind can be used {limit} per customer; this one will be there for you again after {until}.",
    },
    not_eligible: {
      general: "This code is for selected customers; you are welcome to try another one.",
      personal: null,
    },
    not_issued: {
      general:
        "This code is for those we gave it to; please sign in with the e-mail we know you by.",
      personal: null,
    },
    new_only: {
      general: "This code is for a first order; you are welcome to try another one.",
      personal: null,
    },
    returning_only: {
      general:
        "This code is for customers who have ordered before; you are welcome to try another one.",
      personal: null,
    },
    sign_in_needed: { general: "Please sign in to use this code.", personal: null },
    disqualified: {
      general: "This code is not available for this order; please contact us if you need help.",
      personal:
        "This code is not available to you up to {until}; please contact us if you need help.",
    },
  },
  wording: {
    limit: worded(
      "once",
      " times",
      { lifetime: "", day: " a day", week: " a week", month: " a month", quarter: " a quarter" },
      " in this promotion",
      (days) => (days === 1 ? " a day" : ` within ${days} days`),
      "up to a set amount",
    ),
    date: "{m} {d}, {y}",
    // prettier-ignore
    months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  },
};

export const german: ShippedTexts = {
  sentences: {
    limit_reached: {
      general: "Dieser Code gilt {limit} pro Person; probieren Sie gern einen anderen.",
      personal:
        "Dieser Code gilt {limit} pro Person; nach dem {until} steht er wieder für Sie bereit.",
    },
    group_limit_reached: {
      general:
        "Angebote dieser Art gelten {limit} pro Person; probieren Sie gern einen anderen Code.",
      personal:
        "Angebote dieser Art gelten {limit} pro Person; nach dem {until} steht dieses wieder für Sie bereit.",
    },
    not_eligible: {
      general: "Dieser Code ist für ausgewählte Personen; probieren Sie gern einen anderen.",
      personal: null,
    },
    not_issued: {
      general:
        "Dieser Code ist für alle, denen wir ihn gegeben haben; bitte melden Sie sich mit der uns bekannten E-Mail an.",
      personal: null,
    },
    new_only: {
      general: "Dieser Code ist für die erste Bestellung; probieren Sie gern einen anderen.",
      personal: null,
    },
    returning_only: {
      general:
        "Dieser Code ist für alle, die schon einmal bestellt haben; probieren Sie gern einen anderen.",
      personal: null,
    },
    sign_in_needed: {
      general: "Bitte melden Sie sich an, um diesen Code zu verwenden.",
      personal: null,
    },
    disqualified: {
      general:
        "Dieser Code ist für diese Bestellung nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
      personal:
        "Dieser Code ist für Sie bis zum {until} nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
    },
  },
  wording: {
    limit: worded(
      "einmal",
      "-mal",
      // prettier-ignore
      { lifetime: "", day: " am Tag", week: " in der Woche", month: " im Monat", quarter: " im Quartal" },
      " in dieser Aktion",
      (days) => (days === 1 ? " am Tag" : ` innerhalb von ${days} Tagen`),
      "bis zu einem festen Betrag",
    ),
    date: "{d}. {m} {y}",
    // prettier-ignore
    months: ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
  },
};

export const SHIPPED: Readonly<Record<string, ShippedTexts>> = { en: english, de: german };

/** For a language that is not shipped: what reads the same everywhere. */
export const NEUTRAL: Wording = {
  limit: worded(
    "1×",
    "×",
    { lifetime: "", day: " / 1 d", week: " / 7 d", month: " / 1 m", quarter: " / 3 m" },
    "",
    (days) => ` / ${days} d`,
    "max.",
  ),
  date: "{y}-{m}-{d}",
  months: ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
};
