import { guestDigest, guestIdentity, type DigestKey } from "#app/domain/policy/digest.ts";
import { GUESTS_CAPACITY } from "#app/domain/policy/guests-wire.ts";
import { seededRandom } from "#test/standin/random.ts";
import type { Progress } from "../bench.ts";

const KEY: DigestKey = [0x1234567, 0x89abcde, 0xf012345, 0x6789abc];
const PEOPLE = 10_000_000;

/**
 * How many of ten million random people, none of whom ever used anything, would be taken for one of those in the
 * shards when as many stand in them as fit. By construction it is 6,429 in 2^40 for each digest looked for: 0.06 of them.
 */
export function countFalseRefusals(progress: Progress): number {
  const random = seededRandom(42);
  const person = () =>
    `${random().toString(36).slice(2)}.${random().toString(36).slice(2)}@mail.test`;
  const digestOf = () => guestDigest(KEY, "a3", "m261101", guestIdentity(KEY, "e", person()));
  const onWire = new Set<string>();
  while (onWire.size < GUESTS_CAPACITY) onWire.add(digestOf());
  let refused = 0;
  for (let i = 1; i <= PEOPLE; i++) {
    if (onWire.has(digestOf())) refused++;
    if (i % 2_500_000 === 0) progress(`${i / 1_000_000} million people`);
  }
  return refused;
}
