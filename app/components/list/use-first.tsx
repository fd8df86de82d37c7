import { Button } from "@shopify/polaris";
import { useEffect, useRef, useState, type ReactNode, type Ref } from "react";
import { focusOn } from "#app/components/frame/use-arrival-focus.ts";

/**
 * The first so many of what may be very many, and a button that shows them all. It is gone then, so the focus goes on to the
 * first that was not shown before, which has to take the `refAt` of its place.
 */
export function useFirst<T>(items: readonly T[], count: number) {
  const [isAll, setAll] = useState(false);
  const next = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAll) focusOn(next.current);
  }, [isAll]);
  const hasMore = !isAll && items.length > count;
  return {
    shown: hasMore ? items.slice(0, count) : items,
    hasMore,
    refAt: <E extends HTMLElement>(index: number): { ref?: Ref<E> } =>
      index === count ? { ref: next as unknown as Ref<E> } : {},
    showAll: (label: string): ReactNode =>
      hasMore ? (
        <div>
          <Button variant="plain" onClick={() => setAll(true)}>
            {label}
          </Button>
        </div>
      ) : null,
  };
}
