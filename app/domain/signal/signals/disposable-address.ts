import { AT, FLAG } from "../../identity/encode/encoded-order.ts";
import type { Signal } from "../signal.ts";

export const disposableAddress: Signal = {
  supporting: true,
  catches: "An e-mail address of a service that makes mailboxes for ten minutes.",
  why: "Who comes again and again needs a new mailbox each time.",
  wronglyCatches: "People who keep their address from shops, which is their right.",
  detect({ encoded }) {
    if ((encoded.words[AT.flags]! & FLAG.disposable) === 0) return null;
    return { bits: 0.7, evidence: { orders: [], numbers: {} } };
  },
};
