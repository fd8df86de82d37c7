/** `withdrawn`: the reasons of all its flags are gone, or another case took them over. */
export type CaseState = "open" | "decided" | "withdrawn";

export type CaseDecision = "fine" | "same_household" | "abuse";

export const CASE_DECISIONS: readonly CaseDecision[] = ["fine", "same_household", "abuse"];

export const CASE_DECISION_LABELS: Record<CaseDecision, string> = {
  fine: "Fine",
  same_household: "Same household",
  abuse: "Abuse",
};

/** Of a comment, in characters. */
export const LONGEST_COMMENT = 500;

type Reason = { value: string; label: string };

/** What decisions are given for. With "other", the comment says it. */
export const CASE_REASONS: Record<CaseDecision, readonly Reason[]> = {
  fine: [
    { value: "two_checkouts", label: "Two checkouts were open at once" },
    { value: "different_people", label: "Different people" },
    { value: "known_customer", label: "A customer we know" },
    { value: "agreed", label: "Agreed with customer service" },
    { value: "other", label: "Another reason" },
  ],
  same_household: [
    { value: "family", label: "A family or a couple" },
    { value: "flatmates", label: "Flatmates" },
    { value: "shared_place", label: "An office, a dormitory or a pick-up point" },
    { value: "other", label: "Another reason" },
  ],
  abuse: [
    { value: "many_accounts", label: "One person with several accounts" },
    { value: "past_limit", label: "Used it more often than they may" },
    { value: "reseller", label: "A reseller or a ring" },
    { value: "own_code", label: "Used their own code, or one not meant for them" },
    { value: "refunds", label: "Took the bonus and sent the goods back" },
    { value: "other", label: "Another reason" },
  ],
};

/** The reason in words; what was written before reasons were a choice stands as it is. */
export function reasonLabel(decision: CaseDecision, reason: string): string {
  return CASE_REASONS[decision].find(({ value }) => value === reason)?.label ?? reason;
}
