import { describe, expect, test } from "vitest";
import { codeKey } from "#app/domain/code/code-key.ts";
import { checkCodeText } from "#app/domain/code/code-text.ts";
import { checkRoom } from "#app/domain/code/guess-odds.ts";
import { serialOf, uniqueCodes } from "#app/domain/code/unique-code.ts";
import { SOURCES, type Question } from "./transcribed-cases.ts";

const KEY = Uint8Array.from({ length: 16 }, (_, i) => (i * 89 + 7) & 255);

/** Our answer in the words of the question, so that the two can be compared. */
function answer(question: Question): unknown {
  switch (question.ask) {
    case "make": {
      const { shape, prefix, count, each } = question;
      const code = uniqueCodes({ ...shape, key: KEY, prefix });
      const codes = Array.from({ length: count }, (_, i) => code(i));
      const distinct = new Set(codes.map(codeKey)).size;
      return {
        ...question,
        count: distinct,
        each: codes.every((c) => each.test(c)) ? each : codes,
      };
    }
    case "room": {
      const check = checkRoom(question.shape, question.count);
      return { ...question, problem: check.ok ? null : check.problem };
    }
    case "text": {
      const check = checkCodeText(question.text);
      const { ask, text } = question;
      return check.ok ? { ask, text, key: check.key } : { ask, text, problem: check.problem };
    }
    case "distinct":
      return { ...question, codes: new Set(question.texts.map(codeKey)).size };
    case "serial": {
      const { shape, prefix, text } = question;
      const told = serialOf({ ...shape, key: KEY, prefix }, text);
      return { ...question, problem: told.ok ? told.serial : told.problem };
    }
  }
}

describe.each(SOURCES)("$repository, $file", ({ cases }) => {
  test.each(cases)("$test: $fact", ({ here }) => {
    expect(answer(here)).toEqual(here);
  });
});

test("at least five facts of each of at least four systems", () => {
  const facts = Map.groupBy(SOURCES, ({ repository }) => repository);
  expect(facts.size).toBeGreaterThanOrEqual(4);
  for (const sources of facts.values()) {
    expect(sources.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(5);
  }
});
