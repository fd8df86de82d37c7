import { expect, it } from "vitest";
import { formOfCampaign, formOfDuplicate } from "#app/components/campaign/form/form-of-campaign.ts";
import { sampleDetail } from "../support/sample.ts";

it("shows a campaign in its form as it was typed", () => {
  expect(formOfCampaign(sampleDetail, "Europe/Berlin")).toEqual({
    name: "SUMMER26_FREESHIP",
    conventionId: "n1",
    offerKind: "free_shipping",
    percentage: "",
    amount: "",
    startsAt: "2026-06-01T09:00",
    endsAt: "2026-06-17T14:00",
    totalCap: "",
    perCustomer: "1",
    limitWindow: "lifetime",
    segmentId: "99",
    guestRule: "match",
    codeKind: "unique",
    codeCount: "10000",
    codeLength: "8",
    codeCheck: "",
    importId: "",
    usesPerCode: "",
    freesOnCancel: "on",
    freesOnFullRefund: "on",
    freesOnExpiry: "",
  });
});

it.each([
  [{ kind: "percentage", basisPoints: 1_250 } as const, { percentage: "12.5" }],
  [{ kind: "percentage", basisPoints: 1_000 } as const, { percentage: "10" }],
  [{ kind: "fixed_amount", amountMinor: 1_050, currency: "EUR" } as const, { amount: "10.50" }],
  [{ kind: "fixed_amount", amountMinor: 500, currency: "JPY" } as const, { amount: "500" }],
])("writes the offer %o as people type it", (offer, expected) => {
  expect(formOfCampaign({ ...sampleDetail, offer }, "UTC")).toMatchObject(expected);
});

it("a duplicate has the terms, but a name of its own and new dates", () => {
  const form = formOfDuplicate(sampleDetail, "Europe/Berlin", "2026-09-01T08:00");
  expect(form).toMatchObject({
    name: "",
    startsAt: "2026-09-01T08:00",
    endsAt: "",
    perCustomer: "1",
  });
});

it("of a list shows how often each code is usable; the import it came from is used up", () => {
  const list = { ...sampleDetail, codes: { kind: "list", count: 5 } as const, unique: null };
  expect(formOfCampaign({ ...list, usesPerCode: 3 }, "UTC")).toMatchObject({
    codeKind: "list",
    codeLength: "",
    importId: "",
    usesPerCode: "3",
  });
});
