import { Badge, BlockStack, Card, Page, Text } from "@shopify/polaris";
import type { Leak, LeakDetail, LeakLine, LeakSite } from "#app/domain/insight/leak.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { PageButtons } from "#app/components/list/page-buttons.tsx";
import { LeakRemedies } from "./leak-remedies.tsx";
import { LeakOrders } from "./leak-words.tsx";

/** One leak alarm: what it rests on, what can be done about it, and the orders behind its number. */
export function LeakPage({ detail }: { detail: LeakDetail }) {
  const { leak, sites } = detail;
  const { campaign, ended } = leak;
  return (
    <Page
      title={leak.code}
      subtitle="Leak alarm"
      titleMetadata={
        <Badge {...(ended ? {} : { tone: "critical" })}>{ended ? "Ended" : "Ringing"}</Badge>
      }
      backAction={{ content: campaign.name, url: `/app/campaigns/${campaign.id}/report?days=7` }}
    >
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              What it rests on
            </Text>
            <Text as="p">
              <LeakOrders leak={leak} />. It rang <When at={leak.rangAt} />: about{" "}
              {campaign.isPrivate ? "four" : "three"} such orders in a row make it ring.
            </Text>
            {sites.length === 0 ? null : (
              <Text as="p">
                <BySites leak={leak} sites={sites} />
              </Text>
            )}
            <Text as="p" tone="subdued">
              {campaign.isPrivate
                ? "It wrongly rings for people who have the code and look for a better one before they pay. Who uses a browser’s add-on, or finds the code without a link, is not seen."
                : "It wrongly rings for people who order with a second address, and for those you gave the code without their being in the list it was issued by."}
            </Text>
          </BlockStack>
        </Card>
        <LeakRemedies leak={leak} />
        <OrdersCard detail={detail} />
      </BlockStack>
    </Page>
  );
}

/** As the sentence around it: "a, b and c". */
const WITH_AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Which sites: who runs one takes a code off when asked to. */
function BySites({ leak: { orders, hasMore }, sites }: { leak: Leak; sites: readonly LeakSite[] }) {
  const { number } = useFormat();
  const isAll = sites.reduce((sum, site) => sum + site.orders, 0) >= orders;
  const named = sites.map((each) => `${each.site} (${number(each.orders)})`);
  const by = WITH_AND.format(isAll ? named : [...named, "others"]);
  return (
    <>
      {hasMore ? `Of the latest ${number(orders)}: by way of ${by}.` : `By way of ${by}.`} Sites
      like these mostly take a code off when asked.
    </>
  );
}

function OrdersCard({ detail: { leak, lines, next } }: { detail: LeakDetail }) {
  const { isPrivate } = leak.campaign;
  return (
    <div id="orders">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {isPrivate ? "Orders by way of coupon sites" : "Orders by people it was not issued to"}
          </Text>
          {lines.length === 0 ? (
            <Text as="p" tone="subdued">
              {isPrivate
                ? "None is left: what was known of them was erased."
                : "None is left: each was cancelled, or the code has been issued to them since."}
            </Text>
          ) : (
            <Lines lines={lines} hasSites={isPrivate} />
          )}
          <PageButtons of="orders" next={next} />
        </BlockStack>
      </Card>
    </div>
  );
}

function Lines({ lines, hasSites }: { lines: readonly LeakLine[]; hasSites: boolean }) {
  const { money, date } = useFormat();
  return (
    <table className="bf-numbers">
      <caption className="bf-unseen">Orders, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col" className="bf-said-in-words">
            Placed
          </th>
          {hasSites ? (
            <th scope="col" className="bf-said-in-words">
              Came from
            </th>
          ) : null}
          <th scope="col">Discount</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ order, at, couponSite, discountMinor, currency }) => (
          <tr key={order.id}>
            <th scope="row">
              <OrderLink id={order.id}>{order.name}</OrderLink>
            </th>
            <td data-label="Placed" className="bf-said-in-words">
              {date(at)}
            </td>
            {hasSites ? (
              <td data-label="Came from" className="bf-said-in-words">
                {couponSite}
              </td>
            ) : null}
            <td data-label="Discount">{money(discountMinor, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
