import { houseOf, parseAddress } from "#app/domain/identity/address/parse-address.ts";
import { readEmail } from "#app/domain/identity/email.ts";
import type { OrderRecord } from "#app/domain/identity/order-record.ts";
import type { Case } from "./cases.ts";

/** Of each order whether an earlier use of the campaign is taken to be the same person's. */
export type Peer = { name: string; judge(cases: readonly Case[]): boolean[] };

type Keys = (order: OrderRecord) => (string | null)[];

const sameMail: Keys = (order) => [order.email?.trim().toLowerCase() ?? null];
const canonicalMail: Keys = (order) => [
  order.email ? (readEmail(order.email)?.canonical ?? null) : null,
];
const address: Keys = (order) => {
  const parts = order.shipping && parseAddress(order.shipping);
  return [parts ? `${houseOf(parts)} ${parts.unit}` : null];
};
const phone: Keys = (order) => [
  (order.phone ?? order.shipping?.phone)?.replace(/\D/g, "").slice(-10) || null,
];
const network: Keys = (order) => [order.ip];

/** Flags a use that shares at least `least` of the keys with one earlier use. */
function sharing(name: string, keys: Keys, least: number): Peer {
  return {
    name,
    judge(cases) {
      const known = new Map<string, number[]>();
      return cases.map(({ order, encoded }, index) => {
        if (encoded.campaign === null) return false;
        const shared = new Map<number, number>();
        keys(order).forEach((key, place) => {
          if (!key) return;
          const id = `${encoded.campaign} ${place} ${key}`;
          const earlier = known.get(id) ?? [];
          for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
          known.set(id, [...earlier.slice(-200), index]);
        });
        return [...shared.values()].some((count) => count >= least);
      });
    },
  };
}

/** Everything that shares anything is one, through whatever chain: what a plain union-find does. */
const components: Peer = {
  name: "undamped_components",
  judge(cases) {
    const parent = new Map<string, string>();
    const find = (key: string): string => {
      let at = key;
      while (parent.has(at) && parent.get(at) !== at) at = parent.get(at)!;
      return at;
    };
    const used = new Set<string>();
    return cases.map(({ order, encoded }) => {
      const keys = [canonicalMail, address, phone, network].flatMap((of, place) =>
        of(order).flatMap((key) => (key ? [`${place} ${key}`] : [])),
      );
      const roots = [...new Set(keys.map(find))];
      const [root = order.id] = roots;
      const wasUsed = roots.some((other) => used.has(`${encoded.campaign} ${other}`));
      for (const key of [...keys, ...roots]) parent.set(key, root);
      for (const other of roots)
        for (const campaign of ["WELCOME15", "FLASH20", "WELCOME", "BLACKFRIDAY"])
          if (used.has(`${campaign} ${other}`)) used.add(`${campaign} ${root}`);
      if (encoded.campaign !== null) used.add(`${encoded.campaign} ${root}`);
      return encoded.campaign !== null && wasUsed;
    });
  },
};

/** What shops and other apps do, measured on the same streams. */
export const PEERS: readonly Peer[] = [
  sharing("shopify_same_email", sameMail, 1),
  sharing("canonical_email", canonicalMail, 1),
  sharing("normalised_address", address, 1),
  sharing(
    "two_of_four_signals",
    (order) => [canonicalMail, address, phone, network].flatMap((of) => of(order)),
    2,
  ),
  components,
];
