/*
 * What the limits mean, told in the plainest way from raw orders: for every use, walk the days of
 * its window and look who ordered then. Knows nothing of periods, standing or the wire.
 */
export type NaiveOrder = { customer: string; campaign: string; day: string };

export type NaiveWindow = "lifetime" | "day" | "week" | "month" | "quarter";

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Whether two days lie in the same window of the calendar. */
function together(window: NaiveWindow, a: string, b: string): boolean {
  const [x, y] = [noon(a), noon(b)];
  const sameYear = x.getUTCFullYear() === y.getUTCFullYear();
  switch (window) {
    case "lifetime":
      return true;
    case "day":
      return a === b;
    case "week":
      return mondayOf(x) === mondayOf(y);
    case "month":
      return sameYear && x.getUTCMonth() === y.getUTCMonth();
    case "quarter":
      return sameYear && Math.floor(x.getUTCMonth() / 3) === Math.floor(y.getUTCMonth() / 3);
  }
}

function mondayOf(date: Date): string {
  const day = new Date(date);
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** Whether the customer may use one more code of the campaign on that day. */
export function mayUse(
  orders: readonly NaiveOrder[],
  asked: { customer: string; campaign: string; day: string; window: NaiveWindow; most: number },
): boolean {
  let uses = 0;
  for (const order of orders) {
    const theirs = order.customer === asked.customer && order.campaign === asked.campaign;
    if (theirs && together(asked.window, order.day, asked.day)) uses++;
  }
  return uses < asked.most;
}
