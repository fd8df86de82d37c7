import type { IndexTableProps } from "@shopify/polaris";
import type { Page } from "#app/domain/shared/outcome.ts";

type Pagination = NonNullable<IndexTableProps["pagination"]>;

/** The table's previous and next, from a page's cursors; nothing at all when everything fits on one page. */
export function pagesOf(
  page: Pick<Page<unknown>, "next" | "previous">,
  go: (cursor: string) => void,
): { pagination?: Pagination } {
  const { next, previous } = page;
  if (next === null && previous === null) return {};
  return {
    pagination: {
      hasNext: next !== null,
      hasPrevious: previous !== null,
      onNext: () => next !== null && go(next),
      onPrevious: () => previous !== null && go(previous),
    },
  };
}
