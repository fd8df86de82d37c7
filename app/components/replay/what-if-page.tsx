import { Card, EmptyState } from "@shopify/polaris";
import type { HistoryPage } from "#app/domain/replay/history.ts";
import { GuidedPage } from "#app/components/frame/guided-page.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { WhatIfAnswer } from "./what-if-answer.tsx";
import { WhatIfForm } from "./what-if-form.tsx";

type Props = HistoryPage & { campaign: string | null };

/** Another limit of a campaign, or two side by side, tried on the orders the shop has. */
export function WhatIfPage({ campaigns, seasons, names, last, campaign }: Props) {
  useRefreshWhile(last?.state === "running");
  const chosen = campaign ?? last?.campaign.id ?? campaigns[0]?.id ?? "";
  return (
    <GuidedPage
      title="What would this have done?"
      subtitle="Another limit of a campaign, or two, tried on the orders you have."
      back={{ content: "Insights", url: "/app/insights" }}
      guide={{
        title: "How to read it",
        points: [
          "Every order is judged again as checkout would have: a code that is refused is not counted for the next order.",
          "Probably good: of those who would be refused a code and are not now, whom your staff found to be fine, and of the others as many as their scores say; nothing speaks against those without a score. The range is Wilson’s, 95%, of those nobody has decided on.",
          "Cases a day: what uses over the limit would bring to review if checkout refused none of them. Those it refuses bring nothing. What signals find is not counted.",
          "Whoever is refused may still buy, without the code: the orders’ worth is what is at stake, not what is lost.",
          "A looser limit shows only what slipped through until now. Whoever was refused at checkout has left no order.",
          "Nothing is changed: campaigns and orders stay as they are.",
        ],
      }}
    >
      {campaigns.length === 0 ? (
        <NothingToTry />
      ) : (
        <>
          <NotAllowedBanner action="campaign.edit" />
          <WhatIfForm campaigns={campaigns} seasons={seasons} chosen={chosen} />
        </>
      )}
      {last ? <WhatIfAnswer last={last} names={names} /> : null}
    </GuidedPage>
  );
}

/** A shop without a campaign has no limit to try another of. */
function NothingToTry() {
  const create = useAllowedLink("campaign.edit", "/app/campaigns/new");
  return (
    <Card>
      <EmptyState
        heading="No campaign to try yet"
        image={emptyDrawing}
        action={{ content: "Create campaign", ...create }}
      >
        <p>Once a campaign has orders, another limit can be tried on them here.</p>
        {create.helpText ? <p>{create.helpText}</p> : null}
      </EmptyState>
    </Card>
  );
}
