import { uniqueCodeLines } from "#app/domain/code/unique-code.ts";
import { LETTERS, PREFIX } from "./pattern.ts";
import { report } from "./report.ts";

const key = Uint8Array.from({ length: 16 }, (_, i) => (i * 73 + 201) & 255);

/** Line by line, as they go to the database: nothing keeps them. */
report((count) => {
  const space = { key, prefix: PREFIX, length: LETTERS, alphabet: "safe", check: false } as const;
  let bytes = 0;
  for (const chunk of uniqueCodeLines(space, 0, count)) bytes += chunk.length;
  return bytes / (PREFIX.length + LETTERS + 1);
});
