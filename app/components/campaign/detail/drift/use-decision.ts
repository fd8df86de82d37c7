import type { DriftChoice, DriftChoices, DriftSummary } from "#app/domain/discount/drift.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** Sends what a person decided, with what they saw. */
export function useDecision({ id, seen, campaign }: DriftSummary, said: string) {
  const { send, ...verb } = useVerb(said);
  const path = `/app/campaigns/${campaign.id}/decide-drift`;
  return {
    ...verb,
    decideAll: (choice: DriftChoice) => send(path, { driftId: id, seen, choice }),
    decideEach: (choices: DriftChoices) =>
      send(path, { driftId: id, seen, choices: JSON.stringify(choices) }),
  };
}
