import { Button, InlineStack } from "@shopify/polaris";
import { useListAddress } from "./use-list-address.ts";

/** Below a list whose newest come first: back to these, and on to earlier ones. `next`: as the list's `next`. */
export function PageButtons({
  of,
  next,
}: {
  of: "orders" | "cases" | "checkouts" | "people";
  next: string | null;
}) {
  const { params, change, isLoading } = useListAddress();
  if (next === null && !params.has("cursor")) return null;
  return (
    <InlineStack gap="200" align="center">
      {params.has("cursor") ? (
        <Button disabled={isLoading} onClick={() => change({ cursor: null })}>
          {`Latest ${of}`}
        </Button>
      ) : null}
      {next === null ? null : (
        <Button loading={isLoading} onClick={() => change({ cursor: next })}>
          {`Earlier ${of}`}
        </Button>
      )}
    </InlineStack>
  );
}
