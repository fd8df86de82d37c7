import { CODE_LENGTH_LIMIT } from "../code/code-text.ts";
import { codeKey } from "../code/code-key.ts";
import { phoneDigits } from "../policy/wire-key.ts";
import type { Problem } from "../shared/outcome.ts";
import type { Zone } from "../shared/zone.ts";

/**
 * As posted. `customer`: a customer's number, an e-mail address or a phone number; empty for nobody. `order`: the number
 * of an order whose shopper is meant instead. `state`: "signed_in" or not. `at`: the shop's wall clock
 * ("YYYY-MM-DDTHH:MM"), empty for now. `language`: a BCP 47 tag, empty for the shop's.
 */
export type WhyNotForm = {
  code: string;
  customer: string;
  order: string;
  state: string;
  at: string;
  language: string;
};

/** Whom a question is about. */
export type Whom =
  | { kind: "nobody" }
  | { kind: "customer"; id: string }
  | { kind: "email"; email: string }
  | { kind: "phone"; phone: string }
  | { kind: "order"; id: string };

/** `at`: a past instant; null for now. */
export type Asked = {
  code: string;
  whom: Whom;
  isSignedIn: boolean;
  at: Date | null;
  language: string;
};

export function readAsked(
  form: WhyNotForm,
  { now, zone }: { now: Date; zone: Zone },
): { ok: true; asked: Asked } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const code = form.code.trim();
  const wrongCode = codeProblem(code);
  if (wrongCode) problems.push({ field: "code", message: wrongCode });
  const whom = whomOf(form);
  if (!whom) problems.push({ field: "customer", message: WHOM });
  const at = form.at.trim() === "" ? null : zone.instantOf(form.at.trim());
  if (form.at.trim() !== "" && (!at || at > now))
    problems.push({ field: "at", message: at ? FUTURE : NO_TIME });
  const language = form.language.trim().toLowerCase();
  if (!/^(?:[a-z]{2,3}(?:-[a-z0-9]{2,8})*)?$/.test(language))
    problems.push({ field: "language", message: "Choose a language of the list." });
  if (!whom || problems.length > 0) return { ok: false, problems };
  return { ok: true, asked: { code, whom, isSignedIn: form.state === "signed_in", at, language } };
}

const WHOM =
  "Enter a whole e-mail address, a phone number with its country code (+49 170 1234567) or a customer’s number as in " +
  "its address in Shopify, or leave this empty.";
const NO_TIME = "Enter a date and a time, or leave this empty for now.";
const FUTURE =
  "That has not come yet. Choose a moment that has passed, or leave this empty for now.";

/** Why a text cannot be asked about as a code; null when it can. Codes of others may have any characters. */
export function codeProblem(text: string): string | null {
  if (codeKey(text) === "") return "Enter the code, as the shopper typed it.";
  return text.length > CODE_LENGTH_LIMIT
    ? `A code can have at most ${CODE_LENGTH_LIMIT} characters. Check what was pasted.`
    : null;
}

const ID = /^(?:gid:\/\/shopify\/Customer\/)?([1-9]\d{0,17})$/;

function whomOf({ customer, order }: WhyNotForm): Whom | null {
  const typed = customer.trim();
  if (typed === "") {
    if (order.trim() === "") return { kind: "nobody" };
    const id = /^[1-9]\d{0,17}$/.exec(order.trim())?.[0];
    return id ? { kind: "order", id } : null;
  }
  const id = ID.exec(typed)?.[1];
  if (id) return { kind: "customer", id };
  if (/^[^\s@]+@[^\s@]+$/.test(typed) && typed.length <= 254)
    return { kind: "email", email: typed };
  return /^(?:\+|00)[\d\s()/.-]+$/.test(typed) && phoneDigits(typed)
    ? { kind: "phone", phone: typed }
    : null;
}
