import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import type { ActionKind } from "#app/domain/schedule/action.ts";
import type { ChangePreview } from "#app/domain/schedule/change.ts";
import type { ChangeForm } from "#app/domain/schedule/read-change.ts";
import type { RefusalBody, VerbAnswer } from "#app/routing/outcome-response.ts";
import { useFocusKept } from "#app/components/frame/use-focus-kept.ts";
import { saidOf } from "./action-words.ts";

type Looked = ({ ok: true } & ChangePreview) | RefusalBody;

export type Change = ReturnType<typeof useChange>;

/**
 * A change while somebody makes it up. What it would do is shown only as long as nothing is typed after it was asked,
 * and what is wrong only beside what was sent.
 */
export function useChange(campaignId: string, first: ActionKind, codeId: string, isLater: boolean) {
  const shopify = useAppBridge();
  const [typed, setTyped] = useState<ChangeForm>({
    ...{ action: first, at: "", atWhich: "", endsAt: "", endsAtWhich: "", cap: "", to: "" },
    codeId,
  });
  const form = isLater ? typed : { ...typed, at: "", atWhich: "" };
  const [asked, setAsked] = useState("");
  const looking = useFetcher<Looked>();
  const sending = useFetcher<VerbAnswer>();
  const path = `/app/campaigns/${campaignId}`;
  const isAsAsked = asked === JSON.stringify(form);
  const isLooking = looking.state !== "idle";
  const looked = isAsAsked && !isLooking ? (looking.data as Looked | undefined) : undefined;
  const sent = isAsAsked ? sending.data : undefined;
  const refused = [sent, looked].find((answer) => answer !== undefined && "refusal" in answer);
  const problems = refused && "refusal" in refused ? refused.problems : [];
  const isDone = sending.data !== undefined && "ok" in sending.data;
  const said = saidOf(form.action as ActionKind, !isLater);
  useEffect(() => {
    if (isDone) shopify.toast.show(said);
  }, [isDone, said, shopify]);
  const missing = isLater && form.at === "";
  const [isMissing, setMissing] = useState(false);
  const [tries, setTries] = useState(0);
  const isSending = sending.state !== "idle";
  useFocusKept(isLooking || isSending, refused !== undefined || (isMissing && missing), tries);
  return {
    form,
    set: (field: keyof ChangeForm, value: string) => setTyped({ ...typed, [field]: value }),
    look: () => {
      setMissing(missing);
      if (missing) return setTries(tries + 1);
      setAsked(JSON.stringify(form));
      looking.load(`${path}/preview-change?${new URLSearchParams(form)}`);
    },
    send: () => {
      setAsked(JSON.stringify(form));
      sending.submit(form, { method: "post", action: `${path}/schedule` });
    },
    errorOf: (field: keyof ChangeForm): string | undefined =>
      field === "at" && isMissing && missing
        ? "Choose a date and a time."
        : problems.find((each) => each.field === field)?.message,
    /** What belongs to no field. */
    refused:
      refused && "refusal" in refused && problems.length === 0 ? refused.refusal.message : null,
    preview: looked && "ok" in looked ? looked : null,
    isLooking,
    isSending,
    isDone,
  };
}
