import { Banner, BlockStack, type BannerHandles } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import type { NewApiKey } from "#app/domain/access/api-key.ts";
import { CopyCode } from "#app/components/code/copy-code.tsx";

/** The one time a key is shown. */
export function NewKeyBanner({ made: { name, key } }: { made: NewApiKey }) {
  const banner = useRef<BannerHandles>(null);
  useEffect(() => banner.current?.focus(), []);
  return (
    <Banner ref={banner} tone="success" title={`The key for ${name}`}>
      <BlockStack gap="200">
        <p>
          Copy it now and keep it like a password: it is shown only this once, and is gone when you
          leave this page.
        </p>
        <CopyCode code={key} name={`the key for ${name}`} />
      </BlockStack>
    </Banner>
  );
}
