import type { Context } from "#core/context.ts";
import { day, duration, time } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { timeOf } from "#core/local-time.ts";
import { markOf } from "#modules/consortium/agenda/commands.ts";
import type { AgendaItem, Paper } from "#modules/consortium/agenda/queries.ts";
import type { Attendance } from "#modules/consortium/attendance/queries.ts";
import type { Panel } from "#modules/consortium/counting/queries.ts";
import { VotePanel } from "#modules/consortium/counting/views.tsx";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";
import { MotionForm } from "#modules/consortium/motions/views.tsx";
import { paths } from "#modules/consortium/paths.ts";
import { ownerOf, type TaskRow } from "#modules/consortium/tasks/queries.ts";
import { ActionForm } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { More, Section, Stack } from "#ui/page.tsx";
import { say } from "./messages.ts";

export type RunningProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  readonly item: AgendaItem | undefined;
  readonly papers: readonly Paper[];
  readonly panels: readonly Panel[];
  readonly tasks: readonly TaskRow[];
  readonly attendance: Attendance;
  readonly notice?: string | undefined;
  readonly refusal?: string | undefined;
  readonly minutesForm?: Filled | undefined;
  readonly changed?: boolean | undefined;
  readonly taskForm?: Filled | undefined;
  readonly conflictForm?: Filled | undefined;
};
type ItemProps = RunningProps & { readonly item: AgendaItem };

const clockWords = ({ ctx, item }: ItemProps): string => {
  const words = say(ctx);
  if (item.begunAt && !item.endedAt)
    return words("begun", { time: time(ctx, item.begunAt), minutes: duration(ctx, item.minutes) });
  const planned = words("planned", { from: timeOf(item.startsAt), to: timeOf(item.endsAt) });
  return item.endedAt ? `${planned}, ${words("ended")}` : planned;
};

const Minutes = ({ ctx, formKey, meeting, item, minutesForm, changed }: ItemProps) => {
  const words = say(ctx);
  const { minutesWords } = item;
  return (
    <Section id="niederschrift" heading={words("minutes")} space="none">
      {changed && (
        <Notice ctx={ctx} kind="warning" heading={words("minutesOther")}>
          <p>{minutesWords}</p>
          <p>{words("minutesOtherText")}</p>
        </Notice>
      )}
      <Form
        ctx={ctx}
        id="p"
        action={paths.itemMinutes(meeting.id, item.id)}
        formKey={`${formKey}-p`}
        form={minutesForm ?? filledWith({ minutesWords })}
        submit={words("minutesSave")}
      >
        <input type="hidden" name="before" value={markOf(minutesWords)} />
        <TextArea
          name="minutesWords"
          label={words("minutes")}
          hint={words("minutesHint")}
          rows={8}
          maximum={20_000}
          optional
        />
      </Form>
    </Section>
  );
};

const Conflicts = ({ ctx, formKey, meeting, item, attendance, conflictForm }: ItemProps) => {
  const words = say(ctx);
  const here = attendance.conflicts.filter(({ agendaItemId }) => agendaItemId === item.id);
  return (
    <Section id="befangen" heading={words("conflicts")} space="none">
      <ul>
        {here.map(({ seatId, seatTitle, words: why }) => (
          <li>
            {words("conflictLine", { seat: seatTitle, words: why })}{" "}
            <ActionForm
              action={paths.conflicts(meeting.id, item.id)}
              formKey={`${formKey}-b-${seatId}`}
              label={words("conflictRemove")}
              object={seatTitle}
              values={{ zurueck: seatId }}
            />
          </li>
        ))}
      </ul>
      <More summary={words("conflictAdd")} open={conflictForm !== undefined}>
        <Form
          ctx={ctx}
          id="b"
          action={paths.conflicts(meeting.id, item.id)}
          formKey={`${formKey}-b`}
          form={conflictForm}
          submit={words("conflictAdd")}
          next={words("conflictsText")}
          quiet
        >
          <Select
            name="seat"
            label={words("conflictSeat")}
            options={attendance.seats.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <TextField name="words" label={words("conflictWords")} maximum={1_000} />
        </Form>
      </More>
    </Section>
  );
};

const Motions = ({ ctx, formKey, meeting, item, panels, attendance }: ItemProps) => {
  const words = say(ctx);
  const here = panels.filter(({ motion }) => motion.agendaItemId === item.id);
  return (
    <Section id="antraege" heading={words("motions")} space="none">
      <Stack wide>
        {here.length === 0 && <p class="al-soft">{words("noMotions")}</p>}
        {here.map((panel) => (
          <VotePanel ctx={ctx} formKey={formKey} panel={panel} />
        ))}
        {meeting.state !== "closed" && (
          <More summary={words("addMotion")}>
            <MotionForm
              ctx={ctx}
              action={paths.motions(meeting.id, item.id)}
              formKey={`${formKey}-m`}
              seats={attendance.seats}
            />
          </More>
        )}
      </Stack>
    </Section>
  );
};

const Tasks = ({ ctx, formKey, meeting, item, tasks, panels, attendance, taskForm }: ItemProps) => {
  const words = say(ctx);
  const here = tasks.filter(({ agendaItemId }) => agendaItemId === item.id);
  const made = panels.flatMap(({ resolution }) => resolution ?? []);
  return (
    <Section id="aufgaben" heading={words("tasks")} space="none">
      <ul>
        {here.map((task) => (
          <li>{words("taskLine", { who: ownerOf(task), title: task.title, day: day(ctx, task.dueOn) })}</li>
        ))}
      </ul>
      <More summary={words("taskAdd")} open={taskForm !== undefined}>
        <Form
          ctx={ctx}
          id="a"
          action={paths.itemTasks(meeting.id, item.id)}
          formKey={`${formKey}-a`}
          form={taskForm}
          submit={words("taskAdd")}
          quiet
        >
          <TextField name="title" label={words("taskTitle")} maximum={300} />
          <Select
            name="seatId"
            label={words("taskSeat")}
            blank={words("taskSeatBlank")}
            options={attendance.seats.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
          <TextField name="ownerWords" label={words("taskOwner")} maximum={200} optional />
          <DateField name="dueOn" label={words("taskDue")} />
          {made.length > 0 && (
            <Select
              name="resolutionId"
              label={words("taskResolution")}
              blank={words("taskNoResolution")}
              options={made.map(({ id, label, title }) => ({ value: id, label: `${label} ${title}` }))}
              optional
            />
          )}
        </Form>
      </More>
    </Section>
  );
};

const Papers = ({ ctx, item, papers }: ItemProps) => {
  const here = papers.filter(({ agendaItemId }) => agendaItemId === item.id);
  if (here.length === 0) return null;
  return (
    <p>
      {say(ctx)("papers")}:{" "}
      {here.map(({ id, title, url }, index) => (
        <>
          {index > 0 && ", "}
          <a href={url || paths.paper(id)}>{title}</a>
        </>
      ))}
    </p>
  );
};

/** What is being talked about: words and papers, motions with their votes, the minutes, tasks, conflicts of interest. */
export const ItemPart = (props: ItemProps) => {
  const { ctx, formKey, meeting, item } = props;
  const words = say(ctx);
  const current = item.begunAt !== null && item.endedAt === null;
  return (
    <Stack wide>
      <p>
        <State kind={current ? "wait" : "info"}>{clockWords(props)}</State>
      </p>
      {meeting.invitedAt !== null && !item.announced && (
        <Notice ctx={ctx} kind="warning" heading={words("notAnnounced")} />
      )}
      {item.words && <p class="al-lines">{item.words}</p>}
      <Papers {...props} />
      {meeting.state === "running" && !current && (
        <ActionForm
          action={paths.running(meeting.id)}
          formKey={`${formKey}-begin`}
          label={words("begin")}
          object={item.title}
          values={{ was: "punkt", punkt: item.id }}
          kind="primary"
        />
      )}
      <Motions {...props} />
      <Minutes {...props} />
      <Tasks {...props} />
      <Conflicts {...props} />
    </Stack>
  );
};
