import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newCode } from "#core/token.ts";
import { codeHash, findInvited, type Invited } from "./queries.ts";

type SurveyId = Id<"survey">;
type InvitationId = Id<"surveyInvitation">;

/** One more code for each of these invitations. They are handed out here and nowhere else: only hashes are kept. */
export const makeCodes = async (
  ctx: Context,
  surveyId: SurveyId,
  invitationIds: readonly InvitationId[],
): Promise<ReadonlyMap<InvitationId, string>> => {
  const codes = new Map(invitationIds.map((id) => [id, newCode()]));
  const rows = [...codes].map(([invitationId, code]) => ({
    surveyId,
    invitationId,
    codeHash: codeHash(surveyId, code),
  }));
  if (rows.length > 0) await ctx.db.insertInto("surveyCodes").values(rows).execute();
  return codes;
};

/**
 * Notes that whoever holds this code has answered, once. Only the mark is kept: when it was, and what was answered,
 * is written nowhere beside it.
 */
export const useCode = async (
  ctx: Context,
  surveyId: SurveyId,
  code: string,
): Promise<Outcome<Invited, "unknown" | "used">> => {
  const invited = await findInvited(ctx, surveyId, code);
  if (!invited) return refused("unknown");
  const marked = await ctx.db
    .updateTable("surveyInvitations")
    .set({ answered: true })
    .where("id", "=", invited.id)
    .where("answered", "=", false)
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n ? done(invited) : refused("used");
};
