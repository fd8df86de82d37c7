import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { SyncState } from "#app/domain/campaign/status.ts";
import { useRefreshWhile } from "./use-refresh-while.ts";

export function isOnItsWay(state: SyncState): boolean {
  return state === "waiting" || state === "syncing";
}

/** While Shopify is being brought up to date the page looks again and again, and announces the end of it. */
export function useSyncWatch(name: string, state: SyncState): void {
  const shopify = useAppBridge();
  const goesOn = isOnItsWay(state);
  const was = useRef(goesOn);
  useRefreshWhile(goesOn);
  useEffect(() => {
    if (was.current && state === "synced") shopify.toast.show(`${name} is up to date in Shopify`);
    was.current = goesOn;
  }, [goesOn, state, name, shopify]);
}
