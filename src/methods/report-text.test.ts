import { expect, test } from "vitest";
import { piecesOf } from "./report-text.ts";

test("text of a report becomes paragraphs, lists and headings, and nothing but text besides", () => {
  const pieces = piecesOf(
    "## Lage\n\nEs **geht** *gut*, [hier](https://x.example).\n\n- eins\n- zwei\n\n<b>x</b>",
  );
  expect(pieces).toEqual([
    { is: "heading", spans: [{ text: "Lage" }] },
    {
      is: "paragraph",
      spans: [
        { text: "Es " },
        { text: "geht", strong: true },
        { text: " " },
        { text: "gut", stress: true },
        { text: ", " },
        { text: "hier", href: "https://x.example" },
        { text: "." },
      ],
    },
    { is: "list", ordered: false, items: [[{ text: "eins" }], [{ text: "zwei" }]] },
    { is: "paragraph", spans: [{ text: "<b>x</b>" }] },
  ]);
});

test("a star within a word stays on paper as well", () => {
  const [piece] = piecesOf("Besucher*innen und Helfer*innen");
  expect(piece).toMatchObject({ is: "paragraph" });
  const text = piece?.is === "paragraph" ? piece.spans.map((span) => span.text).join("") : "";
  expect(text).toBe("Besucher*innen und Helfer*innen");
});
