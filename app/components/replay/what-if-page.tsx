import { BlockStack, Card, Layout, List, Page, Text } from "@shopify/polaris";
import type { HistoryPage } from "#app/domain/replay/history.ts";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { WhatIfAnswer } from "./what-if-answer.tsx";
import { WhatIfForm } from "./what-if-form.tsx";

type Props = HistoryPage & { campaign: string | null };

/** Another limit of a campaign, tried on the orders the shop has. */
export function WhatIfPage({ campaigns, seasons, names, last, campaign }: Props) {
  useRefreshWhile(last?.state === "running");
  const chosen = campaign ?? last?.campaign.id ?? campaigns[0]?.id ?? "";
  return (
    <Page
      title="What would this have done?"
      subtitle="Another limit of a campaign, tried on the orders you have."
      backAction={{ content: "Insights", url: "/app/insights" }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <NotAllowedBanner action="campaign.edit" />
            <WhatIfForm campaigns={campaigns} seasons={seasons} chosen={chosen} />
            {last ? <WhatIfAnswer last={last} names={names} /> : null}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="200">
              <Text as="h2" variant="headingMd">
                How to read it
              </Text>
              <List>
                <List.Item>
                  Every order is judged again as checkout would have: a code that is refused is not
                  counted for the next order.
                </List.Item>
                <List.Item>
                  Whoever is refused may still buy, without the code: the orders’ worth is what is
                  at stake, not what is lost.
                </List.Item>
                <List.Item>
                  A looser limit shows only what slipped through until now. Whoever was refused at
                  checkout has left no order.
                </List.Item>
                <List.Item>Nothing is changed: campaigns and orders stay as they are.</List.Item>
              </List>
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
