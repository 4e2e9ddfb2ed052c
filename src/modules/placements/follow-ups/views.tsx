import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/placements/paths.ts";
import { answerName, followUpAnswers, notedWays, wayName, weekName } from "#modules/placements/vocabulary.ts";
import { RadioGroup } from "#ui/choices.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { FollowUpRow } from "./queries.ts";

export type FollowUpProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly row: FollowUpRow;
  readonly action: string;
  readonly form?: Filled | undefined;
  /** The button of the mail that was pressed. */
  readonly preset?: string | undefined;
  readonly notice?: string | undefined;
  readonly refusal?: "already" | "over" | undefined;
};

const FollowUpForm = ({ ctx, formKey, action, form, preset }: FollowUpProps) => {
  const words = say(ctx);
  const options = followUpAnswers.map((answer) => ({
    value: answer,
    label: answerName(ctx, answer),
    hint: words(`${answer}_hint`),
  }));
  return (
    <Form ctx={ctx} action={action} formKey={formKey} form={form} submit={words("send")} next={words("next")}>
      <RadioGroup name="antwort" label={words("how")} options={options} value={preset} />
      <TextArea
        name="worte"
        label={words("words")}
        hint={words("wordsHint")}
        rows={4}
        maximum={2_000}
        optional
      />
    </Form>
  );
};

const Given = ({ ctx, row, notice, refusal }: FollowUpProps) => {
  const words = say(ctx);
  if (refusal) {
    return (
      <Notice
        ctx={ctx}
        kind="warning"
        heading={words(refusal, { day: dayOnly(ctx, row.answeredAt ?? ctx.now) })}
      />
    );
  }
  if (row.answer === null || row.answer === "unreachable") return null;
  const fine = row.answer === "good";
  return (
    <>
      <Notice
        ctx={ctx}
        kind="success"
        heading={
          notice ? words("thanks") : words("already", { day: dayOnly(ctx, row.answeredAt ?? ctx.now) })
        }
      >
        <p>{words("yourAnswer", { answer: answerName(ctx, row.answer) })}</p>
      </Notice>
      <p>{words(fine ? "thanksGood" : "thanksTalk")}</p>
    </>
  );
};

/** One side is asked whether it fits: behind the link of the mail, or in "Mein Bereich". */
export const FollowUpPage = (props: FollowUpProps) => {
  const { ctx, row } = props;
  const words = say(ctx);
  const facts = { ...row, name: row.named ? row.name : words("somebody"), week: weekName(ctx, row.week) };
  const open = (row.answer === null || row.answer === "unreachable") && row.state === "placed";
  return (
    <Stack wide>
      <Title
        heading={words("heading")}
        lead={words(row.side === "person" ? "leadPerson" : "leadOrganization", facts)}
      />
      <Given {...props} />
      {open && <FollowUpForm {...props} />}
      {!open && row.answer === null && <p>{words("over")}</p>}
      {ctx.place.officePhone && <p class="al-soft">{words("call", { phone: ctx.place.officePhone })}</p>}
    </Stack>
  );
};

type NoteProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly row: FollowUpRow;
  readonly id?: string;
};

/** The office writes down what it heard on the phone: one field, four buttons. */
export const FollowUpNote = ({ ctx, formKey, row, id = "nachfrage" }: NoteProps) => (
  <Form
    ctx={ctx}
    id={id}
    action={paths.followUp(row.id)}
    formKey={`${formKey}n`}
    submit={answerName(ctx, "good")}
    secondary={(["unsure", "not_good", "unreachable"] as const).map((answer) => ({
      label: answerName(ctx, answer),
      name: "antwort",
      value: answer,
    }))}
  >
    <TextArea name="worte" label={say(ctx)("whatSaid")} rows={3} maximum={2_000} optional />
    <RadioGroup
      name="weg"
      label={say(ctx)("way")}
      row
      options={notedWays.map((way) => ({ value: way, label: wayName(ctx, way) }))}
      value="phone"
    />
  </Form>
);

type OfficeProps = NoteProps & { readonly refusal?: "over" | "already" | undefined };

/** One follow-up in the office: whom to call, and what was said. */
export const FollowUpOffice = ({ ctx, formKey, row, refusal }: OfficeProps) => {
  const words = say(ctx);
  const open = row.state === "placed" && (row.answer === null || row.answer === "unreachable");
  return (
    <Stack wide>
      <Title
        heading={words("officeHeading", {
          name: row.side === "person" ? row.name : row.organization,
          week: weekName(ctx, row.week),
        })}
        lead={words(row.side === "person" ? "officePerson" : "officeOrganization", row)}
        kind={words("dueOn", { day: dayOnly(ctx, row.dueOn) })}
      />
      {refusal && (
        <Notice
          ctx={ctx}
          kind="warning"
          heading={words(refusal === "over" ? "refused_over" : "refused_answered")}
        />
      )}
      {row.answer && <p>{words("yourAnswer", { answer: answerName(ctx, row.answer) })}</p>}
      {open && <FollowUpNote ctx={ctx} formKey={formKey} row={row} />}
      <p>
        <a href={paths.file(row.personId)}>{row.name}</a>
      </p>
    </Stack>
  );
};
