import { Button, InlineStack } from "@shopify/polaris";
import { CheckIcon, ClipboardIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";

type State = "ready" | "copied" | "denied";

/**
 * A code, and a button that copies it. Where the browser denies the clipboard to frames, the code can be selected. `name`:
 * what to call it where it should not be read out.
 */
export function CopyCode({ code, name = code }: { code: string; name?: string }) {
  const [state, setState] = useState<State>("ready");
  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState("ready"), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setState("copied"),
      () => setState("denied"),
    );
  return (
    <InlineStack gap="100" blockAlign="center" wrap={false}>
      <span className="bf-code">{code}</span>
      <Button
        variant="tertiary"
        size="micro"
        icon={state === "copied" ? CheckIcon : ClipboardIcon}
        accessibilityLabel={`Copy ${name}`}
        onClick={() => void copy()}
      />
      <span role="status" className={state === "denied" ? undefined : "bf-unseen"}>
        {state === "copied" ? "Copied" : state === "denied" ? "Select it to copy" : ""}
      </span>
    </InlineStack>
  );
}
