import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { found } from "#core/errors.ts";
import { react } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";

export type ContactInput = {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly words?: string | undefined;
};

/** Keeps an address apart from every answer: neither a code nor a moment is kept with it. */
export const leaveContact = async (ctx: Context, survey: SurveyRow, input: ContactInput): Promise<void> => {
  found(survey.asksContact && survey.state !== "draft" ? survey : undefined);
  await ctx.db
    .insertInto("surveyContacts")
    .values({
      surveyId: survey.id,
      name: input.name ?? "",
      email: input.email ?? "",
      phone: input.phone ?? "",
      words: input.words ?? "",
      leftOn: isoDay(ctx.now),
    })
    .execute();
  // Not written down, since an event keeps the moment and who was signed in.
  await react(ctx, { name: "survey.contact_left", subjectId: survey.id, data: {} });
};

/** Deletes an address that is no longer needed. */
export const deleteContact = async (
  ctx: Context,
  surveyId: Id<"survey">,
  id: Id<"surveyContact">,
): Promise<void> => {
  await surveyToWrite(ctx, surveyId);
  const deleted = await ctx.db
    .deleteFrom("surveyContacts")
    .where("surveyId", "=", surveyId)
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  found(deleted);
};

/** The addresses of somebody who is forgotten. */
export const forgetContacts = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await sql`
    delete from survey_contacts c using people p
    where p.place_id = c.place_id and p.id = ${personId} and c.email <> '' and p.email = c.email`.execute(
    ctx.db,
  );
};
