import { AT, FLAG } from "../../identity/encode/encoded-order.ts";
import type { Signal } from "../signal.ts";

export const guestRoundTrip: Signal = {
  supporting: false,
  catches: "A customer with an account who orders as a guest to get what is for new customers.",
  why: "To a guest checkout everybody is new.",
  wronglyCatches: "People who forgot their password, or that they have an account.",
  detect({ encoded, limit, earlierOrders, placement }) {
    if (!limit?.newCustomersOnly || (encoded.words[AT.flags]! & FLAG.guest) === 0) return null;
    const earlier = earlierOrders.filter(({ words }) => (words[AT.flags]! & FLAG.signedIn) !== 0);
    if (earlier.length === 0) return null;
    return {
      bits: Math.min(6, placement.links[0]?.bits ?? 0),
      evidence: {
        orders: earlier.map(({ id }) => ({ orderId: id, shares: [] })),
        numbers: { earlierOrders: earlierOrders.length },
      },
    };
  },
};
