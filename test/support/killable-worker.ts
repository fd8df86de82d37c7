import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const FILE = join(import.meta.dirname, "worker-child.ts");
const ROOT = join(import.meta.dirname, "../..");

/** A worker process that can be killed at any moment, with the next one loaded and waiting to take its place. */
export class KillableWorker {
  readonly #environment: Record<string, string>;
  #running: ChildProcess | undefined;
  #next: ChildProcess;

  /** @param environment the app's settings, with DATABASE_URL, PORT and STANDIN_URL. */
  constructor(environment: Record<string, string>) {
    this.#environment = environment;
    this.#next = this.#load();
  }

  /** Resolves when it listens and works. */
  async start(): Promise<void> {
    const child = this.#next;
    this.#running = child;
    const works = new Promise<void>((resolve, reject) => {
      child.on("message", (message) => {
        if (typeof message === "object" && message !== null && "works" in message) resolve();
      });
      child.once("exit", (code, signal) => {
        // Killed again before it worked: whoever did that does not wait for it.
        if (signal === "SIGKILL") resolve();
        else reject(new Error(`The worker ended by itself (${code ?? signal}).`));
      });
    });
    child.send("go");
    this.#next = this.#load();
    await works;
  }

  /** kill -9. */
  kill(): Promise<void> {
    return this.#kill(this.#running);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#kill(this.#running), this.#kill(this.#next)]);
  }

  async #kill(child: ChildProcess | undefined): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  #load(): ChildProcess {
    return fork(FILE, {
      cwd: ROOT,
      execArgv: ["--import", "./test/standin/preload.ts"],
      env: { ...process.env, ...this.#environment, NODE_OPTIONS: "" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  }
}
