/** Runs tasks after a wait each, so many at once, in the order they become due. Time is real time. */
export class TaskQueue {
  readonly #parallel: number;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #due: (() => Promise<void>)[] = [];
  #waiters: (() => void)[] = [];
  #running = 0;
  #isStopped = false;

  constructor(parallel: number) {
    this.#parallel = parallel;
  }

  /** Tasks that wait, are due or run. */
  get size(): number {
    return this.#timers.size + this.#due.length + this.#running;
  }

  add(waitMs: number, task: () => Promise<void>): void {
    if (this.#isStopped) return;
    if (waitMs === 0) {
      this.#start(task);
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#start(task);
    }, waitMs);
    this.#timers.add(timer);
  }

  /** Resolves as soon as `size` is 0. */
  idle(): Promise<void> {
    if (this.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** Drops what does not run yet. What runs ends by itself. */
  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#due.length = 0;
    this.#settle();
  }

  #start(task: () => Promise<void>): void {
    this.#due.push(task);
    this.#pump();
  }

  #pump(): void {
    while (this.#running < this.#parallel) {
      const task = this.#due.shift();
      if (!task) break;
      this.#running += 1;
      void this.#run(task);
    }
  }

  async #run(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } finally {
      this.#running -= 1;
      this.#pump();
      this.#settle();
    }
  }

  #settle(): void {
    if (this.size > 0) return;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }
}
