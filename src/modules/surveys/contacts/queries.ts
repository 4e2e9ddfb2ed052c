import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { SurveyContact } from "#modules/surveys/schema.ts";

export type ContactRow = Pick<SurveyContact, "id" | "name" | "email" | "phone" | "words" | "leftOn"> & {
  /** Whoever has this address in this town. */
  readonly personId: Id<"person"> | null;
};

/** The addresses that were left, the latest day first, within it by name: never in the order in which they came. */
export const listContacts = async (
  ctx: Context,
  surveyId: Id<"survey">,
  { limit = 500 } = {},
): Promise<readonly ContactRow[]> => {
  const { rows } = await sql<ContactRow>`
    select c.id, c.name, c.email, c.phone, c.words, to_char(c.left_on, 'YYYY-MM-DD') as left_on,
      (select p.id from people p where p.place_id = c.place_id and c.email <> '' and p.email = c.email
        and p.left_at is null limit 1) as person_id
    from survey_contacts c where c.survey_id = ${surveyId}
    order by c.left_on desc, c.name collate german, c.id limit ${limit}`.execute(ctx.db);
  return rows;
};

/** What a person left, found by their e-mail address. */
export const contactsOfPerson = async (ctx: Context, personId: Id<"person">) => {
  const { rows } = await sql<{ title: string; name: string; email: string; phone: string; words: string }>`
    select s.title, c.name, c.email, c.phone, c.words
    from survey_contacts c
      join surveys s on s.place_id = c.place_id and s.id = c.survey_id
      join people p on p.place_id = c.place_id and p.id = ${personId} and p.email = c.email
    where c.email <> '' order by c.left_on limit 200`.execute(ctx.db);
  return rows;
};
