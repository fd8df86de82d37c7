import { parentPort } from "node:worker_threads";

import { encodeBody } from "./encode-body.server.ts";
import type { Answer, Asked } from "./encode-bodies.server.ts";

/*
 * The thread of `encodeBodies`: an answer for each message, in turn.
 */
parentPort?.on("message", (asked: Asked) => parentPort?.postMessage(answerTo(asked)));

function answerTo({ identityKey, bodies }: Asked): Answer {
  try {
    return { encoded: bodies.map((order) => encodeBody({ identityKey }, order)) };
  } catch (error) {
    return { error: error as Error };
  }
}
