import type { SettledPeople } from "../cluster/people-words.ts";
import { KEY, type EncodedOrder } from "../encode/encoded-order.ts";
import type { ClusterId, IdentityView } from "./identity-index.ts";
import { insertByTime } from "./join-cluster.ts";

/** Newest orders of an account that lead to its clusters. */
const NEWEST = 40;

/** Staff's words on accounts, to be asked of orders. An order without a mailbox is of no account. */
export type DecidedPeople = {
  hasApart(order: EncodedOrder): boolean;
  /** Whether any accounts are one person's. */
  joinsAny: boolean;
  areApart(order: EncodedOrder, others: readonly EncodedOrder[]): boolean;
  /** The accounts that are one person's with the order's own, which is among them; none when nobody said so of it. */
  accountsOf(order: EncodedOrder): readonly number[];
};

export function decidedPeople({ apart, together }: SettledPeople): DecidedPeople {
  const others = new Map<number, Set<number>>();
  for (const [one, other] of apart) {
    others.set(one, (others.get(one) ?? new Set()).add(other));
    others.set(other, (others.get(other) ?? new Set()).add(one));
  }
  const groups = new Map(together.flatMap((group) => group.map((account) => [account, group])));
  const accountOf = ({ keys }: EncodedOrder) => keys[KEY.email]!;
  return {
    joinsAny: groups.size > 0,
    hasApart: (order) => others.has(accountOf(order)),
    areApart(order, members) {
      const theirs = others.get(accountOf(order));
      return theirs !== undefined && members.some((member) => theirs.has(accountOf(member)));
    },
    accountsOf: (order) => groups.get(accountOf(order)) ?? [],
  };
}

/**
 * The members of a cluster with those of all clusters that are one person's with it, as staff said, newest first, at most
 * `most`. Their word lies over the clusters and changes none: when it is taken back they are what they were.
 * @param membersOf of a cluster alone
 */
export function membersWithDecided(
  cluster: ClusterId,
  most: number,
  { joinsAny, accountsOf }: DecidedPeople,
  index: Pick<IdentityView, "newest"> & {
    membersOf(cluster: ClusterId): readonly EncodedOrder[];
  },
): EncodedOrder[] {
  if (!joinsAny) return index.membersOf(cluster).slice(-most).reverse();
  // A set that grows while it is gone through.
  const clusters = new Set([cluster]);
  const members: EncodedOrder[] = [];
  for (const each of clusters)
    for (const member of index.membersOf(each)) {
      insertByTime(members, member);
      for (const account of accountsOf(member))
        for (const known of index.newest(account, NEWEST)) clusters.add(known.cluster);
    }
  return members.slice(-most).reverse();
}
