import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/**
 * Seconds of processor time that this process and the PostgreSQL server of a backend (its process id) have taken so far:
 * other programs at work do not change it, as they do the time on the clock. 0 where there is no /proc.
 */
export function processorSeconds(backend: number): { node: number; postgres: number } {
  const { user, system } = process.cpuUsage();
  const node = (user + system) / 1e6;
  const own = statOf(backend);
  if (!own) return { node, postgres: 0 };
  const server = own.parent;
  const ticks = readdirSync("/proc")
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat !== null)
    .map(({ pid, parent, ticks: all, gone }) => {
      if (pid === server) return all + gone;
      return parent === server ? all : 0;
    });
  return { node, postgres: ticks.reduce((sum, each) => sum + each, 0) / TICKS_A_SECOND };
}

type Stat = { pid: number; parent: number; ticks: number; gone: number };

/** `gone`: what processes took that it started and that ended. */
function statOf(pid: number): Stat | null {
  if (!(pid > 0)) return null;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [user = 0, system = 0, goneUser = 0, goneSystem = 0] = fields.slice(11, 15);
    return { pid, parent: fields[1] ?? 0, ticks: user + system, gone: goneUser + goneSystem };
  } catch {
    return null;
  }
}
