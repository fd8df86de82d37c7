import { containedAt, diceAt, onesAt } from "../encode/bloom.ts";
import { AT, FLAG, generationOf, KEY, type EncodedOrder } from "../encode/encoded-order.ts";
import { comparePlaces } from "./compare-places.ts";
import { WEIGHTS } from "../weights.ts";
import { asTyped, PHONE_HALF } from "./as-typed.ts";
import type { Note, Odds } from "./odds.ts";
import type { ShareOf } from "./shares.ts";

/**
 * Compares an order with a known one and notes, feature by feature, how likely what is seen is for one person,
 * open or hiding, for one household and for strangers. What either order does not tell is not noted: missing is no evidence.
 */
export function comparePair(a: EncodedOrder, b: EncodedOrder, share: ShareOf, note: Note): void {
  compareMailbox(a, b, share, note);
  comparePhones(a, b, share, note);
  compareNames(a, b, share, note);
  comparePlaces(a, b, share, note);
  compareCards(a, b, share, note);
  const [x, y] = [a.words, b.words];
  if (x[AT.agent] && y[AT.agent]) {
    const isSame = x[AT.agent] === y[AT.agent];
    const u = share(KEY.agent);
    if (isSame) note("browser", [0.85, 0.55, 0.08 + u, u], "same");
    else note("browser", [0.15, 0.45, 0.92 - u, 1 - u], "other");
  }
}

function compareMailbox(a: EncodedOrder, b: EncodedOrder, share: ShareOf, note: Note): void {
  const [x, y] = [a.words, b.words];
  // An account may get another address; a guest has no account to sign in to, and an address each time.
  const isSameMailbox = x[AT.email] !== 0 && x[AT.email] === y[AT.email];
  if (x[AT.customer] && x[AT.customer] === y[AT.customer] && !isSameMailbox)
    return note("customer", [0.8, 0.05, 0.01, 1e-6], "same");
  if (!x[AT.email] || !y[AT.email]) return;
  if (isSameMailbox) {
    // People give a namesake's mailbox by mistake, and then with other dots.
    const isMistakable = x[AT.spelling] !== y[AT.spelling] && isSameName(x, y);
    if (isMistakable) return note("email", [0.8, 0.05, 0.01, 5e-4], "same");
    // Who hides behind made-up names and addresses may keep one mailbox, by a tag for each.
    return note("email", [0.8, 0.3, 0.01, 1e-7], "same");
  }
  if (x[AT.flags]! & FLAG.disposable) {
    const u = Math.min(0.2, 0.012 + share(KEY.disposable));
    note("disposable", [0.08, 0.25, u, u], "same");
  }
  if (x[AT.domain] && x[AT.domain] === y[AT.domain]) {
    const u = share(KEY.domain);
    note("email_domain", [0.25, 0.2, 0.1 + u * 0.5, u], "same");
  }
  if (!x[AT.stem] || !y[AT.stem] || (x[AT.flags]! | y[AT.flags]!) & FLAG.relay) return;
  const ofNames = (x[AT.flags]! & FLAG.stemIsName) !== 0 && (y[AT.flags]! & FLAG.stemIsName) !== 0;
  const isSame = x[AT.stem] === y[AT.stem];
  // Two people of one name make the same mailboxes of it: only a little is left to say.
  if (ofNames) {
    if (isSame && isSameName(x, y)) note("mailbox", [0.4, 0.3, 0.15, 0.2], "same");
    else if (isSame) note("mailbox", [0.2, 0.1, 0.02, 0.005], "same");
  } else if (isSame) note("mailbox", [0.3, 0.2, 0.01, Math.min(0.02, share(KEY.stem))], "same");
  else if (diceAt(x, y, AT.stemBits) > 0.8) note("mailbox", [0.08, 0.05, 0.008, 0.002], "alike");
  compareMailboxToName(x, y, note);
}

/**
 * A made-up name on a mailbox of one's own: the letters of it are the surname, or the given name, of the other order, whose
 * name differs.
 */
function compareMailboxToName(x: Int32Array, y: Int32Array, note: Note): void {
  if (x[AT.stem] === y[AT.stem]) return;
  const isSurname = x[AT.last] !== y[AT.last] && (holds(x, y, LAST) || holds(y, x, LAST));
  const isGiven = x[AT.first] !== y[AT.first] && (isOtherGiven(x, y) || isOtherGiven(y, x));
  if (isSurname || isGiven) note("mailbox_name", [0.05, 0.2, 0.04, 0.006], "same");
}

const [FIRST, LAST] = [AT.firstBits, AT.lastBits];

function holds(mailbox: Int32Array, named: Int32Array, at: number): boolean {
  return onesAt(named, at) >= TELLING && containedAt(named, mailbox, at, AT.stemBits) >= 0.7;
}

/** A mailbox that is called by the other order's given name, and not by its own. */
function isOtherGiven(mailbox: Int32Array, other: Int32Array): boolean {
  return holds(mailbox, other, FIRST) && !holds(mailbox, mailbox, FIRST);
}

/** Bits of an encoded name of five letters: shorter ones are part of many words. */
const TELLING = 15;
/** Bits of an encoded given name of one letter, at most. */
const INITIAL = 6;

function isSameName(x: Int32Array, y: Int32Array): boolean {
  return x[AT.last] !== 0 && x[AT.last] === y[AT.last] && x[AT.first] === y[AT.first];
}

function comparePhones(a: EncodedOrder, b: EncodedOrder, share: ShareOf, note: Note): void {
  const [x, y] = [a.words, b.words];
  if (!x[AT.phone] || !y[AT.phone]) return;
  const second = x[AT.otherPhone]!;
  const isFirst = x[AT.phone] === y[AT.phone] || x[AT.phone] === y[AT.otherPhone];
  const isSecond = second !== 0 && (second === y[AT.phone] || second === y[AT.otherPhone]);
  if (!isFirst && !isSecond) return note("phone", [0.12, 0.72, 0.93, 1], "other");
  const u = Math.min(0.3, share(isFirst ? KEY.phone : KEY.otherPhone));
  const alike: Odds = [0.88, 0.28, 0.07, u];
  const isTyped = x[AT.phone] === y[AT.phone];
  note("phone", isTyped ? asTyped(alike, x, y, PHONE_HALF) : alike, "same");
}

function compareNames(a: EncodedOrder, b: EncodedOrder, share: ShareOf, note: Note): void {
  const [x, y] = [a.words, b.words];
  if (x[AT.last] && y[AT.last]) {
    const g = share(KEY.last);
    if (x[AT.last] === y[AT.last]) note("surname", [0.92, 0.38, 0.65, g], "same");
    else if (diceAt(x, y, AT.lastBits) >= 0.7) note("surname", [0.05, 0.04, 0.04, 0.006], "alike");
    else note("surname", [0.03, 0.58, 0.33, 1 - g], "other");
  }
  if (x[AT.first] && y[AT.first]) {
    const f = share(KEY.first);
    // Given names and surnames of one country come together: namesakes that are known say how often.
    const namesakes = isSameName(x, y) ? share(KEY.person) / share(KEY.last) : 0;
    if (x[AT.first] === y[AT.first]) {
      const alike: Odds = [0.88, 0.24, 0.05 + f, Math.min(0.9, Math.max(f, namesakes))];
      note("name", areFatherAndSon(x, y) ? fatherAndSon(alike) : alike, "same");
    } else if (x[AT.initial] === y[AT.initial]) sameInitial(x, y, note);
    else note("name", [0.05, 0.46, 0.9, 0.92], "other");
  }
}

/** Sr and Jr behind one name; who leaves it out may be either. */
export function areFatherAndSon(x: Int32Array, y: Int32Array): boolean {
  const [one, other] = [generationOf(x), generationOf(y)];
  return one !== 0 && other !== 0 && one !== other && isSameName(x, y);
}

/** Such words are for telling apart who lives together; of oneself one writes the same one, and strangers have none. */
function fatherAndSon([open, hiding, household, unrelated]: Odds): Odds {
  const [relative, madeUp] = WEIGHTS.tellsGeneration;
  return [open * 0.0005, hiding * madeUp, household * relative, unrelated * 0.002];
}

function sameInitial(x: Int32Array, y: Int32Array, note: Note): void {
  if (Math.min(onesAt(x, AT.firstBits), onesAt(y, AT.firstBits)) <= INITIAL)
    return note("name", [0.05, 0.2, 0.01, 0.005], "alike");
  // "Johanna" is no slip of "Johannes": they are brother and sister.
  const areNames = (x[AT.flags]! & y[AT.flags]! & FLAG.knownName) !== 0;
  if (!areNames && diceAt(x, y, AT.firstBits) >= 0.7)
    return note("name", [0.05, 0.04, 0.01, 0.008], "alike");
  note("name", [0.02, 0.04, 0.07, 0.07], "other");
}

function compareCards(a: EncodedOrder, b: EncodedOrder, share: ShareOf, note: Note): void {
  const [x, y] = [a.words, b.words];
  if (!x[AT.card] || !y[AT.card]) return;
  const bin = share(KEY.bin);
  if (x[AT.card] === y[AT.card])
    note("card", [0.9, 0.46, 0.12, Math.min(0.2, share(KEY.card))], "same");
  else if (x[AT.bin] === y[AT.bin]) note("card", [0.02, 0.04, Math.max(0.05, bin), bin], "other");
  else note("card", [0.08, 0.5, 0.83, 1], "other");
}
