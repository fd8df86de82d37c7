/** How a replay speaks to whoever started it. Nothing it says names a person. */
export type Teller = {
  /** A line of a file that was left out, and why. */
  bad(file: string, line: number, reason: string): void;
  /** Something to know about the numbers. */
  note(text: string): void;
  /** How far it is: `done` of `of` (null while that is not known). */
  progress(what: string, done: number, of: number | null): void;
};
