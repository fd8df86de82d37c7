/**
 * The countries people mean by the name of a group of them, generously: a country that some would
 * count is in. ROW, the rest of the world, is whatever a shop says it is and so not here.
 */
const BENELUX = ["BE", "NL", "LU"];
const DACH = ["DE", "AT", "CH", "LI"];
const NORDICS = ["DK", "FI", "IS", "NO", "SE", "AX", "FO", "GL"];

// The members of the Union, and the places people deliver to with them.
const EU = [
  ...["AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT"],
  ...["LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"],
  ...["AX", "GP", "MQ", "GF", "RE", "YT", "MF", "MC", "SM", "VA", "AD"],
];

const APAC = [
  ...["AU", "NZ", "JP", "KR", "CN", "HK", "MO", "TW", "SG", "MY", "TH", "VN", "PH", "ID", "BN"],
  ...["KH", "LA", "MM", "TL", "MN", "IN", "PK", "BD", "LK", "NP", "BT", "MV", "FJ", "PG", "SB"],
  ...["VU", "NC", "PF", "WS", "TO", "KI", "TV", "NR", "PW", "FM", "MH", "GU", "MP", "AS", "CK"],
  ...["NU", "TK", "WF", "KP", "RU", "AF", "KZ", "KG", "TJ", "TM", "UZ"],
];

const LATAM = [
  ...["AR", "BO", "BR", "CL", "CO", "CR", "CU", "DO", "EC", "SV", "GT", "HN", "MX", "NI", "PA"],
  ...["PY", "PE", "PR", "UY", "VE", "BZ", "GY", "SR", "GF", "GP", "MQ", "BL", "MF", "HT", "JM"],
  ...["TT", "BB", "BS", "AG", "DM", "GD", "KN", "LC", "VC", "AW", "CW", "SX", "BQ", "KY", "TC"],
  ...["VG", "VI", "AI", "MS", "BM", "FK"],
];

const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["BENELUX", BENELUX],
  ["DACH", DACH],
  ["NORDICS", NORDICS],
  ["EU", EU],
  ["APAC", APAC],
  ["LATAM", LATAM],
  // What the post calls GB, and the islands delivered to with it.
  ["UK", ["GB", "GG", "JE", "IM"]],
]);

/** The countries a region in a name stands for (DE, UK, DACH); null when nobody can say. */
export function countriesOfRegion(region: string): ReadonlySet<string> | null {
  const group = GROUPS.get(region);
  if (group) return new Set(group);
  return /^[A-Z]{2}$/.test(region) ? new Set([region]) : null;
}
