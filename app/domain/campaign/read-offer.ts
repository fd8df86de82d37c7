import { COUNTRY_CODES } from "../shared/country-codes.ts";
import { parseMinor } from "../shared/money.ts";
import type { CampaignField } from "./form.ts";
import { readAmount, readBound, readWhole, type FormReader } from "./form-reader.ts";
import type { Offer } from "./offer.ts";
import { readChosen } from "./read-items.ts";

/** What the code takes off; null when something of it is wrong, which is then reported. */
export function readOffer(reader: FormReader): Offer | null {
  const { form, currency, report } = reader;
  switch (form.offerKind) {
    case "percentage": {
      const basisPoints = readPercentage(reader, "percentage");
      return basisPoints === null ? null : { kind: "percentage", basisPoints };
    }
    case "fixed_amount": {
      const amountMinor = readAmount(reader, "amount");
      const eachItem = form.eachItem === "on";
      return amountMinor === null
        ? null
        : { kind: "fixed_amount", amountMinor, eachItem, currency };
    }
    case "free_shipping":
      return readShipping(reader);
    case "buy_x_get_y":
      return readBuyXGetY(reader);
  }
  return report(
    "offerKind",
    "Choose what the code takes off: a percentage, an amount, the shipping, or buy X, get Y.",
  );
}

/** Whether it is above 100 is Shopify's rule: see `refusalsOf`. */
function readPercentage({ form, report }: FormReader, field: CampaignField): number | null {
  const basisPoints = parseMinor(form[field], "EUR");
  if (basisPoints !== null && basisPoints >= 1) return basisPoints;
  return report(field, "Enter a percentage above 0 and up to 100, with at most two decimals.");
}

function readShipping(reader: FormReader): Offer | null {
  const { form, currency, report } = reader;
  const isOpen = form.maximumPrice.trim() === "";
  const maximumPriceMinor = isOpen ? null : readAmount(reader, "maximumPrice");
  const countries = form.shipsTo === "countries" ? readCountries(form.countries) : null;
  const isKnown = countries?.every((code) => COUNTRY_CODES.includes(code)) ?? true;
  if (!isKnown) return report("countries", "Choose countries from the list.");
  if (!isOpen && maximumPriceMinor === null) return null;
  return { kind: "free_shipping", maximumPriceMinor, countries, currency };
}

function readCountries(text: string): string[] {
  const codes = text.toUpperCase().split(",");
  return [...new Set(codes.map((code) => code.trim()).filter((code) => code !== ""))].sort();
}

function readBuyXGetY(reader: FormReader): Offer | null {
  const { form, currency, report } = reader;
  const items = readChosen(reader, {
    kind: form.buysItems,
    products: "buysProductIds",
    variants: "buysVariantIds",
    collections: "buysCollectionIds",
  });
  const need = readNeed(reader);
  const quantity = readWhole(reader, "getsQuantity");
  const basisPoints =
    form.getsEffect === "free"
      ? 10_000
      : form.getsEffect === "percentage"
        ? readPercentage(reader, "getsPercentage")
        : report("getsEffect", "Choose whether it is free or costs less.");
  const usesPerOrder = readBound(reader, "usesPerOrder");
  if (!items || !need || quantity === null || basisPoints === null || usesPerOrder === undefined)
    return null;
  const buys = { items, need };
  return { kind: "buy_x_get_y", buys, quantity, basisPoints, usesPerOrder, currency };
}

function readNeed(reader: FormReader) {
  const { buysNeed } = reader.form;
  if (buysNeed === "quantity") {
    const quantity = readWhole(reader, "buysQuantity");
    return quantity === null ? null : { kind: "quantity" as const, quantity };
  }
  if (buysNeed === "amount") {
    const minor = readAmount(reader, "buysAmount");
    return minor === null ? null : { kind: "subtotal" as const, minor };
  }
  return reader.report("buysNeed", "Choose a number of items or an amount.");
}
