import type { FlagKind, OvershootEvidence } from "../flag/summary.ts";

/** A Shopify id as webhooks write it: a number, as long as one holds it exactly. */
type OrderId = number | string;

/**
 * Why an order is flagged. `limit`: more uses than `limit` in the `period` of the window, by those orders (the latest 20,
 * this one last); `not_issued`: the campaign is only for those it was issued to.
 */
export type ReplaySignal =
  | {
      signal: "limit";
      limit: number;
      window: OvershootEvidence["window"];
      period: string;
      orders: OrderId[];
    }
  | { signal: "not_issued" };

/** `score`: how likely it is, from 0 to 1, that the use is one too many. */
export type ReplayFlag = {
  orderId: OrderId;
  campaign: string | null;
  kind: "over_limit";
  score: number;
  signals: ReplaySignal[];
};

/** A flag as the pipeline raised it, with its campaign's key. */
export type RaisedFlag = {
  orderId: string;
  campaign: string | null;
  kind: FlagKind;
  evidence: OvershootEvidence;
};

/**
 * Of uses counted by exact identities: an account, an e-mail address or a phone number is sometimes shared, mostly
 * between two members of a household. Measured on ten streams with labels; see docs/replay.md.
 */
const EXACT_SCORE = 0.98;

/** The pipeline's flags as the report tells them: one an order, campaign and kind, however many of its codes it carries. */
export function replayFlags(raised: readonly RaisedFlag[]): ReplayFlag[] {
  const flags = new Map<string, ReplayFlag>();
  for (const { orderId, campaign, kind, evidence } of raised) {
    const signals = [signalOf(evidence)];
    const flag = {
      orderId: idOf(orderId),
      campaign,
      kind: KINDS[kind],
      score: EXACT_SCORE,
      signals,
    };
    const twin = `${orderId} ${flag.kind} ${campaign}`;
    if (!flags.has(twin)) flags.set(twin, flag);
  }
  return [...flags.values()];
}

const KINDS: Record<FlagKind, ReplayFlag["kind"]> = { overshoot: "over_limit" };

function signalOf({ limit, window, period, orders }: OvershootEvidence): ReplaySignal {
  if (limit === 0) return { signal: "not_issued" };
  const ids = orders.map(({ orderId }) => idOf(orderId));
  return { signal: "limit", limit, window, period, orders: ids };
}

function idOf(text: string): OrderId {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}
