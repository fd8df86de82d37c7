import type { DiscountValue } from "#app/domain/discount/terms.ts";
import { plural } from "#app/components/format/number.ts";
import { itemsWords, minimumWords, type ValueView } from "./items-words.ts";

/** What a discount takes off, as Shopify holds it. */
export function offerWords(value: DiscountValue, view: ValueView): string {
  const { percent, money, number } = view;
  switch (value.kind) {
    case "percentage":
      return `${percent(value.basisPoints / 10_000)} off`;
    case "fixed_amount":
      return `${money(value.amountMinor)} off${value.eachItem ? " each item" : ""}`;
    case "free_shipping": {
      const { maximumPriceMinor, countries } = value;
      const upTo = maximumPriceMinor === null ? "" : ` up to ${money(maximumPriceMinor)}`;
      const to = countries === null ? "" : ` to ${countries.join(", ")}`;
      return `Free shipping${upTo}${to}`;
    }
    case "buy_x_get_y": {
      const { buys, quantity, basisPoints, usesPerOrder } = value;
      const got = `${number(quantity)} ${plural(quantity, "item", "items")}`;
      const off = basisPoints === 10_000 ? "free" : `${percent(basisPoints / 10_000)} off`;
      const often =
        usesPerOrder === null
          ? ""
          : `, ${number(usesPerOrder)} ${plural(usesPerOrder, "time", "times")} an order`;
      const from = minimumWords(buys.need, view).replace("From", "from");
      return `Buy ${from} of ${itemsWords(buys.items, view)}: ${got} ${off}${often}`;
    }
  }
}
