import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { dayOf } from "#core/local-time.ts";
import type { ProfilePart, ProfileSource } from "#core/profile.ts";
import { type CooperationRow, listCooperations, listMembers } from "#modules/network/cooperations/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { cooperationKindName } from "#modules/network/vocabulary.ts";
import { say } from "./messages.ts";

const mostShown = 6;

const isRunning = (ctx: Context, { endsOn }: CooperationRow): boolean =>
  endsOn === null || endsOn >= dayOf(ctx.now);

/** With whom an organization works together, for its profile: what is public and goes on, the latest beginning first. */
export const profilePartOf: ProfileSource = async (ctx, { id, slug }): Promise<ProfilePart | undefined> => {
  const all = await listCooperations(ctx, { organization: id, state: "confirmed" });
  const running = all.filter((row) => !row.internal && isRunning(ctx, row));
  if (running.length === 0) return undefined;
  const shown = running.slice(0, mostShown);
  const members = await listMembers(
    ctx,
    shown.map((row) => row.id),
  );
  const others = (row: CooperationRow): string =>
    members
      .filter((one) => one.cooperationId === row.id && one.organizationId !== id && one.state === "confirmed")
      .map(({ name }) => name)
      .join(", ");
  const words = say(ctx);
  return {
    id: "zusammenarbeit",
    rank: 20,
    heading: words("profile", { n: running.length }),
    items: shown.map((row) => ({
      title: row.topic,
      href: paths.cooperation(row.id),
      kind: words("profileKind", {
        kind: cooperationKindName(ctx, row.kind),
        day: dayWithYear(ctx, row.startsOn),
      }),
      text: others(row),
    })),
    link: { href: `${paths.picture}?organisation=${slug}`, label: words("profilePicture") },
  };
};
