import fc from "fast-check";
import { expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import { applyEdits, undoEdits } from "#methods/text-diff.ts";
import { paths } from "#modules/strategy/paths.ts";
import { addParagraph, addVersion, settle } from "#modules/strategy/texts/commands.ts";
import { findVersion, listParagraphs, type ParagraphRow } from "#modules/strategy/texts/queries.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { asReport, compareTexts } from "./queries.ts";

const ids = Array.from({ length: 8 }, (_, n) => `01a20000-0000-7000-8000-00000000000${n}` as Id<"paragraph">);

const text = (words: string, id: (typeof ids)[number], position: number): ParagraphRow => ({
  ...{ id, position, kind: "text", words, fieldId: null, field: null, number: position },
});

// Some of eight paragraphs in any order, each with some of a few words.
const version = fc.shuffledSubarray(ids).chain((some) =>
  fc.tuple(
    ...some.map((id, index) =>
      fc
        .array(fc.constantFrom("Saal", "offen", "für", "alle", "Bus", "2027"), {
          minLength: 1,
          maxLength: 6,
        })
        .map((words) => text(words.join(" "), id, index + 1)),
    ),
  ),
);

test("property: a comparison shows each paragraph of both versions once, the later ones in their order", () => {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const lines = compareTexts(before, after);
      const shown = lines.filter(({ kind }) => kind !== "gone").map(({ row }) => row.id);
      expect(shown).toEqual(after.map(({ id }) => id));
      const later = new Set(shown);
      const gone = lines.filter(({ kind }) => kind === "gone").map(({ row }) => row.id);
      expect([...gone].sort()).toEqual(
        before
          .map(({ id }) => id)
          .filter((id) => !later.has(id))
          .sort(),
      );
      expect(lines).toHaveLength(shown.length + gone.length);
    }),
  );
});

test("property: what is struck out and underlined leads from the words before to the words after, and back", () => {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const earlier = new Map(before.map(({ id, words }) => [id, words]));
      for (const line of compareTexts(before, after)) {
        if (line.kind !== "kept") continue;
        expect(line.base).toBe(earlier.get(line.row.id));
        expect(applyEdits(line.base, line.edits)).toBe(line.row.words);
        expect(undoEdits(line.row.words, line.edits)).toBe(line.base);
      }
    }),
  );
});

test("a version beside itself is the same everywhere", () => {
  fc.assert(
    fc.property(version, (one) => {
      for (const line of compareTexts(one, one)) expect(line).toMatchObject({ kind: "kept", edits: [] });
    }),
  );
});

const said = [
  "Räume",
  "Der Saal ist offen & für alle da.",
  "Preise ab 5 $ gelten <immer> *nicht*.",
  "# kein Titel",
];
const easy = "Der Saal ist offen.\nFür alle.\n\nDas gilt ab jetzt.";

const settled = async (world: World) => {
  const office = world.as("coordinator");
  const about = { title: "Zusammen weiter", vision: "Alle finden ihren Platz.", easyWords: easy };
  const { id, number } = await addVersion(office, about);
  for (const [index, words] of said.entries())
    made(await addParagraph(office, id, { kind: index === 0 ? "heading" : "text", words, fieldId: null }));
  made(await settle(office, id));
  return { office, id, number };
};

const hold = (world: World) =>
  world.sql(
    "update strategy_versions set state = 'adopted', adopted_on = '2026-11-20', hash = repeat('a', 64)",
  );

const adopted = async (world: World) => {
  const all = await settled(world);
  await hold(world);
  return all;
};

test("on paper stand the title, the vision, every paragraph in its order with its number, and the day of adoption", () =>
  town(async (world) => {
    const { office, id } = await adopted(world);
    const row = await findVersion(office, id);
    if (!row) throw new Error("no version");
    const report = asReport(office, row, await listParagraphs(office, id));
    expect(report).toMatchObject({ title: "Zusammen weiter", subtitle: "Fassung 1" });
    expect(report.stand).toMatch(/^Beschlossen am .*20\. November 2026$/u);
    expect(report.blocks.map(({ kind }) => kind)).toEqual(["note", "heading", "text", "text", "text"]);
    expect(JSON.stringify(report.blocks[0])).toContain("Alle finden ihren Platz.");
    const texts = report.blocks.map((block) => ("text" in block ? block.text : ""));
    expect(texts[1]).toBe("Räume");
    expect(texts.slice(2).map((one) => one.slice(0, 3))).toEqual(["(1)", "(2)", "(3)"]);
  }));

test("everybody takes the paper of a version away, nobody that of a draft or of another town", () =>
  town(async (world) => {
    const { number } = await adopted(world);
    const answer = await world.request("GET", paths.versionPaper(number));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString("latin1"),
    ).toBe("%PDF-");
    expect((await world.request("GET", paths.versionPaper(number), { town: "second" })).status).toBe(404);
    const draft = await addVersion(world.as("coordinator"), { title: "Entwurf", vision: "", easyWords: "" });
    expect((await world.request("GET", paths.versionPaper(draft.number))).status).toBe(404);
  }));

test("the easy words are those of the text that holds, paragraph by paragraph; before there is none it is said", () =>
  town(async (world) => {
    await settled(world);
    const none = await (await world.request("GET", paths.easy)).text();
    expect(none).toContain("Eine Fassung in Leichter Sprache gibt es noch nicht.");
    expect(none).not.toContain("Das gilt ab jetzt.");
    await hold(world);
    const page = await (await world.request("GET", paths.easy)).text();
    const prose = /<div class="al-prose" lang="de-x-easy">(.*?)<\/div>/su.exec(page)?.[1] ?? "";
    expect(prose.match(/<p>/gu)).toHaveLength(2);
    expect(
      prose
        .replaceAll(/<[^>]+>/gu, " ")
        .replaceAll(/\s+/gu, " ")
        .trim(),
    ).toBe("Der Saal ist offen. Für alle. Das gilt ab jetzt.");
  }));
