/** Fictional people; every address is in a domain reserved for examples (RFC 2606). */
export const FIRST_NAMES = [
  "Ada",
  "Anouk",
  "Bela",
  "Carla",
  "Dara",
  "Elif",
  "Emre",
  "Felix",
  "Freya",
  "Greta",
  "Hugo",
  "Ines",
  "Ivo",
  "Jana",
  "Jonas",
  "Kira",
  "Lale",
  "Leon",
  "Lucía",
  "Maja",
  "Malik",
  "Mila",
  "Nadia",
  "Nils",
  "Noor",
  "Olive",
  "Paula",
  "Quentin",
  "Rosa",
  "Samir",
  "Selma",
  "Theo",
  "Tilda",
  "Uma",
  "Viktor",
  "Wanda",
  "Xenia",
  "Yusuf",
  "Zoë",
  "Zora",
] as const;

export const LAST_NAMES = [
  "Abendroth",
  "Aydin",
  "Baumann",
  "Castillo",
  "Dubois",
  "Eriksen",
  "Fischer",
  "Garnier",
  "Hansen",
  "Iglesias",
  "Jansen",
  "Kowalski",
  "Lindqvist",
  "Marchetti",
  "Novák",
  "O’Brien",
  "Petrov",
  "Quist",
  "Rossi",
  "Schneider",
  "Taylor",
  "Ueland",
  "Vasquez",
  "Winter",
  "Yilmaz",
  "Zimmermann",
] as const;

export const MAIL_DOMAINS = ["example.com", "example.org", "example.net"] as const;

export const STREETS = {
  DE: ["Lindenstraße", "Am Hafen", "Gartenweg", "Mühlgasse", "Kastanienallee"],
  US: ["Maple Street", "Harbor Road", "5th Avenue", "Orchard Lane", "Mill Street"],
} as const;

/** Postal code and town. */
export const CITIES: Readonly<Record<"DE" | "US", readonly (readonly [string, string])[]>> = {
  DE: [
    ["10115", "Berlin"],
    ["20095", "Hamburg"],
    ["80331", "München"],
    ["50667", "Köln"],
  ],
  US: [
    ["10001", "New York"],
    ["02108", "Boston"],
    ["60601", "Chicago"],
    ["97201", "Portland"],
  ],
};

/** A name as mailboxes have it. */
export function ascii(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[^a-z]/gi, "")
    .toLowerCase();
}
