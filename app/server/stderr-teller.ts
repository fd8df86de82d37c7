import type { WriteStream } from "node:tty";

import type { Teller } from "#app/services/replay/teller.server.ts";

/** Between two words on how far it is. */
const EVERY_MS = { terminal: 100, file: 2_000 };

type Output = Pick<WriteStream, "write"> & { isTTY?: boolean };

/** Tells on the standard error: on a terminal progress stays on one line, in a file it is a line now and then. */
export function stderrTeller(output: Output): Teller {
  const isTerminal = output.isTTY === true;
  const every = isTerminal ? EVERY_MS.terminal : EVERY_MS.file;
  let last = -Infinity;
  let open = false;
  const line = (text: string) => {
    output.write(`${open ? "\n" : ""}${text}\n`);
    open = false;
  };
  return {
    bad: (file, number, reason) => line(`${file}:${number}: left out: ${reason}`),
    note: line,
    progress(what, done, of) {
      const now = performance.now();
      if (now - last < every && done !== of) return;
      last = now;
      const text = `${done}${of === null ? "" : ` of ${of}`} ${what}`;
      if (!isTerminal) return line(text);
      output.write(`\r\x1b[K${text}`);
      open = true;
    },
  };
}
