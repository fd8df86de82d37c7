const words = (text: string): string[] => text.split(" ");

const across = (...columns: string[]): string[] =>
  columns
    .map(words)
    .reduce((codes, column) => codes.flatMap((code) => column.map((each) => code + each)), [""]);

const CREATORS =
  "ANNA BEN CARLA DAVE EMMA FINN GRETA HANS INA JONAS KARL LENA MAX NINA OTTO PIA ROSA SVEN TIM UTE";

/** Random characters, the same in every run; `n` of `length` of them, all different. */
export function random(n: number, length: number, alphabet: string): string[] {
  let state = 26;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return alphabet.charAt(Math.floor((state / 2 ** 32) * alphabet.length));
  };
  return Array.from({ length: n }, () => Array.from({ length }, draw).join(""));
}

const after = (head: string, tails: readonly string[]) => tails.map((tail) => head + tail);
const SAFE = "234579BCDFGHJKMNPRTVWX";
const ANY = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a small store has, and the conventions it should be told it follows, the best first. */
export const SMALL_STORES: readonly [what: string, codes: string[], patterns: string[]][] = [
  [
    "seasons with offers",
    across("SUMMER WINTER", "24 25 26", "_", "FREESHIP 15OFF 10EUROFF"),
    ["{season}{yy}_{offer}"],
  ],
  [
    "a channel that is sometimes there",
    [
      ...across("SUMMER WINTER", "25 26", "_15OFF _FREESHIP"),
      ...across("SUMMER XMAS", "25 26", "_15OFF", "_EMAIL _IG"),
    ],
    ["{season}{yy}_{offer}[_{channel}]"],
  ],
  [
    "a region that is sometimes in the middle",
    [
      ...across("SUMMER WINTER", "25 26", "_DE _FR _AT", "_15OFF"),
      ...across("SUMMER WINTER", "24 25 26", "_15OFF"),
    ],
    ["{season}{yy}[_{region}]_{offer}"],
  ],
  ["years of four digits", across("XMAS EASTER HALLOWEEN", "2023 2024 2025"), ["{season}{yyyy}"]],
  ["words written together", across("SUMMER WINTER SPRING", "SALE", "24 25"), ["{season}SALE{yy}"]],
  [
    "creators with percentages",
    [...across(CREATORS, "10"), ...across("ANNA BEN", "15")],
    ["{creator}{percent}"],
  ],
  ["one word with percentages", across("SAVE", "5 10 15 20 25"), ["SAVE{percent}"]],
  ["an amount is no percentage", across("SAVE", "5 10 20 50", "EUR"), ["SAVE{number:1-100}EUR"]],
  ["offers before a word", across("10OFF 15OFF 20OFF 25OFF", "TODAY"), ["{offer}TODAY"]],
  [
    "regions, channels and events",
    across("DE AT CH", "_", "EMAIL IG", "_", "XMAS25 EASTER26"),
    ["{region}_{channel}_{season}{yy}"],
  ],
  [
    "languages where no region fits",
    across("EN DE SV", "-", "WELCOME HELLO", "-", "10 15 20"),
    ["{locale}-{occasion}-{percent}"],
  ],
  [
    "a list of its own",
    across("NORDIC ALPINE COAST", "-", "1 2 3 4 7 12"),
    ["{theme}-{number:1-99}"],
  ],
  ["audiences", across("VIP GOLD STAFF", "_", "10 15 20 25 30"), ["{audience}_{percent}"]],
  ["quarters", across("Q1 Q2 Q3 Q4", "26 25", "-", "EMAIL SMS"), ["{quarter}{yy}-{channel}"]],
  ["months", across("JAN FEB MAY DEC", "25 26", "_", "15OFF FREESHIP"), ["{month}{yy}_{offer}"]],
  ["months in full", across("JANUARY MAY JUNE", "25 26 27"), ["{monthname}{yy}"]],
  ["whole dates", across("SALE", "2025 2026", "01 11", "03 24"), ["SALE{yyyy}{mm}{dd}"]],
  [
    "numbers with zeros in front",
    across("GIFT-", "001 002 017 120 350 999"),
    ["GIFT-{number:001-999}"],
  ],
  ["a batch", after("VIP-", random(400, 8, SAFE)), ["VIP-{unique:8}"]],
  ["a batch of another alphabet", after("VIP-", random(400, 10, ANY)), ["VIP-{unique:10,any}"]],
  ["a batch of digits", after("CARD-", random(300, 10, "0123456789")), ["CARD-{unique:10,digits}"]],
  ["a batch with nothing between", after("GIFT", random(300, 8, SAFE)), ["GIFT{unique:8}"]],
  [
    "batches of one convention",
    [...after("SUMMER26-", random(40, 8, SAFE)), ...after("WINTER25-", random(40, 8, SAFE))],
    ["{season}{yy}-{unique:8}"],
  ],
  ["a batch with no beginning of its own", random(300, 8, SAFE), []],
  ["names with numbers are no batch", across(CREATORS, "10 15 20"), ["{creator}{percent}"]],
  ["a year among percentages", words("ANNA10 BEN15 WELCOME10 BF2025"), ["{creator}{percent}"]],
  [
    "creators beside seasons",
    [...across("SUMMER WINTER", "24 25 26"), ...across(CREATORS, "15")],
    ["{creator}{percent}", "{season}{yy}"],
  ],
  ["random tails too long for a unique part", after("VIP-", random(300, 20, ANY)), []],
  ["one-offs", words("THANKYOU HELLO WELCOME10 BDAY LASTCHANCE"), []],
  ["nothing", [], []],
];
