import { slip, words, type Habits, type Home } from "./habits.ts";

const STREETS =
  words(`Haupt Schul Garten Bahnhof Dorf Berg Birken Linden Kirch Wald Ring Schiller Goethe Mozart Wiesen
  Jahn Rosen Amsel Mühlen Garten Friedrich Bismarck Luther Buchen Eichen Feld Königs Brücken Hafen Post Turm Kastanien`);
const ENDS = ["straße", "straße", "straße", "weg", "platz", "allee", "gasse"];
const CITIES = words(
  "Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Bremen Dresden Nürnberg",
);

function street(home: Home, style: number): string {
  if (!home.street.endsWith("straße")) return home.street;
  const stem = home.street.slice(0, -"straße".length);
  return stem + (["straße", "str.", "strasse", "straße", "str", "Straße"][style] ?? "straße");
}

function plain(text: string): string {
  return text.replace(/ü/g, "ue").replace(/ö/g, "oe").replace(/ä/g, "ae").replace(/ß/g, "ss");
}

export const GERMAN: Habits = {
  country: "DE",
  firstNames:
    words(`Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Stefan Christian Lukas Leon Finn Jonas Paul Felix Maximilian
    Anna Maria Ursula Monika Petra Sabine Julia Laura Lena Lea Sarah Katharina Emma Mia Hannah Johanna Elif Mehmet Aylin
    Tobias Sebastian Jan Tim Nico Florian Jana Nina Franziska Greta Ida Olga Dmitri`),
  lastNames:
    words(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
    Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Yılmaz Kaya
    Kowalski Nowak Bergmann Pohl Engel Horn Busch Sauer Arnold Pfeiffer Brandt Böhm Winter Roth Vogt Seidel Jung Hahn Keller`),
  petNames: words(
    "Michael:Michi Andreas:Andi Stefan:Steffen Katharina:Kathi Johanna:Hanna Maximilian:Max Sebastian:Basti Tobias:Tobi",
  ),
  providers: [
    ["gmail.com", 30],
    ["web.de", 18],
    ["gmx.de", 18],
    ["t-online.de", 9],
    ["outlook.de", 6],
    ["yahoo.de", 4],
    ["icloud.com", 6],
    ["posteo.de", 2],
    ["freenet.de", 3],
  ],
  domainEnd: ".de",
  home: (chance, area) => ({
    country: "DE",
    city: CITIES[area % CITIES.length]!,
    postcode: String(10_000 + ((area * 2_711) % 89_000)).slice(0, 5),
    street: chance.pick(STREETS) + chance.pick(ENDS),
    number: chance.between(1, 140),
    suffix: chance.is(0.12) ? chance.pick(["a", "b", "c"]) : "",
    door: "",
  }),
  write(home, style, chance) {
    const name = style === 4 ? plain(street(home, style)) : street(home, style);
    const number = `${home.number}${style === 3 && home.suffix ? " " : ""}${home.suffix}`;
    const door = home.door
      ? [
          `Whg. ${home.door}`,
          `Wohnung ${home.door}`,
          `App. ${home.door}`,
          `// ${home.door}`,
          `WHG ${home.door}`,
          `Zimmer ${home.door}`,
        ][style]!
      : "";
    const typed = chance.is(0.03) ? slip(name, chance) : name;
    return {
      address1: style % 2 === 0 && door ? `${typed} ${number}, ${door}` : `${typed} ${number}`,
      address2: style % 2 === 1 && door ? door : null,
      city: chance.is(0.04) ? plain(home.city) : home.city,
      zip: home.postcode,
    };
  },
  bend(home, chance) {
    const lines = GERMAN.write(home, chance.below(6), chance);
    const bent = chance.below(6);
    if (bent === 0)
      return {
        ...lines,
        address2: `${chance.between(1, 5)}. OG ${chance.pick(["links", "rechts", ""])}`.trim(),
      };
    if (bent === 1) return { ...lines, address1: plain(lines.address1).toUpperCase() };
    if (bent === 2)
      return {
        ...lines,
        address1: `${slip(street(home, 0), chance)} ${home.number}${home.suffix}`,
      };
    if (bent === 3)
      return {
        ...lines,
        address1: `${street(home, 1)}${home.number}${chance.pick(["a", "b", "-1", "/2"])}`,
      };
    if (bent === 4) return { ...lines, address2: `c/o ${chance.pick(GERMAN.lastNames)}` };
    return {
      ...lines,
      address2: chance.pick([
        "Hinterhaus",
        "Vorderhaus",
        "EG",
        "Erdgeschoss",
        "bei Nachbarn abgeben",
      ]),
    };
  },
  pickUp(chance, area) {
    const home = {
      ...GERMAN.home(chance, area),
      street: "Packstation",
      number: chance.between(101, 260),
      suffix: "",
    };
    return { home, line: `Packstation ${home.number}` };
  },
  mobile: (chance) => `1${chance.pick(["51", "60", "70", "72", "76"])}${chance.digits(8)}`,
  writePhone: (national, style) =>
    [
      `0${national}`,
      `+49${national}`,
      `0${national.slice(0, 3)} ${national.slice(3)}`,
      `0049 ${national}`,
      `+49 (0)${national}`,
      `0${national.slice(0, 3)}/${national.slice(3)}`,
    ][style]!,
};
