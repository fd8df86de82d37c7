import { useLocation, useMatch } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Fix } from "#app/domain/naming/lint/rule.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { LintList } from "#app/components/naming/lint-list.tsx";
import { useCampaignCheck } from "../detail/use-campaign-check.ts";
import type { FormBinding } from "./binding.ts";
import { canPutRight, putRight } from "./put-right.ts";

/** Where the name of a saved campaign contradicts it, each until it is put right in the form. */
export function StoredLints({ form }: { form: FormBinding }) {
  const id = useMatch("/app/campaigns/:id/edit")?.params.id;
  return id ? <Lints id={id} form={form} /> : null;
}

function Lints({ id, form }: { id: string; form: FormBinding }) {
  const { lints } = useCampaignCheck({ id, wanted: "on" });
  const chosen = fixOf(useLocation().state);
  const [made, setMade] = useState<readonly string[]>([]);
  const make = (fix: Fix) => {
    putRight(form, fix);
    setMade((before) => [...before, JSON.stringify(fix)]);
  };
  // The fix that was chosen on the campaign's page is made as soon as the form is there.
  const begin = useLatest(() => {
    if (chosen && canPutRight(chosen, form.values.offerKind)) make(chosen);
  });
  useEffect(() => begin.current(), [begin]);
  const open = lints.filter(
    ({ fixes }) => !fixes.some((fix) => made.includes(JSON.stringify(fix))),
  );
  return (
    <div aria-live="polite">
      <LintList
        lints={open}
        onFix={make}
        canFix={(fix) => canPutRight(fix, form.values.offerKind)}
      />
    </div>
  );
}

function fixOf(state: unknown): Fix | null {
  return typeof state === "object" && state !== null && "fix" in state ? (state.fix as Fix) : null;
}
