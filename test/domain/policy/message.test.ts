import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMIT_WINDOWS } from "#app/domain/policy/limit.ts";
import { messageOf } from "#app/domain/policy/message.ts";
import type { Rejection } from "#app/domain/policy/verdict.ts";

const rejection = (details: Partial<Rejection>): Rejection => ({
  code: "SALE",
  rule: "a1",
  outcome: "reject",
  reason: "limit_reached",
  ...details,
});

test.each([
  [
    { limit: { perCustomer: 1, window: "lifetime" } },
    "This code can be used once per customer; you are welcome to try another one.",
    "Dieser Code gilt einmal pro Person; probieren Sie gern einen anderen.",
  ],
  [
    { limit: { perCustomer: 3, window: "week" }, until: "2026-11-29" },
    "This code can be used 3 times a week per customer; it will be there for you again after November 29, 2026.",
    "Dieser Code gilt 3-mal in der Woche pro Person; nach dem 29. November 2026 steht er wieder für Sie bereit.",
  ],
  [
    { reason: "not_in_segment" },
    "This code is for selected customers; you are welcome to try another one.",
    "Dieser Code ist für ausgewählte Personen; probieren Sie gern einen anderen.",
  ],
  [
    { reason: "disqualified" },
    "This code is not available for this order; please contact us if you need help.",
    "Dieser Code ist für diese Bestellung nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
  ],
  [
    { reason: "disqualified", until: "2027-03-01" },
    "This code is not available to you up to March 1, 2027; please contact us if you need help.",
    "Dieser Code ist für Sie bis zum 1. März 2027 nicht verfügbar; bei Fragen helfen wir Ihnen gern.",
  ],
  [
    { reason: "sign_in_needed" },
    "Please sign in to use this code.",
    "Bitte melden Sie sich an, um diesen Code zu verwenden.",
  ],
] satisfies [Partial<Rejection>, string, string][])("%j", (details, english, german) => {
  for (const language of ["EN", "en-GB", "FR", "", "zz"]) {
    expect(messageOf(rejection(details), language)).toBe(english);
  }
  for (const language of ["DE", "de", "de-AT"]) {
    expect(messageOf(rejection(details), language)).toBe(german);
  }
});

test("every refusal is one whole sentence, in every language", () => {
  const anyRejection = fc
    .record({
      reason: fc.constantFrom(
        "limit_reached" as const,
        "not_in_segment" as const,
        "disqualified" as const,
        "sign_in_needed" as const,
      ),
      limit: fc.option(
        fc.record({
          perCustomer: fc.integer({ min: 1, max: 1000 }),
          window: fc.constantFrom(...LIMIT_WINDOWS),
        }),
        { nil: undefined },
      ),
      until: fc.option(fc.oneof(fc.constantFrom("2026-11-30", "2026-02-01"), fc.string()), {
        nil: undefined,
      }),
    })
    .map(({ limit, until, reason }) =>
      rejection({ reason, ...(limit && { limit }), ...(until !== undefined && { until }) }),
    );
  fc.assert(
    fc.property(anyRejection, fc.constantFrom("en", "de"), (refused, language) => {
      const message = messageOf(refused, language);
      expect(message).toMatch(/^[A-Z][^{}]*[a-zäöüß0-9]\.$/);
      expect(message).not.toMatch(/undefined|null|NaN| {2}/);
      expect(message.length).toBeLessThan(140);
    }),
  );
});
