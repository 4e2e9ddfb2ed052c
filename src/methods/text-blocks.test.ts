import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksOf, longestHeading } from "./text-blocks.ts";

test("blank lines part paragraphs, and a short line without an end mark is a heading", () => {
  const text = "Räume\n\nDer Saal ist offen.\nFür alle.\r\n\r\n## Zeit\nEin Abend im Monat.\n \n\nDanke";
  expect(blocksOf(text)).toEqual([
    { kind: "heading", words: "Räume" },
    { kind: "text", words: "Der Saal ist offen. Für alle." },
    { kind: "heading", words: "Zeit" },
    { kind: "text", words: "Ein Abend im Monat." },
    { kind: "text", words: "Danke" },
  ]);
});

test("a list keeps its lines, and what ends with a mark or is long is no heading", () => {
  expect(blocksOf("Wir wollen:\n\n- Räume\n- Zeit\n\n1. Geld\n2. Mut\n\nEnde")).toEqual([
    { kind: "text", words: "Wir wollen:" },
    { kind: "text", words: "- Räume\n- Zeit" },
    { kind: "text", words: "1. Geld\n2. Mut" },
    { kind: "text", words: "Ende" },
  ]);
  const long = "a".repeat(longestHeading + 1);
  expect(blocksOf(`${long}\n\nText.`)[0]?.kind).toBe("text");
  expect(blocksOf("1. Räume\n\nText.")[0]).toEqual({ kind: "heading", words: "1. Räume" });
  expect(blocksOf(" \n \n")).toEqual([]);
  expect(blocksOf("Vorher.\n# Titel\nNachher.").map(({ kind }) => kind)).toEqual(["text", "heading", "text"]);
});

test("no word is lost and none changes its place", () => {
  const word = fc.stringMatching(/^[A-Za-zäöü.]{1,9}$/u);
  const line = fc.array(word, { minLength: 0, maxLength: 6 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const tokens = (text: string) => text.split(/\s+/u).filter((token) => token !== "");
      const blocks = blocksOf(lines.join("\n"));
      expect(tokens(blocks.map(({ words }) => words).join(" "))).toEqual(tokens(lines.join(" ")));
      expect(blocks.every(({ words }) => words.trim() === words && words !== "")).toBe(true);
    }),
    { numRuns: 500 },
  );
});
