import { slip, words, type Habits, type Home } from "./habits.ts";

const STREETS =
  words(`Park Second Third Oak Pine Maple Cedar Elm Washington Lake Hillcrest Lincoln Ridge Sunset Lakeview Magnolia Peachtree
  Broadway Colonial Cherry Dogwood Riverside Wilson Monroe Laurel Juniper Canyon Mesquite Bayview`);
const KINDS = [
  ["Street", "St"],
  ["Avenue", "Ave"],
  ["Drive", "Dr"],
  ["Road", "Rd"],
  ["Court", "Ct"],
  ["Boulevard", "Blvd"],
  ["Way", "Wy"],
] as const;
const CITIES = words(
  "Austin Denver Phoenix Seattle Boston Chicago Tampa Portland Atlanta Columbus Raleigh Madison",
);

function street(home: Home, style: number): string {
  const kind = KINDS.find(([full]) => home.street.includes(` ${full}`));
  return kind && style % 2 === 1 ? home.street.replace(kind[0], kind[1]) : home.street;
}

export const AMERICAN: Habits = {
  country: "US",
  firstNames:
    words(`James Robert John Michael David William Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Jose Luis Tyler
    Mary Patricia Jennifer Linda Elizabeth Susan Jessica Sarah Karen Ashley Brittany Emily Madison Hannah Destiny Maria Guadalupe
    Kevin Brandon Jamal DeShawn Wei Minh Mei Latoya Keisha Austin Cody Kayla`),
  lastNames:
    words(`Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor
    Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Nguyen
    Chen Kim Patel Washington Jefferson Sullivan Olson Schroeder Kowalczyk Okafor Whitaker McAllister`),
  petNames: words(
    "James:Jim Robert:Bob William:Bill Richard:Rick Charles:Chuck Christopher:Chris Michael:Mike Elizabeth:Beth Patricia:Patty Matthew:Matt",
  ),
  providers: [
    ["gmail.com", 55],
    ["yahoo.com", 14],
    ["outlook.com", 6],
    ["hotmail.com", 6],
    ["icloud.com", 9],
    ["aol.com", 4],
    ["comcast.net", 3],
    ["att.net", 2],
  ],
  domainEnd: ".com",
  home: (chance, area) => ({
    country: "US",
    city: CITIES[area % CITIES.length]!,
    postcode: String(10_000 + ((area * 1_931) % 89_000)),
    street: `${chance.is(0.35) ? `${chance.pick(["N", "S", "E", "W"])} ` : ""}${chance.pick(STREETS)} ${chance.pick(KINDS)[0]}`,
    number: chance.between(1, 9_800),
    suffix: "",
    door: "",
  }),
  write(home, style, chance) {
    const name = chance.is(0.03) ? slip(street(home, style), chance) : street(home, style);
    const door = home.door
      ? [
          `Apt ${home.door}`,
          `#${home.door}`,
          `Unit ${home.door}`,
          `Apartment ${home.door}`,
          `apt. ${home.door}`,
          `Rm ${home.door}`,
        ][style]!
      : "";
    return {
      address1:
        style % 2 === 0 && door ? `${home.number} ${name} ${door}` : `${home.number} ${name}`,
      address2: style % 2 === 1 && door ? door : null,
      city: home.city,
      zip: chance.is(0.1) ? `${home.postcode}-${chance.digits(4)}` : home.postcode,
    };
  },
  bend(home, chance) {
    const lines = AMERICAN.write({ ...home, door: "" }, chance.below(6), chance);
    const bent = chance.below(5);
    if (bent === 0)
      return {
        ...lines,
        address2: `${chance.pick(["Apt", "Unit", "Ste", "#"])} ${chance.between(1, 40)}${chance.pick(["", "A", "B"])}`,
      };
    if (bent === 1) return { ...lines, address1: `${home.number} ${slip(home.street, chance)}` };
    if (bent === 2)
      return {
        ...lines,
        address1: `${home.number}${chance.pick(["A", " 1/2", "-B"])} ${home.street}`,
      };
    if (bent === 3)
      return { ...lines, address2: chance.pick(["Rear", "Basement", "Floor 2", "Lower"]) };
    return { ...lines, address1: lines.address1.toUpperCase() };
  },
  pickUp(chance, area) {
    const home = AMERICAN.home(chance, area);
    return {
      home,
      line: `${chance.pick(["Amazon Hub Locker", "UPS Access Point"])} ${home.number} ${home.street}`,
    };
  },
  mobile: (chance) => `${chance.between(201, 989)}${chance.between(2, 9)}${chance.digits(6)}`,
  writePhone: (national, style) =>
    [
      national,
      `+1${national}`,
      `(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`,
      `${national.slice(0, 3)}-${national.slice(3, 6)}-${national.slice(6)}`,
      `1${national}`,
      `+1 ${national.slice(0, 3)} ${national.slice(3)}`,
    ][style]!,
};
