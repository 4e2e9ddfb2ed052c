import type { Context } from "#core/context.ts";
import { day, dayWithYear, isLate } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { SeatRow } from "#modules/consortium/seats/queries.ts";
import { ownerOf, type TaskRow } from "#modules/consortium/tasks/queries.ts";
import { taskStateName, taskStates } from "#modules/consortium/vocabulary.ts";
import { ActionLink } from "#ui/button.tsx";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };

const From = ({ ctx, task }: Base & { readonly task: TaskRow }) => {
  const words = say(ctx);
  const { resolutionYear, resolutionNumber, meetingNumber } = task;
  if (resolutionYear && resolutionNumber) {
    const number = paths.resolutionNumber(resolutionYear, resolutionNumber);
    return <a href={paths.resolution(number)}>{words("fromResolution", { number })}</a>;
  }
  if (!meetingNumber) return null;
  return <a href={paths.meeting(meetingNumber)}>{words("fromMeeting", { number: meetingNumber })}</a>;
};

const Until = ({ ctx, task }: Base & { readonly task: TaskRow }) =>
  isLate(ctx, task.dueOn) ? (
    <State kind="late">{say(ctx)("overdue", { day: day(ctx, task.dueOn) })}</State>
  ) : (
    day(ctx, task.dueOn)
  );

type ListProps = Base & {
  readonly open: readonly TaskRow[];
  readonly finished: readonly TaskRow[];
  readonly office?: boolean;
};

/** Who does what until when, and what became of it. */
export const TasksView = ({ ctx, open, finished, office = false }: ListProps) => {
  const words = say(ctx);
  const what = (task: TaskRow) => <span id={`aufgabe-${task.id}`}>{task.title}</span>;
  const common = [
    { heading: words("what"), cell: what },
    { heading: words("who"), cell: ownerOf },
  ];
  const from = { heading: words("from"), cell: (task: TaskRow) => <From ctx={ctx} task={task} /> };
  const edit = {
    heading: words("change"),
    cell: (task: TaskRow) => (
      <ActionLink href={paths.officeTask(task.id)} label={words("change")} object={task.title} />
    ),
  };
  return (
    <Stack wide>
      <Title heading={words("tasksHeading")} lead={words("tasksLead")} />
      <Section id="offen" heading={words("open")}>
        {open.length === 0 ? (
          <p>{words("noOpen")}</p>
        ) : (
          <Table
            id="offene"
            caption={words("caption")}
            rows={open}
            columns={[
              ...common,
              { heading: words("until"), cell: (task) => <Until ctx={ctx} task={task} /> },
              from,
              ...(office ? [edit] : []),
            ]}
          />
        )}
      </Section>
      <Section id="erledigt" heading={words("done")}>
        {finished.length === 0 ? (
          <p>{words("noDone")}</p>
        ) : (
          <Table
            id="erledigte"
            caption={words("doneCaption")}
            rows={finished}
            columns={[
              ...common,
              {
                heading: words("state"),
                cell: ({ state }) => (
                  <State kind={state === "done" ? "yes" : "no"}>{taskStateName(ctx, state)}</State>
                ),
              },
              { heading: words("words"), cell: ({ stateWords }) => stateWords },
              from,
            ]}
          />
        )}
      </Section>
    </Stack>
  );
};

type OneProps = Base & {
  readonly formKey: string;
  readonly task: TaskRow;
  readonly seats: readonly SeatRow[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly form?: Filled | undefined;
  readonly finishing?: Filled | undefined;
  readonly notice?: string | undefined;
};

const notices = ["gespeichert", "stand"] as const;

/** One task in the hand of the office: how it stands, who has it, until when. */
export const TaskView = (props: OneProps) => {
  const { ctx, formKey, task, seats, organizations, form, finishing, notice } = props;
  const words = say(ctx);
  const known = notices.find((one) => one === notice);
  return (
    <Stack wide>
      <Title heading={task.title} lead={`${ownerOf(task)}, ${dayWithYear(ctx, task.dueOn)}`}>
        <p>
          <From ctx={ctx} task={task} />
        </p>
      </Title>
      {known && <Notice ctx={ctx} kind="success" heading={words(`notice_${known}`)} />}
      <Section id="stand" heading={words("finish")}>
        <Form
          ctx={ctx}
          id="s"
          action={paths.taskState(task.id)}
          formKey={`${formKey}-s`}
          form={finishing ?? filledWith({ state: task.state, stateWords: task.stateWords })}
          submit={words("finishSave")}
        >
          <RadioGroup
            name="state"
            label={words("finishState")}
            options={options(taskStates, (code) => taskStateName(ctx, code))}
            row
          />
          <TextArea
            name="stateWords"
            label={words("finishWords")}
            hint={words("finishHint")}
            rows={3}
            maximum={2_000}
            optional
          />
        </Form>
      </Section>
      <Section id="aendern" heading={words("edit")}>
        <Form
          ctx={ctx}
          action={paths.officeTask(task.id)}
          formKey={formKey}
          form={form ?? filledWith({ ...task })}
          submit={words("save")}
          next={words("saveNext")}
          quiet
        >
          <TextField name="title" label={words("title")} maximum={300} />
          <Select
            name="seatId"
            label={words("seat")}
            blank={words("seatBlank")}
            options={seats.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
          <Select
            name="organizationId"
            label={words("organization")}
            blank={words("organizationBlank")}
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
          <TextField name="ownerWords" label={words("ownerWords")} maximum={200} optional />
          <DateField name="dueOn" label={words("dueOn")} />
          <TextArea name="words" label={words("note")} rows={3} maximum={4_000} optional />
        </Form>
      </Section>
    </Stack>
  );
};
