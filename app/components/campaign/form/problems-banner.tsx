import { Banner, Link, List } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import type { BannerHandles } from "@shopify/polaris";
import { plural } from "#app/components/format/number.ts";
import { fieldId } from "./binding.ts";
import type { SortedProblems } from "./problems.ts";

const FOCUSABLE = "input:checked, input:not([type=hidden]), select, button";

/** Puts the focus into a field, wherever on the page it is. */
export function focusField(field: string): void {
  const element = document.getElementById(fieldId(field));
  // A folded card has to open before anything in it can take the focus.
  const fold = element?.closest("details");
  if (fold) fold.open = true;
  const target = element?.querySelector<HTMLElement>(FOCUSABLE) ?? element;
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

type Props = { sorted: SortedProblems; message: string | null };

/** Everything that keeps the form from being saved, each with a link to where it is put right. */
export function ProblemsBanner({ sorted, message }: Props) {
  const banner = useRef<BannerHandles>(null);
  const count = sorted.byField.size + sorted.general.length + (message ? 1 : 0);
  const isShown = count > 0;
  // Focus moves to the list when it appears, not again each time a problem of it is mended.
  useEffect(() => {
    if (isShown) banner.current?.focus();
  }, [isShown]);
  if (!isShown) return null;
  return (
    <Banner
      ref={banner}
      tone="critical"
      title={`Not saved: ${count} ${plural(count, "thing needs", "things need")} to be put right`}
    >
      <List>
        {message ? <List.Item>{message}</List.Item> : null}
        {sorted.general.map((general) => (
          <List.Item key={general}>{general}</List.Item>
        ))}
        {[...sorted.byField].map(([field, problem]) => (
          <List.Item key={field}>
            <Link onClick={() => focusField(field)}>{problem}</Link>
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
