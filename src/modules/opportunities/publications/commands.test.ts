import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { may } from "#modules/opportunities/policy.ts";
import { findOpportunity, listStates } from "#modules/opportunities/queries.ts";
import { type State, states } from "#modules/opportunities/vocabulary.ts";
import { town, type World } from "#test/world.ts";
import { endPastOpportunities, moveOpportunity, publishOpportunity } from "./commands.ts";

const whole = {
  title: "Beete anlegen im Schulgarten",
  summary: "Wir graben um und pflanzen.",
  rhythm: "weekly",
  times: ["1"],
  fields: ["environment"],
  postcode: "02943",
  townName: "Weißwasser",
};

const draft = async (world: World, ctx: Context, fields: Record<string, unknown> = {}) => {
  const input = read(ctx, OpportunityInput, { ...whole, ...fields });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  return (await addOpportunity(ctx, world.club, input.value)).id;
};

const mails = async (world: World) =>
  (await world.sql("select kind, subject, text_body from mails order by id")).rows;
const tasks = async (world: World) =>
  (await world.sql("select kind, outcome, done_at from tasks order by opened_at")).rows;

test("a first offer goes to the office, which sends it back with a reason, and then publishes it", () =>
  town(async (world) => {
    const [club, office] = [world.as("representative"), world.as("coordinator")];
    const id = await draft(world, club);
    expect(await publishOpportunity(club, id)).toEqual({ ok: true, value: "review" });
    expect(await tasks(world)).toMatchObject([{ kind: "review", done_at: null }]);
    expect(await findOpportunity(world.as("visitor"), id)).toBeUndefined();
    expect(await publishOpportunity(club, id).catch((error: Error) => error.name)).toBe("Forbidden");

    expect(await moveOpportunity(office, id, "draft")).toEqual({ ok: false, because: "reasonMissing" });
    expect(await moveOpportunity(office, id, "draft", "Bitte nennen Sie die Uhrzeit.")).toMatchObject({
      ok: true,
    });
    expect((await mails(world)).at(-1)?.["text_body"]).toContain("Bitte nennen Sie die Uhrzeit.");
    expect(await tasks(world)).toMatchObject([{ outcome: "draft" }]);

    await publishOpportunity(club, id);
    expect(await publishOpportunity(office, id)).toEqual({ ok: true, value: "published" });
    expect(await findOpportunity(world.as("visitor"), id)).toMatchObject({ state: "published" });
    expect((await mails(world)).at(-1)?.["subject"]).toContain("veröffentlicht");
    const history = await listStates(office, id);
    expect(history.map(({ state }) => state).sort()).toEqual([
      "draft",
      "draft",
      "published",
      "review",
      "review",
    ]);
  }));

test("the second offer of a verified organization is published at once", () =>
  town(async (world) => {
    await publishOpportunity(world.as("coordinator"), await draft(world, world.as("coordinator")));
    const club = world.as("representative");
    expect(await publishOpportunity(club, await draft(world, club))).toEqual({
      ok: true,
      value: "published",
    });
  }));

test("what lacks its task, field or place is not published", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    for (const missing of [{ summary: "" }, { fields: [] }, { postcode: "", townName: "" }]) {
      expect(await publishOpportunity(office, await draft(world, office, missing))).toEqual({
        ok: false,
        because: "incomplete",
      });
    }
    const remote = await draft(world, office, { postcode: "", townName: "", placeKind: "remote" });
    expect(await publishOpportunity(office, remote)).toMatchObject({ ok: true });
  }));

test("nothing is published while the legal notice is incomplete, and the page says what is missing", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await draft(world, office);
    await world.sql("reset role; update places set privacy_contact = ''; set local role anlaufstelle_app");
    expect(await publishOpportunity(office, id)).toEqual({ ok: false, because: "legalNotice" });
    const response = await world.request("POST", `/buero/angebote/${id}/veroeffentlichung`, {
      as: "coordinator",
      form: {},
    });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("Impressum");
  }));

const steps: readonly (readonly [State, State])[] = states.flatMap((from) =>
  states.map((to) => [from, to] as const),
);

test("who may move an offer from where to where", () =>
  town(async (world) => {
    const allowed = (
      part: "representative" | "coordinator" | "otherRepresentative" | "volunteer" | "visitor",
    ) =>
      steps.filter(
        ([from, to]) =>
          from !== to && may.move(world.as(part), { organizationId: world.club, state: from }, to),
      ).length;
    expect(allowed("coordinator")).toBe(20);
    // Waiting for review, its own people may take it back, and nothing else.
    expect(allowed("representative")).toBe(17);
    expect(allowed("otherRepresentative")).toBe(0);
    expect(allowed("volunteer")).toBe(0);
    expect(allowed("visitor")).toBe(0);
  }));

test("paused and ended offers stay readable; taken up again as a draft nobody outside reads along", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await draft(world, office);
    await publishOpportunity(office, id);
    expect(await moveOpportunity(office, id, "paused", "Sommerpause")).toMatchObject({ ok: true });
    expect(await moveOpportunity(office, id, "paused")).toEqual({ ok: false, because: "notPossible" });
    const page = await world.request("GET", "/angebote/beete-anlegen-im-schulgarten");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("ruht gerade");
    await moveOpportunity(office, id, "ended");
    expect((await world.request("GET", "/angebote/beete-anlegen-im-schulgarten")).status).toBe(200);
    await moveOpportunity(office, id, "draft");
    expect((await world.request("GET", "/angebote/beete-anlegen-im-schulgarten")).status).toBe(404);
  }));

test("what was once ends by itself when it is past", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await draft(world, office, {
      rhythm: "once",
      startDay: "2026-11-25",
      startTime: "10:00",
      endTime: "12:00",
    });
    await publishOpportunity(office, id);
    expect(await endPastOpportunities(world.as("system"))).toBe(0);
    const later = world.as("system", { now: new Date("2026-11-26T02:00:00Z") });
    expect(await endPastOpportunities(later)).toBe(1);
    expect(await endPastOpportunities(later)).toBe(0);
    expect(await findOpportunity(office, id)).toMatchObject({ state: "ended" });
  }));

test("the desks show what they should to whom they should", () =>
  town(async (world) => {
    const id = await draft(world, world.as("representative"));
    const status = async (
      path: string,
      as:
        | "representative"
        | "otherRepresentative"
        | "coordinator"
        | "volunteer"
        | "visitor"
        | "foreignCoordinator",
    ) =>
      (await world.request("GET", path, { as, town: as === "foreignCoordinator" ? "second" : "first" }))
        .status;
    expect(await status(`/mein/angebote/${id}`, "representative")).toBe(200);
    expect(await status(`/mein/angebote/${id}/bearbeiten`, "representative")).toBe(200);
    expect(await status(`/buero/angebote/${id}`, "coordinator")).toBe(200);
    expect(await status("/mein/angebote/neu", "representative")).toBe(200);
    expect(await status("/buero/angebote", "coordinator")).toBe(200);
    expect(await status(`/mein/angebote/${id}`, "otherRepresentative")).toBe(404);
    expect(await status(`/buero/angebote/${id}`, "foreignCoordinator")).toBe(404);
    expect(await status("/buero/angebote", "volunteer")).toBe(403);
    expect(await status("/mein/angebote", "volunteer")).toBe(200);
    expect(await status("/mein/angebote", "visitor")).toBe(303);
  }));

test("a form with an error comes back with what was typed", () =>
  town(async (world) => {
    const form = {
      organizationId: world.club,
      title: "X",
      description: "Viele Worte <script>",
      rhythm: "weekly",
      postcode: "12",
    };
    const response = await world.request("POST", "/mein/angebote/neu", { as: "representative", form });
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain("Viele Worte &lt;script>");
    expect(text).toContain("Postleitzahl hat fünf Ziffern");
  }));
