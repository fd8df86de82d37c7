import type { BacktestPage as Props } from "#app/domain/backtest/backtest.ts";
import { GuidedPage } from "#app/components/frame/guided-page.tsx";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { BacktestAnswer } from "./backtest-answer.tsx";
import { BacktestForm } from "./backtest-form.tsx";

/** Two policies and thresholds, tried side by side on the orders the shop has, before one is switched on. */
export function BacktestPage({ policies, flagFrom, last }: Props) {
  useRefreshWhile(last?.state === "running");
  return (
    <GuidedPage
      title="Backtest"
      subtitle="Two policies or thresholds, side by side, on the orders you have."
      back={{ content: "Policies", url: "/app/settings/policies" }}
      guide={{
        title: "How to read it",
        points: [
          "Orders are judged as they were placed: each flag grows a case, and whom the policy disqualifies has codes refused after that. Where a code would have asked to sign in, the order goes on as it did: whether somebody would have signed in is not known. What your staff decided closes a case.",
          "Probably good: customers your staff found to be fine, and of the others as many as their scores say. The range is Wilson’s, 95%, of those nobody has decided on; how far the scores themselves can be trusted stands under Calibration.",
          "Whoever is refused may still buy without the code. Whoever was refused at checkout in truth has left no order.",
          "Who is linked to whom, and the scale of scores, are taken as they are today. Nothing of your shop is changed.",
        ],
      }}
    >
      <BacktestForm policies={policies} flagFrom={flagFrom} hasLast={last !== null} />
      {last ? <BacktestAnswer last={last} /> : null}
    </GuidedPage>
  );
}
