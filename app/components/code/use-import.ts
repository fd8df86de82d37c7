import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { sendImport } from "./send-import.ts";

type Stage = { at: "ready"; problem: string | null } | { at: "sending"; share: number };

const BROKEN =
  "Your codes did not arrive. What you chose is still here: check your connection and try again.";

/** Sends a list of codes and says how far it is; `onStaged` is told the id under which it was read. */
export function useImport(onStaged: (id: string) => void) {
  const shopify = useAppBridge();
  const [stage, setStage] = useState<Stage>({ at: "ready", problem: null });
  const staged = useLatest(onStaged);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  const send = async (fileName: string, body: Blob) => {
    const controller = new AbortController();
    under.current = controller;
    setStage({ at: "sending", share: 0 });
    try {
      const answer = await sendImport({
        fileName,
        body,
        token: await shopify.idToken(),
        onProgress: (share) => setStage({ at: "sending", share }),
        signal: controller.signal,
      });
      setStage({ at: "ready", problem: "refusal" in answer ? answer.refusal.message : null });
      if ("id" in answer) staged.current(answer.id);
    } catch {
      setStage({ at: "ready", problem: controller.signal.aborted ? null : BROKEN });
    }
  };
  return { stage, send, stop: () => under.current?.abort() };
}
