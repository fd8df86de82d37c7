import { useFetcher } from "@remix-run/react";
import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import type { AdoptionPreview } from "#app/domain/adoption/summary.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { adoptionSentences } from "./store-words.ts";

type Props = {
  /** Ids with commas between, "all", or null: nothing was asked for. */
  ids: string | null;
  onClose: () => void;
  onAdopt: (ids: string) => void;
};

/** Says exactly what will happen before it does. */
export function AdoptModal({ ids, onClose, onAdopt }: Props) {
  const { number } = useFormat();
  const fetcher = useFetcher<({ ok: true } & AdoptionPreview) | RefusalBody>();
  const ask = useLatest((asked: string) =>
    fetcher.load(`/app/settings/store/preview?${new URLSearchParams({ ids: asked })}`),
  );
  useEffect(() => {
    if (ids !== null) ask.current(ids);
  }, [ids, ask]);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const preview = answer && "ok" in answer ? answer : null;
  const refused = answer && "refusal" in answer ? answer.refusal.message : null;
  return (
    <Modal id="adopt-discounts" open={ids !== null} onHide={onClose}>
      <div style={{ padding: "var(--p-space-400)" }}>
        {refused ? <p>{refused}</p> : null}
        {preview ? (
          <ul style={{ paddingInlineStart: "var(--p-space-400)", margin: 0 }}>
            {adoptionSentences(preview, number).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            <li>{`Among them: ${preview.names.join(", ")}.`}</li>
          </ul>
        ) : (
          <p>Looking at what would happen…</p>
        )}
      </div>
      <TitleBar title="Adopt these discounts?">
        <button
          variant="primary"
          type="button"
          onClick={() => {
            if (ids !== null && preview) onAdopt(ids);
          }}
        >
          Adopt
        </button>
        <button type="button" onClick={onClose}>
          Not now
        </button>
      </TitleBar>
    </Modal>
  );
}
