import { AT, FLAG, KEY, type EncodedOrder } from "../encode/encoded-order.ts";
import type { IdentityView } from "../index/identity-index.ts";
import { WEIGHTS } from "../weights.ts";

/**
 * How much an order looks like a made-up customer's, in bits: a guest, without a phone, paid from elsewhere, come from
 * nowhere. Each is ordinary, and how ordinary is counted in the shop; together they only tip what a group already says.
 */
export function madeUpBits(order: EncodedOrder, view: IdentityView): number {
  const { guest, phoneless, elsewhere, direct } = WEIGHTS.madeUp;
  const flags = order.words[AT.flags]!;
  const total = view.total(order.at).clusters;
  const bits = (isSo: boolean, place: number, amongMadeUp: number) => {
    const key = order.keys[place]!;
    if (key === 0) return 0;
    const usual = Math.min(0.95, (view.clustersOf(key) + 150) / (total + 300));
    return Math.log2((isSo ? amongMadeUp : 1 - amongMadeUp) / usual);
  };
  return (
    bits((flags & FLAG.guest) !== 0, KEY.guest, guest) +
    bits(order.words[AT.phone] === 0, KEY.phoneless, phoneless) +
    bits((flags & FLAG.elsewhere) !== 0, KEY.elsewhere, elsewhere) +
    bits((flags & FLAG.direct) !== 0, KEY.direct, direct)
  );
}
