/*
 * What the limits mean, told in the plainest way from raw orders: an order is an instant, a customer and the codes on
 * it; for every use, walk the days and look who ordered then. Knows nothing of spans, standing or the wire.
 */
export type NaiveOrder = {
  at: string;
  customer: string;
  codes: { code: string; campaign: string }[];
};

export type NaiveLimit = {
  most: number;
  window:
    | "lifetime"
    | "day"
    | "week"
    | "month"
    | "quarter"
    | { from: string; to: string }
    | { lastDays: number };
  counts: "code" | "campaign" | { group: string };
};

/** `issuedTo`: the customers who alone may use it; null when everybody may. */
export type NaiveCampaign = {
  name: string;
  groups: string[];
  limits: NaiveLimit[];
  issuedTo: string[] | null;
};

/** The day on the calendar of a place at an instant. */
export function localDay(instant: string, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(
    new Date(instant),
  );
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

function dayBefore(day: string, days: number): string {
  const date = noon(day);
  for (let i = 0; i < days; i++) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function mondayOf(day: string): string {
  let walk = day;
  while (noon(walk).getUTCDay() !== 1) walk = dayBefore(walk, 1);
  return walk;
}

const quarterOf = (day: string): string =>
  day.slice(0, 4) +
  ["01 02 03", "04 05 06", "07 08 09", "10 11 12"].findIndex((months) =>
    months.includes(day.slice(5, 7)),
  );

/** Whether a use on `day` is one that the limit asks about on `today`; null when it asks about nothing then. */
function isAskedFor(window: NaiveLimit["window"], day: string, today: string): boolean | null {
  if (window === "lifetime") return true;
  if (window === "day") return day === today;
  if (window === "week") return mondayOf(day) === mondayOf(today);
  if (window === "month") return day.slice(0, 7) === today.slice(0, 7);
  if (window === "quarter") return quarterOf(day) === quarterOf(today);
  if ("from" in window) {
    if (today < window.from || today > window.to) return null;
    return day >= window.from && day <= window.to;
  }
  for (let back = 0; back < window.lastDays; back++)
    if (dayBefore(today, back) === day) return true;
  return false;
}

type Asked = {
  orders: readonly NaiveOrder[];
  campaigns: readonly NaiveCampaign[];
  customer: string;
  today: string;
  zone: string;
  /** In the order they were entered. */
  entered: readonly { code: string; campaign: string }[];
};

/** For each entered code, whether the customer may use it, given those before it that they may. */
export function mayUse(asked: Asked): boolean[] {
  const taken: { code: string; campaign: string }[] = [];
  return asked.entered.map((entered) => {
    const campaign = asked.campaigns.find(({ name }) => name === entered.campaign);
    const isForThem = campaign?.issuedTo?.includes(asked.customer) ?? true;
    const within = (campaign?.limits ?? []).every((limit) => holds(limit, entered, taken, asked));
    const may = isForThem && within;
    if (may) taken.push(entered);
    return may;
  });
}

function holds(
  { most, window, counts }: NaiveLimit,
  entered: { code: string; campaign: string },
  taken: readonly { code: string; campaign: string }[],
  { orders, campaigns, customer, today, zone }: Asked,
): boolean {
  const isCounted = (use: { code: string; campaign: string }): boolean => {
    if (counts === "code") return use.code === entered.code && use.campaign === entered.campaign;
    if (counts === "campaign") return use.campaign === entered.campaign;
    const groups = campaigns.find(({ name }) => name === use.campaign)?.groups ?? [];
    return groups.includes(counts.group);
  };
  let uses = taken.filter(isCounted).length;
  for (const order of orders) {
    if (order.customer !== customer) continue;
    for (const use of order.codes) {
      const isAsked = isAskedFor(window, localDay(order.at, zone), today);
      if (isAsked === null) return true;
      if (isAsked && isCounted(use)) uses++;
    }
  }
  // A promotion that does not run today asks nothing, whatever is in the cart.
  if (isAskedFor(window, today, today) === null) return true;
  return uses < most;
}
