import { entries } from "./entries.ts";

/** Where shoppers meet a code. */
export const CHANNELS = entries(
  `
EMAIL E-mail; SMS Text message; IG Instagram; TIKTOK TikTok; FB Facebook; YT YouTube;
AFF Affiliate; INF Influencer; WEB Website; STORE In store; PRINT Print
`,
  {
    EMAIL: ["MAIL", "NEWSLETTER", "E-MAIL"],
    SMS: ["TEXT"],
    IG: ["INSTA", "INSTAGRAM"],
    TIKTOK: ["TT"],
    FB: ["FACEBOOK"],
    YT: ["YOUTUBE"],
    AFF: ["AFFILIATE"],
    INF: ["INFLUENCER"],
    WEB: ["SITE", "WEBSITE"],
    STORE: ["SHOP", "POS"],
    PRINT: ["FLYER"],
  },
);
