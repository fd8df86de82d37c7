import { randomUUID } from "node:crypto";
import type { FaultAction } from "../state/faults.ts";
import type { Attempt, Delivery, DeliveryState } from "./delivery.ts";
import { PUNCTUAL, QUICK_RETRY_MS, TIMEOUT_MS, type DeliveryModes } from "./schedule.ts";
import { send, type Sent } from "./send.ts";
import { TaskQueue } from "./task-queue.ts";

export type SenderOptions = {
  readonly secret: string;
  /** Seeded, from 0 up to but without 1. */
  readonly random: () => number;
  readonly retryMs?: readonly number[];
  readonly timeoutMs?: number;
  /** Requests under way at once. */
  readonly parallel?: number;
  /** Asked before each attempt. */
  readonly faultFor?: (delivery: Delivery) => FaultAction;
};

export type NewDelivery = Omit<Delivery, "id" | "attempts" | "state">;

type Entry = { -readonly [K in keyof Omit<Delivery, "attempts">]: Delivery[K] } & {
  readonly attempts: Attempt[];
};

/** A duplicate follows within this time: before, while or after the original is answered. */
const COPY_WITHIN_MS = 60;

/** Sends webhooks at least once: in parallel, again until accepted, and as badly behaved as its modes say. */
export class WebhookSender {
  readonly #options: Required<SenderOptions>;
  readonly #log = new Map<string, Entry>();
  readonly #queue: TaskQueue;
  #modes: DeliveryModes = PUNCTUAL;
  #dropsLeft = 0;
  #held: Promise<void> | undefined;

  constructor(options: SenderOptions) {
    this.#options = {
      retryMs: QUICK_RETRY_MS,
      timeoutMs: TIMEOUT_MS,
      parallel: 8,
      faultFor: () => ({ action: "pass" }),
      ...options,
    };
    this.#queue = new TaskQueue(this.#options.parallel);
  }

  get modes(): DeliveryModes {
    return this.#modes;
  }

  setModes(modes: Partial<DeliveryModes>): void {
    this.#modes = { ...this.#modes, ...modes };
    this.#dropsLeft = modes.dropFirst ?? this.#dropsLeft;
  }

  /** Keeps all webhooks back for as long as `act` takes. */
  async holding<T>(act: () => Promise<T>): Promise<T> {
    let release = () => undefined as void;
    this.#held = new Promise((resolve) => (release = resolve));
    try {
      return await act();
    } finally {
      this.#held = undefined;
      release();
    }
  }

  /** Oldest first. */
  deliveries(): readonly Delivery[] {
    return [...this.#log.values()];
  }

  find(id: string): Delivery | undefined {
    return this.#log.get(id);
  }

  /** Takes a webhook over; it is sent soon. Returns its id. */
  add(webhook: NewDelivery): string {
    const entry = this.#enter(webhook);
    const { delayMs, shuffleMs, duplicateShare, newIdShare } = this.#modes;
    const wait = delayMs + Math.floor(this.#options.random() * shuffleMs);
    this.#plan(entry, "first", wait);
    if (this.#options.random() < duplicateShare) {
      const later = wait + Math.floor(this.#options.random() * COPY_WITHIN_MS);
      const isNew = this.#options.random() < newIdShare;
      if (isNew) this.#plan(this.#enter(webhook), "first", later);
      else this.#plan(entry, "copy", later);
    }
    return entry.id;
  }

  /** Sends one again, once, whatever became of it; false when there is no such delivery. */
  resend(id: string): boolean {
    const entry = this.#log.get(id);
    if (entry) this.#plan(entry, "resend", 0);
    return entry !== undefined;
  }

  /** Sends all of them again, each once; returns how many. */
  resendAll({ shuffle = false }: { readonly shuffle?: boolean } = {}): number {
    const entries = [...this.#log.values()];
    if (shuffle) shuffleInPlace(entries, this.#options.random);
    for (const entry of entries) this.#plan(entry, "resend", 0);
    return entries.length;
  }

  /** Resolves once nothing is under way, waiting or to be retried. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  pending(): number {
    return this.#queue.size;
  }

  /** Forgets what is finished; what is still to be sent stays. */
  forgetFinished(): void {
    for (const [id, { state }] of this.#log) if (state !== "pending") this.#log.delete(id);
  }

  stop(): void {
    this.#queue.stop();
  }

  #enter(webhook: NewDelivery): Entry {
    const state: DeliveryState = "pending";
    const entry: Entry = { ...webhook, id: randomUUID(), attempts: [], state };
    this.#log.set(entry.id, entry);
    return entry;
  }

  #plan(entry: Entry, kind: Attempt["kind"], waitMs: number, retries = 0): void {
    this.#queue.add(waitMs, () => this.#attempt(entry, kind, retries));
  }

  async #attempt(entry: Entry, kind: Attempt["kind"], retries: number): Promise<void> {
    await this.#held;
    const at = new Date();
    const { isAccepted, result } = await this.#deliver(entry);
    entry.attempts.push({ at, kind, result, ms: Date.now() - at.getTime() });
    if (isAccepted) entry.state = "delivered";
    if (isAccepted || kind === "copy" || kind === "resend") return;
    const waitMs = this.#options.retryMs[retries];
    if (waitMs !== undefined) this.#plan(entry, "retry", waitMs, retries + 1);
    else if (entry.state === "pending") entry.state = "dead";
  }

  async #deliver(entry: Entry): Promise<Sent> {
    if (this.#dropsLeft > 0) {
      this.#dropsLeft -= 1;
      return { isAccepted: false, result: "dropped" };
    }
    const fault = this.#options.faultFor(entry);
    switch (fault.action) {
      case "status":
        return { isAccepted: false, result: fault.status };
      case "throttle":
        return { isAccepted: false, result: 429 };
      case "reset":
        return { isAccepted: false, result: "ECONNRESET" };
      case "slow":
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        return this.#send(entry);
      case "loseResponse":
        await this.#send(entry);
        return { isAccepted: false, result: "response lost" };
      // Those a call only can meet: `read-effect.ts` lets no rule say them of a webhook.
      case "pass":
      case "revoke":
      case "dropScope":
      case "uninstall":
        return this.#send(entry);
    }
  }

  #send(entry: Entry): Promise<Sent> {
    return send(entry, this.#options.secret, this.#options.timeoutMs);
  }
}

function shuffleInPlace(entries: Entry[], random: () => number): void {
  for (let last = entries.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [entries[last], entries[other]];
    if (a && b) [entries[last], entries[other]] = [b, a];
  }
}
