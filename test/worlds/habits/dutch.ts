import { slip, words, type Habits } from "./habits.ts";

const STREETS =
  words(`Kerk Dorps Molen School Juliana Beatrix Wilhelmina Nieuw Station Haven Linden Eiken Beuken Prins Hendrik Oranje
  Singel Rembrandt Vondel Overtoom Ceintuur Bloem Tulpen Rozen Markt Zee Boom`);
const ENDS = ["straat", "straat", "straat", "laan", "weg", "plein", "gracht", "kade"];
const CITIES = [
  "Amsterdam",
  "Rotterdam",
  "Den Haag",
  "Utrecht",
  "Eindhoven",
  "Groningen",
  "Tilburg",
  "Almere",
  "Breda",
  "Nijmegen",
];
const LETTERS = "ABCDEGHJKLMNPRSTVWXZ".split("");

export const DUTCH: Habits = {
  country: "NL",
  firstNames:
    words(`Jan Pieter Willem Hendrik Johannes Cornelis Daan Sem Lucas Bram Thijs Lars Ruben Jeroen Bas Maarten Youssef Mohammed
    Anna Maria Johanna Elisabeth Sophie Julia Emma Lotte Sanne Femke Anouk Fleur Iris Roos Saskia Marieke Fatima Noor
    Koen Stijn Niels Joris Wouter Tess Eva Lieke Maud`),
  lastNames: [
    "de Jong",
    "Jansen",
    "de Vries",
    "van den Berg",
    "van Dijk",
    "Bakker",
    "Janssen",
    "Visser",
    "Smit",
    "Meijer",
    "de Boer",
    "Mulder",
    "de Groot",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "van Leeuwen",
    "Dekker",
    "Brouwer",
    "de Wit",
    "Dijkstra",
    "Smits",
    "de Graaf",
    "van der Meer",
    "Kok",
    "Jacobs",
    "de Haan",
    "Vermeulen",
    "van der Linden",
    "van den Heuvel",
    "Schouten",
    "Willems",
    "Hoekstra",
    "Koster",
    "Prins",
    "Huisman",
    "Postma",
    "El Idrissi",
    "Yilmaz",
    "Kuipers",
    "Veenstra",
    "Kramer",
    "Verhoeven",
  ],
  petNames: words(
    "Willem:Wim Hendrik:Henk Johannes:Hans Cornelis:Kees Pieter:Piet Elisabeth:Els Johanna:Joke Lucas:Luuk Maria:Ria",
  ),
  providers: [
    ["gmail.com", 42],
    ["hotmail.com", 16],
    ["ziggo.nl", 9],
    ["kpnmail.nl", 5],
    ["live.nl", 7],
    ["outlook.com", 7],
    ["icloud.com", 6],
    ["planet.nl", 3],
    ["home.nl", 3],
  ],
  domainEnd: ".nl",
  home: (chance, area) => ({
    country: "NL",
    city: CITIES[area % CITIES.length]!,
    postcode: `${1_000 + ((area * 379) % 8_900)} ${chance.pick(LETTERS)}${chance.pick(LETTERS)}`,
    street: chance.pick(STREETS) + chance.pick(ENDS),
    number: chance.between(1, 240),
    suffix: chance.is(0.12) ? chance.pick(["A", "B"]) : "",
    door: "",
  }),
  write(home, style, chance) {
    const name = style % 3 === 1 ? home.street.replace(/straat$/, "str.") : home.street;
    const tail = home.door ? ["-", " ", "/", " kamer ", "-", " - "][style]! + home.door : "";
    const typed = chance.is(0.03) ? slip(name, chance) : name;
    return {
      address1: `${typed} ${home.number}${style === 2 && home.suffix ? "-" : ""}${home.suffix}${tail}`,
      address2: null,
      city: home.city,
      zip:
        style % 2 === 1
          ? home.postcode.replace(" ", "")
          : style === 4
            ? home.postcode.toLowerCase()
            : home.postcode,
    };
  },
  bend(home, chance) {
    const lines = DUTCH.write({ ...home, door: "" }, chance.below(6), chance);
    const bent = chance.below(5);
    if (bent === 0)
      return {
        ...lines,
        address1: `${home.street} ${home.number}${chance.pick(["-1", "-2", " II", " hs", " bis", "-H"])}`,
      };
    if (bent === 1)
      return { ...lines, address1: `${home.street} ${home.number}${chance.pick(["a", "b", "c"])}` };
    if (bent === 2) return { ...lines, address1: `${slip(home.street, chance)} ${home.number}` };
    if (bent === 3)
      return {
        ...lines,
        address2: chance.pick(["achterhuis", "1e verdieping", "bovenwoning", "t.a.v. receptie"]),
      };
    return { ...lines, address1: lines.address1.toUpperCase() };
  },
  pickUp(chance, area) {
    const home = { ...DUTCH.home(chance, area), suffix: "" };
    return {
      home,
      line: `${chance.pick(["PostNL-punt", "DHL ServicePoint", "Pakketpunt"])} ${chance.pick(["Primera", "Albert Heijn", "Gamma"])} ${home.street} ${home.number}`,
    };
  },
  mobile: (chance) => `6${chance.pick(["1", "2", "4", "5"])}${chance.digits(7)}`,
  writePhone: (national, style) =>
    [
      `0${national}`,
      `+31${national}`,
      `06-${national.slice(1)}`,
      `+31 6 ${national.slice(1)}`,
      `0031${national}`,
      `+31(0)${national}`,
    ][style]!,
};
