import type { Context } from "#core/context.ts";
import { day, dayLong } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { SeriesRow } from "#modules/shifts/series/queries.ts";
import { hoursInWords, ruleInWords } from "#modules/shifts/series/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { options, RadioGroup } from "#ui/choices.tsx";
import { Pairs, State, type StateKind } from "#ui/facts.tsx";
import { DateField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Columns, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { CommitmentRow, CommittedDay, DayState } from "./queries.ts";

const notices = ["zugesagt", "geaendert", "pause", "zuspaet", "voll", "wieder", "beendet"] as const;

type NewsProps = {
  readonly ctx: Context;
  readonly notice?: string | undefined;
  readonly refusal?: string | undefined;
};

const News = ({ ctx, notice, refusal }: NewsProps) => {
  if (refusal) return <Notice ctx={ctx} kind="warning" heading={refusal} />;
  const known = notices.find((name) => name === notice);
  if (!known) return null;
  const isLess = known === "voll" || known === "zuspaet";
  return <Notice ctx={ctx} kind={isLess ? "warning" : "success"} heading={say(ctx)(`notice_${known}`)} />;
};

/** "jedes 2. Mal · Theke · bis 30. Juni": a commitment in one line. */
export const commitmentInWords = (
  ctx: Context,
  { every, role, endsOn }: Pick<CommitmentRow, "every" | "role" | "endsOn">,
): string => {
  const words = say(ctx);
  const end = endsOn ? words("until", { day: day(ctx, endsOn) }) : "";
  return [words("everyTime", { n: every }), role, end].filter(Boolean).join(" · ");
};

type Spoken = Parameters<typeof ruleInWords>[1] & Parameters<typeof hoursInWords>[1];

const seriesInWords = (ctx: Context, series: Spoken): string =>
  `${ruleInWords(ctx, series)} · ${hoursInWords(ctx, series)}`;

type NewProps = NewsProps & {
  readonly formKey: string;
  readonly series: SeriesRow;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly form?: Filled | undefined;
};

/** "Ich komme jedes zweite Mal": said once for all shifts of a series. */
export const NewCommitmentPage = ({ ctx, formKey, series, roles, form, refusal }: NewProps) => {
  const words = say(ctx);
  const today = dayOf(ctx.now);
  const [, first = today] = [today, series.startsOn].sort();
  return (
    <Stack wide>
      <Title kind={series.organization} heading={words("newHeading")} lead={words("newLead")} />
      <News ctx={ctx} refusal={refusal} />
      <Pairs pairs={[[series.title || series.offer, seriesInWords(ctx, series)]]} />
      <Form
        ctx={ctx}
        action={paths.newCommitment(series.id)}
        formKey={formKey}
        form={form}
        submit={words("submit")}
        next={words("next")}
        cancel={{ href: paths.offer(series.slug), label: series.offer }}
      >
        <RadioGroup
          name="role"
          label={words("role")}
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          value={roles.length === 1 ? roles[0]?.id : undefined}
        />
        <RadioGroup
          name="every"
          label={words("every")}
          options={options(["1", "2", "3", "4"] as const, (n) => words(`every_${n}`))}
          value="1"
        />
        <Columns>
          <DateField name="startsOn" label={words("startsOn")} value={first} min={today} />
          <DateField name="endsOn" label={words("endsOn")} hint={words("endsOnHint")} min={today} optional />
        </Columns>
      </Form>
    </Stack>
  );
};

const kinds: Readonly<Record<string, StateKind>> = {
  confirmed: "yes",
  asked: "wait",
  waiting: "wait",
  offered: "wait",
  later: "wait",
  full: "late",
};

const standing = ({ without }: CommittedDay, state: DayState | undefined) => {
  if (without) return without;
  if (!state) return "later";
  if (state.canceledAt) return "off";
  const { state: signup } = state;
  if (signup === "declined" || signup === "removed" || signup === "passed" || signup === null) {
    return state.free > 0 ? "open" : "full";
  }
  return signup;
};

type OneProps = NewsProps & {
  readonly formKey: string;
  readonly commitment: CommitmentRow;
  readonly days: readonly CommittedDay[];
  readonly states: ReadonlyMap<string, DayState>;
  readonly form?: Filled | undefined;
  /** The one whose commitment it is looks at it. */
  readonly isOwn: boolean;
};

const Days = ({ ctx, formKey, commitment, days, states }: OneProps) => {
  const words = say(ctx);
  if (days.length === 0) return <p>{words("noDates")}</p>;
  const action = paths.myCommitment(commitment.id);
  const button = (one: CommittedDay, what: "out" | "in") => (
    <ActionForm
      action={action}
      formKey={`${formKey}${one.day}`}
      label={words(what === "out" ? "leaveOut" : "takeIn")}
      object={day(ctx, one.day)}
      values={{ what, day: one.day }}
    />
  );
  return (
    <ItemList
      items={days.map((one) => {
        const stands = standing(one, states.get(one.day));
        const canLeave = stands === "confirmed" || stands === "later" || stands === "asked";
        return {
          title: dayLong(ctx, one.day),
          text: <State kind={kinds[stands] ?? "no"}>{words(`state_${stands}`)}</State>,
          end: canLeave
            ? button(one, "out")
            : stands === "leftOut" || stands === "canceled"
              ? button(one, "in")
              : "",
        };
      })}
    />
  );
};

const Pause = ({ ctx, formKey, commitment, form }: OneProps) => {
  const words = say(ctx);
  const { id, pausedFrom, pausedUntil } = commitment;
  const action = paths.myCommitment(id);
  if (pausedFrom) {
    const from = day(ctx, pausedFrom);
    return (
      <>
        <p>
          {pausedUntil
            ? words("paused", { from, until: day(ctx, pausedUntil) })
            : words("pausedOpen", { from })}{" "}
          {words("resumeNext")}
        </p>
        <ActionForm
          action={action}
          formKey={formKey}
          kind="primary"
          label={words("resume")}
          values={{ what: "resume" }}
        />
      </>
    );
  }
  return (
    <Form
      ctx={ctx}
      id="pause-machen"
      action={action}
      formKey={formKey}
      form={form?.values["what"] === "pause" ? form : undefined}
      submit={words("pause")}
      next={words("pauseNext")}
      label={words("pauseHeading")}
      quiet
    >
      <input type="hidden" name="what" value="pause" />
      <Columns>
        <DateField name="from" label={words("pauseFrom")} value={dayOf(ctx.now)} min={dayOf(ctx.now)} />
        <DateField name="until" label={words("pauseUntil")} hint={words("pauseUntilHint")} optional />
      </Columns>
    </Form>
  );
};

/** One commitment: its next dates, the pause, and its end. */
export const CommitmentPage = (props: OneProps) => {
  const { ctx, formKey, commitment, isOwn, notice, refusal, form } = props;
  const words = say(ctx);
  const { id, name, endedAt, organization, title, offer, seriesStartsOn } = commitment;
  return (
    <Stack wide>
      <Title
        kind={`${organization} · ${title || offer}`}
        heading={isOwn ? words("heading") : words("of", { name })}
        lead={`${seriesInWords(ctx, { ...commitment, startsOn: seriesStartsOn })} · ${commitmentInWords(ctx, commitment)}`}
      />
      <News ctx={ctx} notice={notice} refusal={refusal} />
      {endedAt ? (
        <p>{words("ended")}</p>
      ) : (
        <>
          <Section id="termine" heading={words("dates")}>
            <Days {...props} />
          </Section>
          <Section id="pause" heading={words("pauseHeading")}>
            <Pause {...props} />
          </Section>
          <Section id="ende" heading={words("endHeading")}>
            <Form
              ctx={ctx}
              id="aufhoeren"
              action={paths.myCommitment(id)}
              formKey={`${formKey}e`}
              form={form?.values["what"] === "end" ? form : undefined}
              submit={words("end")}
              label={words("endHeading")}
              quiet
            >
              <input type="hidden" name="what" value="end" />
              <DateField name="lastDay" label={words("lastDay")} value={dayOf(ctx.now)} />
            </Form>
          </Section>
        </>
      )}
    </Stack>
  );
};
