import type { Chosen } from "#app/domain/campaign/chosen.ts";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { Items } from "#app/domain/discount/terms.ts";
import { countryName } from "#app/components/format/country.ts";
import { plural } from "#app/components/format/number.ts";
import { formatMinimum } from "#app/components/format/terms.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { ChosenNames } from "./chosen-names.tsx";
import { Pair } from "./pair.tsx";

type Props = { campaign: CampaignDetail; chosen: readonly Chosen[] };

/** What else there is to say of an offer, which differs from kind to kind. What is as usual is left out. */
export function OfferPairs({ campaign, chosen }: Props) {
  const { locale } = useFormat();
  const { offer, items, minimum, currency } = campaign;
  const isOnItems = offer.kind === "percentage" || offer.kind === "fixed_amount";
  return (
    <>
      {isOnItems && items.kind !== "all" ? (
        <Pair term="Off">
          <ItemNames items={items} chosen={chosen} />
        </Pair>
      ) : null}
      {offer.kind === "buy_x_get_y" ? <BuyPairs campaign={campaign} chosen={chosen} /> : null}
      {offer.kind === "free_shipping" ? <ShippingPairs offer={offer} /> : null}
      {minimum === null ? null : (
        <Pair term="Minimum purchase">{formatMinimum(minimum, currency, locale)}</Pair>
      )}
    </>
  );
}

function BuyPairs({ campaign: { offer, items }, chosen }: Props) {
  const { number } = useFormat();
  if (offer.kind !== "buy_x_get_y") return null;
  const { buys, usesPerOrder } = offer;
  return (
    <>
      <Pair term="Customers buy">
        <ItemNames items={buys.items} chosen={chosen} />
      </Pair>
      <Pair term="Customers get">
        <ItemNames items={items} chosen={chosen} />
      </Pair>
      {usesPerOrder === null ? null : (
        <Pair term="In one order">
          {`At most ${number(usesPerOrder)} ${plural(usesPerOrder, "time", "times")}`}
        </Pair>
      )}
    </>
  );
}

type Shipping = Extract<CampaignDetail["offer"], { kind: "free_shipping" }>;

function ShippingPairs({ offer }: { offer: Shipping }) {
  const { locale, money } = useFormat();
  const { maximumPriceMinor, countries, currency } = offer;
  return (
    <>
      {maximumPriceMinor === null ? null : (
        <Pair term="Shipping rates">{`Up to ${money(maximumPriceMinor, currency)}`}</Pair>
      )}
      {countries === null ? null : (
        <Pair term="Ships to">{countries.map((code) => countryName(code, locale)).join(", ")}</Pair>
      )}
    </>
  );
}

function ItemNames({ items, chosen }: { items: Items; chosen: readonly Chosen[] }) {
  switch (items.kind) {
    case "all":
      return <>Everything</>;
    case "unknown":
      return <>What it says in Shopify</>;
    case "collections":
      return <ChosenNames chosen={chosen} ids={[["collection", items.ids]]} />;
    case "products":
      return (
        <ChosenNames
          chosen={chosen}
          ids={[
            ["product", items.ids],
            ["variant", items.variantIds],
          ]}
        />
      );
  }
}
