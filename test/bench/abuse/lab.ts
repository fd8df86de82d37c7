import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RawCase } from "./cases.ts";

/** What a labelled generator of somebody else's gives: it lies outside the repository and is run where it is. */
export type LabStream = { raw: RawCase[]; once: ReadonlySet<string> };

type Label = { order_id: number; household: number; abuse: boolean; abuse_type: string | null };

/** Runs the generator at `path` (a folder with `gen.mjs`) and reads what it wrote. */
export function runLab(path: string, seed: number, level: string): LabStream {
  const out = mkdtempSync(join(tmpdir(), "lab-"));
  try {
    const args = ["--seed", String(seed), "--level", level, "--out", out];
    execFileSync(process.execPath, [join(path, "gen.mjs"), ...args], { stdio: "ignore" });
    const labels = lines<Label>(join(out, "labels.jsonl"));
    const raw = lines<object>(join(out, "orders.jsonl")).map((body, i): RawCase => {
      const label = labels[i]!;
      const counts = label.abuse_type === "multi_account" || label.abuse_type === "guest_limit";
      return { body, isOverLimit: label.abuse && counts, household: String(label.household) };
    });
    const directory = JSON.parse(readFileSync(join(out, "directory.json"), "utf8")) as {
      codes: Record<string, { once?: boolean }>;
    };
    const once = Object.entries(directory.codes).filter(([, code]) => code.once);
    return { raw, once: new Set(once.map(([code]) => code)) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function lines<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}
