/**
 * The numbers the judgement rests on, in one place. They say what people do (how often a second account keeps the phone,
 * how soon a ring goes on), never what a shop, a code or a country is; what is common where is counted, not set.
 */
export const WEIGHTS = {
  /** Of all people of the shop, how many are the shopper again under another account, and how many are of the household. */
  same: 0.08,
  hiding: 0.02,
  household: 0.35,
  /** The same of those who redeem a campaign that allows one use, among all who redeem it. */
  sameAgain: 0.06,
  hidingAgain: 0.06,
  householdToo: 0.25,
  /** Members of a household who redeem a campaign together, rather than each in their own time. */
  together: 0.25,
  /** Of uses of somebody's own code (an affiliate's), so many are the owner's. */
  ownCode: 0.1,
  /** What staff's word that two accounts are one person's says, in bits. */
  decided: 14,
  /** An order joins a known person from so many bits on. */
  joins: 3,
  /** An order joins a ring from so many bits on. */
  joinsGroup: 1,

  /** One order alone is the beginning of a ring; a group that is known for several uses goes on. */
  ringBegins: 0.04,
  ringGoesOn: 0.6,

  /** Bits against a ring's made-up customer for an account that ordered before. */
  knownAccount: 4,
  /** How often a made-up customer is a guest, leaves the phone out, pays from elsewhere than the parcel goes, comes from nowhere. */
  madeUp: { guest: 0.8, phoneless: 0.5, elsewhere: 0.3, direct: 0.5 },
  /** Two groups become one over an order that belongs to either by so many bits. */
  ringsMeet: 5,

  /** A house is a crowd's (dormitory, office, locker), or a ring's drop, before anything is seen of it. */
  crowdHouse: 0.012,
  dropHouse: 0.012,
  /** The same of an address that says it is a locker or a shop that keeps parcels. */
  crowdPickUp: 0.9,
  /** Members of a household, beside the first, who redeem one campaign, and over how many days. */
  relatives: 0.5,
  campaignDays: 60,
  /** Bits for the next use at a house where one person was found to use a campaign twice. */
  knownAgain: 3,
  /** How much of what a crowd does is its own fashion (the bedding that every student buys). */
  fashion: 0.12,
  /** How often a member of a household uses another one's card or device. */
  sharedAtHome: 0.2,
  /**
   * How often somebody at a house where others redeemed shares a surname, a line, the way the address is written with one
   * of them: a relative, a made-up customer.
   */
  sharesSurname: [0.65, 0.25],
  sharesLine: [0.45, 0.15],
  sharesSpelling: [0.86, 0.55],
  /** How much likelier than a relative who does not hide, and who does, types an address or a phone alike, and anew. */
  typed: { alike: [1, 0.8], anew: [0.33, 1.17] },
  /** Two behind one name who are told apart by Sr and Jr: a father and a son, somebody who bends a name. */
  tellsGeneration: [0.3, 0.005],
  /** Of redemptions at a crowd's house and a drop, when nobody orders there without the campaign. */
  cleanDrop: 0.7,

  /**
   * How three opinions are calibrated, as base and slope in bits, by worlds of two makers; and what each bit by which rings
   * are commoner here than usual does to each: where there are few, who looks like somebody known is somebody known.
   */
  opinions: {
    ofSame: [1.5, 1.25],
    ofGroup: [0.65, 0.9],
    ofHouse: [0, 0.5],
    ringsToSame: -0.4,
    ringsToGroup: 1.2,
  },

  /**
   * What the opinions say together and each beside the others, by bits; and what the circumstances do, by bits (of the
   * household), by how often the number doubles (others, uses here), or whole. Fitted by logistic regression to fifteen
   * streams of two makers, with `crowd` and the base from twelve more; the base is 1.15 bits below what the fit says: few
   * honest people flagged go before all found.
   */
  circumstances: {
    ...{ base: 0.75, joint: 0.76, same: 0.07, group: 0.24, house: 0.16 },
    ...{ household: -0.15, crowd: 3.4, newHouse: 1.68, others: -0.39, usesHere: -0.43 },
    disposable: 2.12,
  },

  /** A use counts as a ring's from so many bits on; so many of a campaign's uses are, before a number of its orders is known. */
  surelyRing: 2,
  ringShare: { usual: 0.05, orders: 400 },

  /**
   * An earlier use that seemed doubtful, from `doubt` bits on, is judged again when a later one turns out to be beyond the
   * limit; of people it is linked with those above `link` are asked. All the others, earlier and later, have to say it by
   * `clearly` bits more than they would need to, and take it so many bits above what it seemed at most: `sure` where one
   * before it is of the same hand, `alone` where none is known to be.
   */
  lookBack: { doubt: -2, link: -4, sure: 4, alone: 1, clearly: 2.25 },

  /** The weight of one imagined order without a group's habit. */
  thinning: 1,
  /** A trait in which an order differs from its group says no less than this, in bits. */
  leastTrait: -1.2,
} as const;
