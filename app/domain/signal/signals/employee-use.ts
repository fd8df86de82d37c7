import { matchEvidence } from "../match-evidence.ts";
import type { Signal } from "../signal.ts";

export const employeeUse: Signal = {
  supporting: false,
  catches: "A code for staff, used by somebody who is none of them.",
  why: "Staff prices are part of a wage; a code that is passed on is money given away.",
  wronglyCatches:
    "New staff who are not on the list yet, and staff who order with a private address.",
  detect({ staff }) {
    if (!staff) return null;
    // The less the order looks like anybody's of the list, the more it is misuse.
    return {
      bits: -staff.bits,
      evidence: matchEvidence(staff),
    };
  },
};
