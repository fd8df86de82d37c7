/** An answer that is not what was asked for, with enough of it to see why. */
export class HttpError extends Error {
  readonly status: number;

  constructor(method: string, url: string, status: number, body: string) {
    super(`${method} ${url} answered ${status}: ${body.slice(0, 500)}`);
    this.name = "HttpError";
    this.status = status;
  }
}

export type Request = { method?: string; body?: unknown; headers?: Record<string, string> };

/** Sends JSON and reads JSON. @throws HttpError for any other status than 2xx. */
export async function askJson<T>(
  url: string,
  { method = "GET", body, headers = {} }: Request = {},
): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new HttpError(method, url, response.status, text);
  return JSON.parse(text) as T;
}

/** Asks until `ready` is content with the answer. @throws when it is not within the time, saying what it saw last. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  ready: (answer: T) => boolean,
  withinMs = 120_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (ready(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(
        `${what}: not within ${withinMs / 1_000} s; last seen: ${JSON.stringify(answer).slice(0, 600)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
