import type { Context } from "#core/context.ts";
import { ago, dayLong, due, isLate, time } from "#core/date.ts";
import { dayOf, plusDays, timeOf, weekdayOf } from "#core/local-time.ts";
import { personLanguageName } from "#modules/people/vocabulary.ts";
import { ActionForm, ActionLink, ButtonLink } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Stack } from "#ui/page.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { Desk, File, FilePart, Keys, Views, type WorkGroup, WorkList, type WorkRow } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import * as queries from "./queries.ts";
import { appointmentName, taskName, topicName } from "./vocabulary.ts";

type Ctx = { readonly ctx: Context };
type Key = { readonly formKey: string };
type Task = queries.TaskRow;

/** "Maria Noack" → "M. Noack": enough in a narrow column. */
const short = (name: string): string => name.replace(/^(\S)\S*\s+(?=\S)/u, "$1. ");

const who = (ctx: Context, { keeper, absent }: Task): string | undefined => {
  if (!keeper) return undefined;
  return absent ? say(ctx)("standsIn", { name: short(keeper), absent: short(absent) }) : short(keeper);
};

// A task of a whole day is due at midnight; only an hour that somebody chose is shown.
const dueWords = (ctx: Context, when: Date): string =>
  dayOf(when) === dayOf(ctx.now) && timeOf(when) !== "00:00" ? time(ctx, when) : due(ctx, when);

type TakeProps = Ctx & Key & { readonly task: Task; readonly kind?: "primary" | undefined };

const Take = ({ ctx, formKey, task, kind }: TakeProps) => (
  <ActionForm
    action={paths.taskPart(task.id, "uebernahme")}
    formKey={`${formKey}-${task.id}`.slice(0, 64)}
    label={say(ctx)("take")}
    object={task.title}
    kind={kind}
  />
);

const rowOf = ({ ctx, formKey, view, selected }: WorklistProps, task: Task): WorkRow => ({
  id: `zeile-${task.id}`,
  kind: taskName(ctx, task.kind),
  title: task.title,
  href: paths.row(task.id, view),
  meta: task.detail,
  who: who(ctx, task),
  due: dueWords(ctx, task.dueAt),
  late: isLate(ctx, task.dueAt),
  current: task.id === selected?.task.id,
  action:
    task.keeperId === null ? (
      <Take ctx={ctx} formKey={formKey} task={task} />
    ) : (
      <ActionLink href={task.path} label={say(ctx)(`open_${task.kind}`)} object={task.title} />
    ),
});

const leadOf = (ctx: Context, { late, today }: queries.TaskCounts): string => {
  const words = say(ctx);
  return words("lead", {
    day: dayLong(ctx, ctx.now),
    late: late > 0 ? words("lateMany", { n: late }) : words("lateNone"),
    today: today > 0 ? words("todayMany", { n: today }) : words("todayNone"),
  });
};

const notices = ["taken", "finished", "postponed", "assigned", "reopened"] as const;

const Happened = ({ ctx, notice }: Ctx & { readonly notice: string | undefined }) => {
  const known = notices.find((candidate) => candidate === notice);
  if (!known) return null;
  return (
    <Notice ctx={ctx} kind="success">
      {say(ctx)(`notice_${known}`)}
    </Notice>
  );
};

export type WorklistProps = Ctx &
  Key & {
    readonly view: queries.TaskView;
    readonly group?: queries.TaskGroup | undefined;
    readonly counts: queries.TaskCounts;
    readonly tasks: readonly Task[];
    readonly notice?: string | undefined;
    readonly selected?: TaskFileProps | undefined;
  };

/** The worklist: what nobody owns on top, then by due day; the file of the chosen row beside it. */
export const Worklist = (props: WorklistProps) => {
  const { ctx, view, group, counts, tasks, notice, selected } = props;
  const words = say(ctx);
  const groups: WorkGroup[] = queries.taskGroups.map((name) => {
    const members = tasks.filter((task) => task.group === name);
    return {
      id: `gruppe-${name}`,
      heading: words(name === "week" && weekdayOf(dayOf(ctx.now)) > 4 ? "nextWeek" : `group_${name}`),
      rows: members.map((task) => rowOf(props, task)),
      total: members[0]?.total ?? 0,
      moreHref: group ? undefined : paths.group(name, view),
    };
  });
  const views = [
    ...queries.taskViews.map((name) => ({
      href: paths.view(name),
      label: words(`view_${name}`),
      count: counts[name],
      current: name === view,
    })),
    { href: paths.done, label: words("viewDone") },
  ];
  return (
    <Desk
      heading={words("worklist")}
      lead={leadOf(ctx, counts)}
      views={<Views ctx={ctx} views={views} />}
      file={selected && <TaskFile {...selected} />}
    >
      <Happened ctx={ctx} notice={notice} />
      {tasks.length === 0 && <Empty heading={words(`empty_${view}`)} />}
      <WorkList ctx={ctx} groups={groups} />
      {group && (
        <p>
          <a href={paths.view(view)}>{words("allGroups")}</a>
        </p>
      )}
      <Keys ctx={ctx} />
    </Desk>
  );
};

export type TaskFileProps = Ctx &
  Key & {
    readonly task: Task;
    readonly person?: queries.TaskPerson | undefined;
    readonly inquiry?: queries.TaskInquiry | undefined;
    readonly trail: readonly queries.TrailRow[];
  };

const trailWords = (ctx: Context, { sort, kind, text }: queries.TrailRow): string => {
  if (sort === "inquiry") return say(ctx)("trail_inquiry", { topic: topicName(ctx, kind), text });
  if (sort === "task") return say(ctx)("trail_task", { kind: taskName(ctx, kind), text });
  const state = (["held", "missed", "canceled"] as const).find((name) => name === text) ?? "booked";
  return say(ctx)("trail_appointment", {
    kind: appointmentName(ctx, kind),
    state: say(ctx)(`state_${state}`),
  });
};

type Reached = Pick<queries.TaskInquiry, "phone" | "email" | "reachable">;

const Reach = ({ person }: { readonly person: Reached }) => (
  <>
    {person.phone && <a href={telephone(person.phone)}>{person.phone}</a>}
    {person.phone && person.email && <br />}
    {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
    {person.reachable && <span> {person.reachable}</span>}
  </>
);

const Facts = ({ ctx, task, person, inquiry }: TaskFileProps) => {
  const words = say(ctx);
  const reached = person ?? inquiry;
  return (
    <Pairs
      pairs={[
        [words("reachable"), reached && <Reach person={reached} />],
        [words("lives"), person?.townName],
        [
          words("language"),
          reached && reached.language !== "de" && personLanguageName(ctx, reached.language),
        ],
        [words("owner"), who(ctx, task) ?? words("nobody")],
        [words("due"), dueWords(ctx, task.dueAt)],
        [words("since"), ago(ctx, task.openedAt)],
      ]}
    />
  );
};

const Quick = ({ ctx, formKey, task }: Ctx & Key & { readonly task: Task }) => (
  <Actions>
    <ActionForm
      action={paths.taskPart(task.id, "erledigung")}
      formKey={`${formKey}e`}
      label={say(ctx)("done")}
      object={task.title}
      kind="secondary"
      shortKey="E"
    />
    <ActionForm
      action={paths.taskPart(task.id, "vertagung")}
      formKey={`${formKey}v`}
      label={say(ctx)("tomorrow")}
      object={task.title}
      values={{ tag: plusDays(dayOf(ctx.now), 1) }}
      kind="secondary"
      shortKey="V"
    />
    <a href={paths.task(task.id)} aria-keyshortcuts="Z">
      {say(ctx)("more")}
    </a>
  </Actions>
);

/** Everything about one task: whom it concerns, what to do now, and what went before. */
const TaskFile = (props: TaskFileProps) => {
  const { ctx, formKey, task, person, inquiry, trail } = props;
  const text = say(ctx);
  const moments = trail.map((moment) => ({ when: moment.at, text: trailWords(ctx, moment) }));
  return (
    <File
      kind={taskName(ctx, task.kind)}
      heading={person?.name ?? inquiry?.name ?? task.title}
      lead={(person || inquiry) && task.title}
      foot={person && text("fileSeen")}
    >
      <Facts {...props} />
      <FilePart heading={text("now")}>
        <Stack>
          {task.detail && <p>{task.detail}</p>}
          {inquiry && <blockquote>{inquiry.words}</blockquote>}
          <Actions>
            {task.keeperId === null && <Take ctx={ctx} formKey={formKey} task={task} kind="primary" />}
            <ButtonLink href={task.path} kind={task.keeperId === null ? "secondary" : "primary"}>
              {text(`open_${task.kind}`)}
            </ButtonLink>
            {person && task.path !== paths.file(person.id) && (
              <a href={paths.file(person.id)}>{text("openFile")}</a>
            )}
          </Actions>
          <Quick ctx={ctx} formKey={formKey} task={task} />
        </Stack>
      </FilePart>
      {moments.length > 0 && (
        <FilePart heading={text("history")}>
          <Timeline ctx={ctx} moments={moments} />
        </FilePart>
      )}
    </File>
  );
};
