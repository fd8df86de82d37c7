import {
  BlockStack,
  Button,
  ButtonGroup,
  DropZone,
  InlineError,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { MOST_BYTES } from "#app/domain/code/import.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { saveFile } from "#app/components/list/save-file.ts";
import { ChosenFile } from "./chosen-file.tsx";
import { SendingBar } from "./sending-bar.tsx";
import { useImport } from "./use-import.ts";

const TEMPLATE = "code,email\r\nWELCOME-7K2M,\r\nWELCOME-9XHP,ana@example.com\r\n";

/** Paste codes or choose a file; they are read and checked before anything is made of them. */
export function BringCodes({ onStaged }: { onStaged: (id: string) => void }) {
  const { number } = useFormat();
  const [pasted, setPasted] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const { stage, send, stop } = useImport(onStaged);
  if (stage.at === "sending") return <SendingBar share={stage.share} onStop={stop} />;
  const problem = missing ?? stage.problem;
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setMissing(chosen && sizeProblem(chosen, number));
  };
  const check = () => {
    if (file) return void (sizeProblem(file, number) === null && send(file.name, file));
    if (pasted.trim() === "") return setMissing("Paste your codes or choose a file first.");
    setMissing(null);
    return void send("Pasted codes", new Blob([pasted], { type: "text/csv" }));
  };
  return (
    <BlockStack gap="400">
      {file ? (
        <ChosenFile file={file} onRemove={() => choose(null)} />
      ) : (
        <>
          <DropZone
            label="A file"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            allowMultiple={false}
            variableHeight
            onDrop={(_all, accepted, rejected) => {
              if (accepted[0]) choose(accepted[0]);
              else if (rejected[0]) setMissing(`${rejected[0].name} is not a CSV or text file.`);
            }}
          >
            <DropZone.FileUpload
              actionTitle="Choose file"
              actionHint="CSV, TSV or text, up to 128 MB"
            />
          </DropZone>
          <TextField
            label="Or paste your codes"
            autoComplete="off"
            multiline={6}
            maxHeight={240}
            monospaced
            spellCheck={false}
            value={pasted}
            helpText="One code on each line, or a table whose header has “code” and, if you like, “email” or “customer”: whom each code is for."
            onChange={(text) => {
              setPasted(text);
              setMissing(null);
            }}
          />
        </>
      )}
      {problem ? <InlineError message={problem} fieldID="bring-codes" /> : null}
      <ButtonGroup>
        <AllowedButton action="campaign.edit" variant="primary" id="bring-codes" onClick={check}>
          Check codes
        </AllowedButton>
        <Button
          variant="plain"
          onClick={() => saveFile("codes-template.csv", new Blob([TEMPLATE], { type: "text/csv" }))}
        >
          Download a template
        </Button>
      </ButtonGroup>
      <Text as="p" tone="subdued">
        Nothing is made yet: you see what was read, and then decide.
      </Text>
    </BlockStack>
  );
}

const MEGABYTE = 1024 * 1024;

function sizeProblem(file: File, number: (value: number) => string): string | null {
  if (file.size === 0) return `${file.name} is empty. Choose another file.`;
  if (file.size <= MOST_BYTES) return null;
  const size = number(Math.ceil(file.size / MEGABYTE));
  return `${file.name} has ${size} MB; at most ${number(MOST_BYTES / MEGABYTE)} MB can be read. Split it into smaller files.`;
}
