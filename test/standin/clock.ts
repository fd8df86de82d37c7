import type { WorldClock } from "./state.ts";

type Task = { readonly due: number; readonly work: () => void; readonly background: boolean };

/** setTimeout's own limit; a longer wait is taken in steps. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The world's clock over a base one; see `WorldClock`. The base clock is expected to run at real speed, or to stand. */
export function createClock(base: () => number): WorldClock & { readonly now: () => Date } {
  let offset = 0;
  let speed = 1;
  let speedSince = base();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const tasks: Task[] = [];
  const now = () => speedSince + (base() - speedSince) * speed + offset;

  function runDue(): void {
    while (tasks[0] && tasks[0].due <= now()) tasks.shift()?.work();
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    const next = tasks[0];
    if (!next || stopped) return;
    // A clock that stands still is moved by hand, and moving runs what is due: the poll costs next to nothing.
    const wait = Math.min(Math.max((next.due - now()) / speed, 1), LONGEST_TIMER_MS);
    timer = setTimeout(runDue, wait);
    timer.unref();
  }

  return {
    now: () => new Date(now()),
    runDue,
    move(ms) {
      offset += ms;
      runDue();
    },
    setSpeed(faster) {
      const before = now();
      speed = faster;
      speedSince = base();
      offset += before - now();
      schedule();
    },
    later(delayMs, work, { background = false } = {}) {
      const task = { due: now() + delayMs, work, background };
      const after = tasks.findIndex((other) => other.due > task.due);
      tasks.splice(after === -1 ? tasks.length : after, 0, task);
      schedule();
      return () => {
        const index = tasks.indexOf(task);
        if (index !== -1) tasks.splice(index, 1);
      };
    },
    pending: () => tasks.filter((task) => !task.background).length,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
