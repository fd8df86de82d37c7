import { Banner } from "@shopify/polaris";
import { useEffect } from "react";
import type { ExceptionSummary } from "#app/domain/guard/exception.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

type Props = { lifted: ExceptionSummary; onGone: () => void };

/** Says what was lifted, with the way back. */
export function LiftedBanner({ lifted, onGone }: Props) {
  const { kind, id, who, scope } = lifted;
  const undo = useVerb("In force again");
  const gone = useLatest(onGone);
  useEffect(() => {
    if (undo.isDone) gone.current();
  }, [undo.isDone, gone]);
  const name = who ?? "The guest";
  const text = {
    allowed: `${name} is held to the limits again (${scope}).`,
    sign_in: `${name} can use codes without signing in (${scope}).`,
    disqualified: `${name} can use codes again (${scope}).`,
  }[kind];
  return (
    <Banner
      tone="success"
      title={undo.refused ?? text}
      action={{
        content: "Undo",
        loading: undo.isBusy,
        onAction: () => undo.send("/app/settings/people/restore", { kind, id }),
      }}
      onDismiss={onGone}
    />
  );
}
