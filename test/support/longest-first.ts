import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes a minute and more. Begun last, each of them would go on while nothing else is left to do. */
const LONGEST = ["flows/database-restart", "flows/kill", "sync/kill-points", "e2e/pages"];

/** The longest files begin first, also where nobody measured yet: vitest then goes by how large they are. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))].toSorted(
      (a, b) => groupOf(a) - groupOf(b),
    );
  }
}

const isLong = ({ moduleId }: TestSpecification) =>
  LONGEST.some((name) => moduleId.endsWith(`${name}.test.ts`));
const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
