export { run as cartLinesDiscountsGenerateRun } from "./run.ts";
