import { Link } from "@shopify/polaris";
import type { Leak } from "#app/domain/insight/leak.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { leakUrl } from "./leak-url.ts";

/** How many orders came from outside its audience since when; the number opens them. */
export function LeakOrders({ leak: { id, campaign, orders, hasMore, since } }: { leak: Leak }) {
  const { number } = useFormat();
  const text = `${hasMore ? "Over " : ""}${number(orders)} ${plural(orders, "order", "orders")}`;
  return (
    <>
      <Link url={`${leakUrl(id)}#orders`}>{text}</Link>{" "}
      {campaign.isPrivate ? "by way of coupon sites" : "by people it was not issued to"}
      {orders === 0 ? null : (
        <>
          , the earliest of them <When at={since} />
        </>
      )}
    </>
  );
}
