/** Country calling codes (ITU E.164) of the countries most shops ship to. */
export const CALLING_CODES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "US:1 CA:1 PR:1 GB:44 IE:353 DE:49 AT:43 CH:41 LI:423 FR:33 MC:377 NL:31 BE:32 LU:352 ES:34 PT:351 IT:39 DK:45 SE:46 " +
    "NO:47 FI:358 IS:354 PL:48 CZ:420 SK:421 HU:36 SI:386 HR:385 RO:40 BG:359 GR:30 CY:357 MT:356 EE:372 LV:371 LT:370 " +
    "UA:380 RS:381 TR:90 IL:972 AE:971 SA:966 ZA:27 AU:61 NZ:64 JP:81 KR:82 CN:86 HK:852 SG:65 TW:886 IN:91 MY:60 TH:66 " +
    "PH:63 ID:62 VN:84 MX:52 BR:55 AR:54 CL:56 CO:57"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** Where the leading zero belongs to the number and is dialled from abroad, too. */
export const KEEPS_ZERO: ReadonlySet<string> = new Set(["IT"]);
