/** What one guest leaves on the wire: `digests`, one for each of their e-mails and phones, by a campaign's limit. */
export type GuestMark = { campaigns: readonly string[]; digests: readonly string[] };

/** Campaigns that were switched stay so until all guests would fit in this share of the room: no switching to and fro. */
const ROOM_TO_RETURN = 0.9;

/**
 * Which campaigns' guests are no longer compared, by rules' ids, when there are more digests than `capacity`. Those with
 * the most go first, as few campaigns as it takes; a digest of a group goes with the last campaign that counts by it.
 * `base`: digests that stay whatever is switched, of people who are disqualified.
 */
export function chooseSwitched(
  marks: readonly GuestMark[],
  { base, capacity, before }: { base: number; capacity: number; before: readonly string[] },
): { switched: string[]; kept: string[] } {
  const sizes = new Map<string, number>();
  for (const { campaigns, digests } of marks)
    for (const id of campaigns) sizes.set(id, (sizes.get(id) ?? 0) + digests.length);
  const largestFirst = [...sizes.keys()].sort(
    (a, b) =>
      Number(before.includes(b)) - Number(before.includes(a)) ||
      (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) ||
      (a < b ? -1 : 1),
  );
  const switched: string[] = [];
  const keep = () =>
    new Set(
      marks
        .filter(({ campaigns }) => campaigns.some((id) => !switched.includes(id)))
        .flatMap(({ digests }) => digests),
    );
  const isBack = before.some((id) => sizes.has(id));
  let kept = keep();
  for (const id of largestFirst) {
    const room = isBack && switched.length === 0 ? capacity * ROOM_TO_RETURN : capacity;
    if (kept.size + base <= room) break;
    switched.push(id);
    kept = keep();
  }
  return { switched, kept: [...kept] };
}
