import { slip, words, type Habits, type Home } from "./habits.ts";

/*
 * Habits that nothing was tuned on: Italian, Spanish and Polish. What holds here holds because the method travels.
 */
type Spelled = {
  country: string;
  kinds: readonly (readonly [string, string])[];
  streets: readonly string[];
  cities: readonly string[];
  postcode(area: number): string;
  door(door: string, style: number): string;
  unit: readonly string[];
  pickUps: readonly string[];
};

function habitsOf(
  spelled: Spelled,
  people: Pick<
    Habits,
    "firstNames" | "lastNames" | "petNames" | "providers" | "domainEnd" | "mobile" | "writePhone"
  >,
): Habits {
  const kindOf = (home: Home, style: number) => {
    const kind = spelled.kinds.find(([full]) => home.street.startsWith(full));
    return kind && style % 2 === 1 ? home.street.replace(kind[0], kind[1]) : home.street;
  };
  const habits: Habits = {
    country: spelled.country,
    ...people,
    home: (chance, area) => ({
      country: spelled.country,
      city: spelled.cities[area % spelled.cities.length]!,
      postcode: spelled.postcode(area),
      street: `${chance.pick(spelled.kinds)[0]} ${chance.pick(spelled.streets)}`,
      number: chance.between(1, 150),
      suffix: chance.is(0.1) ? chance.pick(["A", "B"]) : "",
      door: "",
    }),
    write(home, style, chance) {
      const name = chance.is(0.03) ? slip(kindOf(home, style), chance) : kindOf(home, style);
      const door = home.door ? spelled.door(home.door, style) : "";
      return {
        address1: `${name}${style === 2 ? "," : ""} ${home.number}${home.suffix}${door && style % 2 === 0 ? ` ${door}` : ""}`,
        address2: door && style % 2 === 1 ? door : null,
        city: home.city,
        zip: home.postcode,
      };
    },
    bend(home, chance) {
      const lines = habits.write({ ...home, door: "" }, chance.below(6), chance);
      const bent = chance.below(4);
      if (bent === 0)
        return { ...lines, address2: `${chance.pick(spelled.unit)} ${chance.between(1, 9)}` };
      if (bent === 1)
        return { ...lines, address1: `${slip(home.street, chance)} ${home.number}${home.suffix}` };
      if (bent === 2)
        return {
          ...lines,
          address1: `${home.street} ${home.number}${chance.pick(["bis", "C", "/1"])}`,
        };
      return {
        ...lines,
        address1: lines.address1.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase(),
      };
    },
    pickUp(chance, area) {
      const home = { ...habits.home(chance, area), suffix: "" };
      return { home, line: `${chance.pick(spelled.pickUps)}, ${home.street} ${home.number}` };
    },
  };
  return habits;
}

const ITALIAN = habitsOf(
  {
    country: "IT",
    kinds: [
      ["Via", "V."],
      ["Viale", "V.le"],
      ["Corso", "C.so"],
      ["Piazza", "P.za"],
    ],
    streets: [
      "Roma",
      "Garibaldi",
      "Giuseppe Verdi",
      "Dante Alighieri",
      "XX Settembre",
      "Mazzini",
      "Cavour",
      "Marconi",
      "della Repubblica",
      "San Martino",
      "dei Mille",
    ],
    cities: words("Milano Roma Torino Napoli Bologna Firenze Genova Palermo"),
    postcode: (area) => String(10_000 + ((area * 1_237) % 88_000)),
    door: (door, style) => [`int. ${door}`, `interno ${door}`, `scala A int ${door}`][style % 3]!,
    unit: ["interno", "scala", "piano"],
    pickUps: ["Locker InPost", "Fermopoint", "Punto Poste"],
  },
  {
    firstNames: words(
      "Giuseppe Antonio Marco Andrea Francesco Luca Matteo Alessandro Davide Maria Anna Giulia Chiara Sara Francesca Elena Martina Valentina Sofia Giorgia",
    ),
    lastNames: words(
      "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana Santoro",
    ),
    petNames: words(
      "Giuseppe:Beppe Francesco:Franco Alessandro:Sandro Francesca:Franca Antonio:Nino",
    ),
    providers: [
      ["gmail.com", 45],
      ["libero.it", 18],
      ["hotmail.it", 10],
      ["alice.it", 5],
      ["yahoo.it", 7],
      ["virgilio.it", 5],
      ["icloud.com", 6],
    ],
    domainEnd: ".it",
    mobile: (chance) => `3${chance.pick(["20", "33", "47", "48", "89"])}${chance.digits(7)}`,
    writePhone: (national, style) =>
      [
        national,
        `+39${national}`,
        `${national.slice(0, 3)} ${national.slice(3)}`,
        `+39 ${national.slice(0, 3)} ${national.slice(3)}`,
        `0039${national}`,
        national,
      ][style]!,
  },
);

const SPANISH = habitsOf(
  {
    country: "ES",
    kinds: [
      ["Calle", "C/"],
      ["Avenida", "Avda."],
      ["Plaza", "Pza"],
      ["Paseo", "Pº"],
    ],
    streets: [
      "Mayor",
      "Real",
      "de la Constitución",
      "San José",
      "del Carmen",
      "Cervantes",
      "Goya",
      "de Andalucía",
      "Ramón y Cajal",
      "la Paz",
      "del Sol",
    ],
    cities: words("Madrid Barcelona Valencia Sevilla Zaragoza Málaga Murcia Bilbao"),
    postcode: (area) => String(10_000 + ((area * 941) % 41_000)),
    door: (door, style) => [`${door}º A`, `piso ${door}`, `${door} izq`][style % 3]!,
    unit: ["piso", "puerta", "escalera"],
    pickUps: ["Punto de recogida Celeritas", "Locker Amazon", "Oficina Correos"],
  },
  {
    firstNames: words(
      "Antonio José Manuel Francisco David Juan Javier Daniel Carlos Alejandro María Carmen Ana Laura Cristina Marta Lucía Paula Elena Sara",
    ),
    lastNames: [
      "García",
      "Rodríguez",
      "González",
      "Fernández",
      "López",
      "Martínez",
      "Sánchez",
      "Pérez",
      "Gómez",
      "Martín",
      "Jiménez",
      "Ruiz",
      "Hernández",
      "Díaz",
      "Moreno",
      "Muñoz",
      "Álvarez",
      "Romero",
      "Alonso",
      "Gutiérrez",
      "Navarro Gil",
      "Torres Vega",
    ],
    petNames: words("José:Pepe Francisco:Paco Alejandro:Alex Javier:Javi Cristina:Cris"),
    providers: [
      ["gmail.com", 52],
      ["hotmail.com", 20],
      ["yahoo.es", 8],
      ["hotmail.es", 7],
      ["telefonica.net", 3],
      ["icloud.com", 6],
    ],
    domainEnd: ".es",
    mobile: (chance) => `6${chance.digits(8)}`,
    writePhone: (national, style) =>
      [
        national,
        `+34${national}`,
        national.replace(/(\d{3})(?=\d)/g, "$1 "),
        `+34 ${national}`,
        `0034${national}`,
        national,
      ][style]!,
  },
);

const POLISH = habitsOf(
  {
    country: "PL",
    kinds: [
      ["ul.", ""],
      ["al.", "aleja"],
      ["os.", "osiedle"],
    ],
    streets: [
      "Polna",
      "Leśna",
      "Słoneczna",
      "Krótka",
      "Szkolna",
      "Ogrodowa",
      "Lipowa",
      "Łąkowa",
      "Kościuszki",
      "Mickiewicza",
      "3 Maja",
      "Żeromskiego",
    ],
    cities: ["Warszawa", "Kraków", "Łódź", "Wrocław", "Poznań", "Gdańsk", "Szczecin"],
    postcode: (area) => `${String(10 + (area % 88))}-${String(100 + ((area * 37) % 890))}`,
    door: (door, style) => [`/${door}`, `m. ${door}`, `m ${door}`][style % 3]!,
    unit: ["m.", "klatka", "piętro"],
    pickUps: ["Paczkomat WAW12", "Punkt odbioru Żabka", "Paczkomat KRA07M"],
  },
  {
    firstNames: words(
      "Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Jakub Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Magdalena Zofia Julia Zuzanna",
    ),
    lastNames: words(
      "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski Pawłowski",
    ),
    petNames: words(
      "Katarzyna:Kasia Małgorzata:Gosia Agnieszka:Aga Tomasz:Tomek Jakub:Kuba Magdalena:Magda",
    ),
    providers: [
      ["gmail.com", 40],
      ["wp.pl", 22],
      ["o2.pl", 10],
      ["interia.pl", 8],
      ["onet.pl", 10],
      ["icloud.com", 3],
    ],
    domainEnd: ".pl",
    mobile: (chance) => `${chance.pick(["5", "6", "7"])}${chance.digits(8)}`,
    writePhone: (national, style) =>
      [
        national,
        `+48${national}`,
        national.replace(/(\d{3})(?=\d)/g, "$1 "),
        `+48 ${national}`,
        `0048${national}`,
        `${national.slice(0, 3)}-${national.slice(3)}`,
      ][style]!,
  },
);

export const HELD_OUT: readonly Habits[] = [ITALIAN, SPANISH, POLISH];
