import { daysAfter, FOREVER } from "./day-code.ts";
import type { Question } from "./question.ts";
import { ruleOf } from "./rules-reader.ts";
import type { Rejection, RejectReason, Verdict } from "./verdict.ts";
import { spanOf } from "./window-days.ts";
import { escapeText, restOf } from "./wire-text.ts";

// Written for an engine that takes 4,000 instructions to set a function up, called or not, and as many for a `for … of`:
// one function, plain loops, and what is on the wire read where it stands. docs/guard-cost.md has the prices.

/** As `judgeCodes`. */
export function judge({
  rules,
  standing,
  guests,
  state,
  orders,
  codes,
  today,
}: Question): Verdict[] {
  return judgeCodes(rules, standing, guests, state, orders, codes, today);
}

/**
 * Says of every entered code whether it may be used, in the order the codes were entered. What the arguments are: `Question`.
 *
 * What counts together counts together within the cart, too: what is accepted (or already applied) is
 * one more use for the codes after it. The same code typed twice is one code.
 * Precedence: allowed, then disqualified, sign-in, eligibility, and the limits.
 */
export function judgeCodes(
  rules: Question["rules"],
  known: Question["standing"],
  marks: Question["guests"],
  state: Question["state"],
  orders: Question["orders"],
  codes: Question["codes"],
  today: Question["today"],
): Verdict[] {
  const signedIn = state === "signed_in";
  const isStranger = !signedIn && state !== "known";
  const guests = isStranger ? marks : null;
  const standing = isStranger ? null : known;
  const verdicts: Verdict[] = [];
  const keys: string[] = [];
  const inCart: Record<string, number> = {};
  // So many memberships are looked for in one cart: as many as a campaign can ask for. Of what is beyond that nothing is
  // known, so it refuses nobody and is found again from the order: more could cost more than Shopify allows, and then
  // nothing at all would be held.
  let left = 20;
  // What is said of all codes, once it has been looked for.
  let everything: string | null = null;

  // What is applied already cannot be taken back, so it counts first, wherever it was entered.
  for (let turn = 0; turn < codes.length * 2; turn++) {
    const at = turn % codes.length;
    const { code, rejectable } = codes[at]!;
    if (rejectable === turn < codes.length) continue;

    // The code's key (`codeKey`) as it is written, and ",".
    let key = code.trim();
    let plain = "";
    try {
      plain = encodeURIComponent(key);
    } catch {
      // Half a character, which no code has.
    }
    key = (key === plain ? key.toUpperCase() : escapeText(key, true)) + ",";
    let twin = 0;
    while (twin < codes.length && keys[twin] !== key) twin++;
    if (twin < codes.length) {
      verdicts[at] = { ...verdicts[twin]!, code };
      continue;
    }
    keys[at] = key;
    // Its id, flags, limits, groups, and memberships (`terms-text.ts`).
    const rule = rules && ruleOf(rules, key);
    if (!rule) {
      verdicts[at] = { code, rule: null, outcome: "accept" };
      continue;
    }

    const id = rule[0]!;
    const flags = rule[1]!;
    let reason: RejectReason | null = null;
    let limit = "";
    let count = 0;
    // The last day the refusal holds; "-" when nobody can say.
    let until = "";
    let isAllowed = !rejectable;
    let mustSignIn = flags[2] === "i";

    // Most standings have none of these.
    if (!isAllowed && (guests || (standing && standing[2] === "d"))) {
      const list = ("*|" + id + (rule[3] ? "|" + rule[3] : "")).split("|");
      for (let n = 0; n < list.length; n++) {
        const days = standing
          ? n
            ? restOf(standing, "^d" + list[n]! + ",") || ""
            : (everything ??= restOf(standing, "^d*,") || "")
          : "";
        // Without a date nothing can be said to hold still.
        if (today && days.slice(0, 6) >= today) isAllowed = true;
        const last = days.slice(6, 12);
        // As `GuestBook.held` has it; the third day is there only for who is asked to sign in.
        const held = standing
          ? today &&
            (last >= today ? 2 : !signedIn && days[12]! < "^" && days.slice(12) >= today && 3)
          : !reason && guests!.held(list[n]!);
        if (held === 2) {
          reason = "disqualified";
          if (last > until) until = last;
        } else if (held === 3) mustSignIn = true;
      }
    }

    if (!reason && !isAllowed) {
      const customers = flags[1];
      // What only a customer can be is asked of one.
      if (
        isStranger
          ? mustSignIn || rule[4] || rule[5] || customers === "r" || flags[0] === "s"
          : mustSignIn && !signedIn
      ) {
        reason = "sign_in_needed";
      }
      // In any, in all, in none of these. Of an account nothing was written of, it is known only that nothing was issued to it.
      for (let list = 4; !reason && list < (standing ? rule.length : 6); list++) {
        if (!rule[list]) continue;
        const asked = rule[list]!.split("|");
        left -= asked.length;
        if (left < 0) break;
        let has = 0;
        for (let n = 0; n < asked.length; n++) {
          if (
            standing
              ? restOf(standing, "^s" + asked[n]! + ",") !== null
              : standing === null || asked[n]![0] !== "i"
          )
            has++;
        }
        if (list === 4 ? !has : list === 5 ? has < asked.length : has) {
          reason = "not_eligible";
        }
      }
      if (!reason && (customers === "n" || customers === "r")) {
        const isReturning =
          (orders ?? 0) > 0 || (standing && (standing[2] === "r" || standing[3] === "r"));
        if (customers === "n" && isReturning) reason = "new_only";
        // Without Shopify's count it is not sure that there is none.
        if (customers === "r" && !isReturning && orders !== null) reason = "returning_only";
      }
    }

    // Of the limits that are reached, the one that holds longest.
    const limits = !reason && !isAllowed && rule[2] ? rule[2].split("|") : [];
    for (let n = 0; n < limits.length; n++) {
      const parts = limits[n]!.split(".");
      const window = parts[0]!;
      const counted = parts[3];
      const most = +parts[1]!;
      const span = spanOf(window, today);
      // What is no number is no limit.
      if (span === null || !(most > 0)) continue;
      const counter = !counted ? id : counted === "=" ? id + "=" + key.slice(0, -1) : counted;
      const first = span.slice(0, 6);
      let used = 0;
      let holds = "";
      if (standing) {
        const uses = restOf(standing, "^u" + counter + ",") || "";
        let oldest = "";
        if (window === "l") used = +(uses.split(",", 2)[1] ?? "").split("^", 1)[0]! || 0;
        // Six characters are a day, one is how often (`standing-wire.ts`); "," is before any day.
        for (let from = 0; window !== "l" && uses.slice(from, from + 6) >= first; from += 7) {
          used += +uses[from + 6]! || 0;
          if (!oldest && used >= most) oldest = uses.slice(from, from + 6);
        }
        if (used >= most) {
          // A rolling window is left behind by the oldest of the last so many uses.
          holds = window[0] === "r" ? daysAfter(oldest, +window.slice(1) - 1) : span.slice(6);
        }
      }
      if (
        used + (inCart[counter] ?? 0) >= most ||
        (guests &&
          flags[0] === "m" &&
          guests.reached(counter, window[0] === "r" ? window : window[0]! + first, today))
      ) {
        holds ||= "-";
      }
      if (holds > until) {
        until = holds;
        count = used;
        limit = limits[n]!;
      }
    }

    if (limit) reason = "limit_reached";
    if (reason && !isAllowed) {
      const hasTexts = flags[3] === "t";
      const rejection: Rejection = { code, rule: id, outcome: "reject", reason, hasTexts };
      if (limit) rejection.limit = limit;
      if (limit && signedIn) rejection.count = count;
      if (until > "-" && until < FOREVER && signedIn) rejection.until = until;
      verdicts[at] = rejection;
    } else {
      verdicts[at] = { code, rule: id, outcome: "accept" };
      const counters = (id + (rule[3] ? "|" + rule[3] : "")).split("|");
      for (let n = 0; n < counters.length; n++) {
        inCart[counters[n]!] = (inCart[counters[n]!] ?? 0) + 1;
      }
    }
  }
  return verdicts;
}
