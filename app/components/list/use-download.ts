import { useState } from "react";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { useFocusKept } from "#app/components/frame/use-focus-kept.ts";
import { saveFile } from "./save-file.ts";

const BROKEN = "The file did not arrive. Check your connection and try again.";

/**
 * Fetches a file and saves it. A link would not do: only requests of the page itself carry the session token.
 * `problem` says why there is no file, until the next try. Fields are posted; without them the file is just fetched.
 */
export function useDownload() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useFocusKept(isBusy, problem !== null);
  const start = async (path: string, fields?: Record<string, string>) => {
    setBusy(true);
    setProblem(null);
    try {
      const body = fields ? { method: "POST", body: new URLSearchParams(fields) } : {};
      const answer = await fetch(path, body);
      if (answer.ok) saveFile(nameOf(answer), await answer.blob());
      else setProblem(await refusalOf(answer));
    } catch {
      setProblem(BROKEN);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, start };
}

function nameOf(answer: Response): string {
  const said = answer.headers.get("content-disposition") ?? "";
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(said) ?? [];
  return encoded ? decodeURIComponent(encoded) : "bonafide.csv";
}

async function refusalOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => null)) as RefusalBody | null;
  return body?.refusal?.message || BROKEN;
}
