import { askJson, HttpError } from "#test/demo/http.ts";
import { ShopperClient } from "#test/demo/shopper-client.ts";
import type { RaceShop } from "./open-race-shop.ts";

export type RaceResult = { paid: number; refused: number; seconds: number };

/** Requests of shoppers under way at once. */
const AT_ONCE = 16;
const CHANGED = 409;

/** One customer opens so many checkouts, types the code into each, then pays them all. */
export async function race(
  shop: RaceShop,
  { handle, code }: { handle: string; code: string },
  checkouts: number,
): Promise<RaceResult> {
  const shopper = new ShopperClient(shop.standinUrl, handle);
  const [product] = await shopper.products();
  const variantId = product?.variants[0]?.id ?? "";
  const customer = await racerOf(shop, handle);
  const tokens: string[] = [];
  await inLanes(checkouts, async () => {
    const { token } = await shopper.checkout({ customer, signedIn: true }, variantId, 1);
    const { status } = await shopper.enter(token, code);
    if (status !== "accepted") throw new Error("The code was refused before anybody had used it.");
    tokens.push(token);
  });
  const started = Date.now();
  let refused = 0;
  await inLanes(tokens.length, async (index) => {
    if (!(await isPaid(shopper, tokens[index] ?? ""))) refused += 1;
  });
  const seconds = (Date.now() - started) / 1_000;
  return { paid: tokens.length - refused, refused, seconds };
}

/** The one the stand-in watches: the first with an account and an e-mail. */
async function racerOf({ standinUrl }: RaceShop, handle: string): Promise<string> {
  const { customers } = await askJson<{ customers: { email: string | null }[] }>(
    `${standinUrl}/control/${handle}/customers`,
  );
  const email = customers.find((each) => each.email)?.email;
  if (!email) throw new Error(`Nobody in ${handle} can race.`);
  return email;
}

/** False when the code fell at the payment: the shopper is shown another total. */
async function isPaid(shopper: ShopperClient, token: string): Promise<boolean> {
  try {
    await shopper.pay(token);
    return true;
  } catch (error) {
    if (error instanceof HttpError && error.status === CHANGED) return false;
    throw error;
  }
}

async function inLanes(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
