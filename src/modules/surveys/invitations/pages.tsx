import * as z from "zod";
import { isStaff } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, many, paragraph, read, tick, whole, withError } from "#core/input.ts";
import type { Outcome } from "#core/outcome.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { fields, sectors } from "#modules/organizations/vocabulary.ts";
import { lengthOf } from "#modules/surveys/answering/queries.ts";
import { say } from "#modules/surveys/asking/messages.ts";
import { findInvited } from "#modules/surveys/codes/queries.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { letterWords } from "#modules/surveys/letters/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findPublicSurvey, type SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import {
  addCards,
  decline,
  inviteOrganizations,
  invitePeople,
  inviteTyped,
  printSheets,
  type SendRefusal,
  sendInvitations,
  sendReminders,
  takeBack,
} from "./commands.ts";
import { linesIn, listInvitations, nextReminder, standingOf } from "./queries.ts";
import { DeclineView, InvitationsView, SheetsView } from "./views.tsx";

const surveyIn = (page: Page): Promise<SurveyRow> => surveyToWrite(page.get("ctx"), idIn(page));

type Refusal = SendRefusal | "written";
type Problem = {
  readonly refusal?: Refusal | undefined;
  readonly form?: Filled | undefined;
  readonly part?: Part | undefined;
};

const notices = ["liste", "versand", "erinnerung", "entfernt"] as const;

const minutesOf = async (page: Page, { id }: SurveyRow): Promise<number> => {
  const current = found(await currentQuestionnaire(page.get("ctx"), id));
  return lengthOf(current.content).minutes;
};

const show = async (page: Page, survey: SurveyRow, { refusal, form, part }: Problem = {}) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const rows = await listInvitations(ctx, survey.id);
  for (const { personId } of rows) if (personId) looked(page, personId, words("looked"));
  const standing = await standingOf(ctx, survey.id);
  const notice = notices.find((one) => one === page.req.query("hinweis"));
  return page.render(
    <InvitationsView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      rows={rows}
      standing={standing}
      remindOn={nextReminder(standing)}
      letter={letterWords(ctx, survey, await minutesOf(page, survey), "invited")}
      mayAskPeople={isStaff(ctx.actor)}
      notice={notice && words(`notice_${notice}`)}
      refusal={refusal && words(`refused_${refusal}`)}
      form={form}
      part={part}
    />,
    surveyProps(ctx, survey, words("heading"), form ? 422 : refusal ? 409 : 200),
  );
};

const Organizations = z.object({
  sectors: many(z.enum(sectors)),
  fields: many(z.enum(fields)),
  confirmedOnly: tick,
});
const Typed = z.object({ lines: paragraph(100_000) });
const Cards = z.object({ count: whole(1, 500) });

const parts = ["verzeichnis", "menschen", "liste", "karten"] as const;
type Part = (typeof parts)[number];

const ended = async (page: Page, survey: SurveyRow, outcome: Outcome<unknown, Refusal>, notice: string) =>
  outcome.ok
    ? seeOther(page, paths.invitations(survey.id), notice)
    : show(page, survey, { refusal: outcome.because });

const add = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyIn(page);
  const body = await sent(page);
  const part = parts.find((one) => one === body["wer"]) ?? "verzeichnis";
  if (part === "menschen") return ended(page, survey, await invitePeople(ctx, survey.id), "liste");
  if (part === "karten") {
    const input = read(ctx, Cards, body);
    if (!input.ok) return show(page, survey, { form: input.form, part });
    return ended(page, survey, await addCards(ctx, survey.id, input.value.count), "liste");
  }
  if (part === "liste") {
    const input = read(ctx, Typed, body);
    if (!input.ok) return show(page, survey, { form: input.form, part });
    const { lines, wrong } = linesIn(input.value.lines);
    if (wrong !== undefined) {
      const form = withError(input.form, "lines", say(ctx)("linesWrong", { n: wrong }));
      return show(page, survey, { form, part });
    }
    return ended(page, survey, await inviteTyped(ctx, survey.id, lines), "liste");
  }
  const input = read(ctx, Organizations, body);
  if (!input.ok) return show(page, survey, { form: input.form, part });
  return ended(page, survey, await inviteOrganizations(ctx, survey.id, input.value), "liste");
};

const print = async (page: Page) => {
  const ctx = page.get("ctx");
  const id = idIn<"survey">(page);
  const body = await sent(page);
  const how = body["art"] === "karten" ? "card" : "letter";
  const outcome = await printSheets(ctx, id, how, body["noch"] === "einmal");
  if (!outcome.ok) return show(page, await surveyIn(page), { refusal: outcome.because });
  const { survey, sheets } = outcome.value;
  return page.render(
    <SheetsView
      ctx={ctx}
      survey={survey}
      sheets={sheets}
      letter={letterWords(ctx, survey, await minutesOf(page, survey), "invited")}
      origin={page.get("origin")}
    />,
    surveyProps(ctx, survey, say(ctx)("printHeading")),
  );
};

/** `/fragebogen/:id/einladungen`: who is asked, written to, and reminded. */
export const pages = routes()
  .get("/:id/einladungen", async (page) => show(page, await surveyIn(page)))
  .post("/:id/einladungen", add)
  .post("/:id/einladungen/briefe", print)
  .post("/:id/einladungen/versand", async (page) => {
    const survey = await surveyIn(page);
    return ended(page, survey, await sendInvitations(page.get("ctx"), survey.id), "versand");
  })
  .post("/:id/einladungen/erinnerung", async (page) => {
    const survey = await surveyIn(page);
    return ended(page, survey, await sendReminders(page.get("ctx"), survey.id), "erinnerung");
  })
  .post("/:id/einladungen/entfernen", async (page) => {
    const survey = await surveyIn(page);
    const { einladung } = await sent(page);
    const id = found(
      typeof einladung === "string" && isId<"surveyInvitation">(einladung) ? einladung : undefined,
    );
    return ended(page, survey, await takeBack(page.get("ctx"), survey.id, id), "entfernt");
  });

const codeAsked = (page: Page): string => String(asked(page)["code"] ?? "");

const declineView = async (page: Page, isDone: boolean) => {
  const ctx = page.get("ctx");
  const survey = found(await findPublicSurvey(ctx, slugIn(page)));
  const code = codeAsked(page);
  const invited = isDone || (await findInvited(ctx, survey.id, code)) !== undefined;
  return page.render(
    <DeclineView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      code={code}
      state={isDone ? "done" : invited ? "asked" : "unknown"}
    />,
    { title: say(ctx)("declineHeading"), hidden: true, ...(invited ? {} : { status: 404 as const }) },
  );
};

/** `/umfragen/:slug/keine-erinnerung`: the link is the permission; a mail program may send it by itself. */
export const declining = routes()
  .get("/:slug/keine-erinnerung", (page) => declineView(page, page.req.query("hinweis") === "notiert"))
  .post("/:slug/keine-erinnerung", async (page) => {
    const ctx = page.get("ctx");
    const survey = found(await findPublicSurvey(ctx, slugIn(page)));
    const typed = (await sent(page))["code"];
    await decline(ctx, survey, typeof typed === "string" ? typed : codeAsked(page));
    return seeOther(page, paths.decline(survey.slug), "notiert");
  });
