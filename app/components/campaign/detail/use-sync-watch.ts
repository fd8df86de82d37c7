import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { SyncState } from "#app/domain/campaign/status.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";

const EVERY_MS = 2_000;

/** While Shopify is being brought up to date the page looks again every two seconds, and announces the end of it. */
export function useSyncWatch(name: string, state: SyncState): void {
  const shopify = useAppBridge();
  const revalidator = useRevalidator();
  const latest = useLatest(revalidator);
  const isOnItsWay = state === "waiting" || state === "syncing";
  const was = useRef(isOnItsWay);
  useEffect(() => {
    if (!isOnItsWay) return;
    const timer = setInterval(() => {
      if (!document.hidden && latest.current.state === "idle") latest.current.revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isOnItsWay, latest]);
  useEffect(() => {
    if (was.current && state === "synced") shopify.toast.show(`${name} is up to date in Shopify`);
    was.current = isOnItsWay;
  }, [isOnItsWay, state, name, shopify, latest]);
}
