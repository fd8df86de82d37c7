import { useNavigate, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { useLatest } from "./use-latest.ts";
import { ownParams } from "#app/components/list/own-params.ts";

/** What an action may ask the next page to say. Texts never come from the address itself. */
const SAID = {
  "campaign-created": "Campaign created. Shopify is being brought up to date.",
  "campaign-changed": "Changes saved",
  "convention-saved": "Naming convention saved",
  "field-saved": "Field saved",
  "flag-decided": "Decision saved",
  "messages-saved": "Messages saved. Checkout says them within seconds.",
} as const;

export type Said = keyof typeof SAID;

/** `path` with the note that the page there should confirm what was done. */
export function saying(path: string, said: Said): string {
  return `${path}?said=${said}`;
}

function isSaid(text: string): text is Said {
  return Object.hasOwn(SAID, text);
}

/** Confirms once what the action before the redirect did, then takes the note out of the address. */
export function SaidToast() {
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const said = params.get("said") ?? "";
  // Only the note itself may start this: the address changes because of it.
  const confirm = useLatest((note: Said) => {
    shopify.toast.show(SAID[note]);
    const rest = ownParams(params);
    rest.delete("said");
    navigate({ search: rest.toString() }, { replace: true, preventScrollReset: true });
  });
  useEffect(() => {
    if (isSaid(said)) confirm.current(said);
  }, [said, confirm]);
  return null;
}
