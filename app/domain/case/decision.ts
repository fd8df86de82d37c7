import { dayNumber } from "../policy/day.ts";
import { FELT_STEPS, type FeltStep } from "../fair-use/policy.ts";
import type { Problem } from "../shared/outcome.ts";
import { CASE_DECISIONS, CASE_REASONS, LONGEST_COMMENT, type CaseDecision } from "./case.ts";
import type { SignalKind } from "../signal/signal.ts";
import { SHOPIFY_EFFECTS, type ShopifyEffect } from "./effect.ts";

/**
 * As posted. `disqualify`: "", "campaign" (those of the flagged orders), "group:NUMBER" or "everything"; `step`: whether
 * codes are refused or ask to sign in ("disqualify", "sign_in"); `until`: a shop-local day, or empty for no end. `use`: "free"
 * gives the flagged uses back. `people`: whether they are different people ("apart"), one person ("together") or as before
 * ("").
 */
export type DecisionForm = {
  decision: string;
  reason: string;
  comment: string;
  disqualify: string;
  step: string;
  until: string;
  use: string;
  people: string;
  /** Kinds of `SHOPIFY_EFFECTS`, separated by commas. */
  shopify: string;
};

export type DisqualifyScope =
  { kind: "campaign" } | { kind: "group"; number: number } | { kind: "everything" };

export type WantedDecision = {
  decision: CaseDecision;
  reason: string;
  comment: string;
  disqualify: { step: FeltStep; scope: DisqualifyScope; until: string | null } | null;
  freesUse: boolean;
  people: "apart" | "together" | null;
  shopify: ShopifyEffect["kind"][];
};

/** What abuse is mostly called where flags have this kind; else it is somebody with several accounts. */
const ABUSE: Partial<Record<SignalKind, string>> = {
  overshoot: "past_limit",
  self_referral: "own_code",
  employee_use: "own_code",
  leaked_code: "own_code",
  refund_after_bonus: "refunds",
};

/** A decision cuts links by itself only where it says that they are different people. */
export function usualPeople(decision: CaseDecision, reason: string): "apart" | "" {
  return decision === "same_household" || reason === "different_people" ? "apart" : "";
}

/** What a decision on flags of these kinds means unless somebody says otherwise. */
export function usualForm(
  decision: CaseDecision,
  kinds: readonly SignalKind[] = [],
): DecisionForm & { decision: CaseDecision } {
  const isAbuse = decision === "abuse";
  const called = isAbuse && !kinds.includes("over_limit") ? kinds.map((kind) => ABUSE[kind]) : [];
  const reason = called.find((each) => each) ?? CASE_REASONS[decision][0]?.value ?? "";
  return {
    ...{ decision, reason },
    comment: "",
    disqualify: isAbuse ? "campaign" : "",
    step: "disqualify",
    until: "",
    use: "keep",
    people: usualPeople(decision, reason),
    shopify: "",
  };
}

/** @param today the shop's local day. */
export function readDecision(
  form: DecisionForm,
  today: string,
): { ok: true; wanted: WantedDecision } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (field: keyof DecisionForm, message: string) =>
    void problems.push({ field, message });
  const decision = CASE_DECISIONS.find((known) => known === form.decision);
  if (!decision) report("decision", "Choose a decision.");
  const [reason, comment, until] = [form.reason.trim(), form.comment.trim(), form.until.trim()];
  if (decision && !CASE_REASONS[decision].some(({ value }) => value === reason))
    report("reason", "Choose a reason.");
  if (reason === "other" && comment === "")
    report("comment", "Say the reason in a few words, for whoever looks at this later.");
  if (comment.length > LONGEST_COMMENT)
    report("comment", `Use at most ${LONGEST_COMMENT} characters.`);
  const scope = scopeOf(form.disqualify.trim());
  if (scope === undefined) report("disqualify", "Choose a campaign, a group or everything.");
  else if (scope && decision && decision !== "abuse")
    report("disqualify", "Only abuse disqualifies. Choose “Abuse”, or no disqualification.");
  const step = FELT_STEPS.find((known) => known === form.step);
  if (scope && !step) report("step", "Choose whether codes are refused or ask to sign in.");
  if (scope && until !== "" && dayNumber(until) === null)
    report("until", "Enter a day, such as 2026-12-31, or leave it empty for no end.");
  else if (scope && until !== "" && until < today)
    report("until", "That day has passed. Choose a later one.");
  const people = form.people === "apart" || form.people === "together" ? form.people : null;
  if (people === null && form.people !== "")
    report("people", "Choose whether they are different people or one, or leave it open.");
  else if (people === "apart" && decision === "abuse")
    report(
      "people",
      "Different people are no abuse of a limit. Choose another decision, or leave it open.",
    );
  else if (people === "together" && decision === "same_household")
    report(
      "people",
      "A household is of different people. Choose “Fine” or “Abuse” for one person.",
    );
  const shopify = form.shopify.split(",").filter((kind) => kind !== "");
  const known = SHOPIFY_EFFECTS.filter((kind) => shopify.includes(kind));
  if (known.length < new Set(shopify).size)
    report("shopify", "Choose from what can be done in Shopify.");
  if (!decision || scope === undefined || problems.length > 0) return { ok: false, problems };
  const end = until || null;
  return {
    ok: true,
    wanted: {
      ...{ decision, reason, comment },
      disqualify: scope && step ? { step, scope, until: end } : null,
      freesUse: form.use === "free",
      people,
      shopify: known,
    },
  };
}

function scopeOf(text: string): DisqualifyScope | null | undefined {
  if (text === "") return null;
  if (text === "campaign" || text === "everything") return { kind: text };
  const [, number] = /^group:([1-9]\d{0,8})$/.exec(text) ?? [];
  return number === undefined ? undefined : { kind: "group", number: Number(number) };
}
