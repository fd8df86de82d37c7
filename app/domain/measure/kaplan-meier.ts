/** People observed alike: an event after so many whole days, or none within the days they were watched. */
export type Observed = { days: number; isEvent: boolean; people: number };

export type SurvivalStep = { days: number; atRisk: number; events: number; share: number };

/**
 * The share of people to whom the event has come by each day, where those watched for a shorter time leave the count when
 * their time is over instead of counting as "never" (Kaplan–Meier, 1 − S). Events of a day come before what ends on it.
 * @see E. L. Kaplan, P. Meier, “Nonparametric estimation from incomplete observations”, JASA 53 (1958), 457–481.
 */
export function kaplanMeier(observed: readonly Observed[], upTo: number): SurvivalStep[] {
  const events = new Map<number, number>();
  const leaving = new Map<number, number>();
  let atRisk = 0;
  for (const { days, isEvent, people } of observed) {
    atRisk += people;
    const of = isEvent ? events : leaving;
    of.set(days, (of.get(days) ?? 0) + people);
  }
  const steps: SurvivalStep[] = [];
  let surviving = 1;
  for (let days = 0; days <= upTo && atRisk > 0; days += 1) {
    const happened = events.get(days) ?? 0;
    surviving *= 1 - happened / atRisk;
    steps.push({ days, atRisk, events: happened, share: 1 - surviving });
    atRisk -= happened + (leaving.get(days) ?? 0);
  }
  return steps;
}

/** What the curve says on a day; null when nobody was watched for so long. */
export function shareBy(steps: readonly SurvivalStep[], days: number): number | null {
  return steps.find((step) => step.days === days)?.share ?? null;
}
