/** Rows one import may have, and the bytes of its file. */
export const MOST_ROWS = 1_000_000;
export const MOST_BYTES = 128 * 1024 * 1024;

/**
 * How far look-alikes are searched. Codes that look the same are always found; codes one letter apart
 * with the names of so many campaigns, newest first, in files of at most so many codes among
 * themselves, and of at most so many with all codes of other lists.
 */
export const COMPARED_CAMPAIGNS = 500;
export const COMPARED_AMONG = 20_000;
export const COMPARED_WITH_CODES = 200;
export const SHOWN_PAIRS = 50;

/** Codes somebody brought, read and checked, before they are used. */
export type ImportSummary = {
  id: string;
  fileName: string;
  rows: number;
  good: number;
  bad: number;
  /** The line that was taken as the header, and the column of the codes, from 1, with its title; null without one. */
  header: { line: number; column: number; title: string } | null;
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
