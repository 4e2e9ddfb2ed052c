import type { Context } from "#core/context.ts";
import { dayAndTime, dayWithYear } from "#core/date.ts";
import { isOver, takesVotes } from "#modules/participation/ballots/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { say } from "#modules/participation/polling/messages.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { ballotStateName } from "#modules/participation/vocabulary.ts";
import { Empty, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

/** All ballots of the town: those one can vote in, those ahead, those that are over. */
export const ListingView = ({ ctx, ballots }: { ctx: Context; ballots: readonly Ballot[] }) => {
  const words = say(ctx);
  const open = ballots.filter((ballot) => takesVotes(ballot, ctx.now));
  const soon = ballots.filter(({ state, opensAt }) => state === "announced" && opensAt > ctx.now);
  const past = ballots.filter((ballot) => !open.includes(ballot) && !soon.includes(ballot));
  const row = (ballot: Ballot, meta: string) => ({
    title: ballot.title,
    href: paths.ballot(ballot.slug),
    kind: meta,
    text: ballot.question,
  });
  const part = (id: string, heading: string, items: readonly ReturnType<typeof row>[]) =>
    items.length > 0 && (
      <Section id={id} heading={heading}>
        <ItemList items={items} />
      </Section>
    );
  return (
    <>
      <Title heading={common(ctx)("ballots")} lead={words("lead")} />
      {ballots.length === 0 && (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      )}
      {part(
        "offen",
        words("openHeading"),
        open.map((ballot) => row(ballot, words("until", { until: dayAndTime(ctx, ballot.closesAt) }))),
      )}
      {part(
        "bald",
        words("soonHeading"),
        soon.map((ballot) => row(ballot, words("from", { from: dayAndTime(ctx, ballot.opensAt) }))),
      )}
      {part(
        "vorbei",
        words("pastHeading"),
        past.map((ballot) =>
          row(
            ballot,
            words("wasUntil", {
              until: dayWithYear(ctx, ballot.closesAt),
              state: ballotStateName(ctx, isOver(ballot, ctx.now) ? "closed" : ballot.state),
            }),
          ),
        ),
      )}
    </>
  );
};
