import * as z from "zod";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { email, type Filled, line, paragraph, phone, read, withError } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findPublicSurvey, type SurveyRow } from "#modules/surveys/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { deleteContact, leaveContact } from "./commands.ts";
import { say } from "./messages.ts";
import { listContacts } from "./queries.ts";
import { ContactsView, LeaveView } from "./views.tsx";

const Contact = z.object({
  name: line(300).optional(),
  email: email.optional(),
  phone: phone.optional(),
  words: paragraph(2_000).optional(),
});

const surveyAt = async (page: Page): Promise<SurveyRow> => {
  const survey = found(await findPublicSurvey(page.get("ctx"), slugIn(page)));
  return found(survey.asksContact ? survey : undefined);
};

const form = (page: Page, survey: SurveyRow, filled?: Filled) => {
  const ctx = page.get("ctx");
  const isLeft = page.req.query("hinweis") === "hinterlassen";
  return page.render(
    <LeaveView ctx={ctx} survey={survey} formKey={page.get("formKey")} form={filled} isLeft={isLeft} />,
    { title: say(ctx)("heading"), hidden: true, ...(filled ? { status: 422 as const } : {}) },
  );
};

/** `/umfragen/:slug/kontakt`: an address, in a request of its own that carries nothing of an answer. */
export const leaving = routes()
  .get("/:slug/kontakt", async (page) => form(page, await surveyAt(page)))
  .post("/:slug/kontakt", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyAt(page);
    const input = read(ctx, Contact, await sent(page));
    if (!input.ok) return form(page, survey, input.form);
    if (!input.value.email && !input.value.phone)
      return form(page, survey, withError(input.form, "email", say(ctx)("oneNeeded")));
    await leaveContact(ctx, survey, input.value);
    return seeOther(page, paths.contact(survey.slug), "hinterlassen");
  });

/** `/fragebogen/:id/kontakte`: for those who ask. */
export const pages = routes()
  .get("/:id/kontakte", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyToWrite(ctx, idIn(page));
    const rows = await listContacts(ctx, survey.id);
    for (const { personId } of rows) if (personId) looked(page, personId, say(ctx)("looked"));
    const isDeleted = page.req.query("hinweis") === "geloescht";
    return page.render(
      <ContactsView
        ctx={ctx}
        survey={survey}
        formKey={page.get("formKey")}
        rows={rows}
        isDeleted={isDeleted}
      />,
      surveyProps(ctx, survey, say(ctx)("list")),
    );
  })
  .post("/:id/kontakte", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyToWrite(ctx, idIn(page));
    const { adresse } = await sent(page);
    const id = found(typeof adresse === "string" && isId<"surveyContact">(adresse) ? adresse : undefined);
    await deleteContact(ctx, survey.id, id);
    return seeOther(page, paths.contacts(survey.id), "geloescht");
  });
