import { packBody, unpackBody } from "../intake/stored-body.server.ts";

/** A stored webhook as it is passed on. Of one that is no JSON, such as the beginning of a long one, the text. */
export type GatheredBody = { topic: string; receivedAt: string; body: unknown };

/** What was gathered for an answer, as the answer has it. */
export function packGathered(gathered: readonly GatheredBody[]): Buffer {
  return packBody(Buffer.from(JSON.stringify(gathered)));
}

export function unpackGathered(stored: Uint8Array): GatheredBody[] {
  return JSON.parse(unpackBody(stored).toString("utf8")) as GatheredBody[];
}
