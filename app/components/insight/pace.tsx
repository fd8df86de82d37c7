import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import type { CapBurn, CampaignReport } from "#app/domain/insight/report.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { Figure, Note } from "./figure.tsx";
import { allLinesUrl } from "./lines-url.ts";

/** What is left of the budget and for how long, and what was left over when it ended. */
export function Pace({ report }: { report: CampaignReport }) {
  const { number, percent } = useFormat();
  const { burn, expired, campaign } = report;
  if (burn.length === 0 && !expired) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Budget
        </Text>
        <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
          {burn.map((each) => (
            <Cap key={each.cap} burn={each} campaign={campaign} />
          ))}
          {expired ? (
            <Figure
              label="Expired unused"
              value={number(expired.unused)}
              url={expired.unused > 0 ? `/app/codes?campaign=${campaign.id}&used=no` : undefined}
              behind="codes"
            >
              <Note>
                {`${percent(expired.of > 0 ? expired.unused / expired.of : 0)} of ${number(expired.of)} codes, when it ended `}
                <When at={expired.endedAt} />
              </Note>
            </Figure>
          ) : null}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}

function Cap({ burn, campaign }: { burn: CapBurn; campaign: CampaignReport["campaign"] }) {
  const { number, money, percent, date } = useFormat();
  const { cap, most, used, usedUp } = burn;
  const say = (value: number) =>
    cap === "spend" ? money(value, campaign.currency) : number(value);
  return (
    <Figure
      label={cap === "spend" ? "Of the spend" : "Of the uses"}
      value={most > 0 ? percent(used / most) : "–"}
      url={most > 0 ? allLinesUrl(`campaign:${campaign.id}`) : undefined}
    >
      <Note>{`${say(used)} of ${say(most)}`}</Note>
      <Note>
        {used >= most
          ? "Used up"
          : usedUp
            ? `At this pace used up on ${date(`${usedUp.day}T12:00:00Z`)}, in ${number(usedUp.inDays)} days`
            : "At this pace not used up"}
      </Note>
    </Figure>
  );
}
