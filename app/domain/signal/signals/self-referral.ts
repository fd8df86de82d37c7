import { matchEvidence } from "../match-evidence.ts";
import type { Signal } from "../signal.ts";

export const selfReferral: Signal = {
  supporting: false,
  catches: "The owner of an affiliate or referral code who uses it, under whatever name.",
  why: "A commission is paid for bringing somebody else.",
  wronglyCatches: "The owner's household, and a friend whose parcel goes to the owner.",
  detect({ owner }) {
    if (!owner) return null;
    return {
      bits: owner.bits,
      evidence: matchEvidence(owner),
    };
  },
};
