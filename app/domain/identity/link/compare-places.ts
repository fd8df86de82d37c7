import { BLOOM_WORDS, diceAt } from "../encode/bloom.ts";
import { AT, FLAG, KEY, type EncodedOrder } from "../encode/encoded-order.ts";
import { ADDRESS_HALF, asTyped, isTypedAnew } from "./as-typed.ts";
import type { Note, Odds } from "./odds.ts";
import type { ShareOf } from "./shares.ts";

const SHIP = {
  house: AT.house,
  door: AT.door,
  number: AT.doorNumber,
  area: AT.area,
  street: AT.streetBits,
};
const BILL = {
  house: AT.billHouse,
  door: AT.billDoor,
  number: AT.billDoorNumber,
  area: AT.billArea,
  street: AT.billStreetBits,
};
type Place = typeof SHIP;

/** Places that are compared, the likeliest first. */
const PLACES: readonly (readonly [Place, Place])[] = [
  [SHIP, SHIP],
  [BILL, BILL],
  [SHIP, BILL],
  [BILL, SHIP],
];

/** How two doors of one house compare. */
type Doors = "same" | "one_unsaid" | "different";

/**
 * Notes where two orders go and from where they come on the net. Both together are one fact more often than two: who
 * shares an office, a dormitory or a home shares its line as well.
 */
export function comparePlaces(a: EncodedOrder, b: EncodedOrder, share: ShareOf, note: Note): void {
  const [x, y] = [a.words, b.words];
  const shareHere = compareHouses(a, b, share, note);
  if (!x[AT.ip] || !y[AT.ip]) return;
  if (x[AT.ip] === y[AT.ip]) {
    const alone = share(KEY.ip);
    const given =
      shareHere === null
        ? alone
        : Math.min(0.9, Math.max(alone, share(KEY.site) / shareHere, 0.25));
    note("network", [0.35, 0.32, 0.35, given], "same");
  } else if (x[AT.range] && x[AT.range] === y[AT.range]) {
    note("network", [0.1, 0.1, 0.1, Math.max(0.02, share(KEY.range))], "alike");
  } else note("network", [0.55, 0.58, 0.55, 0.98], "other");
}

/** The share of people at the house when it is the same, null when it is not or unknown. */
function compareHouses(
  a: EncodedOrder,
  b: EncodedOrder,
  share: ShareOf,
  note: Note,
): number | null {
  const [x, y] = [a.words, b.words];
  if (!x[AT.house] || !y[AT.house]) return null;
  for (const [from, to] of PLACES) {
    if (!isSameHouse(x, y, from, to)) continue;
    const u = houseShare(x[from.house] === y[to.house], from, share);
    const isGiven = from !== to || isGift(x, y, from);
    if ((x[AT.flags]! & FLAG.pickUp) !== 0)
      note("address", [0.1, 0.08, 0.05, Math.max(u, 0.004)], "same");
    else if (isGiven) note("address", [0.12, 0.06, 0.2, Math.max(u, 0.0005)], "same");
    else compareSpelling(x, y, [from, to], u, note);
    return u;
  }
  note("address", [0.04, 0.05, 0.15, 1], "other");
  return null;
}

/** How the address of one house is written. */
function compareSpelling(
  x: Int32Array,
  y: Int32Array,
  [from, to]: readonly [Place, Place],
  u: number,
  note: Note,
): void {
  const doors = doorsOf(x, y, from, to);
  const isRewritten = isRespelt(x, y, from, to);
  const odds = oddsOf(doors, isRewritten, u);
  if (doors !== "same" || isRewritten) note("address", odds, "alike");
  else if (from !== SHIP) note("address", odds, "same");
  else {
    const isAnew = isTypedAnew(x, y, ADDRESS_HALF);
    note("address", asTyped(odds, x, y, ADDRESS_HALF), isAnew ? "alike" : "same");
  }
}

/** A house whose street is misspelled is as common as its number is in the postcode, however few misspell it so. */
function houseShare(isSpeltAlike: boolean, from: Place, share: ShareOf): number {
  if (from === BILL) return share(KEY.billHouse);
  return isSpeltAlike ? share(KEY.house) : Math.max(share(KEY.house), share(KEY.area));
}

/** The parcel goes to somebody else: the address is the receiver's. */
function isGift(x: Int32Array, y: Int32Array, from: Place): boolean {
  return from === SHIP && ((x[AT.flags]! | y[AT.flags]!) & FLAG.elsewhere) !== 0;
}

/**
 * People write their own address as they always do; who must not be known again writes it anew each time: a floor, a flat
 * that is none, a letter wrong in the street.
 */
function oddsOf(doors: Doors, isRespelt: boolean, u: number): Odds {
  if (doors === "same") return isRespelt ? [0.07, 0.18, 0.09, u * 0.2] : [0.86, 0.31, 0.66, u];
  if (doors === "one_unsaid")
    return isRespelt ? [0.005, 0.09, 0.005, u * 0.15] : [0.02, 0.22, 0.03, u];
  return isRespelt ? [0.002, 0.03, 0.001, u * 0.1] : [0.01, 0.12, 0.01, u];
}

function isRespelt(x: Int32Array, y: Int32Array, from: Place, to: Place): boolean {
  for (let i = 0; i < BLOOM_WORDS; i++) if (x[from.street + i] !== y[to.street + i]) return true;
  return false;
}

function isSameHouse(x: Int32Array, y: Int32Array, from: Place, to: Place): boolean {
  if (x[from.house] !== 0 && x[from.house] === y[to.house]) return true;
  const isNear = x[from.area] !== 0 && x[from.area] === y[to.area];
  return isNear && diceAt(x, y, from.street, to.street) >= 0.5;
}

function doorsOf(x: Int32Array, y: Int32Array, from: Place, to: Place): Doors {
  const [one, other] = [x[from.door], y[to.door]];
  if (one === other) return "same";
  if (!one || !other) return "one_unsaid";
  const number = x[from.number]!;
  return number !== 0 && number === y[to.number] ? "same" : "different";
}
