const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Countries that write "12 High Street"; everywhere else the number follows the street's name. */
export const NUMBER_FIRST = words("US CA PR GB IE AU NZ FR LU MC IN SG ZA HK IL JP");

/** Kinds of streets and the little words between: typed in full, short, or left out. */
export const STREET_WORDS = words(`
  street st str strt road rd avenue ave av avn drive dr drv lane ln boulevard blvd bd boul bvd court ct crt place pl plc square sq
  terrace ter terr crescent cres close cl gardens gdns grove gr way wy parkway pkwy highway hwy circle cir trail trl
  mews row walk hill rise green park house
  strasse weg gasse platz allee ring ufer damm chaussee
  rue r chemin ch che impasse imp allee all quai cours route rte voie passage pass sentier
  straat laan plein gracht kade dijk singel steenweg stwg
  calle via viale piazza corso ulica ul
  n s e w ne nw se sw north south east west northeast northwest southeast southwest
  the of at and de du des la le les l d van der den het t am an im in zum zur vom von dem aux au sur sous
  saint sainte sankt sint skt ste`);

/** Short ends of German and Dutch compounds, as typed, and what they stand for: "Hauptstr." is "Hauptstrasse". */
export const COMPOUND_ENDS = /(?:strasse|straat|str|strase|strabe)$/;

/** Words before the number or letter of a flat, a floor, a room. What follows them tells one door of a building. */
export const UNIT_WORDS = words(`
  apt apartment apartments unit suite ste flat fl floor room rm no nr nummer number appt appartement app studio
  wohnung whg zimmer zi etage og stock stiege top tur hinterhaus hh vorderhaus vh
  etg esc escalier bat batiment porte chambre chbre residence res cite bus bte boite
  kamer verdieping huis appartment toev lot block blk building bldg dorm hall ent entrance wing
  int interior piso puerta scala interno`);

/** Parts of a house that stand alone behind a number. */
export const UNIT_ALONE = words(`
  rear front upper lower left right links rechts mitte hinterhaus vorderhaus hs bis ter quater eg dg ug parterre
  basement ground hof gauche droite`);

/** Kinds of streets that a number is the name of: "350 W 42 St". */
export const NUMBERED_KINDS = words(`
  street st avenue ave av road rd drive dr place pl lane ln court ct boulevard blvd terrace ter way`);

/** "Basement Flat", "First Floor": a door by its floor, wherever in the line it stands. */
export const FLOOR_FLAT =
  /\b(basement|garden|ground|first|second|third|fourth|top|upper|lower|attic)\s+(?:floor(?:\s+flat)?|flat)\b(?!\s*\d+\s*(?:,|$))/g;

/** What a building is called, where the house's number stands in another part of the address. */
export const BUILDING = /\b(?:house|court|lodge|mansions?|towers?|apartments|hall|buildings?)\s*$/;

/** Where parcels wait for anybody: an address that many strangers share by its nature. */
export const PICK_UP =
  /\b(?:packstation|paketstation|postfiliale|paketshop|parcel ?shop|parcel ?locker|locker|inpost|mondial ?relay|point ?relais|relais (?:colis|pickup)|pick ?up|access ?point|servicepunt|service ?point|postnl ?punt|pakketpunt|dhl ?punt|afhaalpunt|click (?:and|&) collect|collect ?plus|consigne|poste restante|p\.? ?o\.? ?box|ups store|postfach|postbus|boite postale|freight|forward(?:er|ing))\b/;
