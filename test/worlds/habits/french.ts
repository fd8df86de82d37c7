import { slip, words, type Habits, type Home } from "./habits.ts";

const STREETS = [
  "de la République",
  "Victor Hugo",
  "du Général de Gaulle",
  "Jean Jaurès",
  "de la Gare",
  "des Lilas",
  "Pasteur",
  "du Moulin",
  "de l'Église",
  "Gambetta",
  "du 8 Mai 1945",
  "des Écoles",
  "Voltaire",
  "Émile Zola",
  "du Château",
  "de Verdun",
  "des Acacias",
  "Jules Ferry",
  "Carnot",
  "Molière",
];
const KINDS = [
  ["rue", "r."],
  ["avenue", "av."],
  ["boulevard", "bd"],
  ["place", "pl"],
  ["chemin", "ch."],
  ["allée", "all."],
  ["impasse", "imp"],
] as const;
const CITIES = words(
  "Paris Lyon Marseille Toulouse Nice Nantes Strasbourg Montpellier Bordeaux Lille Rennes Reims",
);

function street(home: Home, style: number): string {
  const kind = KINDS.find(([full]) => home.street.startsWith(full));
  return kind && style % 2 === 1 ? home.street.replace(kind[0], kind[1]) : home.street;
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");

export const FRENCH: Habits = {
  country: "FR",
  firstNames:
    words(`Jean Pierre Michel Philippe Nicolas Julien Thomas Alexandre Antoine Lucas Hugo Louis Gabriel Mathieu Karim Mohamed
    Marie Nathalie Isabelle Sylvie Catherine Françoise Camille Léa Manon Chloé Emma Inès Sarah Julie Aurélie Céline Fatou
    Guillaume Benoît Étienne Rémi Margaux Éloïse Océane Anaïs Maëlle Jeanne Jules Baptiste`),
  lastNames:
    words(`Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel
    Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier
    Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Benali Diallo Traoré Nguyen Haddad`),
  petNames: words(
    "Alexandre:Alex Nicolas:Nico Mathieu:Mat Guillaume:Guigui Catherine:Cathy Isabelle:Isa Nathalie:Nath",
  ),
  providers: [
    ["gmail.com", 38],
    ["orange.fr", 14],
    ["hotmail.fr", 10],
    ["free.fr", 8],
    ["laposte.net", 6],
    ["sfr.fr", 5],
    ["yahoo.fr", 7],
    ["outlook.fr", 5],
    ["icloud.com", 6],
    ["wanadoo.fr", 3],
  ],
  domainEnd: ".fr",
  home: (chance, area) => ({
    country: "FR",
    city: CITIES[area % CITIES.length]!,
    postcode: String(10_000 + ((area * 3_307) % 85_000)),
    street: `${chance.pick(KINDS)[0]} ${chance.pick(STREETS)}`,
    number: chance.between(1, 160),
    suffix: chance.is(0.1) ? "bis" : "",
    door: "",
  }),
  write(home, style, chance) {
    const number = `${home.number}${home.suffix ? ` ${home.suffix}` : ""}${style === 2 ? "," : ""}`;
    const name = style >= 3 ? plain(street(home, style)) : street(home, style);
    const door = home.door
      ? [
          `Appt ${home.door}`,
          `appartement ${home.door}`,
          `Apt. ${home.door}`,
          `porte ${home.door}`,
          `App ${home.door}`,
          `Chambre ${home.door}`,
        ][style]!
      : "";
    const typed = chance.is(0.03) ? slip(name, chance) : name;
    return {
      address1: door && style % 3 === 0 ? `${door}, ${number} ${typed}` : `${number} ${typed}`,
      address2: door && style % 3 !== 0 ? door : null,
      city: style === 4 ? home.city.toUpperCase() : home.city,
      zip: home.postcode,
    };
  },
  bend(home, chance) {
    const lines = FRENCH.write({ ...home, door: "" }, chance.below(6), chance);
    const bent = chance.below(6);
    if (bent === 0)
      return {
        ...lines,
        address2: `${chance.between(1, 6)}e étage ${chance.pick(["gauche", "droite", ""])}`.trim(),
      };
    if (bent === 1)
      return {
        ...lines,
        address2: `Bât ${chance.pick(["A", "B", "C"])}, esc. ${chance.between(1, 4)}`,
      };
    if (bent === 2) return { ...lines, address1: `${home.number} ${slip(home.street, chance)}` };
    if (bent === 3)
      return {
        ...lines,
        address1: `${home.number} ${chance.pick(["bis", "ter", "B"])} ${home.street}`,
      };
    if (bent === 4) return { ...lines, address2: `chez ${chance.pick(FRENCH.lastNames)}` };
    return { ...lines, address1: plain(lines.address1).toUpperCase() };
  },
  pickUp(chance, area) {
    const home = { ...FRENCH.home(chance, area), suffix: "" };
    return {
      home,
      line: `${chance.pick(["Point Relais", "Mondial Relay", "Relais Pickup"])} ${chance.pick(["Tabac Presse", "Épicerie du Coin", "Fleuriste"])}, ${home.number} ${home.street}`,
    };
  },
  mobile: (chance) => `${chance.pick(["6", "7"])}${chance.digits(8)}`,
  writePhone: (national, style) =>
    [
      `0${national}`,
      `+33${national}`,
      `0${national}`.replace(/(\d\d)(?=\d)/g, "$1 "),
      `+33 (0)${national}`,
      `0033${national}`,
      `0${national}`.replace(/(\d\d)(?=\d)/g, "$1."),
    ][style]!,
};
