import { Banner, Button } from "@shopify/polaris";
import { useDownload } from "#app/components/list/use-download.ts";

/** `of`: which page's numbers; `query`: as that page's address has them. */
export function ExportButton({ of, query }: { of: string; query: string }) {
  const download = useDownload();
  const params = new URLSearchParams(query);
  params.set("of", of);
  return (
    <>
      <Button
        loading={download.isBusy}
        onClick={() => void download.start(`/app/insights/export?${params}`)}
      >
        Export CSV
      </Button>
      {download.problem ? (
        <Banner tone="critical" title="Not exported">
          <p>{download.problem}</p>
        </Banner>
      ) : null}
    </>
  );
}
