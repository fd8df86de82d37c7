import type { RefusalBody } from "#app/routing/outcome-response.ts";

export type StagedAnswer = { ok: true; id: string } | RefusalBody;

type Sending = {
  fileName: string;
  body: Blob;
  /** A fresh session token: it ends within a minute, but is looked at only when the sending begins. */
  token: string;
  /** Told again and again how much has arrived, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/**
 * Sends a list of codes as it is. Not with `fetch`, which cannot tell how far it is, so the session token is
 * added here. Rejects when nothing came back that the app said.
 */
export function sendImport(sending: Sending): Promise<StagedAnswer> {
  const { fileName, body, token, onProgress, signal } = sending;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/app/codes/imports");
    request.setRequestHeader("authorization", `Bearer ${token}`);
    request.setRequestHeader("content-type", "text/csv");
    request.setRequestHeader("x-file-name", encodeURIComponent(fileName));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1);
    request.onload = () => {
      const answer = answerIn(request.responseText);
      if (answer) resolve(answer);
      else reject(new Error(`The import was answered with ${request.status}`));
    };
    request.onerror = () => reject(new Error("The import did not arrive"));
    request.onabort = () => reject(new Error("The import was stopped"));
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

function answerIn(text: string): StagedAnswer | null {
  try {
    const body = JSON.parse(text) as unknown;
    const isOurs = typeof body === "object" && body !== null && ("id" in body || "refusal" in body);
    return isOurs ? (body as StagedAnswer) : null;
  } catch {
    return null;
  }
}
