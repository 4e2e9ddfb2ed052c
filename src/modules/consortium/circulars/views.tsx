import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import { MotionFields } from "#modules/consortium/motions/views.tsx";
import { paths } from "#modules/consortium/paths.ts";
import { decisionSentence } from "#modules/consortium/procedure/vocabulary.ts";
import { Wording } from "#modules/consortium/resolutions/views.tsx";
import type { OwnSeat } from "#modules/consortium/seats/queries.ts";
import { motionStateName } from "#modules/consortium/vocabulary.ts";
import { seatWords, VoterTable } from "#modules/consortium/votes/views.tsx";
import { Answer } from "#modules/consortium/voting/views.tsx";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { DateField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Note, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Circular } from "./queries.ts";

type Base = { readonly ctx: Context };
type Told = { readonly notice?: string | undefined; readonly refusal?: string | undefined };

const Tell = ({ ctx, notice, refusal }: Base & Told) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
    {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
  </>
);

const answeredOf = ({ voters }: Circular) => {
  const asked = voters.filter(({ biased }) => !biased);
  return { n: asked.filter(({ voted }) => voted).length, of: asked.length };
};

/** Every letter with how it stands. */
export const ListView = ({ ctx, circulars }: Base & { readonly circulars: readonly Circular[] }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      <Actions>
        <ButtonLink href={paths.addCircular}>{words("add")}</ButtonLink>
      </Actions>
      {circulars.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <ItemList
          items={circulars.map((circular) => ({
            title: circular.motion.title,
            href: paths.circular(circular.motion.id),
            kind: [
              motionStateName(ctx, circular.motion.state),
              ...(circular.motion.dueAt
                ? [words("until", { day: dayWithYear(ctx, circular.motion.dueAt) })]
                : []),
            ].join(" · "),
            text: circular.vote?.decision
              ? decisionSentence(ctx, circular.vote.decision)
              : words("answered", answeredOf(circular)),
          }))}
        />
      )}
    </Stack>
  );
};

type NewProps = Base &
  Told & {
    readonly formKey: string;
    readonly seats: readonly { readonly id: string; readonly title: string }[];
    readonly first: { readonly day: string; readonly days: number };
    readonly rules: ProcedureRules;
    readonly form?: Filled | undefined;
  };

/** A motion goes out by letter. */
export const NewView = ({ ctx, formKey, seats, first, rules, form, refusal }: NewProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("add")} lead={words(`rule_${rules.circular.kind}`)} />
      <Tell ctx={ctx} refusal={refusal} />
      <Form
        ctx={ctx}
        action={paths.addCircular}
        formKey={formKey}
        form={form}
        submit={words("add")}
        next={words("addNext")}
      >
        <MotionFields ctx={ctx} seats={seats} />
        <DateField
          name="dueOn"
          label={words("dueOn")}
          hint={words("dueHint", { day: dayWithYear(ctx, first.day), days: first.days })}
          value={first.day}
          min={first.day}
        />
      </Form>
    </Stack>
  );
};

type OneProps = Base &
  Told & {
    readonly formKey: string;
    readonly circular: Circular;
    readonly seats: readonly OwnSeat[];
    /** Whoever keeps the letters sees who has answered, and may take one back. */
    readonly runs: boolean;
    readonly form?: Filled | undefined;
  };

const Answers = ({ ctx, circular: { motion, vote, voters }, seats }: OneProps) => {
  const words = say(ctx);
  if (vote?.state !== "open") return <p>{words("ended")}</p>;
  const own = seats.flatMap(({ id }) => voters.filter(({ seatId }) => seatId === id));
  if (own.length === 0) return <p>{words("noSeat")}</p>;
  return (
    <>
      {own.map((seat) => (
        <Stack>
          <h2>{words("forSeat", { seat: seatWords(ctx, seat) })}</h2>
          <Answer ctx={ctx} action={paths.circular(motion.id)} seat={seat} vote={vote} />
          {!seat.biased && (
            <Actions>
              <ActionForm
                action={paths.circular(motion.id)}
                label={words("biased")}
                object={seatWords(ctx, seat)}
                values={{ seat: seat.seatId, choice: "biased" }}
              />
              <span class="al-soft">{words("biasedHint")}</span>
            </Actions>
          )}
        </Stack>
      ))}
    </>
  );
};

const Office = ({ ctx, formKey, circular: { motion, vote, voters }, form }: OneProps) => {
  const words = say(ctx);
  return (
    <Section id="antworten" heading={words("byName")}>
      <Stack>
        <VoterTable ctx={ctx} id="nach-namen" voters={voters} />
        {vote?.state === "open" && (
          <Form
            ctx={ctx}
            id="z"
            action={paths.circular(motion.id)}
            formKey={formKey}
            form={form}
            submit={words("recall")}
            quiet
          >
            <input type="hidden" name="choice" value="recall" />
            <TextArea name="words" label={words("recallWhy")} rows={2} maximum={2_000} />
          </Form>
        )}
      </Stack>
    </Section>
  );
};

/** One letter: the wording, the answer of the own seats, and in the end what came of it. */
export const CircularView = (props: OneProps) => {
  const { ctx, circular, runs, notice, refusal } = props;
  const words = say(ctx);
  const { motion, vote, resolution } = circular;
  return (
    <Stack wide>
      <Title kind={words("kind")} heading={motion.title} />
      <Tell ctx={ctx} notice={notice} refusal={refusal} />
      <Note id="wortlaut">
        <Wording text={motion.wording} />
      </Note>
      {motion.reason && <Wording text={motion.reason} />}
      <Pairs
        pairs={[
          [words("dueOn"), motion.dueAt && dayWithYear(ctx, motion.dueAt)],
          [words("byName"), vote && words("answered", answeredOf(circular))],
        ]}
      />
      {vote?.decision && <p>{decisionSentence(ctx, vote.decision)}</p>}
      {resolution && (
        <p>
          <a href={paths.resolution(resolution.label)}>{words("resolution", { number: resolution.label })}</a>
        </p>
      )}
      <Answers {...props} />
      {runs && <Office {...props} />}
    </Stack>
  );
};
