import { expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { dismissOffer } from "#modules/opportunities/suggestions/commands.ts";
import type { Part } from "#test/cast.ts";
import { openCommitted } from "#test/committed.ts";
import { town, type World } from "#test/world.ts";
import { answerRequest } from "./answers/commands.ts";
import { propose } from "./referrals/commands.ts";
import { giveRelease } from "./releases/commands.ts";

const offerIn = async (ctx: ReturnType<World["as"]>, organization: Id<"organization">) => {
  const fields = {
    title: "Vorlesen",
    summary: "Eine Stunde.",
    rhythm: "weekly",
    times: ["4"],
    fields: ["school"],
  };
  const input = read(ctx, OpportunityInput, { ...fields, postcode: "02943", townName: "Musterstadt" });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  const { id } = await addOpportunity(ctx, organization, input.value);
  await publishOpportunity(ctx, id);
  return id;
};

const referred = async (world: World, release = true) => {
  const office = world.as("coordinator");
  const personId = world.cast.volunteer.id;
  const outcome = await propose(office, { personId, opportunityId: await offerIn(office, world.club) });
  if (!outcome.ok) throw new Error(outcome.because);
  if (release) await giveRelease(office, outcome.value, { data: ["name"], note: "" }, "counter");
  return outcome.value;
};

const linkOf = async (world: World): Promise<string> => {
  const { rows } = await world.sql(
    "select text_body from mails where kind = 'referral.asked' order by id limit 1",
  );
  const [, token = ""] = /\/antwort\/([\w-]+)/u.exec(String(rows[0]?.["text_body"])) ?? [];
  return `/antwort/${token}`;
};

test("the organization sees behind its link what was released, answers once, and nothing after a no", () =>
  town(async (world) => {
    await referred(world);
    const link = await linkOf(world);
    const page = await world.request("GET", link);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain("Frieda Freiwillig");
    expect(text).not.toContain("volunteer@musterstadt.example");
    expect((await world.sql("select purpose from access_log")).rows).toEqual([
      { purpose: "Anfrage bei Teichfreunde Musterstadt e.V." },
    ]);

    const wrong = await world.request("POST", link, { form: { antwort: "declined", worte: "Leider." } });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Bitte wählen Sie einen Grund");
    const no = await world.request("POST", link, { form: { antwort: "declined", grund: "taken" } });
    expect(no.status).toBe(303);
    const again = await world.request("POST", link, { form: { antwort: "accepted" } });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("inzwischen entschieden");
    expect(await (await world.request("GET", link)).text()).not.toContain("Frieda");
  }));

test("an old link says so, an unknown one is not found, and a link of the other town neither", () =>
  town(async (world) => {
    await referred(world);
    const link = await linkOf(world);
    const old = new Date(+world.now + 61 * 86_400_000);
    expect((await world.request("GET", link, { now: old })).status).toBe(410);
    expect((await world.request("POST", link, { now: old, form: { antwort: "accepted" } })).status).toBe(404);
    expect((await world.request("GET", link, { town: "second" })).status).toBe(404);
    expect((await world.request("GET", "/antwort/nichts")).status).toBe(404);
    expect((await world.request("GET", "/freigabe/nichts")).status).toBe(404);
    expect((await world.request("GET", "/nachfrage/nichts")).status).toBe(404);
  }));

const looks: readonly (readonly [part: Part | "visitor", statuses: readonly number[]])[] = [
  // the file, the list, one referral, one's own page of it
  ["coordinator", [200, 200, 200, 404]],
  // One's own referral is seen, but these pages are the office's.
  ["volunteer", [403, 403, 403, 200]],
  ["neighborhood", [404, 403, 404, 404]],
  ["representative", [404, 403, 404, 200]],
  ["otherRepresentative", [404, 403, 404, 404]],
  ["editor", [404, 403, 404, 404]],
  // Whoever is unknown is asked to sign in.
  ["visitor", [303, 303, 303, 303]],
];

test("who may see what of a referral", () =>
  town(async (world) => {
    const id = await referred(world);
    const person = world.cast.volunteer.id;
    const pages = [
      `/buero/akten/${person}`,
      "/buero/vermittlungen",
      `/buero/vermittlungen/${id}`,
      `/mein/vermittlungen/${id}`,
    ];
    for (const [part, statuses] of looks) {
      const found = [];
      for (const page of pages) found.push((await world.request("GET", page, { as: part })).status);
      expect([part, found]).toEqual([part, statuses]);
    }
    const foreign = await world.request("GET", `/buero/vermittlungen/${id}`, {
      as: "foreignCoordinator",
      town: "second",
    });
    expect(foreign.status).toBe(404);
  }));

test("the office brings somebody from the file to a placement in four forms", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const person = world.cast.volunteer.id;
    const offer = await offerIn(office, world.club);
    const as = "coordinator" as const;
    const talk = await world.request("POST", `/buero/akten/${person}/gespraech`, {
      as,
      form: {
        channel: "counter",
        minutes: "40",
        motives: "Unter Menschen",
        afternoon: ["4", "10"],
        skills: "reading",
        einwilligung: "on",
      },
    });
    expect([talk.status, talk.headers.get("location")]).toEqual([
      303,
      `/buero/akten/${person}?hinweis=gespraech#vorschlaege`,
    ]);
    const file = await (await world.request("GET", `/buero/akten/${person}`, { as })).text();
    expect(file).toContain("Di, Do nachmittags");
    expect(file).toContain("Vorlesen");

    const nothing = await world.request("POST", `/buero/akten/${person}/vorschlag`, {
      as,
      form: { angebot: offer, weg: "counter" },
    });
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain("Bitte wählen Sie mindestens eines");
    const asked = await world.request("POST", `/buero/akten/${person}/vorschlag`, {
      as,
      form: { angebot: offer, weg: "counter", daten: ["name", "email"] },
    });
    expect(asked.headers.get("location")).toContain("hinweis=freigegeben");
    const { rows } = await world.sql("select id from referrals");
    const path = `/buero/vermittlungen/${rows[0]?.["id"]}`;
    expect(
      (await world.request("POST", `${path}/antwort`, { as, form: { antwort: "accepted" } })).status,
    ).toBe(303);
    expect((await world.request("POST", `${path}/einsatz`, { as, form: { tag: "2026-11-24" } })).status).toBe(
      303,
    );
    const twice = await world.request("POST", `${path}/einsatz`, { as, form: { tag: "2026-11-24" } });
    expect(twice.status).toBe(409);
    const page = await (await world.request("GET", path, { as })).text();
    expect(page).toContain("Vermittelt");
    expect(page).toContain("8. Dezember 2026");
    expect((await world.request("POST", `${path}/einsatz`, { as, form: { tag: "morgen" } })).status).toBe(
      422,
    );
    expect(
      (await world.request("POST", `${path}/einsatz`, { as: "volunteer", form: { tag: "2026-11-24" } }))
        .status,
    ).toBe(403);
  }));

test("the person releases and takes back in their own area, and is told what they may decide", () =>
  town(async (world) => {
    const id = await referred(world, false);
    const path = `/mein/vermittlungen/${id}`;
    const ask = await (await world.request("GET", path, { as: "volunteer" })).text();
    expect(ask).toContain("Dürfen wir für Sie anfragen?");
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(404);
    expect(
      (await world.request("POST", `${path}/freigabe`, { as: "neighborhood", form: { daten: "name" } }))
        .status,
    ).toBe(404);
    expect(
      (await world.request("POST", `${path}/freigabe`, { as: "volunteer", form: { daten: "name" } })).status,
    ).toBe(303);
    expect(await (await world.request("GET", path, { as: "representative" })).text()).toContain(
      "Frieda Freiwillig",
    );
    expect(
      (await world.request("POST", `${path}/ruecknahme`, { as: "volunteer", form: { grund: "no_time" } }))
        .status,
    ).toBe(303);
    expect((await world.request("POST", `${path}/ruecknahme`, { as: "volunteer" })).status).toBe(409);
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(404);
    expect((await world.request("GET", "/mein/vermittlungen", { as: "volunteer" })).status).toBe(200);
  }));

test("of two who answer at once one decides, and the other is told", async () => {
  const scene = await openCommitted();
  try {
    const office = { actor: scene.cast.coordinator, now: new Date("2026-11-24T09:00:00Z") };
    const id = await scene.at(
      scene.first,
      async (ctx) => {
        const outcome = await propose(ctx, {
          personId: scene.cast.volunteer.id,
          opportunityId: await offerIn(ctx, scene.club),
        });
        if (!outcome.ok) throw new Error(outcome.because);
        await giveRelease(ctx, outcome.value, { data: ["name"], note: "" }, "counter");
        return outcome.value;
      },
      office,
    );
    const say = (antwort: "accepted" | "declined") =>
      scene.at(
        scene.first,
        (ctx) => answerRequest(ctx, id, { antwort, grund: "taken", worte: "" }, "phone"),
        office,
      );
    const outcomes = await Promise.all([say("accepted"), say("declined")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, because: "notNow" });
  } finally {
    await scene.close();
  }
});

test("the file of a person suggests nothing they said no to, and says that they did", () =>
  town(async (world) => {
    const id = await offerIn(world.as("coordinator"), world.club);
    const file = `/buero/akten/${world.cast.volunteer.id}`;
    const before = await (await world.request("GET", file, { as: "coordinator" })).text();
    expect(before).toContain(id);
    await dismissOffer(world.as("volunteer"), id);
    const after = await (await world.request("GET", file, { as: "coordinator" })).text();
    expect(after).not.toContain(id);
    expect(after).toContain("„Nein, danke“ gesagt: 1");
    expect(after).toContain("abgelehnt am 24. November 2026");
  }));
