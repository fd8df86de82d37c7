import { NO_LEAK, observeUse, type LeakWatch } from "#app/domain/anomaly/leak-alarm.ts";
import { chanceOf } from "#test/worlds/random.ts";

/** Uses of a code for an audience: some members have a second address from the start; then the code is passed around. */
const WELL_OUTSIDE = 0.02;
const LEAKED_OUTSIDE = 0.6;

/** Leaked orders until the alarm, the mean over many codes; and how many of as many sound codes raise one in 300 uses. */
export function measureLeak(codes: number): { ordersToAlarm: number; falseAlarms: number } {
  const chance = chanceOf(77);
  let orders = 0;
  let falseAlarms = 0;
  for (let code = 0; code < codes; code++) {
    let sound: LeakWatch = NO_LEAK;
    for (let use = 0; use < 300; use++) sound = observeUse(sound, chance.is(WELL_OUTSIDE));
    if (sound.isLeaking) falseAlarms++;
    let watch: LeakWatch = NO_LEAK;
    for (let use = 0; use < 30; use++)
      watch = observeUse({ ...watch, isLeaking: false }, chance.is(WELL_OUTSIDE));
    watch = { ...watch, isLeaking: false };
    while (!watch.isLeaking) {
      const isOutside = chance.is(LEAKED_OUTSIDE);
      if (isOutside) orders++;
      watch = observeUse(watch, isOutside);
    }
  }
  return { ordersToAlarm: orders / codes, falseAlarms: falseAlarms / codes };
}
