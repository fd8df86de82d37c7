import { createContext, useContext, useEffect, useState } from "react";
import type { ReactNode } from "react";
import type { Actor } from "#app/domain/access/actor.ts";

type ShopView = {
  name: string;
  domain: string;
  timeZone: string;
  currency: string;
  locale: string;
};

/** What every page knows: the shop, who is looking, and the server's time when the page was made (ISO 8601). */
export type Frame = { shop: ShopView; actor: Actor; now: string };

const FrameContext = createContext<Frame | null>(null);

/**
 * Time goes on from the server's clock: the first paint in the browser repeats the server's exactly, and a wrong
 * clock on the merchant's machine cannot make "ends in 6 days" wrong.
 */
export function FrameProvider({ frame, children }: { frame: Frame; children: ReactNode }) {
  const [now, setNow] = useState(frame.now);
  useEffect(() => {
    const started = performance.now();
    const from = Date.parse(frame.now);
    const tick = () => setNow(new Date(from + performance.now() - started).toISOString());
    const timer = setInterval(tick, 30_000);
    return () => clearInterval(timer);
  }, [frame.now]);
  return <FrameContext.Provider value={{ ...frame, now }}>{children}</FrameContext.Provider>;
}

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error("useFrame needs a FrameProvider around it");
  return frame;
}
