import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { proposalToWrite } from "#modules/shifts/computing/commands.ts";
import { isOpen, type LeftOut, problemOf, type Result } from "#modules/shifts/computing/queries.ts";
import { assign, holdStill, removeSignup } from "#modules/shifts/signups/commands.ts";
import { type Change, possible, type Why } from "./policy.ts";
import { changesOf, findToday, situationOf } from "./queries.ts";

export type Adopted = {
  readonly added: number;
  readonly dropped: number;
  readonly leftOut: readonly LeftOut[];
};

type Selection = {
  /** Whose changes; everybody's when nobody is named. */
  readonly people?: readonly Id<"person">[] | undefined;
  /** What those hear who no longer come to a shift. */
  readonly words: string;
};

/**
 * Takes over what a proposal changes, for all or some people, as far as it is still possible. Nobody who signed up
 * meanwhile loses anything, and what no longer fits is answered. Taking it over again changes nothing more.
 */
export const adoptProposal = async (
  ctx: Context,
  offer: Id<"opportunity">,
  id: Id<"planProposal">,
  { people, words }: Selection,
): Promise<Outcome<Adopted, "open" | "nothing">> => {
  const row = await proposalToWrite(ctx, offer, id);
  if (isOpen(row)) return refused("open");
  const { answer } = row.result;
  if (!answer) return refused("nothing");
  const problem = found(await problemOf(ctx, id));
  const chosen = (changes: readonly Change[]) =>
    people ? changes.filter(({ personId }) => people.includes(personId)) : changes;
  const before = chosen(changesOf(problem, row, await findToday(ctx, row)));
  await holdStill(ctx, {
    needIds: [...new Set(before.map(({ needId }) => needId))],
    personIds: [...new Set(before.map(({ personId }) => personId))],
  });
  // Looked at once more under the locks: from here on nobody comes in between.
  const today = await findToday(ctx, row);
  const changes = chosen(changesOf(problem, row, today));
  const fitting = possible(changes, await situationOf(ctx, changes, today));
  const leftOut = fitting.leftOut.map(({ change, because }) => leave(change, because));
  const ending = fitting.changes.flatMap(({ signupId }) => (signupId ? [signupId] : []));
  for (const signupId of ending) await removeSignup(ctx, signupId, words);
  let added = 0;
  for (const change of fitting.changes) {
    if (change.signupId) continue;
    const outcome = await assign(ctx, { needId: change.needId, personId: change.personId, how: "plan" });
    if (outcome.ok) added += 1;
    else if (outcome.because !== "already") leftOut.push(leave(change, outcome.because));
  }
  const adopted = { added, dropped: ending.length, leftOut };
  await keep(ctx, id, { answer, ...adopted });
  await record(ctx, "plan_proposal.adopted", id, { opportunityId: offer, added, dropped: ending.length });
  return done(adopted);
};

const leave = ({ personId, needId }: Change, because: Why): LeftOut => ({ personId, needId, because });

const keep = (ctx: Context, id: Id<"planProposal">, result: Result) =>
  ctx.db
    .updateTable("planProposals")
    .set({
      state: "adopted",
      result: JSON.stringify(result),
      adoptedBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      adoptedAt: ctx.now,
    })
    .where("id", "=", id)
    .execute();
