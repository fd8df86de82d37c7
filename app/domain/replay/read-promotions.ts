import type { CampaignLimit } from "../campaign/limit.ts";
import { codeKey } from "../code/code-key.ts";
import { compileConvention, findSharedName, type Convention } from "../naming/convention.ts";
import { BUILT_IN_FIELDS } from "../naming/fields.ts";
import { readName } from "../naming/read-name.ts";
import { isDate } from "../policy/period.ts";
import type { Zone } from "../shared/zone.ts";
import { momentOf } from "./moment.ts";
import type { Promotion, PromotionProblem, Promotions, PromotionWindow } from "./promotions.ts";

/**
 * A campaign ready to be replayed. Its codes are its own from `from` on and before `until` (null: for good): those
 * listed, and those `pattern` reads.
 */
export type ReplayedCampaign = {
  key: string;
  codes: readonly string[];
  pattern: Convention | null;
  from: Date;
  until: Date | null;
  limits: readonly CampaignLimit[];
  householdLimit: number | null;
  issuedOnly: boolean;
  isPrivate: boolean;
  frees: { cancel: boolean; fullRefund: boolean };
};

type Running = Pick<ReplayedCampaign, "from" | "until">;

export type Replayed = { conventions: Convention[]; campaigns: ReplayedCampaign[] };

export type ReadPromotions =
  { ok: true; replayed: Replayed } | { ok: false; problems: PromotionProblem[] };

/** What a well-formed `promotions.yaml` means, or everything in it that cannot be. */
export function readPromotions(
  { conventions: patterns, campaigns: promotions }: Promotions,
  zone: Zone,
): ReadPromotions {
  const problems: PromotionProblem[] = [];
  const report: Report = (path, message) => void problems.push({ path, message });
  const conventions = (patterns ?? []).flatMap(
    (pattern, at) => compile(pattern, ["conventions", at], report) ?? [],
  );
  const campaigns = promotions.map((promotion, at) =>
    readCampaign(promotion, zone, (path, message) => report(["campaigns", at, ...path], message)),
  );
  reportTwins(campaigns, report);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, replayed: { conventions, campaigns } };
}

type Report = (path: PromotionProblem["path"], message: string) => void;

/** From the beginning: no shop has orders before. */
const ALWAYS = new Date(0);

function readCampaign(promotion: Promotion, zone: Zone, report: Report): ReplayedCampaign {
  const { key, codes, pattern, startsAt, endsAt, limit, audience, frees } = promotion;
  if ((codes ?? null) === null && (pattern ?? null) === null)
    report([], "A campaign needs codes, like codes: [WELCOME15], or a pattern.");
  if (codes && pattern) report(["pattern"], "Give either codes or a pattern, not both.");
  codes?.forEach((code, at) => {
    if (codeKey(code) === "") report(["codes", at], "This code is empty.");
  });
  const moment = (field: "startsAt" | "endsAt", text: string) => {
    const found = momentOf(text, zone, { end: field === "endsAt" });
    if (!found) report([field], `“${text.slice(0, 40)}” is no day, local time or instant.`);
    return found;
  };
  const from = (startsAt ? moment("startsAt", startsAt) : null) ?? ALWAYS;
  const until = endsAt ? moment("endsAt", endsAt) : null;
  if (until && until <= from) report(["endsAt"], "The end has to be after the start.");
  if (limit?.perHousehold && limit.perHousehold < limit.perCustomer)
    report(
      ["limit", "perHousehold"],
      "A household may use it at least as often as one of its customers.",
    );
  if (limit?.window && typeof limit.window === "object" && "first" in limit.window)
    reportPeriod(limit.window, report);
  return {
    key,
    codes: codes ?? [],
    pattern: pattern ? compile(pattern, ["pattern"], report) : null,
    from,
    until,
    limits: limitsOf(promotion),
    householdLimit: limit?.perHousehold ?? null,
    issuedOnly: audience === "issued",
    isPrivate: audience === "private",
    frees: { cancel: frees?.cancel ?? true, fullRefund: frees?.fullRefund ?? true },
  };
}

function limitsOf({ limit, once }: Promotion): CampaignLimit[] {
  const limits: CampaignLimit[] = [];
  const counter = "campaign";
  if (limit) {
    const { perCustomer, window } = limit;
    limits.push({ perCustomer, window: windowOf(window ?? "lifetime"), counter });
  }
  if (once) limits.push({ perCustomer: 1, window: "lifetime", counter });
  return limits;
}

function windowOf(window: PromotionWindow): CampaignLimit["window"] {
  if (typeof window === "string") return window;
  return "days" in window ? { kind: "rolling", ...window } : { kind: "period", ...window };
}

function reportPeriod({ first, last }: { first: string; last: string }, report: Report): void {
  for (const [field, day] of Object.entries({ first, last }))
    if (!isDate(day)) report(["limit", "window", field], "This has to be a day, like 2026-11-27.");
  if (last < first)
    report(["limit", "window", "last"], "The last day has to be on or after the first.");
}

function compile(
  pattern: string,
  path: PromotionProblem["path"],
  report: Report,
): Convention | null {
  const compiled = compileConvention(pattern, BUILT_IN_FIELDS);
  if (compiled.ok) return compiled.convention;
  for (const { position, message } of compiled.errors)
    report(path, `At character ${position}: ${message}`);
  return null;
}

/** An order must be able to tell whose code it carries: at one time a code is one campaign's. */
function reportTwins(campaigns: readonly ReplayedCampaign[], report: Report): void {
  campaigns.forEach((campaign, at) => {
    for (const other of campaigns.slice(0, at)) {
      if (other.key === campaign.key)
        report(["campaigns", at, "key"], `There are two campaigns “${campaign.key}”.`);
      const shared = meetInTime(campaign, other) ? sharedCode(campaign, other) : null;
      if (shared !== null)
        report(
          ["campaigns", at],
          `“${shared}” would be a code of ${other.key} and of ${campaign.key} at one time. ` +
            "Change the codes, or the dates so that one ends before the other starts.",
        );
    }
  });
}

/** Whether there is a moment at which both run. */
export function meetInTime(a: Running, b: Running): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);
}

/** A code both have. One that is listed is its list's, even where a pattern of another campaign reads it. */
function sharedCode(a: ReplayedCampaign, b: ReplayedCampaign): string | null {
  if (a.pattern && b.pattern) {
    const shared = findSharedName(a.pattern, b.pattern);
    return shared === "too_complex" ? null : shared;
  }
  const keys = new Set(a.codes.map(codeKey));
  return b.codes.find((code) => keys.has(codeKey(code))) ?? null;
}

/** Whether a campaign's pattern reads a code. */
export function hasPattern({ pattern }: ReplayedCampaign, code: string): boolean {
  return pattern !== null && readName(pattern, code).ok;
}
