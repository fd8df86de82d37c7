import type { Field, ListValue } from "./field.ts";

const value = (code: string, label: string, ...synonyms: string[]): ListValue => ({
  value: code,
  label,
  synonyms,
});

/** The fields every shop starts with. A shop's own field with the same id takes its place. */
export const BUILT_IN_FIELDS: readonly Field[] = [
  {
    id: "season",
    label: "season",
    type: {
      kind: "list",
      values: [
        value("SPRING", "Spring"),
        value("SUMMER", "Summer"),
        value("AUTUMN", "Autumn", "FALL"),
        value("WINTER", "Winter"),
        value("BLACKFRIDAY", "Black Friday", "BF", "BLACK-FRIDAY", "BLACK_FRIDAY"),
        value("CYBERMONDAY", "Cyber Monday", "CM", "CYBER-MONDAY", "CYBER_MONDAY"),
        value("XMAS", "Christmas", "CHRISTMAS", "X-MAS"),
        value("NEWYEAR", "New Year", "NEW-YEAR", "NEW_YEAR", "NY"),
        value("VALENTINES", "Valentine’s Day", "VALENTINE", "VDAY"),
        value("EASTER", "Easter"),
        value("MOTHERSDAY", "Mother’s Day", "MOTHERS-DAY", "MOTHERS_DAY"),
        value("FATHERSDAY", "Father’s Day", "FATHERS-DAY", "FATHERS_DAY"),
        value("HALLOWEEN", "Halloween"),
        value("SINGLESDAY", "Singles’ Day", "SINGLES-DAY", "SINGLES_DAY"),
        value("BACKTOSCHOOL", "Back to school", "BTS", "BACK-TO-SCHOOL"),
      ],
    },
  },
  { id: "yy", label: "two-digit year", type: { kind: "date", spelling: "YY" } },
  { id: "yyyy", label: "four-digit year", type: { kind: "date", spelling: "YYYY" } },
  { id: "quarter", label: "quarter", type: { kind: "date", spelling: "Q" } },
  { id: "month", label: "month", type: { kind: "date", spelling: "MON" } },
  { id: "offer", label: "offer", type: { kind: "offer" } },
  { id: "percent", label: "percentage", type: { kind: "percentage" } },
  {
    id: "channel",
    label: "channel",
    type: {
      kind: "list",
      values: [
        value("EMAIL", "E-mail", "MAIL", "NEWSLETTER", "E-MAIL"),
        value("SMS", "Text message", "TEXT"),
        value("IG", "Instagram", "INSTA", "INSTAGRAM"),
        value("TIKTOK", "TikTok", "TT"),
        value("FB", "Facebook", "FACEBOOK"),
        value("YT", "YouTube", "YOUTUBE"),
        value("AFF", "Affiliate", "AFFILIATE"),
        value("INF", "Influencer", "INFLUENCER"),
        value("WEB", "Website", "SITE", "WEBSITE"),
        value("STORE", "In store", "SHOP", "POS"),
        value("PRINT", "Print", "FLYER"),
      ],
    },
  },
  {
    id: "campaign",
    label: "campaign word",
    type: { kind: "word", min: 2, max: 24, charset: "letters_digits" },
  },
];
