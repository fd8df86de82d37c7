import { useBlocker } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";

/** Asks before a page with unsaved changes is left by a link of the page; App Bridge itself asks for the admin's menu. */
export function useLeaveConfirmation(hasUnsaved: boolean): void {
  const shopify = useAppBridge();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      hasUnsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  const latest = useLatest(blocker);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    // The promise is kept only when the person chooses to leave.
    void shopify.saveBar.leaveConfirmation().then(() => {
      if (latest.current.state === "blocked") latest.current.proceed();
    });
  }, [blocker.state, blocker.location, shopify, latest]);
}
