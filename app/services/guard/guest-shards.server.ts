import type { ExceptionKind } from "#app/domain/guard/exception.ts";
import { chooseSwitched, type GuestMark } from "#app/domain/guard/choose-guests.ts";
import { DISQUALIFIED, guestDigest, type DigestKey } from "#app/domain/policy/digest.ts";
import { guestMarks } from "#app/domain/policy/fold-uses.ts";
import { encodeGuests, GUESTS_CAPACITY } from "#app/domain/policy/guests-wire.ts";
import { counterOf, scopeOf, type RuleTerms } from "#app/domain/policy/rule.ts";
import type { PutTogether } from "#app/domain/identity/cluster/put-together.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { guestKeyOf } from "../person/identity-hashes.server.ts";
import { putTogether } from "../person/put-together.server.ts";
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
 * The digests by which the checkout knows a guest who reached a limit, is disqualified or asked to sign in. When they do
 * not all fit, the campaigns with the most are `switched`: none of their guests is compared any more, because half a list
 * would be unfair at random.
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
  const together = await putTogether(deps.database.pool, shop.id, asked?.at);
  const whom = { shopId: shop.id, together, today, ...asked };
  const allowed = await scopedPeople(deps, "allowed", whom);
  const isAllowed = ({ personId, counter }: Mark) =>
    allowed.some(
      (each) =>
        each.personId === personId && (each.scope === "*" || each.scope === scopeOf(counter)),
    );
  const held = async (kind: ExceptionKind) =>
    (await heldMarks(deps, kind, whom)).filter((mark) => !isAllowed(mark));
  const [disqualified, mustSignIn] = [await held("disqualified"), await held("sign_in")];
  const rules = campaigns.map((campaign) => ruleTermsOf(campaign, setting));
  const over = await reachedMarks(deps, whom, campaigns, rules);
  const reached = over.filter((mark) => !isAllowed(mark));
  const identities = await identitiesOf(deps, shop.id, [
    ...disqualified,
    ...mustSignIn,
    ...reached,
  ]);
  const digest = (mark: Mark) => digestsOf(key, mark, identities);
  const always = [...new Set(disqualified.flatMap(digest))];
  // Disqualified guests beyond all room are left out, those disqualified last first; staff see how many there are.
  const fitting = always.slice(0, GUESTS_CAPACITY);
  const wanted = [...new Set(mustSignIn.flatMap(digest))].filter((each) => !fitting.includes(each));
  // Each of these takes the room of two.
  const signIn = wanted.slice(0, Math.floor((GUESTS_CAPACITY - fitting.length) / 2));
  const marks = reached.map((mark): GuestMark => {
    return { campaigns: campaignsOf(mark.counter, rules), digests: digest(mark) };
  });
  const { switched, kept } = chooseSwitched(marks, {
    base: fitting.length + 2 * signIn.length,
    capacity: GUESTS_CAPACITY,
    before: guardHeldOf(shop).switched,
  });
  const all = [...fitting, ...kept];
  const someDisqualified = fitting.length > 0;
  const encoded = encodeGuests(all, key, { asOf: today, someDisqualified, signIn });
  if (!encoded.ok) throw new RangeError(`${encoded.count} guests were chosen for less room`);
  return { shards: encoded.shards, identities: new Set(all).size + signIn.length, switched };
}

type Whom = { shopId: number; together: PutTogether; today: string } & Partial<GuestsAsked>;

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
  whom: Whom,
  campaigns: readonly Campaign[],
  rules: readonly RuleTerms[],
): Promise<Mark[]> {
  const comparing = campaigns.filter(({ guestPolicy }) => guestPolicy === "match");
  const uses = await ledgerUses(deps, comparing, whom);
  return [...uses].flatMap(([personId, theirs]) =>
    guestMarks(theirs, rules, whom.today).map((mark) => ({ personId, ...mark })),
  );
}

async function heldMarks(deps: Deps, kind: ExceptionKind, whom: Whom): Promise<Mark[]> {
  const people = await scopedPeople(deps, kind, whom);
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
