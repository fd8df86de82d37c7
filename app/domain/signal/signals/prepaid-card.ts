import { AT, type EncodedOrder } from "../../identity/encode/encoded-order.ts";
import type { Signal } from "../signal.ts";

/** Uses of one issuer's number range by one group that are no chance any more. */
const MANY = 3;

export const prepaidCard: Signal = {
  supporting: true,
  catches:
    "Card after card of one issuer's range within a group of uses, never the same card: virtual or prepaid ones.",
  why: "Banks give a person one or two cards; issuers of virtual cards give as many as are asked for.",
  wronglyCatches: "A town where everybody is with the same bank.",
  detect({ encoded, samePerson }) {
    const { words } = encoded;
    if (words[AT.bin] === 0) return null;
    const alike = (order: EncodedOrder) =>
      order.words[AT.bin] === words[AT.bin] && order.words[AT.card] !== words[AT.card];
    const others = samePerson.filter(alike);
    if (others.length < MANY) return null;
    return {
      bits: 0.7,
      evidence: {
        orders: others.map(({ id }) => ({ orderId: id, shares: [{ what: "bin", bits: 0 }] })),
        numbers: { cards: others.length + 1 },
      },
    };
  },
};
