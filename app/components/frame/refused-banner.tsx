import { Banner } from "@shopify/polaris";

/** Stays until the next try: an error that fades away is an error nobody read. It takes the focus (`useFocusKept`). */
export function RefusedBanner({ title, message }: { title: string; message: string | null }) {
  if (!message) return null;
  return (
    <div data-refused="">
      <Banner tone="critical" title={title}>
        <p>{message}</p>
      </Banner>
    </div>
  );
}
