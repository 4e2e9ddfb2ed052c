import type { Context } from "#core/context.ts";
import { period } from "#core/date.ts";
import { say as drafts } from "#modules/participation/drafting/messages.ts";
import { missingIn } from "#modules/participation/drafting/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { nowWords, Phases } from "#modules/participation/phases/views.tsx";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { Process, ProcessPhase } from "#modules/participation/schema.ts";
import { processStateName, templateName, writerName } from "#modules/participation/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { State, type StateKind } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { type Item, ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Figures } from "./queries.ts";

type ListProps = {
  readonly ctx: Context;
  readonly processes: readonly Process[];
  readonly phases: ReadonlyMap<ProcessId, readonly ProcessPhase[]>;
  readonly notice?: string | undefined;
};

const stateKinds: Readonly<Record<Process["state"], StateKind>> = {
  draft: "wait",
  published: "yes",
  closed: "info",
  canceled: "no",
};

const StateOf = ({ ctx, process }: { readonly ctx: Context; readonly process: Process }) => (
  <State kind={stateKinds[process.state]}>{processStateName(ctx, process.state)}</State>
);

/** All processes of the town, for the office. */
export const ListView = ({ ctx, processes, phases, notice }: ListProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      {notice === "verworfen" && <Notice ctx={ctx} kind="success" heading={words("notice_verworfen")} />}
      <Actions>
        <ButtonLink href={paths.add}>{words("add")}</ButtonLink>
        <a href={paths.officeBallots}>{words("ballots")}</a>
      </Actions>
      {processes.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <ItemList
          items={processes.map((process) => ({
            title: process.title,
            href: paths.office(process.id),
            kind: templateName(ctx, process.template),
            text: process.state === "published" ? nowWords(ctx, process, phases.get(process.id) ?? []) : "",
            end: <StateOf ctx={ctx} process={process} />,
          }))}
        />
      )}
    </Stack>
  );
};

type OverviewProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly phases: readonly ProcessPhase[];
  readonly figures: Figures;
  readonly notice?: string | undefined;
};

const Next = ({ ctx, formKey, process, phases }: OverviewProps) => {
  const words = say(ctx);
  const missing = missingIn(process, phases);
  if (process.state === "closed" || process.state === "canceled") return <p>{process.closingWords}</p>;
  if (process.state === "published")
    return (
      <Stack>
        <p>
          <b>{nowWords(ctx, process, phases)}</b>
        </p>
        <Actions>
          <ButtonLink href={paths.show(process.slug)} kind="secondary">
            {words("toPublic")}
          </ButtonLink>
          <a href={paths.state(process.id)}>{words("toEnd")}</a>
        </Actions>
      </Stack>
    );
  return (
    <Stack>
      <p>
        {missing.length === 0
          ? words("ready")
          : words("missing", { list: missing.map((name) => drafts(ctx)(`missing_${name}`)).join(", ") })}
      </p>
      <Actions>
        <ActionForm
          action={paths.state(process.id)}
          formKey={`${formKey}p`}
          values={{ stand: "published" }}
          label={words("publish")}
          kind={missing.length === 0 ? "primary" : "secondary"}
        />
        <ActionForm
          action={paths.state(process.id)}
          formKey={`${formKey}d`}
          values={{ stand: "dropped" }}
          label={words("drop")}
          kind="tertiary"
        />
      </Actions>
    </Stack>
  );
};

const prepare = ({ ctx, process, phases }: OverviewProps): Item[] => {
  const words = say(ctx);
  const [first, last] = [phases[0], phases.at(-1)];
  return [
    { title: words("settings"), href: paths.settings(process.id), text: writerName(ctx, process.who) },
    {
      title: words("phases"),
      href: paths.phases(process.id),
      text: first && last ? period(ctx, first.startsOn, last.endsOn) : words("noPhases"),
    },
  ];
};

const listen = ({ ctx, process, figures }: OverviewProps): Item[] => {
  const words = say(ctx);
  const late = figures.overdue > 0;
  return [
    {
      title: words("proposals"),
      href: paths.officeProposals(process.id),
      text: figures.proposals > 0 ? words("proposalsText", { n: figures.proposals }) : words("noneYet"),
    },
    { title: words("paper"), href: paths.paperProposal(process.id), text: words("paperText") },
    {
      title: words("answers"),
      href: paths.officeAnswers(process.id),
      text: figures.open > 0 ? words("answersText", { n: figures.open }) : words("answersNone"),
      end: late ? <State kind="late">{words("overdue", { n: figures.overdue })}</State> : undefined,
    },
    {
      title: words("joinings"),
      href: paths.officeJoinings(process.id),
      text: figures.joinings > 0 ? words("joiningsText", { n: figures.joinings }) : words("joiningsNone"),
    },
    {
      title: words("moderation"),
      href: paths.officeModeration(process.id),
      text: figures.redress > 0 ? words("moderationText", { n: figures.redress }) : words("moderationNone"),
    },
  ];
};

const decide = ({ ctx, process, figures }: OverviewProps): Item[] => {
  const words = say(ctx);
  return [
    {
      title: words("rounds"),
      href: paths.officeRounds(process.id),
      text: figures.rounds > 0 ? words("roundsText", { n: figures.rounds }) : words("noneYet"),
    },
    {
      title: words("ballots"),
      href: paths.officeBallots,
      text: figures.ballots > 0 ? words("ballotsText", { n: figures.ballots }) : words("noneYet"),
    },
    ...(process.template === "fund"
      ? [{ title: words("fund"), href: paths.officeFund(process.id), text: words("fundText") }]
      : []),
  ];
};

const notices = ["gespeichert", "veroeffentlicht", "abgeschlossen", "abgebrochen"] as const;

/** One process: where it stands, and everything there is to do, in the order in which one does it. */
export const OverviewView = (props: OverviewProps) => {
  const { ctx, process, phases, figures } = props;
  const words = say(ctx);
  const notice = notices.find((one) => one === props.notice);
  return (
    <Stack wide>
      <Title
        heading={process.title}
        kind={`${templateName(ctx, process.template)} · ${processStateName(ctx, process.state)}`}
        lead={process.question}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      <Next {...props} />
      <Section id="vorbereiten" heading={words("part_prepare")}>
        <ItemList items={prepare(props)} />
      </Section>
      <Section
        id="zuhoeren"
        heading={words("part_listen")}
        aside={figures.followers > 0 ? words("followers", { n: figures.followers }) : words("followersNone")}
      >
        <ItemList items={listen(props)} />
      </Section>
      <Section id="entscheiden" heading={words("part_decide")}>
        <ItemList items={decide(props)} />
      </Section>
      {phases.length > 0 && (
        <Section id="weg" heading={words("way")}>
          <Phases ctx={ctx} phases={phases} />
        </Section>
      )}
    </Stack>
  );
};
