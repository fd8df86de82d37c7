import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  alarmAfter,
  alarmEnded,
  NO_ALARM,
  type LeakAlarm,
} from "#app/domain/anomaly/leak-alarm.ts";

/** Uses one a minute: "o" by somebody outside the audience, "i" by somebody inside. */
const after = (uses: string, isPrivate = false): LeakAlarm =>
  [...uses].reduce(
    (alarm, use, at) => alarmAfter(alarm, { at: at + 1, isOutside: use === "o", isPrivate }),
    NO_ALARM,
  );

describe("the leak alarm of a code", () => {
  it.each<[string, number | null, number]>([
    ["", null, 0],
    ["iiii", null, 0],
    ["o", null, 1],
    ["oo", null, 1],
    ["ooo", 3, 1],
    ["iioio", null, 3],
    ["iiooo", 5, 3],
    ["oiiiiiiiooo", 11, 9],
    ["oooiiiiiiiiiiiiiiiiiiiiiooo", 3, 1],
  ])("after %j it rang at %s and rests on uses from %s on", (uses, rangAt, since) => {
    const alarm = after(uses);
    expect(alarm.rangAt).toBe(rangAt);
    expect(alarm.isLeaking).toBe(rangAt !== null);
    if (uses !== "" && uses !== "iiii") expect(alarm.since).toBe(since);
  });

  it.each<[string, number | null]>([
    ["ooo", null],
    ["oooo", 4],
    ["oiiooo", 6],
    ["oiiiooo", null],
  ])("of a private code after %j it rang at %s", (uses, rangAt) => {
    expect(after(uses, true).rangAt).toBe(rangAt);
  });

  it("rings anew, once ended, by what comes from then on and by nothing else", () => {
    const stranger = { isOutside: true, isPrivate: false };
    const uses = [1, 9, 10, 11, 5, 12].map((at) => ({ at, ...stranger }));
    const alarms = uses.map((_, n) => uses.slice(0, n + 1).reduce(alarmAfter, alarmEnded(10)));
    expect(alarms.map(({ orders, rangAt }) => [orders, rangAt])).toEqual([
      ...[0, 0, 1, 2, 2].map((orders) => [orders, null]),
      [3, 12],
    ]);
    expect(alarms.at(-1)).toMatchObject({ countsFrom: 10, since: 10, isLeaking: true });
  });

  it("rings once and for good, and rests on a stranger", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (uses) => {
        let alarm = NO_ALARM;
        uses.forEach((isOutside, at) => {
          const next = alarmAfter(alarm, { at, isOutside, isPrivate: false });
          if (alarm.isLeaking)
            expect(next).toMatchObject({ rangAt: alarm.rangAt, since: alarm.since });
          else if (next.isLeaking) {
            expect(isOutside).toBe(true);
            expect(uses[next.since]).toBe(true);
          }
          alarm = next;
        });
      }),
    );
  });
});
