import type { CaseLoad } from "#app/domain/replay/history.ts";
import { useFormat } from "#app/components/format/use-format.ts";

/** Cases a day, over so many days: "0.25, at most 2 on May 3, 2026". */
export function useCaseLoad(days: number): (load: CaseLoad) => string {
  const { number, day } = useFormat();
  return ({ cases, busiest }) => {
    const rate = number(Math.round((cases / Math.max(1, days)) * 100) / 100);
    return busiest ? `${rate}, at most ${number(busiest.cases)} on ${day(busiest.day)}` : rate;
  };
}
