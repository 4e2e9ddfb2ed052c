import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Story } from "#core/module.ts";
import { listManaged } from "#modules/opportunities/queries.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { inviteFitting, noteAnswer } from "./commands.ts";

const day = 86_400_000;

const asked = async (ctx: Context): Promise<readonly Id<"opportunityInvitation">[]> => {
  const rows = await ctx.db
    .selectFrom("opportunityInvitations")
    .select("id")
    .orderBy("invitedAt")
    .orderBy("id")
    .limit(50)
    .execute();
  return rows.map(({ id }) => id);
};

/** An association asked people whom its offers fit; some have answered. */
export const seed = async (story: Story): Promise<void> => {
  const place = story.places.first;
  const speaker = await story.tell(place, story.today, system, (ctx) =>
    findActorByEmail(ctx, `verein@${place.slug}.example`),
  );
  if (!speaker) return;
  const ids = await story.tell(place, new Date(+story.today - 6 * day), speaker, async (ctx) => {
    for (const { id } of (await listManaged(ctx, { state: "published" })).slice(0, 2))
      await inviteFitting(ctx, id, 4);
    return asked(ctx);
  });
  await story.tell(place, new Date(+story.today - 3 * day), system, async (ctx) => {
    for (const [at, id] of ids.entries())
      if (at % 3 < 2) await noteAnswer(ctx, id, at % 3 === 0 ? "yes" : "no");
  });
  story.report(`${ids.length} people were asked whether they would like to help`);
};
