import { expect, test } from "vitest";
import { paths } from "#modules/strategy/paths.ts";
import { addParagraph, addVersion, openForAmendments } from "#modules/strategy/texts/commands.ts";
import { listParagraphs, mostParagraphs } from "#modules/strategy/texts/queries.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { moveParagraph, pasteText } from "./commands.ts";

const office = { as: "coordinator" } as const;

/** A draft of one paragraph. */
const scene = async (world: World) => {
  const ctx = world.as("coordinator");
  const { id } = await addVersion(ctx, { title: "Entwurf", vision: "", easyWords: "" });
  const first = made(await addParagraph(ctx, id, { kind: "text", words: "Alle helfen.", fieldId: null }));
  const send = (form: Readonly<Record<string, string>>, path = paths.pasteText(id)) =>
    world.request("POST", path, { ...office, form });
  const words = async () => (await listParagraphs(ctx, id)).map((row) => row.words);
  return { ctx, id, first, send, words };
};

const seenIn = (html: string): string => /name="seen" value="(\w+)"/u.exec(html)?.[1] ?? "";

test("a long text is looked at first, and stands behind the last paragraph once it is kept", () =>
  town(async (world) => {
    const { ctx, id, send, words } = await scene(world);
    const text = "Räume\n\nDer Saal ist offen.\n\n# Zeit\nEin Abend im Monat.";
    const preview = await send({ text });
    expect(preview.status).toBe(200);
    const html = await preview.text();
    expect(html).toContain("4 Absätze gefunden");
    expect(await words()).toEqual(["Alle helfen."]);
    const changed = await send({ text: `${text} Immer.`, seen: seenIn(html) });
    expect(changed.status).toBe(200);
    expect(await words()).toHaveLength(1);
    expect((await send({ text, seen: seenIn(html) })).status).toBe(303);
    expect((await listParagraphs(ctx, id)).map((row) => [row.kind, row.words])).toEqual([
      ["text", "Alle helfen."],
      ["heading", "Räume"],
      ["text", "Der Saal ist offen."],
      ["heading", "Zeit"],
      ["text", "Ein Abend im Monat."],
    ]);
  }));

test("nothing, too much, or a paragraph without an end is not taken, and nothing of it is kept", () =>
  town(async (world) => {
    const { ctx, id, send, words } = await scene(world);
    expect((await send({ text: " \n " })).status).toBe(422);
    const many = Array.from({ length: mostParagraphs }, (_, at) => `Satz ${at}.`).join("\n\n");
    const full = await send({ text: many });
    expect(full.status).toBe(409);
    expect(await full.text()).toContain("höchstens 500 Absätze, 1 stehen schon da");
    expect(await pasteText(ctx, id, many)).toMatchObject({ because: "full" });
    expect(await pasteText(ctx, id, "lang ".repeat(2_001))).toMatchObject({ because: "long" });
    expect(await words()).toEqual(["Alle helfen."]);
  }));

test("a paragraph moves one place, and at either end it stays", () =>
  town(async (world) => {
    const { ctx, id, first, send, words } = await scene(world);
    made(await pasteText(ctx, id, "Zweiter.\n\nDritter."));
    const move = (step: string) => send({ step }, paths.officeParagraph(id, first));
    expect((await move("down")).headers.get("location")).toContain(`#p-${first}`);
    expect(await words()).toEqual(["Zweiter.", "Alle helfen.", "Dritter."]);
    await move("down");
    await move("down");
    expect(await words()).toEqual(["Zweiter.", "Dritter.", "Alle helfen."]);
    await move("up");
    expect(await words()).toEqual(["Zweiter.", "Alle helfen.", "Dritter."]);
  }));

test("once it is open for amendments nothing moves and nothing is pasted; nobody else and no other town may", () =>
  town(async (world) => {
    const { ctx, id, first, send } = await scene(world);
    const path = paths.pasteText(id);
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(403);
    const elsewhere = { as: "foreignCoordinator", town: "second", form: { text: "Neu." } } as const;
    expect((await world.request("POST", path, elsewhere)).status).toBe(404);
    await expect(moveParagraph(world.as("volunteer"), id, first, "up")).rejects.toThrow();
    made(await openForAmendments(ctx, id, "2099-01-01"));
    expect((await send({ text: "Neu." })).status).toBe(409);
    expect(await pasteText(ctx, id, "Neu.")).toMatchObject({ because: "fixed" });
    expect(await moveParagraph(ctx, id, first, "down")).toMatchObject({ because: "fixed" });
  }));
