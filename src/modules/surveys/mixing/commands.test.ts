import { expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { makeCodes } from "#modules/surveys/codes/commands.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { findPublicSurvey, findSurvey } from "#modules/surveys/queries.ts";
import { town, type World } from "#test/world.ts";
import { mixSurvey } from "./commands.ts";

const content: Questionnaire = {
  title: { de: "Wie geht es?" },
  languages: ["de"],
  pages: [
    {
      name: "eins",
      questions: [
        {
          kind: "single",
          name: "lage",
          label: { de: "Wie ist die Lage?" },
          required: true,
          choices: [
            { value: "gut", label: { de: "Gut" } },
            { value: "schlecht", label: { de: "Schlecht" } },
          ],
        },
      ],
    },
  ],
};

const opened = async (world: World) => {
  const ctx = world.as("coordinator");
  const id = await addSurvey(ctx, { title: "Wie geht es?", access: "codes" }, { content });
  await openSurvey(ctx, id, content);
  const survey = await findSurvey(ctx, id);
  if (!survey) throw new Error("no survey");
  const rows = await ctx.db
    .insertInto("surveyInvitations")
    .values(Array.from({ length: 12 }, (_, n) => ({ surveyId: id, how: "mail" as const, name: `Gast ${n}` })))
    .returning("id")
    .execute();
  const codes = await makeCodes(
    ctx,
    id,
    rows.map((row) => row.id),
  );
  return { survey, codes: [...codes.entries()] };
};

/** Somebody with a code answers, from the letter to the thanks. */
const answer = async (world: World, slug: string, code: string, value: string) => {
  const path = `/umfragen/${slug}`;
  const headers = { cookie: `antwort=${code}` };
  const key = `schluessel-${code}`;
  const begun = await world.request("POST", path, { form: { code, _key: key } });
  const page = await world.request("POST", `${path}/seite/eins`, {
    form: { "a.lage": value },
    headers,
  });
  const sent = await world.request("POST", `${path}/absenden`, { form: { _key: key }, headers });
  return { begun, page, sent };
};

const everything = async (world: World, id: Id<"survey">) =>
  (
    await world.sql(
      `select 'answer' as what, to_jsonb(r)::text as text from responses r where survey_id = $1
       union all select 'invitation', to_jsonb(i)::text from survey_invitations i where survey_id = $1
       union all select 'code', to_jsonb(c)::text from survey_codes c where survey_id = $1 order by 1, 2`,
      [id],
    )
  ).rows;

test("after a night neither order, moment nor event says who answered what", () =>
  town(async (world) => {
    const { survey, codes } = await opened(world);
    for (const [n, [, code]] of [...codes].reverse().entries()) {
      const { sent } = await answer(world, survey.slug, code, n % 3 ? "gut" : "schlecht");
      expect(sent.status).toBe(303);
    }
    const before = await everything(world, survey.id);
    expect(before.filter(({ what }) => what === "answer")).toHaveLength(12);
    await mixSurvey(world.as("system"), survey.id);
    expect(await everything(world, survey.id)).toEqual(before);
    for (const table of ["responses", "survey_invitations"]) {
      const { rows } = await world.sql(`select id from ${table} where survey_id = $1 order by ctid`, [
        survey.id,
      ]);
      const ids = rows.map((row) => String(row["id"]));
      expect(ids).toEqual(ids.toSorted());
    }
    const codesLeft = codes.map(([, code]) => code);
    const { rows: kept } = await world.sql(
      `select to_jsonb(e)::text as text from events e where name like 'response.%'
       union all select to_jsonb(s)::text from submissions s where address like '/umfragen/%'
       union all select to_jsonb(d)::text from survey_drafts d`,
    );
    expect(kept).toEqual([]);
    for (const { text } of before) for (const code of codesLeft) expect(String(text)).not.toContain(code);
    const columns = before
      .filter(({ what }) => what === "answer")
      .flatMap(({ text }) => Object.entries(JSON.parse(String(text)) as object));
    const own = new Set(
      before
        .filter(({ what }) => what === "answer")
        .map(({ text }) => (JSON.parse(String(text)) as { id: string }).id),
    );
    const invited = new Set(codes.map(([id]) => String(id)));
    expect([...own].filter((id) => invited.has(id))).toEqual([]);
    for (const [, value] of columns) expect(String(value)).not.toMatch(/\d\d:\d\d/u);
  }));

test("a code answers once, in whatever tab, and says so kindly", () =>
  town(async (world) => {
    const { survey, codes } = await opened(world);
    const code = codes[0]?.[1] ?? "";
    expect((await answer(world, survey.slug, code, "gut")).sent.headers.get("location")).toBe(
      `/umfragen/${survey.slug}/danke`,
    );
    const again = await world.request("POST", `/umfragen/${survey.slug}/absenden`, {
      form: {},
      headers: { cookie: `antwort=${code}` },
    });
    expect(again.status).toBe(409);
    const begun = await world.request("POST", `/umfragen/${survey.slug}`, { form: { code } });
    expect(begun.status).toBe(422);
    expect(await begun.text()).toContain("Dieser Code ist verbraucht");
    expect((await everything(world, survey.id)).filter(({ what }) => what === "answer")).toHaveLength(1);
  }));

test("a code in an address moves to the device at once", () =>
  town(async (world) => {
    const { survey, codes } = await opened(world);
    const code = codes[0]?.[1] ?? "";
    const reply = await world.request("GET", `/umfragen/${survey.slug}?code=${code}`);
    expect(reply.status).toBe(303);
    expect(reply.headers.get("location")).toBe(`/umfragen/${survey.slug}`);
    expect(reply.headers.get("set-cookie")).toContain(`antwort=${code}`);
    expect(await findPublicSurvey(world.as("foreignCoordinator"), survey.slug)).toBeUndefined();
    const elsewhere = await world.request("GET", `/umfragen/${survey.slug}`, { town: "second" });
    expect(elsewhere.status).toBe(404);
  }));

test("what was begun sixty days ago and not sent is forgotten", () =>
  town(async (world) => {
    const { survey, codes } = await opened(world);
    const code = codes[0]?.[1] ?? "";
    await world.request("POST", `/umfragen/${survey.slug}`, { form: { code } });
    const drafts = async () => (await world.sql("select 1 from survey_drafts")).rows.length;
    await mixSurvey(world.as("system"), survey.id);
    expect(await drafts()).toBe(1);
    await mixSurvey(world.as("system", { now: new Date(+world.now + 61 * 86_400_000) }), survey.id);
    expect(await drafts()).toBe(0);
  }));
