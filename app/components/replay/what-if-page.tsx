import type { HistoryPage } from "#app/domain/replay/history.ts";
import { GuidedPage } from "#app/components/frame/guided-page.tsx";
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
    <GuidedPage
      title="What would this have done?"
      subtitle="Another limit of a campaign, tried on the orders you have."
      back={{ content: "Insights", url: "/app/insights" }}
      guide={{
        title: "How to read it",
        points: [
          "Every order is judged again as checkout would have: a code that is refused is not counted for the next order.",
          "Whoever is refused may still buy, without the code: the orders’ worth is what is at stake, not what is lost.",
          "A looser limit shows only what slipped through until now. Whoever was refused at checkout has left no order.",
          "Nothing is changed: campaigns and orders stay as they are.",
        ],
      }}
    >
      <NotAllowedBanner action="campaign.edit" />
      <WhatIfForm campaigns={campaigns} seasons={seasons} chosen={chosen} />
      {last ? <WhatIfAnswer last={last} names={names} /> : null}
    </GuidedPage>
  );
}
