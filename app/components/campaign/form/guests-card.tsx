import type { FormBinding } from "./binding.ts";
import { Choices } from "./choices.tsx";
import { FoldedCard } from "./folded-card.tsx";

const CHOICES = [
  {
    value: "match",
    label: "Recognise them by e-mail and phone",
    helpText: "Whoever used the code before, as a guest or a customer, is counted on. Recommended.",
  },
  {
    value: "sign_in",
    label: "Ask them to sign in",
    helpText: "The code works for signed-in customers only. The strictest choice.",
  },
  {
    value: "allow",
    label: "Let them use it",
    helpText: "Nobody is held up. Orders over the limit are flagged for review afterwards.",
  },
] as const;

/** What happens to shoppers who are not signed in: a limit per customer has to know who they are. */
export function GuestsCard({ form }: { form: FormBinding }) {
  const { guestPolicy } = form.values;
  return (
    <FoldedCard
      title="Guests"
      summary={CHOICES.find(({ value }) => value === guestPolicy)?.label ?? "Choose"}
      isOpen={form.initial.guestPolicy !== "match" || form.errorOf("guestPolicy") !== false}
    >
      <Choices
        form={form}
        field="guestPolicy"
        title="Shoppers who check out without signing in"
        choices={CHOICES}
      />
    </FoldedCard>
  );
}
