import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { picturePath } from "#core/files.ts";
import { money } from "#core/number.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Process } from "#modules/participation/schema.ts";
import { projectStateName } from "#modules/participation/vocabulary.ts";
import { Facts, Pairs, State, type StateKind } from "#ui/facts.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import type { Project, Update } from "./queries.ts";

type Props = { readonly ctx: Context };

const kinds: Readonly<Record<Project["state"], StateKind>> = {
  funded: "wait",
  started: "info",
  done: "yes",
  stopped: "no",
};

/** "In Arbeit" */
export const ProjectState = ({ ctx, project }: Props & { readonly project: Project }) => (
  <State kind={kinds[project.state]}>{projectStateName(ctx, project.state)}</State>
);

const UpdateText = ({ ctx, update }: Props & { readonly update: Update }) => (
  <>
    <p>{update.words}</p>
    {update.spentCents > 0 && (
      <p class="al-small">
        {say(ctx)("spent")}: {money(ctx, update.spentCents)}
      </p>
    )}
    {update.fileId && (
      <figure class="al-picture">
        <img
          src={picturePath(update.fileId)}
          alt={update.alternativeText ?? ""}
          width={update.width ?? undefined}
          height={update.height ?? undefined}
          loading="lazy"
        />
      </figure>
    )}
  </>
);

/** How a project goes on, newest first. */
export const Updates = ({ ctx, updates }: Props & { readonly updates: readonly Update[] }) => (
  <Timeline
    ctx={ctx}
    moments={updates.map((update) => ({
      when: update.happenedOn,
      text: <UpdateText ctx={ctx} update={update} />,
    }))}
  />
);

/** One funded project: who, until when, how it stands, what was spent and what has happened. */
export const ProjectFacts = ({ ctx, project }: Props & { readonly project: Project }) => {
  const words = say(ctx);
  const amounts = { spent: money(ctx, project.spentCents), granted: money(ctx, project.grantedCents) };
  return (
    <>
      <p>
        <ProjectState ctx={ctx} project={project} /> {project.stateWords}
      </p>
      <Pairs
        pairs={[
          [words("owner"), project.ownerWords],
          [words("due"), project.dueOn && dayWithYear(ctx, project.dueOn)],
          [words("spent"), words("spentOf", amounts)],
        ]}
      />
    </>
  );
};

type ListProps = Props & {
  readonly process: Process;
  readonly projects: readonly Project[];
  readonly updates: readonly Update[];
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const Sums = ({ ctx, projects }: Pick<ListProps, "ctx" | "projects">) => {
  const words = say(ctx);
  const count = (state: Project["state"]) => projects.filter((one) => one.state === state).length;
  const granted = money(ctx, sum(projects.map(({ grantedCents }) => grantedCents)));
  return (
    <Facts
      facts={[
        { value: count("done"), sentence: words("done", { n: count("done") }) },
        { value: count("started"), sentence: words("inWork", { n: count("started") }) },
        {
          value: money(ctx, sum(projects.map(({ spentCents }) => spentCents))),
          sentence: words("money", { granted }),
        },
      ]}
    />
  );
};

/** All funded projects of a process, for everybody. */
export const ProjectsView = ({ ctx, process, projects, updates }: ListProps) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("heading")} lead={words("lead")} />
      {projects.length === 0 && <Empty heading={words("none")}>{words("noneText")}</Empty>}
      {projects.length > 0 && <Sums ctx={ctx} projects={projects} />}
      {projects.map((project) => {
        const own = updates.filter(({ projectId }) => projectId === project.id);
        return (
          <Section
            id={`vorhaben-${project.number}`}
            heading={project.title}
            link={{ href: paths.proposal(process.slug, project.number), label: words("proposal") }}
          >
            <ProjectFacts ctx={ctx} project={project} />
            {own.length > 0 && <Updates ctx={ctx} updates={own} />}
            {own.length === 0 && project.state !== "funded" && <p class="al-soft">{words("noUpdates")}</p>}
          </Section>
        );
      })}
    </>
  );
};
