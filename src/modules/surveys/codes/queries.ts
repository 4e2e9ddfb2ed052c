import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken, normalizeCode } from "#core/token.ts";
import type { SurveyInvitation } from "#modules/surveys/schema.ts";

type SurveyId = Id<"survey">;

/** The invitation a code belongs to. */
export type Invited = Pick<SurveyInvitation, "id" | "answered" | "declined" | "organizationId" | "name">;

/** What the codes table keeps of a code. The drafts keep another hash of it: see `draftKey`. */
export const codeHash = (surveyId: SurveyId, code: string): Buffer =>
  hashToken(`code ${surveyId} ${normalizeCode(code)}`);

/** Under which the answers that are not sent yet lie; nothing leads from one hash to the other. */
export const draftKey = (surveyId: SurveyId, code: string): Buffer =>
  hashToken(`draft ${surveyId} ${normalizeCode(code)}`);

/** The invitation this code was made for; nothing when there is none. */
export const findInvited = (ctx: Context, surveyId: SurveyId, code: string): Promise<Invited | undefined> =>
  ctx.db
    .selectFrom("surveyCodes")
    .innerJoin("surveyInvitations", (join) =>
      join
        .onRef("surveyInvitations.placeId", "=", "surveyCodes.placeId")
        .onRef("surveyInvitations.id", "=", "surveyCodes.invitationId"),
    )
    .select([
      "surveyInvitations.id",
      "surveyInvitations.answered",
      "surveyInvitations.declined",
      "surveyInvitations.organizationId",
      "surveyInvitations.name",
    ])
    .where("surveyCodes.surveyId", "=", surveyId)
    .where("surveyCodes.codeHash", "=", codeHash(surveyId, code))
    .executeTakeFirst();
