import { expect, test } from "vitest";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { town, type World } from "#test/world.ts";
import {
  addCards,
  inviteOrganizations,
  inviteTyped,
  printSheets,
  sendInvitations,
  sendReminders,
} from "./commands.ts";
import { writeNext } from "./jobs.ts";
import { linesIn, standingOf } from "./queries.ts";

const content: Questionnaire = {
  title: { de: "Vereine heute" },
  languages: ["de"],
  pages: [
    {
      name: "eins",
      questions: [{ kind: "number", name: "mitglieder", label: { de: "Wie viele Mitglieder haben Sie?" } }],
    },
  ],
};

const day = 86_400_000;
const everything = { sectors: [], fields: [], confirmedOnly: false };

const opened = async (world: World) => {
  const ctx = world.as("coordinator");
  const id = await addSurvey(
    ctx,
    { title: "Vereine heute", access: "codes", audience: "organizations" },
    { content },
  );
  await openSurvey(ctx, id, content);
  return { ctx, id };
};

const later = (world: World, days: number) => new Date(+world.now + days * day);
const mails = async (world: World) =>
  (
    await world.sql(
      "select recipient_email, subject, text_body, unsubscribe_path from mails where kind = 'survey.asked' order by written_at, recipient_email",
    )
  ).rows;
const codeIn = (text: unknown) => /\?code=([\w-]+)/u.exec(String(text))?.[1] ?? "";

const write = async (
  world: World,
  id: Parameters<typeof writeNext>[1],
  news: "invited" | "reminded",
  days = 0,
) => writeNext(world.as("system", { now: later(world, days) }), id, news);

test("each organization is asked once, by mail or letter, and only organizations of this town", () =>
  town(async (world) => {
    const { ctx, id } = await opened(world);
    const first = await inviteOrganizations(ctx, id, { ...everything, sectors: ["civil"] });
    expect(first.ok && first.value).toBeGreaterThan(0);
    expect(await inviteOrganizations(ctx, id, { ...everything, sectors: ["civil"] })).toEqual({
      ok: false,
      because: "nobody",
    });
    await inviteOrganizations(ctx, id, everything);
    const { rows } = await world.sql(
      `select o.place_id, i.sector from survey_invitations i join organizations o on o.id = i.organization_id`,
    );
    expect(new Set(rows.map((row) => row["place_id"]))).toEqual(new Set([world.first.id]));
    expect(new Set(rows.map((row) => row["sector"])).size).toBeGreaterThan(1);
  }));

test("who answered or wants no more letters is not reminded, nobody more than twice, nor day after day", () =>
  town(async (world) => {
    const { ctx, id } = await opened(world);
    const { lines } = linesIn(
      "Anna; anna@gast.example\nBert; bert@gast.example\nChor; chor@gast.example\nDora; Marktplatz 1, 02943 Weißwasser",
    );
    await inviteTyped(ctx, id, lines);
    expect(await sendInvitations(ctx, id)).toEqual({ ok: true, value: 3 });
    await write(world, id, "invited");
    await write(world, id, "invited");
    const first = await mails(world);
    expect(first.map((mail) => mail["recipient_email"])).toEqual([
      "anna@gast.example",
      "bert@gast.example",
      "chor@gast.example",
    ]);
    expect(await sendReminders(world.as("coordinator", { now: later(world, 2) }), id)).toEqual({
      ok: false,
      because: "tooSoon",
    });
    const [anna, bert] = first.map((mail) => codeIn(mail["text_body"]));
    const headers = { cookie: `antwort=${anna}` };
    await world.request("POST", "/umfragen/vereine-heute", { form: { code: anna ?? "" } });
    await world.request("POST", "/umfragen/vereine-heute/seite/eins", {
      form: { "a.mitglieder": "12" },
      headers,
    });
    expect(
      (await world.request("POST", "/umfragen/vereine-heute/absenden", { form: {}, headers })).status,
    ).toBe(303);
    const stop = String(first[1]?.["unsubscribe_path"]);
    expect(stop).toContain(bert);
    expect((await world.request("GET", stop)).status).toBe(200);
    expect((await world.request("POST", stop, { form: { "List-Unsubscribe": "One-Click" } })).status).toBe(
      303,
    );
    for (const days of [5, 6, 10, 15, 20]) await write(world, id, "reminded", days);
    const rest = (await mails(world)).slice(3);
    expect(rest.map((mail) => [mail["recipient_email"], mail["subject"]])).toEqual([
      ["chor@gast.example", "Noch ist Zeit: Vereine heute"],
      ["chor@gast.example", "Letzte Erinnerung: Vereine heute"],
    ]);
    expect(await standingOf(ctx, id)).toMatchObject({
      all: 4,
      answered: 1,
      declined: 1,
      open: 0,
      letters: 1,
    });
  }));

test("the code of a letter stands on the paper and nowhere else, and opens the survey", () =>
  town(async (world) => {
    const { ctx, id } = await opened(world);
    await addCards(ctx, id, 3);
    const printed = await printSheets(ctx, id, "card", false);
    if (!printed.ok) throw new Error("nothing was printed");
    const codes = printed.value.sheets.map(({ code }) => code);
    expect(new Set(codes).size).toBe(3);
    const { rows } = await world.sql(
      "select to_jsonb(c)::text as text from survey_codes c union all select to_jsonb(i)::text from survey_invitations i union all select to_jsonb(e)::text from events e",
    );
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
    expect(
      (await world.request("POST", "/umfragen/vereine-heute", { form: { code: codes[0] ?? "" } })).status,
    ).toBe(303);
    expect((await printSheets(ctx, id, "card", false)).ok).toBe(false);
  }));

test("the page shows the list without telling who answered; others do not find it", () =>
  town(async (world) => {
    const { ctx, id } = await opened(world);
    await inviteTyped(ctx, id, linesIn("Anna; anna@gast.example").lines);
    await world.sql("update survey_invitations set answered = true");
    const path = `/fragebogen/${id}/einladungen`;
    const page = await (await world.request("GET", path, { as: "coordinator" })).text();
    expect(page).toContain("anna@gast.example");
    expect(page).not.toMatch(/beantwortet|hat geantwortet/u);
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(404);
    expect((await world.request("GET", path, { as: "foreignCoordinator", town: "second" })).status).toBe(404);
    const wrong = await world.request("POST", path, {
      as: "coordinator",
      form: { wer: "liste", lines: "nur ein Name" },
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Zeile 1");
    const sheets = await world.request("POST", `${path}/briefe`, {
      as: "coordinator",
      form: { art: "briefe" },
    });
    expect(sheets.status).toBe(409);
  }));
