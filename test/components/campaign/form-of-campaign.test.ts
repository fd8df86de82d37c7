import { expect, it } from "vitest";
import { formOfCampaign, formOfDuplicate } from "#app/components/campaign/form/form-of-campaign.ts";
import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import type { Offer } from "#app/domain/campaign/offer.ts";
import { sampleDetail } from "../support/sample.ts";

const amount = (amountMinor: number, currency: string) =>
  ({ kind: "fixed_amount", amountMinor, eachItem: false, currency }) as const;

it("shows a campaign in its form as it was typed", () => {
  expect(formOfCampaign(sampleDetail, "Europe/Berlin")).toEqual({
    ...emptyCampaignForm(""),
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
    audience: "segment",
    segmentIds: "99",
    guestPolicy: "match",
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

it.each<[Offer, Partial<CampaignForm>]>([
  [{ kind: "percentage", basisPoints: 1_250 } as const, { percentage: "12.5" }],
  [{ kind: "percentage", basisPoints: 1_000 } as const, { percentage: "10" }],
  [amount(1_050, "EUR"), { amount: "10.50", eachItem: "" }],
  [amount(500, "JPY"), { amount: "500", eachItem: "" }],
  [{ ...amount(500, "JPY"), eachItem: true }, { eachItem: "on" }],
  [
    {
      ...{ kind: "free_shipping", currency: "EUR" },
      ...{ maximumPriceMinor: 950, countries: ["AT", "DE"] },
    } as const,
    { maximumPrice: "9.50", shipsTo: "countries", countries: "AT,DE" },
  ],
])("writes the offer %o as people type it", (offer, expected) => {
  const currency = "currency" in offer ? offer.currency : "EUR";
  expect(formOfCampaign({ ...sampleDetail, offer, currency }, "UTC")).toMatchObject(expected);
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
