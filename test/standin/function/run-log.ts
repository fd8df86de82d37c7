/** One run of one function, kept so that a person can see why a code was refused. */
export type FunctionRun = {
  readonly id: number;
  readonly shop: string;
  readonly functionHandle: string;
  readonly discountTitle: string;
  readonly target: string;
  readonly moment: "checkout" | "pay";
  readonly at: string;
  readonly ms: number;
  readonly ticks: number;
  readonly input: unknown;
  readonly output: unknown;
  readonly error: string | undefined;
  readonly log: string;
};

const KEPT = 500;

/** The last runs, newest first; older ones are forgotten. */
export class RunLog {
  #runs: FunctionRun[] = [];
  #next = 1;

  add(run: Omit<FunctionRun, "id">): FunctionRun {
    const entry = { ...run, id: this.#next++ };
    this.#runs = [entry, ...this.#runs].slice(0, KEPT);
    return entry;
  }

  list(shop?: string): readonly FunctionRun[] {
    return shop === undefined ? this.#runs : this.#runs.filter((run) => run.shop === shop);
  }
}
