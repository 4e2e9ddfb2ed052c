import { describe, expect, test } from "vitest";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import {
  addParagraph,
  addVersion,
  changeParagraph,
  openForAmendments,
} from "#modules/strategy/texts/commands.ts";
import { listParagraphs } from "#modules/strategy/texts/queries.ts";
import { town, type World } from "#test/world.ts";
import { acceptAmendment, publishAmendment, turnDown, withdrawAmendment } from "./commands.ts";
import { collisionsOf, findAmendment, listAmendments } from "./queries.ts";

const base = "Die Stadt gibt den Vereinen bis 2026 einen Saal.";

/** A version with two paragraphs, open for amendments. */
const opened = async (world: World) => {
  const office = world.as("coordinator");
  const { id } = await addVersion(office, { title: "Entwurf", vision: "", easyWords: "" });
  const first = await addParagraph(office, id, { kind: "text", words: base, fieldId: null });
  await addParagraph(office, id, { kind: "text", words: "Das Büro hilft.", fieldId: null });
  if (!first.ok) throw new Error(first.because);
  await openForAmendments(office, id, "2099-01-01");
  return { office, version: id, paragraphId: first.value };
};
const wish = (words: string) => ({
  action: "change" as const,
  words,
  reason: "Weil es so ist.",
  as: "citizen",
  named: false,
});

describe("an amendment", () => {
  test("of a citizen is there for nobody else until the office has read it", () =>
    town(async (world) => {
      const { office, version, paragraphId } = await opened(world);
      const citizen = world.as("volunteer");
      const made = await proposeAmendment(citizen, { ...wish(base.replace("2026", "2027")), paragraphId });
      if (!made.ok) throw new Error(made.because);
      expect(await findAmendment(world.as("visitor"), made.value.id)).toBeUndefined();
      expect(await findAmendment(citizen, made.value.id)).toMatchObject({ state: "submitted", name: "" });
      expect((await publishAmendment(office, made.value.id)).ok).toBe(true);
      expect(await listAmendments(world.as("visitor"), { version })).toMatchObject([
        { state: "open", operations: [{ was: "2026", words: "2027" }] },
      ]);
      await expect(publishAmendment(citizen, made.value.id)).rejects.toThrow();
    }));

  test("that changes nothing, or nothing that is there, is refused; so is one when no version is open", () =>
    town(async (world) => {
      const citizen = world.as("volunteer");
      const early = await proposeAmendment(citizen, { ...wish("Anders."), paragraphId: null });
      const open = (await listAmendments(world.as("coordinator"))).length;
      const { paragraphId, office, version } = await opened(world);
      expect(await proposeAmendment(citizen, { ...wish(base), paragraphId })).toMatchObject({
        because: "same",
      });
      expect(await proposeAmendment(citizen, { ...wish("Anders."), paragraphId: null })).toMatchObject({
        because: "gone",
      });
      expect(early.ok).toBe(false);
      expect((await listAmendments(office)).length).toBe(open);
      expect(
        await changeParagraph(office, version, paragraphId, { kind: "text", words: "Neu.", fieldId: null }),
      ).toMatchObject({ because: "fixed" });
      expect((await listParagraphs(office, version)).map(({ words }) => words)).toEqual([
        base,
        "Das Büro hilft.",
      ]);
    }));

  test("is not accepted beside one that changes the same words, and is withdrawn only by its author", () =>
    town(async (world) => {
      const { office, version, paragraphId } = await opened(world);
      const citizen = world.as("volunteer");
      const propose = async (words: string) => {
        const made = await proposeAmendment(citizen, { ...wish(words), paragraphId });
        if (!made.ok) throw new Error(made.because);
        await publishAmendment(office, made.value.id);
        return made.value.id;
      };
      const one = await propose(base.replace("2026", "2027"));
      const two = await propose(base.replace("2026", "2030"));
      const three = await propose(base.replace("einen Saal", "zwei Räume"));
      const rows = await listAmendments(office, { version });
      expect(
        collisionsOf(rows)
          .get(one)
          ?.map(({ id }) => id),
      ).toEqual([two]);
      expect(collisionsOf(rows).get(three)).toBeUndefined();
      expect((await acceptAmendment(office, one, "Ja.")).ok).toBe(true);
      expect(await acceptAmendment(office, two, "Auch.")).toMatchObject({ because: "collides" });
      expect((await acceptAmendment(office, three, "Gut.")).ok).toBe(true);
      expect((await turnDown(office, two, "declined", "2027 reicht.")).ok).toBe(true);
      expect(await withdrawAmendment(citizen, one)).toMatchObject({ because: "decided" });
      await expect(withdrawAmendment(world.as("representative"), three)).rejects.toThrow();
    }));

  test("stays in its own town", () =>
    town(async (world) => {
      const { office, paragraphId } = await opened(world);
      const made = await proposeAmendment(office, { ...wish("Anders."), paragraphId, as: "office" });
      expect(made.ok && (await findAmendment(office, made.value.id))?.state).toBe("open");
      const elsewhere = world.as("foreignCoordinator", { place: world.second });
      expect(made.ok && (await findAmendment(elsewhere, made.value.id))).toBeUndefined();
    }));
});
