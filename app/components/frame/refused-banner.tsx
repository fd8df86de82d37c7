import { Banner } from "@shopify/polaris";

/** Stays until the next try: an error that fades away is an error nobody read. */
export function RefusedBanner({ title, message }: { title: string; message: string | null }) {
  if (!message) return null;
  return (
    <Banner tone="critical" title={title}>
      <p>{message}</p>
    </Banner>
  );
}
