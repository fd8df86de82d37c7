import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { plural } from "#app/components/format/number.ts";
import { itemsOf } from "./gets-card.tsx";
import { idsIn } from "./ids.ts";

/** What the code takes off, and off what, as typed so far. */
export function offerSentence(form: CampaignForm, currency: string): string {
  switch (form.offerKind) {
    case "free_shipping":
      return shippingSentence(form, currency);
    case "buy_x_get_y":
      return buySentence(form, currency);
    case "fixed_amount": {
      const amount = form.amount.trim();
      const off = form.eachItem === "on" ? `each of ${offText(form)}` : offText(form);
      return amount
        ? `Takes ${amount} ${currency} off ${off}.`
        : `Takes an amount off ${off}: say how much.`;
    }
  }
  const percentage = form.percentage.trim();
  return percentage
    ? `Takes ${percentage}% off ${offText(form)}.`
    : `Takes a percentage off ${offText(form)}: say how much.`;
}

function offText(form: CampaignForm): string {
  if (form.items === "all") return "the order";
  return countText(form.items, form.productIds, form.variantIds, form.collectionIds);
}

function countText(kind: string, products: string, variants: string, collections: string): string {
  const [one, many] =
    kind === "collections" ? ["collection", "collections"] : ["product", "products"];
  const ids = kind === "collections" ? [collections] : [products, variants];
  const count = ids.reduce((sum, each) => sum + idsIn(each).length, 0);
  return count === 0 ? `${many} yet to be chosen` : `${count} chosen ${plural(count, one, many)}`;
}

function shippingSentence(form: CampaignForm, currency: string): string {
  const price = form.maximumPrice.trim();
  const most = price ? ` of up to ${price} ${currency}` : "";
  if (form.shipsTo !== "countries") return `Takes the shipping costs${most} off.`;
  const count = idsIn(form.countries).length;
  const where =
    count === 0
      ? "countries yet to be chosen"
      : `${count} ${plural(count, "country", "countries")}`;
  return `Takes the shipping costs${most} to ${where} off.`;
}

function buySentence(form: CampaignForm, currency: string): string {
  const need =
    form.buysNeed === "amount"
      ? `for ${form.buysAmount.trim() || "…"} ${currency}`
      : form.buysQuantity.trim() || "…";
  const buys = countText(
    form.buysItems,
    form.buysProductIds,
    form.buysVariantIds,
    form.buysCollectionIds,
  );
  const gets = countText(itemsOf(form.items), form.productIds, form.variantIds, form.collectionIds);
  const price =
    form.getsEffect === "free" ? "free" : `at ${form.getsPercentage.trim() || "…"}% off`;
  return `Who buys ${need} of ${buys} gets ${form.getsQuantity.trim() || "…"} of ${gets} ${price}.`;
}

export function minimumSentences(form: CampaignForm, currency: string): string[] {
  if (form.offerKind === "buy_x_get_y") return [];
  const [least, what] =
    form.minimum === "subtotal"
      ? [form.minimumSubtotal.trim(), currency]
      : [form.minimumQuantity.trim(), "items"];
  if (form.minimum !== "subtotal" && form.minimum !== "quantity") return [];
  return [least ? `Works from ${least} ${what}.` : "Works from a minimum: say how much."];
}
