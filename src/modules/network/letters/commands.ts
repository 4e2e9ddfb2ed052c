import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { notifyAll } from "#modules/people/notices/commands.ts";

export type Told = {
  /** Of one key everybody is told only once. */
  readonly key: string;
  readonly title: string;
  readonly text?: string;
  readonly path: string;
};

/** Tells everybody who speaks for these organizations, but the one who did it. */
export const tellOrganizations = async (
  ctx: Context,
  organizations: readonly Id<"organization">[],
  told: Told,
): Promise<void> => {
  if (organizations.length === 0) return;
  const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const speakers = await ctx.db
    .selectFrom("grants")
    .innerJoin("people", "people.id", "grants.personId")
    .select("people.id")
    .distinct()
    .where("grants.organizationId", "in", [...organizations])
    .where("grants.role", "in", ["representative", "partner"])
    .where("grants.endedAt", "is", null)
    .where("people.leftAt", "is", null)
    .limit(500)
    .execute();
  await notifyAll(
    ctx,
    speakers
      .filter(({ id }) => id !== me)
      .map(({ id }) => ({ personId: id, kind: "reminder", text: "", ...told })),
  );
};
