import { thresholdText } from "../calibration/read-threshold.ts";
import { KIND_LABELS } from "../signal/kind-labels.ts";
import {
  isDays,
  isFelt,
  type FairUsePolicy,
  type FairUseRule,
  type RuleScope,
  type Step,
  type Until,
} from "./policy.ts";

/** A rule as somebody would say it: "When … then …, until …". */
export function describeRule({ when, then, scope, until }: FairUseRule): string {
  const place = `${then === "disqualify" ? "from" : "for"} ${SCOPE_WORDS[scope]}`;
  const [from, end] = isFelt(then) ? [` ${place}`, `, ${untilWords(until)}`] : ["", ""];
  return `When ${whenWords(when)}, then ${STEP_WORDS[then]}${from}${end}.`;
}

export const SCOPE_WORDS: Record<RuleScope, string> = {
  campaign: "the campaign",
  group: "the campaign’s group",
  everything: "all codes",
};

const STEP_WORDS: Record<Step, string> = {
  watch: "watch",
  sign_in: "require sign-in",
  hold: "hold for review",
  disqualify: "disqualify",
};

function whenWords({ kinds, minScore, minOrders, earlierAbuse }: FairUseRule["when"]): string {
  const what =
    kinds.length === 0
      ? "anything looks wrong"
      : `it is ${kinds.map((kind) => `“${KIND_LABELS[kind].toLowerCase()}”`).join(" or ")}`;
  const more = [
    minScore > 0 ? `the score is ${thresholdText(minScore)}% or more` : "",
    minOrders > 1 ? `${minOrders} orders or more are flagged` : "",
    earlierAbuse > 0
      ? `the customer has had ${earlierAbuse === 1 ? "one case" : `${earlierAbuse} cases`} of abuse before`
      : "",
  ].filter((part) => part !== "");
  return [what, ...more].join(" and ");
}

function untilWords(until: Until): string {
  switch (until.kind) {
    case "days":
      return until.days === 1 ? "for one day" : `for ${until.days} days`;
    case "period":
      return "until the promotion is over";
    case "none":
      return "until somebody lifts it";
  }
}

/** What happens without a rule, and at most, in a sentence. */
export function describeBounds({ mostAutomatic, memoryDays }: FairUsePolicy): string {
  const most: Record<Step, string> = {
    watch: "Nothing happens by itself: cases are noted, whatever the rules say.",
    sign_in:
      "Customers can be asked to sign in without a person deciding. Nobody is asked to decide, whatever the rules say.",
    hold: "Customers can be asked to sign in without a person deciding, and nothing more: what the rules say is proposed to whoever decides.",
    disqualify: "Customers can be disqualified without a person deciding.",
  };
  const days = memoryDays === 1 ? "one day" : `${memoryDays} days`;
  // While it is typed it may be anything.
  return isDays(memoryDays)
    ? `${most[mostAutomatic]} Abuse counts for ${days}.`
    : most[mostAutomatic];
}
