import { entries } from "./entries.ts";

/** The languages shops sell in, by their ISO 639-1 codes; people often take the country's. */
export const LOCALES = entries(
  `
AR Arabic; BG Bulgarian; CA Catalan; CS Czech; DA Danish; DE German; EL Greek; EN English;
ES Spanish; ET Estonian; FI Finnish; FR French; HE Hebrew; HI Hindi; HR Croatian; HU Hungarian;
ID Indonesian; IS Icelandic; IT Italian; JA Japanese; KO Korean; LT Lithuanian; LV Latvian;
MS Malay; NB Norwegian; NL Dutch; PL Polish; PT Portuguese; RO Romanian; RU Russian; SK Slovak;
SL Slovenian; SR Serbian; SV Swedish; TH Thai; TR Turkish; UK Ukrainian; VI Vietnamese; ZH Chinese
`,
  {
    CS: ["CZ"],
    DA: ["DK"],
    DE: ["GER"],
    EL: ["GR"],
    EN: ["ENG"],
    JA: ["JP"],
    KO: ["KR"],
    NB: ["NO"],
    SV: ["SE"],
    UK: ["UA"],
    ZH: ["CN"],
  },
);
