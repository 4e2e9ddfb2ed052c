import type { Context } from "#core/context.ts";
import { day } from "#core/date.ts";
import { blank, type Filled } from "#core/input.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { paths } from "#modules/desk/paths.ts";
import type { DoneTask, TaskRow } from "#modules/desk/queries.ts";
import { taskName } from "#modules/desk/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { DateField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = { readonly ctx: Context; readonly formKey: string };
type Choice = { readonly id: string; readonly name: string };
export type TaskProps = Props & {
  readonly task: TaskRow;
  readonly staff: readonly Choice[];
  readonly form?: Filled | undefined;
};

const Later = ({ ctx, formKey, task, form = blank }: TaskProps) => {
  const action = paths.taskPart(task.id, "vertagung");
  return (
    <Form
      ctx={ctx}
      id="vertagen"
      action={action}
      formKey={`${formKey}v`}
      form={form}
      submit={say(ctx)("later")}
    >
      <DateField name="tag" label={say(ctx)("day")} min={plusDays(dayOf(ctx.now), 1)} />
    </Form>
  );
};

const Assign = ({ ctx, formKey, task, staff }: TaskProps) => (
  <Form
    ctx={ctx}
    id="zuweisen"
    action={paths.taskPart(task.id, "zuweisung")}
    formKey={`${formKey}z`}
    submit={say(ctx)("assign")}
  >
    <Select
      name="wer"
      label={say(ctx)("assignTo")}
      options={staff.map(({ id, name }) => ({ value: id, label: name }))}
      value={task.keeperId ?? ""}
      blank={say(ctx)("toNobody")}
      optional
    />
  </Form>
);

/** One task with all that can be done to it: for phones, and for whoever wants another day or another pair of hands. */
export const TaskPage = (props: TaskProps) => {
  const { ctx, formKey, task } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={taskName(ctx, task.kind)} heading={task.title} lead={task.detail}>
        <Actions>
          <ButtonLink href={task.path}>{words("open")}</ButtonLink>
        </Actions>
      </Title>
      <Pairs
        pairs={[
          [words("owner"), task.keeper ?? words("nobody")],
          [words("due"), day(ctx, task.dueAt)],
        ]}
      />
      <Section id="zuweisung" heading={words("assign")}>
        <Assign {...props} />
      </Section>
      <Section id="vertagung" heading={words("later")}>
        <Later {...props} />
      </Section>
      <Section id="erledigung" heading={words("done")}>
        <Form
          ctx={ctx}
          id="erledigen"
          action={paths.taskPart(task.id, "erledigung")}
          formKey={`${formKey}e`}
          submit={words("done")}
        >
          <TextField name="ergebnis" label={words("outcome")} optional maximum={200} />
        </Form>
      </Section>
    </Stack>
  );
};

const doneWhen = (ctx: Context, { doneAt, doneBy }: DoneTask): string => {
  const when = day(ctx, doneAt ?? ctx.now);
  return doneBy ? say(ctx)("doneBy", { day: when, name: doneBy }) : say(ctx)("doneAlone", { day: when });
};

/** What was done last, each with the way back. */
export const DoneList = ({ ctx, formKey, tasks }: Props & { readonly tasks: readonly DoneTask[] }) => (
  <Stack wide>
    <Title heading={say(ctx)("doneHeading")} lead={say(ctx)("doneLead")} />
    {tasks.length === 0 && <Empty heading={say(ctx)("emptyDone")} />}
    <ItemList
      items={tasks.map((task) => ({
        kind: taskName(ctx, task.kind),
        title: task.title,
        href: task.path,
        text: [task.outcome, doneWhen(ctx, task)].filter(Boolean).join(" – "),
        end: (
          <ActionForm
            action={paths.taskPart(task.id, "rueckkehr")}
            formKey={`${formKey}-${task.id}`.slice(0, 64)}
            label={say(ctx)("reopen")}
            object={task.title}
          />
        ),
      }))}
    />
  </Stack>
);

/** A refusal in words, with the way back to the list. */
export const TaskRefused = ({
  ctx,
  reason,
}: Pick<Props, "ctx"> & { readonly reason: "taken" | "finished" }) => (
  <Stack>
    <Title heading={say(ctx)("worklist")} />
    <Notice ctx={ctx} kind="warning">
      {say(ctx)(`refused_${reason}`)}
    </Notice>
    <p>
      <a href={paths.worklist}>{say(ctx)("backToList")}</a>
    </p>
  </Stack>
);
