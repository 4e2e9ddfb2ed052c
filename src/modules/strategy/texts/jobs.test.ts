import { expect, test } from "vitest";
import { town } from "#test/world.ts";
import { addParagraph, addVersion, openForAmendments } from "./commands.ts";
import { endAmendments } from "./jobs.ts";
import { findVersion } from "./queries.ts";

test("the time for amendments ends by itself after its last day, once, and what came in waits on the worklist", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await addVersion(office, { title: "Entwurf", vision: "", easyWords: "" });
    await addParagraph(office, id, { kind: "text", words: "Alle helfen.", fieldId: null });
    await openForAmendments(office, id, "2026-11-30");
    const state = async () => (await findVersion(office, id))?.state;
    expect(await endAmendments(world.as("system", { now: new Date("2026-11-30T22:00:00Z") }))).toBe(0);
    expect(await state()).toBe("amending");
    const night = world.as("system", { now: new Date("2026-12-01T00:05:00Z") });
    expect(await endAmendments(night)).toBe(1);
    expect(await state()).toBe("settling");
    expect(await endAmendments(night)).toBe(0);
    const tasks = await office.db
      .selectFrom("tasks")
      .select(["kind", "title"])
      .where("subjectId", "=", id)
      .execute();
    expect(tasks).toEqual([{ kind: "strategy", title: "Änderungsvorschläge zu „Entwurf“ abwägen" }]);
  }));
