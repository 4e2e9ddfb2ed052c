import type { Context } from "#core/context.ts";
import { dayShort } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { stateName } from "#modules/surveys/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { State, type StateKind } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

const stateKinds: Readonly<Record<SurveyRow["state"], StateKind>> = {
  draft: "wait",
  open: "yes",
  closed: "info",
};

/** Where a survey stands, in a word. */
export const StateOf = ({ ctx, survey }: { readonly ctx: Context; readonly survey: SurveyRow }) => (
  <State kind={stateKinds[survey.state]}>
    {stateName(ctx, survey.state)}
    {survey.state === "open" && survey.closesAt !== null
      ? ` ${say(ctx)("runsUntil", { date: dayShort(ctx, survey.closesAt) })}`
      : ""}
  </State>
);

type ListProps = {
  readonly ctx: Context;
  readonly surveys: readonly SurveyRow[];
  readonly answers: ReadonlyMap<SurveyRow["id"], number>;
};

/** The surveys one may write. */
export const ListView = ({ ctx, surveys, answers }: ListProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      <Actions>
        <ButtonLink href={paths.add}>{words("add")}</ButtonLink>
      </Actions>
      {surveys.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <ItemList
          items={surveys.map((survey) => ({
            title: survey.title,
            href: paths.survey(survey.id),
            kind: survey.organization ?? words("organizationTown"),
            text: survey.state === "draft" ? undefined : words("answers", { n: answers.get(survey.id) ?? 0 }),
            end: <StateOf ctx={ctx} survey={survey} />,
          }))}
        />
      )}
    </Stack>
  );
};

type AddProps = Base & {
  readonly askers: readonly { readonly id: string; readonly name: string }[];
  readonly forTown: boolean;
  readonly form?: Filled | undefined;
};

/** A new survey needs a name and somebody who asks. */
export const AddView = ({ ctx, formKey, askers, forTown, form }: AddProps) => {
  const words = say(ctx);
  const choices = [
    ...(forTown ? [{ value: "stadt", label: words("askerTown") }] : []),
    ...askers.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <Title heading={words("add")} lead={words("addLead")} />
      <Form
        ctx={ctx}
        action={paths.add}
        submit={words("addSubmit")}
        next={words("addNext")}
        formKey={formKey}
        form={form}
      >
        <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={200} />
        <Select
          name="organizationId"
          label={words("asker")}
          options={choices}
          value={choices[0]?.value}
          blank={false}
        />
      </Form>
    </>
  );
};
