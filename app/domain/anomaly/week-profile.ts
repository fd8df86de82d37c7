/** Ticks of a week, as the detector is fed: 15 minutes each. */
export const TICKS_A_WEEK = 672;

/** How much is claimed in a shop at each time of the week, over all codes: sums of counts, fading from week to week. */
export type WeekProfile = { sums: readonly number[]; weight: number };

export const EMPTY_PROFILE: WeekProfile = {
  sums: Array.from({ length: TICKS_A_WEEK }, () => 0),
  weight: 0,
};

/** A week's hour keeps so much of its weight when the next week's is added. */
const FADES = 0.8;
/** Ticks on either side that are taken together: an hour and a quarter in all, so that small shops have a profile. */
const AROUND = 2;

/** The profile after a week: what all codes together were claimed at each of its ticks, launches and alarms left out. */
export function addWeek(profile: WeekProfile, counts: readonly number[]): WeekProfile {
  return {
    sums: profile.sums.map((sum, tick) => sum * FADES + (counts[tick] ?? 0)),
    weight: profile.weight * FADES + 1,
  };
}

/**
 * How busy each tick of the week is, 1 on average. Smoothed over neighbours, and towards the same time on other days
 * while there is little to go by; all 1 before the first week is over.
 */
export function busyness(profile: WeekProfile): number[] {
  const total = profile.sums.reduce((sum, count) => sum + count, 0);
  if (total === 0) return profile.sums.map(() => 1);
  const mean = total / TICKS_A_WEEK;
  return profile.sums.map((_, tick) => {
    let here = 0;
    let daily = 0;
    for (let d = -AROUND; d <= AROUND; d++) {
      here += profile.sums[(tick + d + TICKS_A_WEEK) % TICKS_A_WEEK]!;
      for (let day = 0; day < 7; day++)
        daily += profile.sums[(tick + d + day * 96 + TICKS_A_WEEK) % TICKS_A_WEEK]!;
    }
    const ticks = 2 * AROUND + 1;
    const trust = here / (here + 20);
    const rate = trust * (here / ticks) + (1 - trust) * (daily / ticks / 7);
    return Math.max(0.02, rate / mean);
  });
}
