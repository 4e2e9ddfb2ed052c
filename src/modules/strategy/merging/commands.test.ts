import { expect, test } from "vitest";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { acceptAmendment, publishAmendment } from "#modules/strategy/amendments/commands.ts";
import { findAmendment } from "#modules/strategy/amendments/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { addParagraph, addVersion, openForAmendments } from "#modules/strategy/texts/commands.ts";
import { listParagraphs } from "#modules/strategy/texts/queries.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { town, type World } from "#test/world.ts";
import { mergeVersion } from "./commands.ts";

const base = "Die Stadt gibt den Vereinen bis 2026 einen Saal.";
const title = { title: "Zweite Fassung", vision: "", easyWords: "" };

const scene = async (world: World) => {
  const office = world.as("coordinator");
  const { id } = await addVersion(office, { ...title, title: "Erste Fassung" });
  const first = await addParagraph(office, id, { kind: "text", words: base, fieldId: null });
  const second = await addParagraph(office, id, { kind: "text", words: "Das Büro hilft.", fieldId: null });
  if (!first.ok || !second.ok) throw new Error("no paragraph");
  await openForAmendments(office, id, "2099-01-01");
  const propose = async (
    action: "change" | "insert" | "delete",
    paragraphId: typeof first.value,
    words: string,
  ) => {
    const input = { action, paragraphId, words, reason: "Weil.", as: "office", named: false };
    const made = await proposeAmendment(office, input);
    if (!made.ok) throw new Error(made.because);
    return made.value.id;
  };
  return { office, id, first: first.value, second: second.value, propose };
};

test("what was accepted becomes the next version by itself; what is open comes along to its new place", () =>
  town(async (world) => {
    const { office, id, first, second, propose } = await scene(world);
    const year = await propose("change", first, base.replace("2026", "2027"));
    const fresh = await propose("insert", second, "Ein neuer Absatz.");
    const room = await propose("change", first, base.replace("einen Saal", "zwei Räume"));
    const late = await propose("change", first, base.replace("2026", "2035"));
    await acceptAmendment(office, year, "Ja.");
    await acceptAmendment(office, fresh, "Ja.");
    const merged = await mergeVersion(office, id, title);
    if (!merged.ok) throw new Error(merged.because);
    const paragraphs = await listParagraphs(world.as("visitor"), merged.value.id);
    expect(paragraphs.map(({ words }) => words)).toEqual([
      base.replace("2026", "2027"),
      "Das Büro hilft.",
      "Ein neuer Absatz.",
    ]);
    expect(paragraphs.slice(0, 2).map((row) => row.id)).toEqual([first, second]);
    expect(await findAmendment(office, year)).toMatchObject({ mergedIntoId: merged.value.id, versionId: id });
    expect(await findAmendment(office, room)).toMatchObject({
      state: "open",
      versionId: merged.value.id,
      words: base.replace("2026", "2027").replace("einen Saal", "zwei Räume"),
    });
    expect(await findAmendment(office, late)).toMatchObject({ state: "review", versionId: id });
    const born = paragraphs[2];
    const threads = await listThreads(office, { kind: "paragraph", id: String(born?.id) });
    expect(threads.from).toMatchObject([{ kind: "amendment", id: fresh }]);
  }));

test("nothing is brought together while nothing is accepted, or somebody was not read yet", () =>
  town(async (world) => {
    const { office, id, first, propose } = await scene(world);
    expect(await mergeVersion(office, id, title)).toMatchObject({ because: "nothing" });
    await acceptAmendment(office, await propose("change", first, "Ganz anders."), "Ja.");
    const citizen = {
      action: "delete" as const,
      paragraphId: first,
      words: "",
      reason: "Weg.",
      as: "citizen",
      named: true,
    };
    expect((await proposeAmendment(world.as("volunteer"), citizen)).ok).toBe(true);
    expect(await mergeVersion(office, id, title)).toMatchObject({ because: "unread" });
    await expect(mergeVersion(world.as("representative"), id, title)).rejects.toThrow();
  }));

test("whoever wrote what does not fit any more, or stands there already, hears it and why; the old version names the new one", () =>
  town(async (world) => {
    const { office, id, first, propose } = await scene(world);
    const citizen = world.as("volunteer");
    const ask = async (words: string) => {
      const input = { action: "change", paragraphId: first, words, reason: "Weil.", as: "citizen" } as const;
      const wish = await proposeAmendment(citizen, { ...input, named: false });
      if (!wish.ok) throw new Error(wish.because);
      await publishAmendment(office, wish.value.id);
      return wish.value;
    };
    const late = await ask(base.replace("2026", "2035"));
    const same = await ask(base.replace("2026", "2027"));
    await acceptAmendment(office, await propose("change", first, base.replace("2026", "2027")), "Ja.");
    const merged = await mergeVersion(office, id, title);
    if (!merged.ok) throw new Error(merged.because);
    expect(await findAmendment(office, late.id)).toMatchObject({ state: "review" });
    expect(await findAmendment(office, same.id)).toMatchObject({
      state: "accepted",
      mergedIntoId: merged.value.id,
    });
    const told = await world.sql(
      `select text from notices where person_id = '${world.cast.volunteer.id}' and text like '%Zweite Fassung%' order by text`,
    );
    expect(told.rows.map(({ text }) => String(text).split(".")[0])).toEqual([
      `In Fassung ${merged.value.number} („Zweite Fassung“) lautet die Stelle jetzt anders, deshalb passt der Vorschlag nicht mehr`,
      `Was der Vorschlag will, steht schon in Fassung ${merged.value.number} („Zweite Fassung“)`,
    ]);
    const page = await world.request("GET", paths.version(merged.value.number - 1));
    expect(await page.text()).toContain(`Daraus wurde Fassung ${merged.value.number}: Zweite Fassung`);
  }));
