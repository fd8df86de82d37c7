import type { RefusalKind } from "#app/domain/policy/sentence.ts";

/** What each refusal is called, and when it is said. */
export const KIND_WORDS: Record<RefusalKind, { title: string; when: string }> = {
  limit_reached: {
    title: "Limit reached",
    when: "The customer has used the code, or the campaign’s codes, as often as they may.",
  },
  group_limit_reached: {
    title: "Limit of a group reached",
    when: "They have used another campaign of the group.",
  },
  not_eligible: {
    title: "Not eligible",
    when: "They are not in the segments or do not have the tags, or are in ones left out.",
  },
  not_issued: {
    title: "Not issued to them",
    when: "The campaign asks for nothing but that it was issued to them, and it was not.",
  },
  new_only: { title: "New customers only", when: "They have ordered before." },
  returning_only: { title: "Returning customers only", when: "They have not ordered yet." },
  sign_in_needed: {
    title: "Sign in",
    when: "Only a customer can use the code, or staff have asked them to sign in, and nobody is signed in.",
  },
  disqualified: { title: "Disqualified", when: "Staff have disqualified them." },
};
