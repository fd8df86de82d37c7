import type { AdminCall, BackgroundWork, FaultAction, Faults, WorkFault } from "../state/faults.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import { seededRandom } from "../random.ts";
import {
  actionOf,
  isMatch,
  isOfWork,
  type FaultEffect,
  type FaultMatch,
  type FaultRule,
  type NewFaultRule,
} from "./rule.ts";

type Counted = { -readonly [K in keyof FaultRule]: FaultRule[K] };
type Held = { readonly rule: Counted; readonly random: () => number };

/** The rules in force, oldest first. Of those that match, the first that is due strikes; all count what they saw. */
export class FaultStore implements Faults {
  readonly #random: () => number;
  readonly #rules = new Map<string, Held>();
  #nextId = 1;

  /** `random` is seeded: from 0 up to but without 1. */
  constructor(random: () => number) {
    this.#random = random;
  }

  rules(): readonly FaultRule[] {
    return [...this.#rules.values()].map(({ rule }) => rule);
  }

  add({ match, effect, after = 0, times, probability = 1, seed }: NewFaultRule): FaultRule {
    const id = `fault-${this.#nextId}`;
    this.#nextId += 1;
    const rule = { id, match, after, times, probability, seed, effect, seen: 0, struck: 0 };
    const random = seed === undefined ? this.#random : seededRandom(seed);
    this.#rules.set(id, { rule, random });
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
    this.#ofTraffic({ on: "call", shop, names: [kind, operation, ...fields] });

  readonly beforeWork = ({ shop, name }: BackgroundWork): WorkFault => {
    const effect = this.#strike({ on: "work", shop, names: [name] });
    return effect && isOfWork(effect) ? effect : { action: "pass" };
  };

  readonly beforeDelivery = ({ shop, topic }: Delivery): FaultAction =>
    this.#ofTraffic({ on: "webhook", shop, names: [topic] });

  #ofTraffic(happening: Happening): FaultAction {
    const effect = this.#strike(happening);
    return (effect && actionOf(effect)) ?? { action: "pass" };
  }

  #strike(happening: Happening): FaultEffect | undefined {
    let effect: FaultEffect | undefined;
    for (const held of this.#rules.values()) {
      const { rule } = held;
      if (!isMatch(rule.match, happening)) continue;
      rule.seen += 1;
      if (effect || !isDue(held)) continue;
      rule.struck += 1;
      effect = rule.effect;
    }
    return effect;
  }
}

type Happening = {
  readonly on: FaultMatch["on"];
  readonly shop: string;
  readonly names: readonly string[];
};

function isDue({ rule, random }: Held): boolean {
  const { seen, after, struck, times, probability } = rule;
  if (seen <= after || (times !== undefined && struck >= times)) return false;
  return probability >= 1 || random() < probability;
}
