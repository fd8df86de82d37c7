import { houseOf, parseAddress, type AddressParts } from "../address/parse-address.ts";
import { readEmail, type EmailParts } from "../email.ts";
import { skeletonOf } from "../fold-text.ts";
import { readIp } from "../ip.ts";
import { readName, type NameParts } from "../name.ts";
import { isGivenName } from "../nicknames.ts";
import type { OrderAddress, OrderRecord } from "../order-record.ts";
import { phoneOf } from "../phone.ts";
import { agentOf, landingOf, productOf } from "../visit.ts";
import { bloomUnder } from "./bloom.ts";
import { AT, FLAG, generationFlag, KEY, KEYS, type EncodedOrder } from "./encoded-order.ts";
import type { Mac } from "./mac.ts";

export type EncodeOrder = (
  order: OrderRecord,
  campaign: string | null,
  further?: readonly string[],
) => EncodedOrder;

/** What of an order its uses are encoded with, as text that can be read. */
export type UseParts = Readonly<
  Record<"house" | "range" | "bin" | "product" | "landing" | "agent", string | null>
>;

export type OrderEncoder = {
  encode: EncodeOrder;
  /** An order whose uses are not known yet, and what they are to be encoded with. */
  encodeEarly(order: OrderRecord): { encoded: EncodedOrder; parts: UseParts };
  /** An order that was encoded early, with its uses: the same as had they been known then. */
  addUses(encoded: EncodedOrder, parts: UseParts, scopes: readonly string[]): EncodedOrder;
};

/**
 * The encoder under a shop's key. `campaign` is the campaign with a limit per customer that the order redeemed, if any;
 * `further`: of its further codes, again when two are of one.
 */
export function encoderUnder(mac: Mac): OrderEncoder {
  const bloom = bloomUnder(mac);
  const encodeEarly = (order: OrderRecord) => {
    const row = rowUnder(mac, bloom);
    const parts = partsOf(order);
    writeWho(row, parts);
    writePlaces(row, parts);
    writeVisit(row, parts);
    const { words, keys } = row;
    const at = Date.parse(order.placedAt);
    const encoded: EncodedOrder = { id: order.id, at, words, keys, campaign: null, further: [] };
    return { encoded, parts: usePartsOf(parts) };
  };
  const addUses = (
    encoded: EncodedOrder,
    parts: UseParts,
    [campaign, ...further]: readonly string[],
  ): EncodedOrder => {
    if (campaign === undefined) return encoded;
    const keys = encoded.keys.slice();
    writeUse(rowUnder(mac, bloom, { words: encoded.words, keys }), parts, campaign);
    const uses = further.map((scope, place) => {
      const use = rowUnder(mac, bloom);
      if (scope !== campaign && further.indexOf(scope) === place) writeUse(use, parts, scope);
      return { campaign: scope, keys: use.keys };
    });
    return { ...encoded, keys, campaign, further: uses };
  };
  return {
    encodeEarly,
    addUses,
    encode(order, campaign, further = []) {
      const { encoded, parts } = encodeEarly(order);
      return campaign === null ? encoded : addUses(encoded, parts, [campaign, ...further]);
    },
  };
}

/** Of which a shop has few values: what it sells, what people are called, whether they did something. */
const COME_AGAIN: ReadonlySet<string> = new Set([
  ...["first", "initial", "last", "domain", "door"],
  ...["bin", "product", "landing", "agent", "campaign"],
  ...["campaign-product", "campaign-landing", "campaign-bin", "campaign-agent"],
  ...["disposable", "guest", "phoneless", "elsewhere", "direct"],
]);

type Row = ReturnType<typeof rowUnder>;

function rowUnder(
  mac: Mac,
  bloom: (letters: string) => Int32Array,
  { words, keys }: Pick<EncodedOrder, "words" | "keys"> = {
    words: new Int32Array(AT.end),
    keys: new Float64Array(KEYS),
  },
) {
  return {
    words,
    keys,
    flag(flag: number, isSo: boolean) {
      if (isSo) words[AT.flags]! |= flag;
    },
    /** Hashes `text` into the word at `place` and the key at `key`, one or both; "" and null are unknown. */
    put(kind: string, text: string | null, place: number | null, key: number | null) {
      if (!text) return;
      const [high, low] = mac(`${kind}\n${text}`, COME_AGAIN.has(kind));
      if (place !== null) words[place] = low === 0 ? 1 : low;
      if (key !== null) keys[key] = (high & 0xfffff) * 2 ** 32 + (low >>> 0) + 1;
    },
    bits(letters: string, place: number) {
      if (letters !== "") words.set(bloom(letters), place);
    },
    /** Hashes how something is typed, but for capitals and blanks, into half a word. */
    typed(kind: "address" | "phone", text: string) {
      const [, low] = mac(`typed ${kind}\n${text.toLowerCase().trim().replace(/\s+/g, " ")}`);
      words[AT.typed]! |= kind === "address" ? (low | 0x10000) & ~0xffff : (low & 0xffff) | 1;
    },
  };
}

type Parts = {
  order: OrderRecord;
  email: EmailParts | null;
  name: NameParts | null;
  recipient: NameParts | null;
  ship: AddressParts | null;
  bill: AddressParts | null;
  phones: string[];
  /** The first of them, as typed. */
  phoneTyped: string | null;
};

function partsOf(order: OrderRecord): Parts {
  const { shipping, billing } = order;
  const named = (address: OrderAddress | null) =>
    address ? readName(address.firstName, address.lastName) : null;
  const country = shipping?.country ?? billing?.country ?? null;
  const phones = [order.phone, billing?.phone, shipping?.phone].flatMap((typed) => {
    const phone = typed ? phoneOf(typed, country?.toUpperCase() ?? null) : null;
    return typed && phone !== null ? [{ typed, phone }] : [];
  });
  return {
    order,
    email: order.email ? readEmail(order.email) : null,
    name: named(billing) ?? named(shipping),
    recipient: named(shipping),
    ship: shipping ? parseAddress(shipping) : null,
    bill: billing ? parseAddress(billing) : null,
    phones: [...new Set(phones.map(({ phone }) => phone))],
    phoneTyped: phones[0]?.typed ?? null,
  };
}

function writeWho(row: Row, { order, email, name, recipient, phones, phoneTyped }: Parts): void {
  row.put("customer", order.customerId, AT.customer, KEY.customer);
  row.put("phone", phones[0] ?? null, AT.phone, KEY.phone);
  row.put("phone", phones[1] ?? null, AT.otherPhone, KEY.otherPhone);
  if (phoneTyped) row.typed("phone", phoneTyped);
  if (email) {
    row.put("email", email.canonical, AT.email, KEY.email);
    row.put("spelling", email.spelling, AT.spelling, null);
    const isName = name !== null && isMadeOf(email.stem, name);
    row.put("stem", email.stem, AT.stem, isName || email.stem.length < 4 ? null : KEY.stem);
    row.bits(email.stem, AT.stemBits);
    row.put("domain", email.privateDomain, AT.domain, KEY.domain);
    row.flag(FLAG.stemIsName, isName);
    row.flag(FLAG.disposable, email.isDisposable);
    row.put("disposable", email.isDisposable ? "yes" : null, null, KEY.disposable);
    row.flag(FLAG.relay, email.isRelay);
  }
  if (name) {
    row.put("first", name.first, AT.first, KEY.first);
    row.put("initial", name.typed.charAt(0), AT.initial, null);
    row.bits(name.typed, AT.firstBits);
    row.put("last", name.last, AT.last, KEY.last);
    row.bits(name.last, AT.lastBits);
    row.flag(generationFlag(name.generation), true);
    row.flag(FLAG.knownName, isGivenName(name.typed));
    if (name.first !== "" && name.last !== "")
      row.put("person", `${name.first} ${name.last}`, null, KEY.person);
  }
  row.put("first", recipient?.first ?? null, AT.recipientFirst, null);
  row.put("last", recipient?.last ?? null, AT.recipientLast, null);
}

/** Whether a mailbox's letters come from the name: "millerp", "paul.miller", "p_miller" of Paul Miller. */
function isMadeOf(stem: string, name: NameParts): boolean {
  const has = (part: string) => part.length >= 3 && stem.includes(part);
  return has(name.last) || has(name.typed) || has(name.first);
}

function writePlaces(row: Row, { order, ship, bill, name }: Parts): void {
  const home = bill ?? ship;
  const place = ship ?? bill;
  const house = place ? houseOf(place) : null;
  const billHouse = bill ? houseOf(bill) : null;
  const isElsewhere = billHouse !== null && house !== null && billHouse !== house;
  if (place) {
    row.put("house", house, AT.house, KEY.house);
    row.put("door", place.unit, AT.door, null);
    row.put("door", place.unit.replace(/\D/g, ""), AT.doorNumber, null);
    row.put("area", areaOf(place), AT.area, KEY.area);
    row.bits(place.street, AT.streetBits);
    const { line1, line2 } = (ship ? order.shipping : order.billing)!;
    row.typed("address", `${line1 ?? ""}\n${line2 ?? ""}`);
  }
  if (bill && isElsewhere) {
    row.put("house", billHouse, AT.billHouse, KEY.billHouse);
    row.put("door", bill.unit, AT.billDoor, null);
    row.put("door", bill.unit.replace(/\D/g, ""), AT.billDoorNumber, null);
    row.put("area", areaOf(bill), AT.billArea, null);
    row.bits(bill.street, AT.billStreetBits);
  }
  row.flag(FLAG.pickUp, place?.isPickUp ?? false);
  row.flag(FLAG.elsewhere, isElsewhere);
  if (name && home && name.last !== "") {
    const who = `${name.first.charAt(0)} ${skeletonOf(name.last, 4)} ${home.postcode || home.city}`;
    row.put("person-here", who, null, KEY.personHere);
  }
  const ip = order.ip ? readIp(order.ip) : null;
  if (ip) {
    row.put("ip", ip.exact, AT.ip, KEY.ip);
    row.put("range", ip.range, AT.range, KEY.range);
    if (house) row.put("site", `${house} ${ip.exact}`, null, KEY.site);
  }
}

/** Number and postcode: finds a house whose street is spelled beyond recognition. */
function areaOf(place: AddressParts): string | null {
  if (place.number === "" || place.postcode === "") return null;
  return `${place.country} ${place.postcode} ${place.number}`;
}

function writeVisit(row: Row, { order }: Parts): void {
  const bin = order.cardBin;
  if (bin) {
    row.put("bin", bin, AT.bin, KEY.bin);
    if (order.cardLast4) row.put("card", bin + order.cardLast4, AT.card, KEY.card);
  }
  row.put("product", productOf(order), AT.product, KEY.product);
  row.put("landing", landingOf(order), AT.landing, KEY.landing);
  row.put("agent", agentOf(order), AT.agent, KEY.agent);
  row.flag(FLAG.direct, order.referrer === "");
  row.flag(FLAG.signedIn, order.signedIn === true);
  row.flag(FLAG.guest, order.signedIn === false);
  const habit = (kind: string, isSo: boolean, key: number) =>
    row.put(kind, isSo ? "yes" : "no", null, key);
  if (order.signedIn !== null) habit("guest", !order.signedIn, KEY.guest);
  habit("phoneless", row.words[AT.phone] === 0, KEY.phoneless);
  habit("elsewhere", (row.words[AT.flags]! & FLAG.elsewhere) !== 0, KEY.elsewhere);
  if (order.referrer !== null) habit("direct", order.referrer === "", KEY.direct);
}

function usePartsOf({ order, ship, bill }: Parts): UseParts {
  const place = ship ?? bill;
  return {
    house: place ? houseOf(place) : null,
    range: order.ip ? (readIp(order.ip)?.range ?? null) : null,
    bin: order.cardBin,
    product: productOf(order),
    landing: landingOf(order),
    agent: agentOf(order),
  };
}

/** What the order has in common with other uses of the campaign. */
function writeUse(
  row: Row,
  { house, range, bin, product, landing, agent }: UseParts,
  campaign: string,
): void {
  const both = (a: string | null, b: string | null) => (a && b ? `${campaign} ${a} ${b}` : null);
  row.put("campaign", campaign, null, KEY.campaign);
  row.put("campaign-house", both(house, "-"), null, KEY.campaignHouse);
  row.put("bin-product", both(bin, product), null, KEY.binProduct);
  row.put("product-landing", both(product, landing), null, KEY.productLanding);
  row.put("bin-landing", both(bin, landing), null, KEY.binLanding);
  row.put("agent-product", both(agent, product), null, KEY.agentProduct);
  row.put("range-product", both(range, product), null, KEY.rangeProduct);
  row.put("campaign-product", both(product, "-"), null, KEY.campaignProduct);
  row.put("campaign-landing", both(landing, "-"), null, KEY.campaignLanding);
  row.put("campaign-bin", both(bin, "-"), null, KEY.campaignBin);
  row.put("campaign-agent", both(agent, "-"), null, KEY.campaignAgent);
}
