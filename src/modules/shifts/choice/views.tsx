import type { Context } from "#core/context.ts";
import { dayAndTime, duration } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { SignUpRefusal } from "#modules/shifts/admission/queries.ts";
import { type Choice, isOpen, type Row, type Trouble, troublesOf } from "#modules/shifts/choosing/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { stateName } from "#modules/shifts/places/vocabulary.ts";
import type { SignupRow } from "#modules/shifts/signups/queries.ts";
import { ButtonLink } from "#ui/button.tsx";
import { CheckboxGroup } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly choice: Choice;
  readonly rows: readonly Row[];
  readonly form: Filled | undefined;
  readonly refusal: SignUpRefusal | undefined;
};

const troubleIn = (ctx: Context, trouble: Trouble): string => {
  const words = say(ctx);
  if (trouble.kind === "rest") {
    return trouble.minutes === 0
      ? words("restNone")
      : words("rest", { rest: duration(ctx, trouble.minutes) });
  }
  if (trouble.kind === "elsewhere") {
    const { offer, startsAt, endsAt } = trouble.with;
    return words("elsewhere", { offer, time: dayAndTime(ctx, startsAt, endsAt) });
  }
  const { shift, need } = trouble.with;
  return words("together", { role: need.role, time: dayAndTime(ctx, shift.startsAt, shift.endsAt) });
};

/** What will become of a place when it is sent now, as far as one can know. */
const outlookOf = (ctx: Context, choice: Choice, row: Row): string => {
  const words = say(ctx);
  if (row.own) return words("already", { state: stateName(ctx, row.own.state) });
  if (row.fit === "age") return words("no_age");
  if (row.fit === "qualification") {
    return words("no_qualification", {
      list: row.role?.qualifications.map(({ name }) => name).join(", ") ?? "",
    });
  }
  if (row.free === 0) return words("will_waiting", { n: row.need.waiting + 1 });
  const asks = choice.plan.approval === "asked" || row.fit === "unsure";
  return words(asks ? "will_asked" : "will_confirmed");
};

const optionOf = (ctx: Context, { choice, rows }: Pick<Props, "choice" | "rows">, row: Row) => {
  const { shift, need } = row;
  const troubles = troublesOf(row, rows, choice.plan.restMinutes);
  const clashes = troubles.some(({ kind }) => kind !== "rest");
  return {
    value: need.id,
    label: (
      <>
        <b>{dayAndTime(ctx, shift.startsAt, shift.endsAt)}</b> {need.role}
      </>
    ),
    hint: (
      <>
        {(!clashes || !isOpen(row)) && outlookOf(ctx, choice, row)}
        {troubles.map((trouble) => (
          <>
            {" "}
            <State kind={trouble.kind === "rest" ? "wait" : "late"}>{troubleIn(ctx, trouble)}</State>
          </>
        ))}
      </>
    ),
  };
};

/** Of two that clash the first one stays ticked; the reader decides. */
const ticked = ({ choice, rows }: Pick<Props, "choice" | "rows">): string[] => {
  const kept: Row[] = [];
  for (const row of rows) {
    const clash = troublesOf(row, [...kept, row], choice.plan.restMinutes).some(
      ({ kind }) => kind !== "rest",
    );
    if (isOpen(row) && !clash) kept.push(row);
  }
  return kept.map(({ need }) => need.id);
};

const Refused = ({ ctx, refusal }: { readonly ctx: Context; readonly refusal: SignUpRefusal }) => {
  const words = say(ctx);
  const { officePhone } = ctx.place;
  const asks = refusal === "blocked" || refusal === "guardian" || refusal === "qualification";
  return (
    <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)}>
      {asks && officePhone && <a href={telephone(officePhone)}>{words("call", { phone: officePhone })}</a>}
    </Notice>
  );
};

const Sending = (props: Props) => {
  const { ctx, choice, rows, form, formKey } = props;
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={paths.choice(choice.plan.slug)}
      formKey={formKey}
      form={form}
      submit={words("submit")}
      next={`${words("next")} ${words("seen", { organization: choice.plan.organization })}`}
      cancel={{ href: backOf(choice, rows), label: words("back") }}
    >
      <CheckboxGroup
        name="platz"
        label={words("which")}
        value={ticked(props)}
        options={rows.map((row) => optionOf(ctx, props, row))}
      />
      <NumberField name="gruppe" label={words("party")} hint={words("partyHint")} value="1" />
      <TextField name="namen" label={words("names")} hint={words("namesHint")} optional maximum={500} />
      <TextArea name="worte" label={words("words")} optional rows={3} maximum={1000} />
    </Form>
  );
};

const backOf = (choice: Choice, rows: readonly Row[]): string => {
  const kept = rows.map(({ need }) => `platz=${need.id}`).join("&");
  return `${paths.choose(choice.plan.slug)}${kept && `?${kept}`}`;
};

/** What somebody chose, before anything is sent: what will come of each, and what clashes. */
export const ChoicePage = (props: Props) => {
  const { ctx, choice, rows, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={choice.plan.title} heading={words("heading")} lead={words("lead")} />
      {refusal && <Refused ctx={ctx} refusal={refusal} />}
      {rows.length === 0 ? (
        <Empty heading={words("empty")}>
          <ButtonLink href={paths.choose(choice.plan.slug)} kind="secondary">
            {words("back")}
          </ButtonLink>
        </Empty>
      ) : (
        <Sending {...props} />
      )}
    </Stack>
  );
};

type ResultProps = {
  readonly ctx: Context;
  readonly slug: string;
  readonly signups: readonly SignupRow[];
  readonly positions: ReadonlyMap<string, number>;
};

const sentenceOf = ({ ctx, positions }: ResultProps, { id, state }: SignupRow): string => {
  const words = say(ctx);
  if (state === "waiting") return words("is_waiting", { n: positions.get(id) ?? 1 });
  return state === "confirmed" || state === "asked"
    ? words(`is_${state}`)
    : words("is_other", { state: stateName(ctx, state) });
};

/** Shift by shift: confirmed, asked for, or waiting as which number. */
export const ResultPage = (props: ResultProps) => {
  const { ctx, slug, signups } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={signups[0]?.offer} heading={words("resultHeading")} lead={words("resultLead")} />
      <ItemList
        items={signups.map((row) => ({
          kind: dayAndTime(ctx, row.startsAt, row.endsAt),
          title: row.role,
          href: paths.mySignup(row.id),
          text: [sentenceOf(props, row), row.party > 1 && words("people", { n: row.party })]
            .filter(Boolean)
            .join(" · "),
          end: <State kind={row.state === "confirmed" ? "yes" : "wait"}>{stateName(ctx, row.state)}</State>,
        }))}
      />
      <Actions>
        <ButtonLink href={paths.mine}>{words("mine")}</ButtonLink>
        <a href={paths.choose(slug)}>{words("more")}</a>
      </Actions>
    </Stack>
  );
};
