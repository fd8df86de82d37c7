import { useNavigation } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";

/** The admin's own progress bar while the next page is on its way; the present one stays readable. */
export function LoadingBar() {
  const shopify = useAppBridge();
  const isLoading = useNavigation().state !== "idle";
  useEffect(() => {
    shopify.loading(isLoading);
  }, [shopify, isLoading]);
  return null;
}
