import { Banner, BlockStack, Card, DropZone, InlineError, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { LONGEST_CHANNEL } from "#app/domain/issuance/read-issuance.ts";
import type { IssuanceImport } from "#app/domain/issuance/summary.ts";
import { ChosenFile } from "#app/components/code/chosen-file.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useIssuanceImport } from "./use-issuance-import.ts";

/** Paste a list or choose a file of whom the campaign was issued to. */
export function BringIssuance({ campaignId }: { campaignId: string }) {
  const [channel, setChannel] = useState("");
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [wrongFile, setWrongFile] = useState<string | null>(null);
  const { isBusy, result, send, problemOf } = useIssuanceImport(campaignId);
  const problem = problemOf("file");
  const record = () => void send(channel, file ?? new Blob([pasted], { type: "text/csv" }));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Record who got it
        </Text>
        <TextField
          label="How it was issued"
          autoComplete="off"
          value={channel}
          maxLength={LONGEST_CHANNEL}
          placeholder="newsletter"
          helpText="Of every row that has no channel of its own. Leave it empty when each has one."
          error={problemOf("channel") ?? false}
          onChange={setChannel}
        />
        {file ? (
          <>
            <ChosenFile file={file} onRemove={() => setFile(null)} />
            {problem ? <InlineError message={problem} fieldID="bring-issuance" /> : null}
          </>
        ) : (
          <>
            <DropZone
              label="A file"
              accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
              allowMultiple={false}
              variableHeight
              onDrop={(_all, [accepted], [rejected]) => {
                setFile(accepted ?? null);
                setWrongFile(rejected ? `${rejected.name} is not a CSV or text file.` : null);
              }}
            >
              <DropZone.FileUpload actionTitle="Choose file" actionHint="CSV, TSV or text" />
            </DropZone>
            {wrongFile ? <InlineError message={wrongFile} fieldID="bring-issuance" /> : null}
            <TextField
              label="Or paste the list"
              autoComplete="off"
              multiline={4}
              maxHeight={240}
              monospaced
              spellCheck={false}
              value={pasted}
              error={problem ?? false}
              placeholder={"email,date\nana@example.com,2026-06-01"}
              onChange={(text) => {
                setPasted(text);
                setWrongFile(null);
              }}
            />
          </>
        )}
        <div>
          <AllowedButton
            action="campaign.edit"
            variant="primary"
            id="bring-issuance"
            loading={isBusy}
            onClick={record}
          >
            Record people
          </AllowedButton>
        </div>
        <div role="status">{result ? <Result result={result} /> : null}</div>
      </BlockStack>
    </Card>
  );
}

function Result({ result }: { result: IssuanceImport }) {
  const { number } = useFormat();
  const { rows, added, bad, problems } = result;
  const lines = `${number(rows)} ${plural(rows, "row", "rows")}`;
  if (bad === 0)
    return (
      <Banner tone="success">
        <p>{`${lines} read, ${number(added)} new${added < rows ? "; the others were known already" : ""}.`}</p>
      </Banner>
    );
  return (
    <BlockStack gap="300">
      <Banner tone="critical">
        <p>{`Nothing was recorded: ${number(bad)} of ${lines} cannot be used. Mend them and bring the list again.`}</p>
      </Banner>
      <table className="bf-evidence">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Why not</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, reason }) => (
            <tr key={line}>
              <td>{number(line)}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length < bad ? (
        <Text as="p" tone="subdued">
          {`These are the first ${number(problems.length)}.`}
        </Text>
      ) : null}
    </BlockStack>
  );
}
