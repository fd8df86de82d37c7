import { EmptySearchResult } from "@shopify/polaris";

/** There are such things, only none that fit what was asked for. */
export function NothingFound({ what }: { what: string }) {
  return (
    <EmptySearchResult
      title={`No ${what} found`}
      description="Try another word, or take away a filter."
      withIllustration
    />
  );
}
