import { slip, words, type Habits, type Home } from "./habits.ts";

const STREETS =
  words(`High Station Church Park Victoria Green Manor Kings Queens Mill London York Albert Grove Richmond Windsor
  Chester Oxford Abbey Alexandra Stanley Clarence Grange Springfield George Highfield Northfield Beech`);
const KINDS = [
  ["Road", "Rd"],
  ["Street", "St"],
  ["Lane", "Ln"],
  ["Avenue", "Ave"],
  ["Close", "Cl"],
  ["Gardens", "Gdns"],
  ["Crescent", "Cres"],
  ["Drive", "Dr"],
] as const;
const AREAS = words("SW LS M B BS CF EH G NE NG OX SE E N CB RG");
const CITIES = words(
  "London Leeds Manchester Birmingham Bristol Cardiff Edinburgh Glasgow Newcastle Nottingham Oxford London London London Cambridge Reading",
);
const LETTERS = "ABDEFGHJLNPQRSTUWXYZ".split("");

function postcode(home: Home, style: number): string {
  if (style === 1) return home.postcode.replace(" ", "");
  return style === 2 ? home.postcode.toLowerCase() : home.postcode;
}

function street(home: Home, style: number): string {
  const kind = KINDS.find(([full]) => home.street.endsWith(full));
  return kind && style % 2 === 1 ? home.street.replace(kind[0], kind[1]) : home.street;
}

export const BRITISH: Habits = {
  country: "GB",
  firstNames:
    words(`Oliver George Harry Jack William James Thomas David Paul Andrew Mohammed Stephen Mark Robert Christopher Daniel Joshua
    Olivia Amelia Emily Charlotte Margaret Susan Sarah Karen Claire Emma Rebecca Elizabeth Victoria Jessica Aisha Fatima Priya
    Samuel Joseph Alfie Freddie Gareth Rhys Megan Ffion Callum Fraser Isla Eilidh Ellie Ella Grace`),
  lastNames:
    words(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall
    Wood Jackson Clarke Khan Hughes Edwards Lewis Turner Hill Begum Ali Ahmed Singh Campbell Stewart Murray MacDonald Reid Hussain
    Cooper Ward Morris Bailey Bennett Cox Gray Palmer Foster Butler Barnes Pearson Fletcher Hawkins Whitfield Ashworth`),
  petNames: words(
    "William:Will Thomas:Tom Elizabeth:Liz Robert:Rob Christopher:Chris Joshua:Josh Rebecca:Becky Victoria:Vicky Samuel:Sam Andrew:Andy",
  ),
  providers: [
    ["gmail.com", 40],
    ["hotmail.co.uk", 12],
    ["outlook.com", 8],
    ["yahoo.co.uk", 10],
    ["btinternet.com", 7],
    ["icloud.com", 10],
    ["hotmail.com", 6],
    ["sky.com", 3],
    ["live.co.uk", 3],
  ],
  domainEnd: ".co.uk",
  home: (chance, area) => ({
    country: "GB",
    city: CITIES[area % CITIES.length]!,
    postcode: `${AREAS[area % AREAS.length]!}${1 + (area % 17)} ${chance.between(1, 9)}${chance.pick(LETTERS)}${chance.pick(LETTERS)}`,
    street: `${chance.pick(STREETS)} ${chance.pick(KINDS)[0]}`,
    number: chance.between(1, 180),
    suffix: chance.is(0.05) ? "A" : "",
    door: "",
  }),
  write(home, style, chance) {
    const house = `${home.number}${home.suffix} ${chance.is(0.03) ? slip(street(home, style), chance) : street(home, style)}`;
    const door = home.door
      ? [
          `Flat ${home.door}`,
          `Flat ${home.door}`,
          `Apartment ${home.door}`,
          `flat ${home.door}`,
          `Apt ${home.door}`,
          `Room ${home.door}`,
        ][style]!
      : "";
    const zip = postcode(home, style);
    if (!door)
      return { address1: house, address2: style === 5 ? home.city : null, city: home.city, zip };
    if (style === 0) return { address1: `${door}, ${house}`, address2: null, city: home.city, zip };
    if (style === 3)
      return { address1: `${home.door}/${house}`, address2: null, city: home.city, zip };
    return style % 2 === 1
      ? { address1: door, address2: house, city: home.city, zip }
      : { address1: house, address2: door, city: home.city, zip };
  },
  bend(home, chance) {
    const lines = BRITISH.write({ ...home, door: "" }, chance.below(6), chance);
    const bent = chance.below(6);
    if (bent === 0)
      return { ...lines, address1: `Flat ${chance.between(1, 9)}, ${lines.address1}` };
    if (bent === 1)
      return { ...lines, address1: `${home.number}${chance.pick(["A", "B", "C"])} ${home.street}` };
    if (bent === 2) return { ...lines, address1: `${home.number} ${slip(home.street, chance)}` };
    if (bent === 3)
      return {
        ...lines,
        address2: chance.pick(["Rear", "Top floor", "Ground Floor", "Basement", "First floor"]),
      };
    if (bent === 4)
      return {
        ...lines,
        address1: `${chance.pick(["The Old House", "Rose Cottage", "Holly House"])}, ${lines.address1}`,
      };
    return { ...lines, address1: lines.address1.replace(/ /g, "  ").toUpperCase() };
  },
  pickUp(chance, area) {
    const home = { ...BRITISH.home(chance, area), street: "High Street", suffix: "" };
    return {
      home,
      line: `${chance.pick(["InPost Locker", "Collect+ store", "Amazon Hub Locker"])}, ${home.number} High Street`,
    };
  },
  mobile: (chance) => `7${chance.pick(["4", "5", "7", "8", "9"])}${chance.digits(8)}`,
  writePhone: (national, style) =>
    [
      `0${national}`,
      `+44${national}`,
      `0${national.slice(0, 4)} ${national.slice(4)}`,
      `+44 ${national.slice(0, 4)} ${national.slice(4)}`,
      `0044${national}`,
      `+44 (0)${national}`,
    ][style]!,
};
