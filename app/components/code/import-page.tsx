import { BlockStack, Card, Layout, List, Page, Text } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { MOST_ROWS } from "#app/domain/code/import.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { BringCodes } from "./bring-codes.tsx";

/** Brings codes that exist already; `campaign` is the one they are meant for, if that is settled. */
export function ImportPage({ campaign }: { campaign: { id: string; name: string } | null }) {
  const navigate = useNavigate();
  const { number } = useFormat();
  const back = campaign
    ? { content: campaign.name, url: `/app/campaigns/${campaign.id}` }
    : { content: "Codes", url: "/app/codes" };
  const goal = campaign ? `?campaign=${campaign.id}` : "";
  return (
    <Page
      title="Import codes"
      {...(campaign ? { subtitle: `For ${campaign.name}` } : {})}
      backAction={back}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <NotAllowedBanner action="campaign.edit" />
            <Card>
              <BringCodes onStaged={(id) => navigate(`/app/codes/imports/${id}${goal}`)} />
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="200">
              <Text as="h2" variant="headingMd">
                What can be imported
              </Text>
              <List>
                <List.Item>{`Up to ${number(MOST_ROWS)} codes at once.`}</List.Item>
                <List.Item>
                  Letters A–Z, digits, “-” and “_”. Upper and lower case are the same.
                </List.Item>
                <List.Item>
                  A column “email” or “customer” says whom each code is for, so that you find it
                  again by the person.
                </List.Item>
                <List.Item>
                  Several codes on a line, with commas between, when nothing else stands there.
                </List.Item>
                <List.Item>
                  Rows that cannot be used are shown with the reason; the others go on.
                </List.Item>
              </List>
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
