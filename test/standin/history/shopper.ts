import type { CheckoutShop, Person } from "../checkout/shop.ts";
import type { Chance } from "./random.ts";

export type Shopper = Person & { readonly firstName: string; readonly lastName: string };

const FIRST_NAMES = ["Ana", "Ben", "Chen", "Dina", "Emil", "Fay", "Goran", "Hana", "Ivo", "June"];
const LAST_NAMES = ["Adler", "Brandt", "Costa", "Dahl", "Egger", "Fuchs", "Garcia", "Horn"];

/** Two in three are customers the shop knows, some far more often than others; the rest are guests. */
export function pickShopper(shop: CheckoutShop, dice: Chance, orders: number): Shopper {
  const customers = shop.customers().filter(({ email }) => email !== undefined);
  if (customers.length > 0 && dice.next() < 0.66) {
    const customer = customers[Math.floor(customers.length * dice.next() ** 2)] ?? customers[0];
    if (customer) {
      const { id, email, firstName = "", lastName = "" } = customer;
      return { customerId: id, email, firstName, lastName };
    }
  }
  const [firstName, lastName] = [dice.pick(FIRST_NAMES), dice.pick(LAST_NAMES)];
  const number = dice.below(Math.max(3, Math.ceil(orders / 40)));
  const email = `${firstName}.${lastName}${number}@example.com`.toLowerCase();
  return { customerId: undefined, email, firstName, lastName };
}
