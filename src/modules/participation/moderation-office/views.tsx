import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { say } from "#modules/participation/moderation/messages.ts";
import type { Recent, Subject } from "#modules/participation/moderation/queries.ts";
import type { RedressProps } from "#modules/participation/moderation/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Moderation, Process } from "#modules/participation/schema.ts";
import { moderationReasonName, moderationReasons } from "#modules/participation/vocabulary.ts";
import { options, RadioGroup } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

type Props = { readonly ctx: Context; readonly process: Process };
type FormProps = Props & { readonly formKey: string; readonly form?: Filled | undefined };

type DeskProps = Props & { readonly recent: readonly Recent[]; readonly log: readonly Moderation[] };

/** What was written last, and what was objected to: for the office. */
export const DeskView = ({ ctx, process, recent, log }: DeskProps) => {
  const words = say(ctx);
  const open = log.filter(({ redressAt, redressVerdict }) => redressAt !== null && redressVerdict === null);
  return (
    <>
      <Title kind={process.title} heading={words("officeHeading")} lead={words("officeLead")}>
        <p>
          <a href={paths.moderation(process.slug)}>{words("publicLog")}</a>
        </p>
      </Title>
      {open.length > 0 && (
        <Section id="widersprueche" heading={words("objections")}>
          <ItemList
            items={open.map((row) => ({
              kind: words(`kind_${row.subjectKind}`),
              title: row.words,
              href: paths.officeRedress(process.id, row.id),
              text: row.redressWords,
            }))}
          />
        </Section>
      )}
      <Section id="zuletzt" heading={words("recent")}>
        {recent.length === 0 && <p class="al-soft">{words("recentNone")}</p>}
        <ItemList
          items={recent.map((row) => ({
            kind: `${words(`kind_${row.kind}`)} · ${dayWithYear(ctx, row.madeAt)}`,
            title: row.words.length > 160 ? `${row.words.slice(0, 159)}…` : row.words,
            href: paths.moderate(process.id, row.kind, row.id),
            end: row.state === "hidden" ? words("hiddenState") : undefined,
          }))}
        />
      </Section>
    </>
  );
};

type JudgeProps = FormProps & { readonly subject: Subject; readonly refusal?: string | undefined };

/** One thing that somebody wrote: hidden with a reason, or shown again. */
export const JudgeView = ({ ctx, process, formKey, form, subject, refusal }: JudgeProps) => {
  const words = say(ctx);
  const isHidden = subject.state === "hidden";
  return (
    <>
      <Title kind={words(`kind_${subject.kind}`)} heading={words("judgeHeading")}>
        <p>
          <a href={subject.path}>{subject.title}</a>
        </p>
      </Title>
      {refusal && <Notice ctx={ctx} kind="error" heading={refusal} />}
      <Pairs pairs={[[words("original"), subject.words]]} />
      <Form
        ctx={ctx}
        formKey={formKey}
        action={paths.moderate(process.id, subject.kind, subject.id)}
        submit={words(isHidden ? "show" : "hide")}
        form={form}
      >
        {!isHidden && (
          <RadioGroup
            name="reason"
            label={words("reason")}
            options={options(
              moderationReasons.filter((code) => code !== "restored"),
              (code) => moderationReasonName(ctx, code),
            )}
          />
        )}
        <TextArea name="words" label={words("words")} hint={words("wordsHint")} rows={3} maximum={1_000} />
      </Form>
    </>
  );
};

/** An objection in the hand of the office. */
export const SettleView = ({ ctx, process, formKey, form, moderation, subject }: RedressProps) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("settleHeading")} />
      <Pairs
        pairs={[
          [words("settleWas"), subject?.words],
          [words("settleWhy"), `${moderationReasonName(ctx, moderation.reason)}. ${moderation.words}`],
          [words("redress"), moderation.redressWords],
          [words("redressReply"), moderation.redressReply],
        ]}
      />
      {moderation.redressVerdict !== null ? (
        <Notice ctx={ctx} heading={words("settled")} />
      ) : (
        <Form
          ctx={ctx}
          formKey={formKey}
          action={paths.officeRedress(process.id, moderation.id)}
          submit={words("settle")}
          form={form}
        >
          <RadioGroup
            name="verdict"
            label={words("verdict")}
            options={options(["kept", "restored"] as const, (code) => words(`verdict_${code}`))}
          />
          <TextArea name="reply" label={words("reply")} rows={3} maximum={2_000} />
        </Form>
      )}
    </>
  );
};
