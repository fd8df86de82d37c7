/** Everything about a demo that its seed decides. */
export type Scenario = {
  form: Record<string, string>;
  name: string;
  limit: number;
  buyerEmail: string;
  quantity: number;
  productIndex: number;
};

const SEASONS = ["SPRING", "SUMMER", "AUTUMN", "WINTER"] as const;
const OFFERS = [
  { spelled: "FREESHIP", form: { offerKind: "free_shipping" } },
  { spelled: "10OFF", form: { offerKind: "percentage", percentage: "10" } },
  { spelled: "25OFF", form: { offerKind: "percentage", percentage: "25" } },
  { spelled: "DISCOUNT", form: { offerKind: "fixed_amount", amount: "4.00" } },
] as const;

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error("There is nothing to pick from.");
  return chosen;
}

/** A campaign that started `daysAgo`, and a shopper who will use up its limit. */
export function scenarioOf(
  seed: number,
  context: { conventionId: string; startsAt: string; emails: readonly string[] },
): Scenario {
  const random = randomOf(seed);
  const offer = pick(random, OFFERS);
  // The loop's own, apart from the campaigns that fill the shop: those are all of channel EMAIL.
  const name = `${pick(random, SEASONS)}26_${offer.spelled}_SMS`;
  const limit = 1 + Math.floor(random() * 2);
  return {
    name,
    limit,
    buyerEmail: pick(random, context.emails),
    quantity: 1 + Math.floor(random() * 3),
    productIndex: Math.floor(random() * 5),
    form: {
      name,
      conventionId: context.conventionId,
      ...offer.form,
      startsAt: context.startsAt,
      endsAt: "",
      totalCap: String(100 + Math.floor(random() * 900)),
      perCustomer: String(limit),
      limitWindow: pick(random, ["lifetime", "month", "quarter"]),
      audience: "all",
      segmentIds: "",
      guestPolicy: "match",
      codeKind: "public",
      codeCount: "1",
      freesOnCancel: "on",
      freesOnFullRefund: "on",
      freesOnExpiry: "on",
    },
  };
}
