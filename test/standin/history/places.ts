import type { Chance } from "./random.ts";

/** Made-up homes: real towns, common streets. */
type Places = {
  readonly streets: readonly string[];
  readonly towns: readonly (readonly [zip: string, town: string])[];
};

const DE: Places = {
  streets: [
    ...[
      "Lindenstraße",
      "Hauptstraße",
      "Gartenstraße",
      "Bahnhofstraße",
      "Schulstraße",
      "Bergstraße",
    ],
    ...[
      "Goethestraße",
      "Schillerstraße",
      "Mozartstraße",
      "Uferstraße",
      "Mühlenstraße",
      "Kirchstraße",
    ],
    ...["Birkenweg", "Amselweg", "Wiesenweg", "Rosenweg", "Am Hafen", "Am Markt", "Kastanienallee"],
  ],
  towns: [
    ["10437", "Berlin"],
    ["12043", "Berlin"],
    ["20259", "Hamburg"],
    ["22765", "Hamburg"],
    ["80469", "München"],
    ["81541", "München"],
    ["50823", "Köln"],
    ["60316", "Frankfurt am Main"],
    ["70197", "Stuttgart"],
    ["40233", "Düsseldorf"],
    ["04229", "Leipzig"],
    ["01099", "Dresden"],
    ["28203", "Bremen"],
    ["30451", "Hannover"],
    ["90459", "Nürnberg"],
    ["79104", "Freiburg"],
    ["24103", "Kiel"],
    ["99084", "Erfurt"],
  ],
};

const US: Places = {
  streets: [
    ...["Maple Street", "Oak Street", "Main Street", "Mill Street", "Church Street", "Park Avenue"],
    ...["Lincoln Avenue", "Washington Avenue", "Harbor Road", "Ridge Road", "River Road"],
    ...["Orchard Lane", "Cherry Lane", "Sunset Drive", "Lakeview Drive", "Hillside Drive"],
  ],
  towns: [
    ["10025", "New York"],
    ["11215", "Brooklyn"],
    ["02139", "Cambridge"],
    ["60614", "Chicago"],
    ["97211", "Portland"],
    ["98103", "Seattle"],
    ["94110", "San Francisco"],
    ["90026", "Los Angeles"],
    ["78704", "Austin"],
    ["80211", "Denver"],
    ["30307", "Atlanta"],
    ["19147", "Philadelphia"],
    ["55408", "Minneapolis"],
    ["15206", "Pittsburgh"],
  ],
};

/** Numbers that no subscriber has: those the German regulator keeps for films, and 555-01xx. */
const FILM_NUMBERS = [
  "+49 30 23125",
  "+49 40 66969",
  "+49 69 90009",
  "+49 89 99998",
  "+49 171 39200",
];
const AREAS = ["212", "617", "312", "503", "206", "415", "512", "303", "404", "215", "612"];

export type Home = { readonly address1: string; readonly zip: string; readonly city: string };

export function homeIn(country: string, dice: Chance): Home {
  const { streets, towns } = country === "US" ? US : DE;
  const [street, [zip, city], number] = [dice.pick(streets), dice.pick(towns), 1 + dice.below(140)];
  return { zip, city, address1: country === "US" ? `${number} ${street}` : `${street} ${number}` };
}

export function phoneIn(country: string, dice: Chance): string {
  const digits = (count: number) => String(dice.below(10 ** count)).padStart(count, "0");
  return country === "US"
    ? `+1 ${dice.pick(AREAS)} 555 01${digits(2)}`
    : `${dice.pick(FILM_NUMBERS)} ${digits(3)}`;
}

/** The same street as somebody else writes it; most streets have one other way. */
export function otherwiseWritten(address1: string): string {
  return address1
    .replace(/straße\b/, "str.")
    .replace(/weg\b/, "-Weg")
    .replace(/ Street$/, " St")
    .replace(/ Avenue$/, " Ave")
    .replace(/ Road$/, " Rd")
    .replace(/ Lane$/, " Ln")
    .replace(/ Drive$/, " Dr");
}
