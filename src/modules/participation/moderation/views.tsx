import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Moderation, Process } from "#modules/participation/schema.ts";
import { moderationReasonName } from "#modules/participation/vocabulary.ts";
import { Pairs } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Note, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { Subject } from "./queries.ts";

type Props = { readonly ctx: Context; readonly process: Process };
type FormProps = Props & { readonly formKey: string; readonly form?: Filled | undefined };

/** How an objection stands, in words. */
export const redressWords = (
  ctx: Context,
  { redressAt, redressVerdict, redressReply }: Moderation,
): string => {
  const words = say(ctx);
  if (redressAt === null) return "–";
  if (redressVerdict === null) return words("redressOpen");
  return `${words(redressVerdict === "kept" ? "redressKept" : "redressRestored")}: ${redressReply}`;
};

const Log = ({ ctx, log }: { readonly ctx: Context; readonly log: readonly Moderation[] }) => {
  const words = say(ctx);
  return (
    <Table
      id="protokoll"
      caption={words("caption")}
      rows={log}
      columns={[
        { heading: words("when"), cell: ({ madeAt }) => dayWithYear(ctx, madeAt) },
        { heading: words("what"), cell: ({ subjectKind }) => words(`kind_${subjectKind}`) },
        { heading: words("action"), cell: ({ action }) => words(`action_${action}`) },
        {
          heading: words("why"),
          cell: ({ reason, words: why }) => `${moderationReasonName(ctx, reason)}. ${why}`,
        },
        { heading: words("redress"), cell: (row) => redressWords(ctx, row) },
      ]}
    />
  );
};

/** The public log of a process, and by which rules things are hidden. */
export const LogView = ({ ctx, process, log }: Props & { readonly log: readonly Moderation[] }) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("heading")} lead={words("lead")} />
      <Note id="regeln" heading={words("policy")}>
        <p>{words("policyText")}</p>
        <p>{words("policyHow")}</p>
      </Note>
      <Section id="eintraege" heading={words("log")}>
        {log.length === 0 ? (
          <Empty heading={words("none")}>{words("noneText")}</Empty>
        ) : (
          <>
            <Log ctx={ctx} log={log} />
            <p>
              <a href={paths.moderationData(process.slug)}>{words("download")}</a>
            </p>
          </>
        )}
      </Section>
    </>
  );
};

/** "Das gehört hier nicht hin" */
export const ReportView = ({
  ctx,
  process,
  formKey,
  form,
  subject,
  sent,
}: FormProps & { readonly subject: Subject; readonly sent: boolean }) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("reportHeading")} lead={words("reportLead")} />
      {sent && <Notice ctx={ctx} kind="success" heading={words("reported")} />}
      <Pairs pairs={[[words("reportAbout"), <a href={subject.path}>{subject.title}</a>]]} />
      {!sent && (
        <Form
          ctx={ctx}
          formKey={formKey}
          action={paths.report(process.slug, subject.kind, subject.id)}
          submit={words("reportSend")}
          next={words("reportNext")}
          form={form}
        >
          <TextArea name="words" label={words("reportWords")} rows={3} maximum={1_000} />
        </Form>
      )}
    </>
  );
};

export type RedressProps = FormProps & {
  readonly moderation: Moderation;
  readonly subject: Subject | undefined;
};

/** What the author of something hidden reads, and where they may object. */
export const RedressView = ({ ctx, process, formKey, form, moderation, subject }: RedressProps) => {
  const words = say(ctx);
  const { redressAt, redressWords: given, redressReply } = moderation;
  return (
    <>
      <Title kind={process.title} heading={words("redressHeading")} lead={words("redressLead")} />
      {redressAt !== null && redressReply === "" && (
        <Notice ctx={ctx} kind="success" heading={words("redressSent")} />
      )}
      <Pairs
        pairs={[
          [words("redressWhy"), `${moderationReasonName(ctx, moderation.reason)}. ${moderation.words}`],
          [words("redressText"), subject?.words],
          [words("redressGiven"), given],
          [words("redressReply"), redressReply],
        ]}
      />
      {redressAt === null && (
        <Form
          ctx={ctx}
          formKey={formKey}
          action={paths.redress(process.slug, moderation.id)}
          submit={words("redressSend")}
          form={form}
        >
          <TextArea name="words" label={words("redressWords")} rows={4} maximum={2_000} />
        </Form>
      )}
    </>
  );
};
