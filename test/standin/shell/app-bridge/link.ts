import type { FromApp, FromShell } from "../messages.ts";

type Request = Extract<FromApp, { readonly request: number }>;
type RequestWithoutNumber = Request extends infer R
  ? R extends Request
    ? Omit<R, "request">
    : never
  : never;

/** The line to the admin around this page. Outside a frame nothing is sent and nothing answers. */
export class ShellLink {
  readonly origin: string;
  readonly isFramed = window.parent !== window;
  #next = 1;
  #waiting = new Map<number, (value: unknown) => void>();
  #listeners: ((message: FromShell) => void)[] = [];

  constructor(origin: string) {
    this.origin = origin;
    window.addEventListener("message", (event: MessageEvent<FromShell>) => {
      if (event.origin !== origin || event.source !== window.parent) return;
      const message = event.data;
      if (message.type !== "answer") {
        for (const listener of this.#listeners) listener(message);
        return;
      }
      this.#waiting.get(message.request)?.(message.value);
      this.#waiting.delete(message.request);
    });
  }

  send(message: FromApp): void {
    if (this.isFramed) window.parent.postMessage(message, this.origin);
  }

  ask(message: RequestWithoutNumber): Promise<unknown> {
    if (!this.isFramed) return Promise.reject(new Error("This page is not inside the admin"));
    const request = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(request, resolve);
      this.send({ ...message, request });
    });
  }

  listen(listener: (message: FromShell) => void): void {
    this.#listeners.push(listener);
  }
}
