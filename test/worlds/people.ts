import type { Habits, Home } from "./habits/habits.ts";
import type { Chance } from "./random.ts";

export type Card = { bin: string; last4: string };

/** A true person, as the world knows them and no shop does. */
export type Person = {
  id: number;
  household: number;
  habits: Habits;
  first: string;
  last: string;
  email: string;
  phone: string | null;
  card: Card | null;
  home: Home;
  /** How this person types: addresses and phone numbers, for life. */
  style: number;
  agent: string;
  /** The line at home, shared by the household; carriers and offices come per order. */
  line: string;
  pickUp: { home: Home; line: string } | null;
  signsIn: boolean;
  /** What kind of place or family this is: honest people are counted by it. */
  kind: string;
};

export type Casting = ReturnType<typeof castingOf>;

/** Draws people who have never met: names, mailboxes, phones, cards, browsers, lines. Nobody draws the same mailbox twice. */
export function castingOf(chance: Chance) {
  const taken = new Set<string>();
  const bins = Array.from(
    { length: 160 },
    () => chance.pick(["4", "4", "5", "5", "3"]) + chance.digits(5),
  );
  const virtualBins = Array.from({ length: 5 }, () => "4" + chance.digits(5));
  const agents = Array.from({ length: 120 }, () => agentOf(chance));
  const carriers = Array.from(
    { length: 30 },
    () =>
      `${chance.pick([80, 92, 109, 176])}.${chance.below(4)}.${chance.below(256)}.${chance.between(1, 254)}`,
  );
  const tunnels = Array.from(
    { length: 50 },
    () =>
      `${chance.pick([45, 146, 185, 193])}.${chance.below(40)}.${chance.below(256)}.${chance.between(1, 254)}`,
  );
  let people = 0;
  let households = 0;

  const line = () =>
    chance.is(0.35)
      ? `2a0${chance.between(1, 9)}:${hex(chance)}:${hex(chance)}:${hex(chance)}`
      : `${chance.pick([31, 77, 84, 91, 94, 212])}.${chance.below(256)}.${chance.below(256)}.${chance.between(1, 254)}`;
  const card = (): Card => ({ bin: chance.skewed(bins), last4: chance.digits(4) });
  const agent = () => chance.skewed(agents);

  function mailbox(habits: Habits, first: string, last: string, domain?: string): string {
    for (;;) {
      const at =
        domain ??
        (chance.is(0.05)
          ? `${plain(last)}-${chance.pick(["online", "mail", "web"])}${habits.domainEnd}`
          : chance.weighted(habits.providers));
      const [f, l] = [plain(first), plain(last)];
      const name = chance.pick([
        `${f}.${l}`,
        `${f}${l}`,
        `${f.charAt(0)}.${l}`,
        `${l}.${f}`,
        `${f}_${l}`,
        `${f}${l.charAt(0)}`,
        chance.pick(HANDLES) + chance.pick(HANDLES),
      ]);
      const address = `${name}${chance.is(0.55) ? chance.pick([chance.digits(2), String(chance.between(1950, 2008)), chance.digits(3)]) : ""}@${at}`;
      if (taken.has(address)) continue;
      taken.add(address);
      return address;
    }
  }

  return {
    bins,
    virtualBins,
    carriers,
    tunnels,
    line,
    card,
    agent,
    mailbox,
    newHousehold: () => households++,
    person(
      habits: Habits,
      household: number,
      home: Home,
      kind: string,
      given: Partial<Person> = {},
    ): Person {
      const first = given.first ?? chance.skewed(habits.firstNames);
      const last = given.last ?? chance.skewed(habits.lastNames);
      return {
        id: people++,
        household,
        habits,
        first,
        last,
        email: chance.is(0.03)
          ? `${hex(chance)}${hex(chance)}${hex(chance)}@privaterelay.appleid.com`
          : mailbox(habits, first, last),
        phone: chance.is(0.8) ? habits.mobile(chance) : null,
        card: chance.is(0.62)
          ? chance.is(0.02)
            ? { bin: chance.pick(virtualBins), last4: chance.digits(4) }
            : card()
          : null,
        home,
        style: chance.below(6),
        agent: agent(),
        line: line(),
        pickUp: null,
        signsIn: chance.is(0.4),
        kind,
        ...given,
      };
    },
  };
}

const HANDLES =
  "sunny star moon tiger happy blue pixel lucky ninja panda coffee ocean pepper cosmo dash echo fox lily river storm kiwi maple bunny retro".split(
    " ",
  );

export const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/ü/g, "ue")
    .replace(/ö/g, "oe")
    .replace(/ä/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");

const hex = (chance: Chance) => chance.between(0x1000, 0xffff).toString(16);

function agentOf(chance: Chance): string {
  return chance.pick([
    `Mozilla/5.0 (iPhone; CPU iPhone OS ${chance.between(16, 19)}_${chance.below(6)} like Mac OS X) Version/${chance.between(16, 19)}.0 Mobile Safari/604.1`,
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/${chance.between(126, 143)}.0.0.0 Safari/537.36`,
    `Mozilla/5.0 (Linux; Android ${chance.between(11, 16)}; SM-A${chance.between(12, 56)}) Chrome/${chance.between(126, 143)}.0.0.0 Mobile Safari/537.36`,
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/${chance.between(16, 19)}.${chance.below(5)} Safari/605.1.15`,
    `Mozilla/5.0 (X11; Linux x86_64; rv:${chance.between(120, 140)}.0) Firefox/${chance.between(120, 140)}.0`,
  ]);
}
