/** Rows one import may have, and the bytes of its file. */
export const MOST_ROWS = 1_000_000;
export const MOST_BYTES = 128 * 1024 * 1024;

/** Codes somebody brought, read and checked, before they are used. */
export type ImportSummary = {
  id: string;
  fileName: string;
  rows: number;
  good: number;
  bad: number;
  /** The first good codes, as they will be. */
  sample: string[];
  /** The first rows that cannot be used, by the line they stand on. */
  problems: ImportProblem[];
  /** Pairs a shopper could confuse, within the file and with the shop's codes. */
  lookAlikes: { code: string; other: string; why: string }[];
  /** How many good codes each active convention explains. */
  conventions: { name: string; codes: number }[];
  createdAt: string;
};

export type ImportProblem = { line: number; text: string; reason: string };
