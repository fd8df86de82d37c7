import type { AdminCall, FaultAction, Faults, WorkFault } from "../state/faults.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import { actionOf, isMatch, type FaultMatch, type FaultRule, type NewFaultRule } from "./rule.ts";

type Counted = { -readonly [K in keyof FaultRule]: FaultRule[K] };

/** The rules in force, oldest first. Of those that match, the first that is due strikes; all count what they saw. */
export class FaultStore implements Faults {
  readonly #random: () => number;
  readonly #rules = new Map<string, Counted>();
  #nextId = 1;

  /** `random` is seeded: from 0 up to but without 1. */
  constructor(random: () => number) {
    this.#random = random;
  }

  rules(): readonly FaultRule[] {
    return [...this.#rules.values()];
  }

  add({ match, effect, after = 0, times, probability = 1 }: NewFaultRule): FaultRule {
    const id = `fault-${this.#nextId}`;
    this.#nextId += 1;
    const rule = { id, match, after, times, probability, effect, seen: 0, struck: 0 };
    this.#rules.set(id, rule);
    return rule;
  }

  /** False when there is no such rule. */
  remove(id: string): boolean {
    return this.#rules.delete(id);
  }

  clear(): void {
    this.#rules.clear();
  }

  readonly beforeCall = ({ shop, kind, operation, fields }: AdminCall): FaultAction =>
    this.#strike({ on: "call", shop, names: [kind, operation, ...fields] });

  readonly beforeWork = (): WorkFault => ({ action: "pass" });

  readonly beforeDelivery = ({ shop, topic }: Delivery): FaultAction =>
    this.#strike({ on: "webhook", shop, names: [topic] });

  #strike(happening: {
    readonly on: FaultMatch["on"];
    readonly shop: string;
    readonly names: readonly string[];
  }): FaultAction {
    let action: FaultAction | undefined;
    for (const rule of this.#rules.values()) {
      if (!isMatch(rule.match, happening)) continue;
      rule.seen += 1;
      if (action || !this.#isDue(rule)) continue;
      rule.struck += 1;
      action = actionOf(rule.effect);
    }
    return action ?? { action: "pass" };
  }

  #isDue({ seen, after, struck, times, probability }: Counted): boolean {
    if (seen <= after || (times !== undefined && struck >= times)) return false;
    return probability >= 1 || this.#random() < probability;
  }
}
