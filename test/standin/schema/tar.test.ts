import { expect, test } from "vitest";
import { readTar } from "./tar.ts";

function entry(name: string, content: string, { type = "0", prefix = "" } = {}): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, "0"), 124);
  header.write(type, 156);
  header.write(prefix, 345);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

test("Files come out whole, folders and what follows the end do not", () => {
  const long = "x".repeat(1_300);
  const archive = Buffer.concat([
    entry("package/", "", { type: "5" }),
    entry("package/a.txt", "first"),
    entry("b.txt", long, { prefix: "package/deep" }),
    Buffer.alloc(1_024),
    entry("package/after-the-end", "no"),
  ]);
  const files = [...readTar(archive)].map(({ name, content }) => [name, content.toString()]);
  expect(files).toEqual([
    ["package/a.txt", "first"],
    ["package/deep/b.txt", long],
  ]);
});

test("What is no archive is an error", () => {
  expect(() => [...readTar(Buffer.alloc(1_024, "?"))]).toThrow("not a tar archive");
});
