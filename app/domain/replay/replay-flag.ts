import type { OvershootEvidence } from "../flag/summary.ts";
import type { FlagSignal } from "../signal/flag-signals.ts";
import type { SignalKind } from "../signal/signal.ts";
import { FLAG_FROM } from "../signal/weigh-signals.ts";

/** A Shopify id as webhooks write it: a number, as long as one holds it exactly. */
export type OrderId = number | string;

/**
 * Why an order is flagged. `limit`: more uses than `limit` in the `period` of the window, by those orders (the latest 20,
 * this one last); `not_issued`: the campaign is only for those it was issued to. Others are the signals of
 * app/domain/signal, each with how likely it alone makes what it says, and the orders it points at.
 */
export type ReplaySignal =
  | {
      signal: "limit";
      limit: number;
      window: OvershootEvidence["window"];
      period: string;
      orders: OrderId[];
    }
  | { signal: "not_issued" }
  | { signal: SignalKind; score: number; orders: OrderId[] };

/** `score`: how likely it is, from 0 to 1, that the order is what `kind` says: of `over_limit`, a use too many. */
export type ReplayFlag = {
  orderId: OrderId;
  campaign: string | null;
  kind: Exclude<SignalKind, "overshoot">;
  score: number;
  signals: ReplaySignal[];
};

/** A flag as the pipeline raised it, with its campaign's key. `score` is null when only the exact rule found it. */
export type RaisedFlag = {
  orderId: string;
  campaign: string | null;
  kind: SignalKind;
  evidence: unknown;
  score: number | null;
  signals: FlagSignal[];
};

/**
 * Of uses counted by exact identities: an account, an e-mail address or a phone number is sometimes shared, mostly
 * between two members of a household. Measured on ten streams with labels; see docs/replay.md.
 */
const EXACT_SCORE = 0.98;

/**
 * The pipeline's flags as the report tells them: one an order, campaign and kind, however many of its codes it carries. A
 * use that the exact rule counted and the signals doubt (a family's phone) stays with the reviewers and is not told here.
 */
export function replayFlags(raised: readonly RaisedFlag[]): ReplayFlag[] {
  const flags = new Map<string, ReplayFlag>();
  for (const { orderId, campaign, kind, evidence, score, signals } of raised) {
    if (score !== null && score < FLAG_FROM) continue;
    const flag = {
      orderId: idOf(orderId),
      campaign,
      // An overshoot is a use too many that the exact rule found.
      kind: kind === "overshoot" ? ("over_limit" as const) : kind,
      score: score ?? EXACT_SCORE,
      signals: [...limitSignals(evidence), ...signals.filter(isFurther).map(signalOf)],
    };
    const twin = `${orderId} ${flag.kind} ${campaign}`;
    if (!flags.has(twin)) flags.set(twin, flag);
  }
  return [...flags.values()];
}

function limitSignals(evidence: unknown): ReplaySignal[] {
  if (!isLimitEvidence(evidence)) return [];
  const { limit, window, period, orders } = evidence;
  if (limit === 0) return [{ signal: "not_issued" }];
  const ids = orders.map(({ orderId }) => idOf(orderId));
  return [{ signal: "limit", limit, window, period, orders: ids }];
}

/** Other kinds rest on orders alone. */
function isLimitEvidence(evidence: unknown): evidence is OvershootEvidence {
  return typeof evidence === "object" && evidence !== null && "limit" in evidence;
}

/** That the exact rule found it is told by its limit. */
function isFurther({ name }: FlagSignal): boolean {
  return name !== "overshoot";
}

function signalOf({ name, score, evidence }: FlagSignal): ReplaySignal {
  // An order with two of a campaign's codes is two uses of it.
  const orders = new Set(evidence.orders.map(({ orderId }) => idOf(orderId)));
  return { signal: name, score, orders: [...orders] };
}

export function idOf(text: string): OrderId {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}
