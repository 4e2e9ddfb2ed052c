import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { nextStates } from "#modules/workshops/commands.ts";
import { hallCodeInWords } from "#modules/workshops/guests/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop, WorkshopPhase, WorkshopTable } from "#modules/workshops/schema.ts";
import { Course, whenInWords } from "#modules/workshops/views.tsx";
import { stateName, type WorkshopState } from "#modules/workshops/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { type Item, ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Figures } from "./queries.ts";

type ListProps = {
  readonly ctx: Context;
  readonly workshops: readonly Workshop[];
  readonly figures: ReadonlyMap<Workshop["id"], Figures>;
};

/** All workshops of the town, for the office. */
export const RegisterPage = ({ ctx, workshops, figures }: ListProps) => {
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={words("heading")} lead={words("lead")}>
        <Actions>
          <ButtonLink href={paths.add}>{words("add")}</ButtonLink>
        </Actions>
      </Title>
      {workshops.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Table
          id="werkstaetten"
          caption={words("heading")}
          rows={workshops}
          columns={[
            { heading: words("title"), cell: ({ id, title }) => <a href={paths.office(id)}>{title}</a> },
            { heading: words("day"), cell: ({ startsAt }) => dayWithYear(ctx, startsAt) },
            { heading: words("stand"), cell: ({ state }) => stateName(ctx, state) },
            {
              heading: words("coming"),
              cell: ({ id, seats }) => words("seats", { n: figures.get(id)?.coming ?? 0, seats }),
            },
            { heading: words("sort"), cell: ({ id }) => words("cards", { n: figures.get(id)?.cards ?? 0 }) },
          ]}
        />
      )}
    </Stack>
  );
};

type OverviewProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly phases: readonly WorkshopPhase[];
  readonly tables: readonly WorkshopTable[];
  readonly figures: Figures | undefined;
  readonly cards: ReadonlyMap<WorkshopPhase["id"], number>;
  readonly notice?: string | undefined;
};

const moveWord = (from: WorkshopState, to: WorkshopState) => {
  if (from === "running" && to === "announced") return "move_announced_running" as const;
  if (from === "correcting" && to === "running") return "move_running_correcting" as const;
  if (from === "finished" && to === "correcting") return "move_correcting_finished" as const;
  return to === "draft" ? "move_announced" : (`move_${to}` as const);
};

const Next = ({ ctx, formKey, workshop }: OverviewProps) => {
  const words = say(ctx);
  const next = nextStates[workshop.state];
  if (next.length === 0) return null;
  return (
    <Section id="weiter" heading={words("next")}>
      <p>{words(`next_${workshop.state}`)}</p>
      <Actions>
        {next.map((to, index) => (
          <ActionForm
            action={paths.state(workshop.id)}
            formKey={`${formKey}${to}`}
            values={{ stand: to }}
            label={words(moveWord(workshop.state, to))}
            kind={index === 0 ? "primary" : "tertiary"}
          />
        ))}
      </Actions>
      {next.includes("canceled") && <p class="al-soft">{words("cancelLead")}</p>}
    </Section>
  );
};

const prepare = ({ ctx, workshop, phases, tables }: OverviewProps): Item[] => {
  const words = say(ctx);
  return [
    { title: words("settings"), href: paths.settings(workshop.id), text: whenInWords(ctx, workshop) },
    {
      title: words("phases"),
      href: paths.phases(workshop.id),
      text: words("phasesText", { n: phases.length }),
    },
    {
      title: words("tables"),
      href: paths.tables(workshop.id),
      text: words("tablesText", { n: tables.length }),
    },
  ];
};

const invite = ({ ctx, workshop, figures }: OverviewProps): Item[] => {
  const words = say(ctx);
  const { coming = 0, waiting = 0 } = figures ?? {};
  return [
    ...(workshop.state === "draft"
      ? []
      : [{ title: words("publicPage"), href: paths.show(workshop.slug), text: words("publicPageText") }]),
    {
      title: words("people"),
      href: paths.people(workshop.id),
      text: words("peopleText", { n: coming, seats: workshop.seats, waiting }),
    },
  ];
};

const theDay = ({ ctx, workshop }: OverviewProps): Item[] => {
  const words = say(ctx);
  const code = hallCodeInWords(workshop.hallCode);
  return [
    ...(workshop.state === "draft"
      ? []
      : [{ title: words("screen"), href: paths.screen(workshop.slug), text: words("screenText", { code }) }]),
    { title: words("openPhase"), href: paths.phases(workshop.id), text: words("openPhaseText") },
    { title: words("paper"), href: paths.paperCards(workshop.id), text: words("paperText") },
  ];
};

const sort = ({ ctx, workshop, phases, cards }: OverviewProps): Item[] =>
  phases
    .filter(({ id, kind }) => kind !== "other" || (cards.get(id) ?? 0) > 0)
    .map(({ id, title }) => ({
      title: say(ctx)("board", { title }),
      href: paths.board(workshop.id, id),
      text: say(ctx)("cards", { n: cards.get(id) ?? 0 }),
    }));

const report = ({ ctx, workshop }: OverviewProps): Item[] => {
  const words = say(ctx);
  return [
    {
      title: words("corrections"),
      href: paths.officeCorrections(workshop.id),
      text: words("correctionsText"),
    },
    { title: words("steps"), href: paths.steps(workshop.id), text: words("stepsText") },
    { title: words("photos"), href: paths.photos(workshop.id), text: words("photosText") },
    { title: words("findings"), href: paths.findings(workshop.id), text: words("findingsText") },
  ];
};

/** One workshop: where it stands, and everything there is to do, in the order in which one does it. */
export const OverviewPage = (props: OverviewProps) => {
  const { ctx, workshop, phases, notice } = props;
  const words = say(ctx);
  return (
    <Stack>
      <Title
        heading={workshop.title}
        kind={`${stateName(ctx, workshop.state)} · ${whenInWords(ctx, workshop)}`}
        lead={workshop.question}
      />
      {notice === "gespeichert" && <Notice ctx={ctx} kind="success" heading={words("notice_gespeichert")} />}
      <Course ctx={ctx} state={workshop.state} />
      <Next {...props} />
      <Section id="vorbereiten" heading={words("prepare")}>
        <ItemList items={prepare(props)} />
      </Section>
      <Section id="einladen" heading={words("invite")}>
        <ItemList items={invite(props)} />
      </Section>
      <Section id="tag" heading={words("theDay")}>
        <ItemList items={theDay(props)} />
      </Section>
      {phases.length > 0 && (
        <Section id="sortieren" heading={words("sort")}>
          <ItemList items={sort(props)} />
        </Section>
      )}
      <Section id="bericht" heading={words("report")}>
        <ItemList items={report(props)} />
      </Section>
    </Stack>
  );
};
