/** What is kept of a code for an audience. `cusum`: evidence in nats; `orders`: how many it rests on since it last was nil. */
export type LeakWatch = { cusum: number; orders: number; isLeaking: boolean };

export const NO_LEAK: LeakWatch = { cusum: 0, orders: 0, isLeaking: false };

/** Of uses by people outside the audience: while all is well (second addresses, friends), and when a code has leaked. */
const WELL = 0.03;
const LEAKED = 0.35;
/** Evidence for an alarm: about three strangers in a row. While all is well one rings in a mean of 5,000 uses. */
const ENOUGH = 6.5;
/**
 * Of a private code, which everybody on a mailing list may use: about four in a row by way of coupon sites. While all is
 * well one rings in a mean of 60,000 uses, not after each newsletter.
 */
const ENOUGH_OF_PRIVATE = 9;

/**
 * Takes in one use of a code that is meant for an audience (Bernoulli CUSUM). `isOutside`: the shopper is not in the
 * audience or, where there is no list (`isPrivate`), came from a site that collects codes. It takes more evidence to ring
 * for a private code. An alarm stays until somebody ends it.
 */
export function observeUse(watch: LeakWatch, isOutside: boolean, isPrivate = false): LeakWatch {
  const step = isOutside ? Math.log(LEAKED / WELL) : Math.log((1 - LEAKED) / (1 - WELL));
  const cusum = Math.max(0, watch.cusum + step);
  return {
    cusum,
    orders: cusum === 0 ? 0 : watch.orders + 1,
    isLeaking: watch.isLeaking || cusum >= (isPrivate ? ENOUGH_OF_PRIVATE : ENOUGH),
  };
}

/**
 * An alarm with its times, in ms since 1970. `countsFrom`: uses before are none of it; `since`: the first use its evidence
 * rests on; `rangAt`: the use it rang at.
 */
export type LeakAlarm = LeakWatch & { countsFrom: number; since: number; rangAt: number | null };

export const NO_ALARM: LeakAlarm = { ...NO_LEAK, countsFrom: 0, since: 0, rangAt: null };

/** What is kept of a code once its alarm was ended: it rings anew by what comes from then on, and by nothing else. */
export function alarmEnded(endedAt: number): LeakAlarm {
  return { ...NO_ALARM, countsFrom: endedAt };
}

/** A use of a code, as `observeUse` takes it in. `at`: ms since 1970. */
type WatchedUse = { at: number; isOutside: boolean; isPrivate: boolean };

/** Takes in a use. What an alarm that rings rests on stays what it was. */
export function alarmAfter(alarm: LeakAlarm, use: WatchedUse): LeakAlarm {
  if (use.at < alarm.countsFrom) return alarm;
  const watch = observeUse(alarm, use.isOutside, use.isPrivate);
  if (alarm.isLeaking) return { ...alarm, ...watch };
  return {
    ...alarm,
    ...watch,
    since: watch.orders === 1 ? use.at : alarm.since,
    rangAt: watch.isLeaking ? use.at : null,
  };
}
