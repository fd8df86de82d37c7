import type { CodeKind } from "../campaign/summary.ts";
import type { CodeState } from "./summary.ts";

/** What can be done to single codes. */
export type CodeVerb = "pause" | "resume" | "retire";

/** A code, as far as it decides what can be done to it. `limit`: how often it may be used; null: without a cap. */
export type JudgedCode = {
  state: CodeState;
  codeKind: CodeKind;
  isCampaignOver: boolean;
  uses: number;
  limit: number | null;
};

export type CodeJudgement = { to: CodeState } | { why: string };

/**
 * What a verb makes of a code, or why it cannot be done, as the rest of a sentence that begins with the code. Shopify
 * forgets how often a code was used when it is taken out, so one that is used up would work again: it stays out.
 */
export function judgeVerb(verb: CodeVerb, code: JudgedCode): CodeJudgement {
  if (code.isCampaignOver) return { why: "is of a campaign that has ended" };
  if (code.codeKind === "public")
    return { why: `is its campaign’s only code: ${verb} the campaign instead` };
  switch (code.state) {
    case "pending":
      return { why: "is still on its way to Shopify" };
    case "retiring":
    case "retired":
      return { why: "is retired already" };
    case "released":
      return { why: "is no longer assigned" };
    case "live":
      return verb === "resume"
        ? { why: "is not paused" }
        : { to: verb === "pause" ? "pausing" : "retiring" };
    case "failed":
      return verb === "retire" ? { to: "retired" } : { why: "was refused by Shopify" };
    case "removed":
      if (verb === "resume") return { why: "was removed in Shopify, not paused here" };
      return { to: verb === "pause" ? "paused" : "retired" };
    case "pausing":
      if (verb === "retire") return { to: "retiring" };
      return {
        why: verb === "pause" ? "is paused already" : "is still being taken out of Shopify",
      };
    case "returned": {
      if (verb !== "resume") return { to: verb === "pause" ? "pausing" : "retiring" };
      const judged = resume(code);
      return "why" in judged ? judged : { to: "live" };
    }
    case "paused":
      if (verb === "pause") return { why: "is paused already" };
      return verb === "retire" ? { to: "retired" } : resume(code);
  }
}

function resume({ uses, limit }: JudgedCode): CodeJudgement {
  if (limit === null || uses < limit) return { to: "pending" };
  const times =
    limit === 1 ? "has been used" : `has been used ${uses} times, as often as it may be`;
  return { why: `${times}. Shopify would count from zero and let it be used again` };
}
