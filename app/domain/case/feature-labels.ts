import type { Trait } from "../identity/group/traits.ts";
import type { Feature } from "../identity/link/odds.ts";
import type { Share } from "./summary.ts";

/** What orders have in common, in words that show none of it. */
const LABELS: Record<Feature | Trait | "decided", string> = {
  decided: "decision of staff",
  email: "e-mail address",
  customer: "customer account",
  mailbox: "mailbox name",
  mailbox_name: "name in the mailbox",
  email_domain: "e-mail domain",
  disposable: "disposable address",
  phone: "phone number",
  name: "name",
  surname: "surname",
  address: "address",
  card: "card",
  network: "internet connection",
  browser: "browser",
  house: "house",
  product: "product",
  landing: "landing page",
  bin: "kind of card",
  range: "network range",
  made_up: "made-up looking name",
  household: "household",
};

/** What is alike and not the same. */
const ALIKE: Partial<Record<Feature | Trait | "decided", string>> = {
  mailbox: "mailbox name nearly the same",
  name: "initial or nearly the same name",
  surname: "nearly the same surname",
  network: "network range",
};

/** How something compares, in words. `isHouseTold`: that it is one house is said already. */
export function likenessWords({ what, bits, likeness }: Share, isHouseTold: boolean): string {
  const label = featureLabel(what);
  const how = likeness ?? (bits > 0 ? "same" : "other");
  if (how === "other") return `${label} differs`;
  if (how === "same") return label;
  if (what === "address") return `${isHouseTold ? "" : "house, "}address typed differently`;
  return ALIKE[what as keyof typeof ALIKE] ?? label;
}

function featureLabel(what: string): string {
  return Object.hasOwn(LABELS, what)
    ? LABELS[what as keyof typeof LABELS]
    : what.replaceAll("_", " ");
}

/** How strongly something speaks, in words: bits double the odds. */
export function strengthOf(bits: number): "strongly" | "clearly" | "slightly" {
  const size = Math.abs(bits);
  return size >= 8 ? "strongly" : size >= 3 ? "clearly" : "slightly";
}
