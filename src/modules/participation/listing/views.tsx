import type { Context } from "#core/context.ts";
import { paths } from "#modules/participation/paths.ts";
import { nowWords } from "#modules/participation/phases/views.tsx";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { ProcessPhase } from "#modules/participation/schema.ts";
import { paths as surveys } from "#modules/surveys/paths.ts";
import { Doors, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Listed } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly processes: readonly Listed[];
  readonly phases: ReadonlyMap<ProcessId, readonly ProcessPhase[]>;
};

const Processes = ({ ctx, processes, phases }: Props) => (
  <ItemList
    items={processes.map((process) => ({
      title: process.title,
      href: paths.show(process.slug),
      kind: nowWords(ctx, process, phases.get(process.id) ?? []),
      text: process.state === "published" ? process.question : process.closingWords.slice(0, 300),
      end: process.proposalCount > 0 ? say(ctx)("proposals", { n: process.proposalCount }) : undefined,
    }))}
  />
);

/** What the town decides together: what runs first, with what one can do now; then what is over, with what came of it. */
export const ListingView = ({ ctx, processes, phases }: Props) => {
  const words = say(ctx);
  const running = processes.filter(({ state }) => state === "published");
  const over = processes.filter(({ state }) => state !== "published");
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      {running.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText", { phone: ctx.place.officePhone })}</p>
        </Empty>
      ) : (
        <Section id="laufend" heading={words("running")}>
          <Processes ctx={ctx} processes={running} phases={phases} />
        </Section>
      )}
      <Doors
        doors={[
          {
            heading: words("surveys"),
            text: words("surveysText"),
            link: { href: surveys.listing, label: words("surveysLink") },
          },
          {
            heading: words("ballots"),
            text: words("ballotsText"),
            link: { href: paths.ballots, label: words("ballotsLink") },
          },
          {
            heading: words("answers"),
            text: words("answersText"),
            link: { href: paths.answers, label: words("answersLink") },
          },
        ]}
      />
      {over.length > 0 && (
        <Section id="abgeschlossen" heading={words("over")}>
          <Processes ctx={ctx} processes={over} phases={phases} />
        </Section>
      )}
    </Stack>
  );
};
