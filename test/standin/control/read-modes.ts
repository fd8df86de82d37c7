import type { WebRequest } from "../page/route.ts";
import type { DeliveryModes } from "../webhooks/schedule.ts";
import { fieldsOf, Refusal } from "./answer.ts";

const MOST: Readonly<Record<Exclude<keyof DeliveryModes, "mute">, number>> = {
  duplicateShare: 1,
  newIdShare: 1,
  shuffleMs: 600_000,
  delayMs: 600_000,
  dropFirst: 1_000_000,
};

/** @throws Refusal naming what makes no sense. */
export function readModes(request: WebRequest): Partial<DeliveryModes> {
  const { mute, ...fields } = fieldsOf(request);
  const unknown = Object.keys(fields).filter((name) => !(name in MOST));
  if (unknown.length > 0) throw new Refusal(422, `Unknown: ${unknown.join(", ")}`);
  if (mute !== undefined && !isTexts(mute)) throw new Refusal(422, "mute: a list of topics");
  const given = Object.entries(MOST).filter(([name]) => fields[name] !== undefined);
  const numbers = given.map(([name, most]) => {
    const value = fields[name];
    if (typeof value !== "number" || !(value >= 0 && value <= most)) {
      throw new Refusal(422, `${name}: from 0 to ${most}`);
    }
    return [name, value];
  });
  return {
    ...(Object.fromEntries(numbers) as Partial<DeliveryModes>),
    ...(mute !== undefined && { mute }),
  };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
