import { expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { writeXlsform } from "#methods/questionnaire-xlsform-writing.ts";
import { sealReport } from "#modules/reports/commands.ts";
import { findReport } from "#modules/reports/queries.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { addBatch, closeBatch, saveSheet, setTotals } from "#modules/surveys/entry/commands.ts";
import { inviteTyped, sendInvitations } from "#modules/surveys/invitations/commands.ts";
import { writeNext } from "#modules/surveys/invitations/jobs.ts";
import { linesIn } from "#modules/surveys/invitations/queries.ts";
import { protectJob } from "#modules/surveys/protection/jobs.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { addRelease, computeRelease, publishRelease } from "#modules/surveys/releases/commands.ts";
import { listFindings, listPublished } from "#modules/surveys/releases/queries.ts";
import { tie } from "#modules/threads/commands.ts";
import { composeFindings } from "#modules/workshops/findings/commands.ts";
import { made } from "#test/made.ts";
import { wallOf } from "#test/wall.ts";
import { town, type World } from "#test/world.ts";

const label = (de: string) => ({ de });

/** As a club would bring it along in a spreadsheet. */
const brought: Questionnaire = {
  title: label("Umfrage der Vereine"),
  languages: ["de"],
  pages: [
    {
      name: "verein",
      title: label("Ihr Verein"),
      questions: [
        {
          kind: "single",
          name: "raum",
          label: label("Haben Sie genug Räume?"),
          required: true,
          choices: [
            { value: "ja", label: label("Ja") },
            { value: "knapp", label: label("Es ist knapp") },
            { value: "nein", label: label("Nein") },
          ],
        },
        {
          kind: "text",
          name: "welche",
          label: label("Was fehlt Ihnen?"),
          when: {
            is: "compare",
            by: "=",
            left: { is: "answer", of: "raum" },
            right: { is: "value", value: "nein" },
          },
        },
      ],
    },
  ],
};

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`, "u")
    .exec(html)?.[1]
    ?.replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&") ?? "";

const bring = async (world: World): Promise<Id<"survey">> => {
  const office = world.as("coordinator");
  const survey = await addSurvey(office, { title: "Umfrage der Vereine", access: "codes", population: 94 });
  const written = await writeXlsform(brought);
  const form = new FormData();
  form.set("file", new File([new Uint8Array(written.content)], "vereine.xlsx"));
  const path = `/fragebogen/${survey}/einlesen`;
  const html = await (await world.request("POST", path, { as: "coordinator", form })).text();
  const take = { content: hidden(html, "content"), revision: hidden(html, "revision") };
  expect((await world.request("POST", path, { as: "coordinator", form: take })).status).toBe(303);
  const { content } = (await currentQuestionnaire(office, survey)) ?? { content: brought };
  made(await openSurvey(office, survey, content));
  return survey;
};

/** The cookie that a reply sets, as the next request sends it back. */
const cookieIn = (reply: Response): string => reply.headers.get("set-cookie")?.split(";")[0] ?? "";

/** Somebody opens the link of their letter, answers page by page, looks it over and sends it. */
const answerByMail = async (world: World, code: string, raum: string) => {
  const start = "/umfragen/umfrage-der-vereine";
  const opened = await world.request("GET", `${start}?code=${code}`);
  const headers = { cookie: cookieIn(opened) };
  expect(opened.headers.get("location")).toBe(start);
  const begun = await world.request("POST", start, { headers, form: {} });
  const page = begun.headers.get("location") ?? "";
  expect(page).toContain("/seite/");
  expect((await world.request("POST", page, { headers, form: {} })).status).toBe(422);
  const form = { "a.raum": raum, "a.welche": "Ein Saal am Abend" };
  const kept = await world.request("POST", page, { headers, form });
  expect(kept.headers.get("location")).toBe(`${start}/absenden`);
  const sent = await world.request("POST", `${start}/absenden`, { headers, form: {} });
  expect(sent.headers.get("location")).toBe(`${start}/danke`);
  const again = await world.request("POST", start, { headers, form: { code } });
  expect([again.status, (await again.text()).includes("verbraucht")]).toEqual([422, true]);
};

const type = async (
  world: World,
  survey: Id<"survey">,
  raum: readonly string[],
  how: "paper" | "phone",
  now = world.now,
) => {
  const office = world.as("coordinator", { now });
  const pile = made(await addBatch(office, survey, { label: "", sheets: raum.length, typedTwice: false }));
  const yes = raum.filter((one) => one === "ja").length;
  made(
    await setTotals(office, survey, pile, {
      sheets: raum.length,
      totals: [{ question: "raum", value: "ja", count: yes }],
    }),
  );
  for (const [index, value] of raum.entries())
    made(await saveSheet(office, survey, pile, { sheet: index + 1, pass: 1, answers: { raum: value } }));
  expect(made(await closeBatch(office, survey, pile, { how, confirmed: false }))).toBe(raum.length);
};

const publish = async (
  world: World,
  survey: Id<"survey">,
  standOn: string,
  now = world.now,
): Promise<number> => {
  const office = world.as("coordinator", { now });
  const input = { standOn, questions: ["raum"], crossings: [], title: "", words: "", author: "Anlaufstelle" };
  const release = made(await addRelease(office, survey, input));
  made(await computeRelease(office, survey, release));
  await protectJob.reach((work) => work(world.as("system", { now })), { survey, release });
  return made(await publishRelease(office, survey, release, "https://weisswasser.example"));
};

const many = (value: string, count: number): string[] => Array.from({ length: count }, () => value);

test(
  "from a spreadsheet through mail, phone and paper to two releases that leak nothing, and on to a sealed report",
  { timeout: 60_000 },
  () =>
    town(async (world) => {
      const survey = await bring(world);
      const office = world.as("coordinator");
      made(
        await inviteTyped(
          office,
          survey,
          linesIn("Chor; chor@verein.example\nTanz; tanz@verein.example").lines,
        ),
      );
      made(await sendInvitations(office, survey));
      await writeNext(world.as("system"), survey, "invited");
      const { rows } = await world.sql(
        "select text_body from mails where kind = 'survey.asked' order by recipient_email",
      );
      const codes = rows.map((row) => /\?code=([\w-]+)/u.exec(String(row["text_body"]))?.[1] ?? "");
      expect(codes).toHaveLength(2);
      await answerByMail(world, codes[0] ?? "", "nein");
      await answerByMail(world, codes[1] ?? "", "nein");
      await type(world, survey, [...many("ja", 14), ...many("knapp", 9)], "paper");
      await type(world, survey, ["nein", "knapp"], "phone");

      expect(await publish(world, survey, "2026-11-24")).toBe(1);
      const december = new Date("2026-12-10T09:00:00Z");
      await type(
        world,
        survey,
        [...many("nein", 4), ...many("ja", 2), ...many("knapp", 1)],
        "paper",
        december,
      );
      expect(await publish(world, survey, "2026-12-10", december)).toBe(2);
      const [second, first] = await listPublished(office, survey);
      expect([first?.answered, second?.answered]).toEqual([27, 34]);
      const shown = first?.content?.questions[0]?.counts.map(({ count }) => count);
      // Three said no: that is hidden, and another number so that the total does not give it back.
      expect(shown?.filter((count) => count === null)).toHaveLength(2);
      expect([first?.attack?.leaks, second?.attack?.leaks]).toEqual([0, 0]);
      for (const { least, most } of second?.attack?.inferences ?? [])
        expect(least === most || (least >= 1 && (most ?? 99) < 5)).toBe(false);
      const html = await (await world.request("GET", "/umfragen/umfrage-der-vereine/ergebnisse/1")).text();
      expect(html).not.toContain("Ein Saal am Abend");

      const { workshop, rooms } = await wallOf(office);
      const [finding] = second ? await listFindings(office, second.id) : [];
      if (!finding) throw new Error("nothing was found");
      made(
        await tie(
          office,
          { kind: "releaseFinding", id: finding.id },
          { kind: "cardCluster", id: rooms },
          "Davon ging es aus.",
        ),
      );
      const report = await composeFindings(office, workshop);
      const draft = await findReport(office, report);
      const slug = made(
        await sealReport(office, report, draft?.revision ?? 0, "https://weisswasser.example"),
      );
      expect((await world.request("GET", `/berichte/${slug}`)).status).toBe(200);

      // A citizen goes back from the theme to the question it answers.
      const thread = await (await world.request("GET", `/faden/cardCluster/${rooms}`)).text();
      expect(thread).toContain("Haben Sie genug Räume?");
      expect(thread).toContain("/umfragen/umfrage-der-vereine/ergebnisse/2");
    }),
);
