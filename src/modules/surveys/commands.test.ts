import { expect, test } from "vitest";
import { NotFound } from "#core/errors.ts";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { made } from "#test/made.ts";
import { town } from "#test/world.ts";
import { addSurvey, changeSettings, closeSurvey, openSurvey } from "./commands.ts";
import { findPublicSurvey, findSurvey } from "./queries.ts";

const ofKind = (kind: "text" | "note"): Questionnaire => ({
  title: { de: "Wie geht es?" },
  languages: ["de"],
  pages: [{ name: "eins", questions: [{ kind, name: "wort", label: { de: "Ein Wort?" } }] }],
});

const asking = ofKind("text");

test("a survey without a question, after its last day or twice does not begin", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await addSurvey(office, { title: "Wie geht es?" }, { content: asking });
    expect(await openSurvey(office, id, ofKind("note"))).toEqual({ ok: false, because: "empty" });
    made(await changeSettings(office, id, { closesAt: new Date(+office.now - 1) }));
    expect(await openSurvey(office, id, asking)).toEqual({ ok: false, because: "past" });
    expect(await findPublicSurvey(world.as("visitor"), "wie-geht-es")).toBeUndefined();
    made(await changeSettings(office, id, { closesAt: null }));
    made(await openSurvey(office, id, asking));
    expect(await openSurvey(office, id, asking)).toEqual({ ok: false, because: "open" });
    expect((await findPublicSurvey(world.as("visitor"), "wie-geht-es"))?.id).toBe(id);
    made(await closeSurvey(office, id));
    expect(await closeSurvey(office, id)).toEqual({ ok: false, because: "notOpen" });
  }));

test("of words no sums are kept, and what was promised stays once it has begun", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await addSurvey(office, { title: "Heikles", privacy: "counters" }, { content: asking });
    expect(await openSurvey(office, id, asking)).toEqual({ ok: false, because: "text" });
    made(await changeSettings(office, id, { privacy: "anonymous", access: "codes" }));
    made(await openSurvey(office, id, asking));
    for (const broken of [{ privacy: "named" }, { access: "open" }, { asksContact: true }] as const)
      expect(await changeSettings(office, id, broken)).toEqual({ ok: false, because: "promised" });
    made(await changeSettings(office, id, { access: "both", title: "Heikles 2026" }));
    expect(await findSurvey(office, id)).toMatchObject({
      privacy: "anonymous",
      access: "both",
      asksContact: false,
      title: "Heikles 2026",
    });
  }));

test("a survey of one organization is not there for another, nor for the other town", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await addSurvey(
      office,
      { title: "Im Verein" },
      { organizationId: world.club, content: asking },
    );
    for (const as of ["otherRepresentative", "volunteer", "foreignCoordinator"] as const)
      await expect(openSurvey(world.as(as), id, asking)).rejects.toBeInstanceOf(NotFound);
    expect(await findSurvey(office, id)).toMatchObject({ state: "draft" });
    made(await openSurvey(world.as("representative"), id, asking));
  }));
