import { LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";

import { waysOf, type Ways } from "#app/domain/replay/backtest-report.ts";
import type { PromotionProblem } from "#app/domain/replay/promotions.ts";
import { promotionsSchema } from "#app/domain/replay/promotions.schema.ts";
import { readPromotions, type Replayed } from "#app/domain/replay/read-promotions.ts";
import type { Zone } from "#app/domain/shared/zone.ts";
import { zoneOf } from "#app/infra/zone.server.ts";

/** `backtest`: two ways to judge the orders; null: that was not asked. */
export type ReplayConfig = Replayed & { currency: string; zone: Zone; backtest: Ways | null };

/** `problems`: what is wrong, each with its line ("3: shop.currency: …"), in the order of the file. */
export type ReadConfig = { ok: true; config: ReplayConfig } | { ok: false; problems: string[] };

/** Reads the text of `promotions.yaml`, or of the same as JSON. */
export function readConfig(text: string): ReadConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const refuse = (problems: readonly PromotionProblem[]): ReadConfig => ({
    ok: false,
    problems: inOrder(document, lines, problems),
  });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => {
      const [said = message] = message.split(/ at line \d+/);
      return `${lines.linePos(pos[0]).line}: This is no YAML: ${said}.`;
    });
    return { ok: false, problems };
  }
  const parsed = promotionsSchema.safeParse(document.toJS());
  if (!parsed.success) return refuse(parsed.error.issues.flatMap(problemsOf));
  const { shop } = parsed.data;
  const zone = knownZone(shop.timezone);
  if (!zone) {
    const message = `“${shop.timezone}” is no time zone. Give an IANA name, like Europe/Berlin.`;
    return refuse([{ path: ["shop", "timezone"], message }]);
  }
  const read = readPromotions(parsed.data, zone);
  if (!read.ok) return refuse(read.problems);
  const backtest = parsed.data.backtest ? waysOf(parsed.data.backtest) : null;
  return { ok: true, config: { ...read.replayed, currency: shop.currency, zone, backtest } };
}

function knownZone(name: string): Zone | null {
  try {
    return zoneOf(name);
  } catch {
    return null;
  }
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue): PromotionProblem[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...path, key],
    message: "There is no such setting here. Correct its name, or remove it.",
  }));
}

function inOrder(
  document: Document.Parsed,
  lines: LineCounter,
  problems: readonly PromotionProblem[],
): string[] {
  return problems
    .map((problem) => ({ ...problem, line: lineOf(document, lines, problem.path) }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, path, message }) => `${line}: ${pathText(path)}${message}`);
}

/** Where the value stands, or what it is missing from. */
function lineOf(
  document: Document.Parsed,
  lines: LineCounter,
  path: PromotionProblem["path"],
): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

/** As one would write it: "campaigns[2].limit.window: ". */
function pathText(path: PromotionProblem["path"]): string {
  const text = path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join("");
  return text && `${text}: `;
}
