import { UnreadableFile } from "./unreadable-file.server.ts";

/** One row of a file and the line it begins on. Of a row that is too long only the beginning is kept. */
export type FileRow = { line: number; cells: string[]; isTooLong: boolean };

/** Characters of the longest row. One quoted cell with more means a mark that is never closed. */
export const LONGEST_ROW = 65_536;

/**
 * Reads rows of text that comes in pieces. The usual parser counts a quoted CRLF as two lines and gives a file up for one
 * row that is too long or one stray mark, where a merchant wants that row named: so this one is our own. Lines end with
 * LF, CR or CRLF; rows without any text are left out; a mark that neither opens nor closes a cell is text.
 */
export class CsvReader {
  readonly #special: RegExp;
  readonly #rows: FileRow[] = [];
  #cells: string[] = [];
  #cell = "";
  #at: "start" | "plain" | "quoted" | "closed" = "start";
  /** What stands after a closing mark: blanks, or the mark closed nothing. */
  #tail = "";
  #line = 1;
  #rowLine = 1;
  #rowLength = 0;
  #quoteLine = 1;
  #quoteLength = 0;
  #last = "";

  constructor(delimiter: string) {
    this.#special = new RegExp(`["\\r\\n${delimiter}]`, "g");
  }

  /** @returns the rows that end in this piece. */
  push(text: string): FileRow[] {
    let from = 0;
    for (const { 0: sign, index } of text.matchAll(this.#special)) {
      if (index > from) this.#take(text.slice(from, index));
      from = index + 1;
      if (sign === "\r" || (sign === "\n" && this.#last !== "\r")) this.#breakLine();
      else if (sign === '"') this.#quote();
      else if (sign !== "\n") this.#delimit(sign);
      this.#last = sign;
    }
    if (from < text.length) this.#take(text.slice(from));
    return this.#rows.splice(0);
  }

  /** @returns the last row. */
  end(): FileRow[] {
    if (this.#at === "quoted") throw this.#neverClosed();
    this.#endRow();
    return this.#rows.splice(0);
  }

  #take(text: string): void {
    this.#last = "";
    if (this.#at === "quoted" && (this.#quoteLength += text.length) > LONGEST_ROW)
      throw this.#neverClosed();
    if (this.#at === "closed") {
      this.#tail += text;
      if (text.trim() !== "") this.#unquote();
      return;
    }
    if (this.#at === "start" && text.trim() !== "") this.#at = "plain";
    this.#cell += text.slice(0, Math.max(0, LONGEST_ROW - this.#rowLength));
    this.#rowLength += text.length;
  }

  #quote(): void {
    if (this.#at === "start") {
      [this.#cell, this.#at] = ["", "quoted"];
      [this.#quoteLine, this.#quoteLength] = [this.#line, 0];
    } else if (this.#at === "quoted") [this.#at, this.#tail] = ["closed", ""];
    else {
      // A doubled mark inside a quoted cell stands for one.
      if (this.#at === "closed" && this.#tail === "") this.#at = "quoted";
      else if (this.#at === "closed") this.#unquote();
      this.#take('"');
    }
  }

  /** The cell was no quoted one after all: its marks are text. */
  #unquote(): void {
    const text = `"${this.#cell}"${this.#tail}`;
    [this.#cell, this.#at] = ["", "plain"];
    this.#rowLength -= Math.min(this.#rowLength, text.length);
    this.#take(text);
  }

  #delimit(sign: string): void {
    if (this.#at === "quoted") return this.#take(sign);
    this.#endCell();
    this.#rowLength += 1;
  }

  #breakLine(): void {
    if (this.#at === "quoted") this.#take("\n");
    this.#line += 1;
    if (this.#at !== "quoted") this.#endRow();
  }

  #endCell(): void {
    if (this.#rowLength <= LONGEST_ROW || this.#cells.length === 0)
      this.#cells.push(this.#at === "closed" ? this.#cell : this.#cell.trim());
    [this.#cell, this.#at] = ["", "start"];
  }

  #endRow(): void {
    this.#endCell();
    const row = {
      line: this.#rowLine,
      cells: this.#cells,
      isTooLong: this.#rowLength > LONGEST_ROW,
    };
    if (row.cells.some((cell) => cell.trim() !== "")) this.#rows.push(row);
    [this.#cells, this.#rowLength, this.#rowLine] = [[], 0, this.#line];
  }

  #neverClosed(): UnreadableFile {
    return new UnreadableFile(
      `The quotation mark on line ${this.#quoteLine} is never closed, so the rows after it cannot be told apart. Close or remove it.`,
    );
  }
}
