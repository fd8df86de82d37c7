import { chooseSwitched, type GuestMark } from "#app/domain/guard/choose-guests.ts";
import { DISQUALIFIED, guestDigest, type DigestKey } from "#app/domain/policy/digest.ts";
import { guestMarks } from "#app/domain/policy/fold-uses.ts";
import { encodeGuests, GUESTS_CAPACITY } from "#app/domain/policy/guests-wire.ts";
import { counterOf, type RuleTerms } from "#app/domain/policy/rule.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { guestKeyOf } from "../person/identity-hashes.server.ts";
import { guardHeldOf } from "./guard-held.server.ts";
import { ledgerUses } from "./ledger-uses.server.ts";
import { ruleTermsOf, type RuleSetting } from "./rule-terms.server.ts";
import { scopedPeople } from "./scoped-people.server.ts";

/** What a person leaves on the wire: a counter they reached a limit of, or what they are disqualified from. */
type Mark = { personId: string; counter: string; period: string };

/** Whose digests alone are wanted, and as they stood at which past instant; null: as they stand now. */
export type GuestsAsked = { personIds: readonly string[]; at: Date | null };

export type GuestShards = { shards: readonly string[]; identities: number; switched: string[] };

/**
 * The digests by which the checkout knows a guest who reached a limit or is disqualified. When they do not all fit, the
 * campaigns with the most are `switched`: none of their guests is compared any more, because half a list would be
 * unfair at random.
 */
export async function guestShards(
  deps: Deps,
  shop: Shop,
  campaigns: readonly Campaign[],
  setting: RuleSetting,
  asked?: GuestsAsked,
): Promise<GuestShards> {
  const key = guestKeyOf(shop);
  const { today } = setting;
  const whom = { shopId: shop.id, today, ...asked };
  const allowed = await scopedPeople(deps, "allowance", whom);
  const isAllowed = ({ personId, counter }: Mark) =>
    allowed.some(
      (each) =>
        each.personId === personId && (each.scope === "*" || each.scope === counter.split("=")[0]),
    );
  const everyone = await disqualifiedMarks(deps, whom);
  const disqualified = everyone.filter((mark) => !isAllowed(mark));
  const rules = campaigns.map((campaign) => ruleTermsOf(campaign, setting));
  const over = await reachedMarks(deps, whom, campaigns, rules);
  const reached = over.filter((mark) => !isAllowed(mark));
  const identities = await identitiesOf(deps, shop.id, [...disqualified, ...reached]);
  const digest = (mark: Mark) => digestsOf(key, mark, identities);
  const always = [...new Set(disqualified.flatMap(digest))];
  // Disqualified guests beyond all room are left out, those disqualified last first; staff see how many there are.
  const fitting = always.slice(0, GUESTS_CAPACITY);
  const marks = reached.map((mark): GuestMark => {
    return { campaigns: campaignsOf(mark.counter, rules), digests: digest(mark) };
  });
  const { switched, kept } = chooseSwitched(marks, {
    base: fitting.length,
    capacity: GUESTS_CAPACITY,
    before: guardHeldOf(shop).switched,
  });
  const all = [...fitting, ...kept];
  const someDisqualified = fitting.length > 0;
  const encoded = encodeGuests(all, key, { asOf: today, someDisqualified });
  if (!encoded.ok) throw new RangeError(`${encoded.count} guests were chosen for less room`);
  return { shards: encoded.shards, identities: new Set(all).size, switched };
}

type Whom = { shopId: number; today: string } & Partial<GuestsAsked>;

/** The campaigns that compare guests by a counter. */
function campaignsOf(counter: string, rules: readonly RuleTerms[]): string[] {
  const [campaign] = counter.split("=");
  return rules
    .filter(({ guest }) => guest === "match")
    .filter(({ id, limits }) =>
      limits.some((limit) => counterOf(limit, id, "").split("=")[0] === campaign),
    )
    .map(({ id }) => id);
}

/** Who has used up a limit in the window that runs today, of campaigns that compare guests. */
async function reachedMarks(
  deps: Deps,
  { shopId, today, personIds, at }: Whom,
  campaigns: readonly Campaign[],
  rules: readonly RuleTerms[],
): Promise<Mark[]> {
  const comparing = campaigns.filter(({ guestPolicy }) => guestPolicy === "match");
  const uses = await ledgerUses(deps, shopId, comparing, personIds, at);
  return [...uses].flatMap(([personId, theirs]) =>
    guestMarks(theirs, rules, today).map((mark) => ({ personId, ...mark })),
  );
}

async function disqualifiedMarks(deps: Deps, whom: Whom): Promise<Mark[]> {
  const people = await scopedPeople(deps, "disqualification", whom);
  return people.map(({ personId, scope }) => ({ personId, counter: scope, period: DISQUALIFIED }));
}

function digestsOf(
  key: DigestKey,
  { personId, counter, period }: Mark,
  identities: ReadonlyMap<string, readonly string[]>,
): string[] {
  return (identities.get(personId) ?? []).map((hash) => guestDigest(key, counter, period, hash));
}

/** By person: their e-mails and phones as the checkout can compute them. */
async function identitiesOf(
  deps: Deps,
  shopId: number,
  marks: readonly Mark[],
): Promise<Map<string, string[]>> {
  const personIds = [...new Set(marks.map(({ personId }) => personId))];
  const { rows } = await deps.database.pool.query<{ personId: string; guestHash: string }>(
    IDENTITIES,
    [shopId, personIds],
  );
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, theirs]) => [personId, theirs.map(({ guestHash }) => guestHash)]),
  );
}

const IDENTITIES = `
  SELECT COALESCE(p.root_id, p.id)::text AS "personId", i.guest_hash AS "guestHash"
  FROM person_identity i
  JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
  WHERE i.shop_id = $1 AND i.guest_hash IS NOT NULL AND COALESCE(p.root_id, p.id) = ANY ($2::bigint[])`;
