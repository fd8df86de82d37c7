// Prints each test that failed in vitest's JSON report, with the beginning of what it said: `node failures.mjs REPORT`.
import { readFileSync } from "node:fs";

const LINES_MOST = 20;
const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const file of report.testResults) {
  const failed = file.assertionResults.filter((test) => test.status === "failed");
  if (file.status === "failed" && failed.length === 0)
    console.log(`== failed: ${file.name}\n${file.message}`);
  for (const test of failed) {
    console.log(`== failed: ${file.name} > ${test.fullName}`);
    console.log(test.failureMessages.join("\n").split("\n").slice(0, LINES_MOST).join("\n"));
  }
}
