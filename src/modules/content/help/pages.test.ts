import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { town } from "#test/world.ts";

const handbook = "docs/handbook";
const books = readdirSync(handbook).filter((name) => name.endsWith(".md"));

const germanWords = (): Set<string> => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" });
  const words = files
    .filter((path) => path.endsWith(".de.json") && !path.includes("seed"))
    .flatMap((path) => Object.values(JSON.parse(readFileSync(join("src", path), "utf8"))));
  return new Set(words.map(String));
};

test("what the handbook tells to press is written on the pages just so", () => {
  const words = germanWords();
  const told = books.flatMap((book) =>
    [...readFileSync(join(handbook, book), "utf8").matchAll(/„([^“]+)“/gu)].map(([, phrase = ""]) => phrase),
  );
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter((phrase) => !words.has(phrase))).toEqual([]);
});

test("the help shows every book, and a book that is none is not found", () =>
  town(async (world) => {
    const page = await (await world.request("GET", "/hilfe")).text();
    for (const book of books) {
      const address = `/hilfe/${book.replace(".md", "")}`;
      expect(page).toContain(`href="${address}"`);
      const answer = await world.request("GET", address);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toMatch(/<h2/u);
    }
    expect((await world.request("GET", "/hilfe/niemand")).status).toBe(404);
    expect((await world.request("GET", "/hilfe/..%2f..%2fREADME")).status).toBe(404);
  }));
