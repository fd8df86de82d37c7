import type { ImportSummary } from "#app/domain/code/import.ts";
import { readHeader, type ImportHeader } from "#app/domain/code/import-header.ts";
import { lookAlikeKey } from "#app/domain/code/look-alike.ts";
import {
  readImportRow,
  type ImportHolder,
  type ImportRow,
} from "#app/domain/code/read-import-row.ts";
import { compileParser } from "#app/domain/naming/parser.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { activeConventions } from "../naming/load-convention.server.ts";
import { identityHashes, type IdentityHash } from "../person/identity-hashes.server.ts";
import type { StagedRow } from "./copy-rows.server.ts";
import { LONGEST_ROW, type FileRow } from "./csv-reader.server.ts";
import { mistakenFor } from "./mistaken-for.server.ts";

export type RowReader = {
  /** Reads a file's rows in their order: what each means in this shop, or what is wrong with it. */
  read(rows: readonly FileRow[]): StagedRow[];
  /** The header, once the first rows are read. */
  header(): ImportSummary["header"];
};

/** All that reading needs of the shop is looked up before: reading itself waits for nothing. */
export async function rowReader(deps: Deps, shop: Shop): Promise<RowReader> {
  const conventions = await activeConventions(deps.database.prisma, shop.id);
  const parse = compileParser(conventions.map(({ convention }) => convention));
  const mistaken = await mistakenFor(deps, shop.id);
  let first: FileRow | null = null;
  let header: ImportHeader | null = null;
  let ordinal = 0;

  const staged = (line: number, row: ImportRow): StagedRow => {
    const { code } = row;
    const place = { ordinal: (ordinal += 1), line, code, codeKey: code };
    const bad = (problem: string) => ({ ...place, ...NOTHING, problem });
    if (!row.ok) return bad(row.reason);
    const other = mistaken(code);
    if (other !== null)
      return bad(`This looks like a code of ${other}, whose codes begin and are as long as this.`);
    const parsed = parse(code);
    const loaded = parsed === null ? undefined : conventions[parsed.convention];
    const set =
      parsed && loaded
        ? { conventionId: loaded.id, version: loaded.version, dimensions: parsed.dimensions }
        : null;
    const holder = row.holder && identityOf(shop, row.holder);
    return { ...place, lookAlikeKey: lookAlikeKey(code), set, holder, problem: null };
  };

  return {
    read(rows) {
      let data = rows;
      if (first === null && rows[0]) {
        [first] = rows;
        header = readHeader(rows[0].cells);
        if (header) data = rows.slice(1);
      }
      return data.flatMap((row) =>
        readImportRow(row.cells, header).map((each) =>
          staged(row.line, row.isTooLong ? { ok: false, code: each.code, reason: TOO_LONG } : each),
        ),
      );
    },
    header() {
      if (!first || !header) return null;
      const { code } = header;
      return {
        line: first.line,
        column: code + 1,
        title: (first.cells[code] ?? "").slice(0, LONGEST_TITLE),
      };
    },
  };
}

const LONGEST_TITLE = 60;
const NOTHING = { lookAlikeKey: null, set: null, holder: null };
const TOO_LONG = `This row has more than ${LONGEST_ROW.toLocaleString("en")} characters.`;

/** Whom a code is for, by one identity: a file must not make two people one. Addresses go no further than this. */
function identityOf(shop: Shop, { customerId, email }: ImportHolder): IdentityHash | null {
  const who = { customerId, email: customerId === null ? email : null, phone: null };
  return identityHashes(shop, who)[0] ?? null;
}
