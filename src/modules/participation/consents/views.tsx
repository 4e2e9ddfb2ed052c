import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { money } from "#core/number.ts";
import { say as joining } from "#modules/participation/joinings/messages.ts";
import type { JoiningRow } from "#modules/participation/joinings/queries.ts";
import { JoiningForm, JoiningState, ProposalLinks } from "#modules/participation/joinings/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Process } from "#modules/participation/schema.ts";
import { ActionForm } from "#ui/button.tsx";
import { options, RadioGroup } from "#ui/choices.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = { readonly ctx: Context; readonly process: Process; readonly formKey: string };

type NewProps = Props & {
  readonly kind: "merge" | "split";
  readonly action: string;
  readonly form: Filled;
  readonly refusal?: string | undefined;
};

/** Somebody proposes to join proposals, or to split one. */
export const NewJoiningView = ({ ctx, process, formKey, kind, action, form, refusal }: NewProps) => {
  const words = say(ctx);
  const other = kind === "merge" ? "split" : "merge";
  return (
    <>
      <Title
        kind={process.title}
        heading={words(kind === "merge" ? "newMerge" : "newSplit")}
        lead={words("newLead")}
      >
        <p>
          <a href={`${action}?art=${other}`}>{words(other === "merge" ? "newMerge" : "newSplit")}</a>
        </p>
      </Title>
      {refusal && <Notice ctx={ctx} kind="error" heading={refusal} />}
      <JoiningForm ctx={ctx} formKey={formKey} action={action} kind={kind} form={form} />
    </>
  );
};

/** What goes into a joining and what comes of it, in whole. */
export const JoiningParts = ({
  ctx,
  process,
  row,
}: Omit<Props, "formKey"> & { readonly row: JoiningRow }) => {
  const words = say(ctx);
  const of = (role: "from" | "to") => row.proposals.filter((one) => one.role === role);
  const results = row.results.map(({ title, words: text, costCents }) => ({
    title,
    text: (
      <>
        <p>{text}</p>
        {costCents !== null && <p>{words("cost", { cost: money(ctx, costCents) })}</p>}
      </>
    ),
  }));
  return (
    <>
      <Section id="warum" heading={words("why")}>
        <p>{row.words}</p>
      </Section>
      <Section id="hinein" heading={words("from")}>
        <ProposalLinks ctx={ctx} slug={process.slug} proposals={of("from")} />
      </Section>
      <Section id="heraus" heading={words(row.state === "done" ? "cameOut" : "to")}>
        {row.state === "done" ? (
          <ProposalLinks ctx={ctx} slug={process.slug} proposals={of("to")} />
        ) : (
          <ItemList items={results} />
        )}
        {row.kind === "merge" && <p class="al-small al-soft">{words("paperNote")}</p>}
      </Section>
    </>
  );
};

const AnswerForm = ({
  ctx,
  process,
  formKey,
  row,
  form,
}: Props & { row: JoiningRow; form?: Filled | undefined }) => {
  const words = say(ctx);
  const last = row.own === "open" && row.agreed === row.asked - 1;
  return (
    <Section id="antwort" heading={words("answerHeading")}>
      {row.own === "yes" && <p>{words("answered_yes")}</p>}
      <Form
        ctx={ctx}
        formKey={formKey}
        action={paths.joining(process.slug, row.id)}
        submit={words("send")}
        next={words(last ? "lastNext" : "next")}
        form={form}
      >
        <RadioGroup
          name="antwort"
          label={words("answer")}
          options={options(["yes", "no"] as const, (code) => words(code))}
          value={row.own === "yes" ? "yes" : undefined}
        />
        <TextArea name="worte" label={words("words")} rows={3} maximum={1_000} optional />
      </Form>
    </Section>
  );
};

type OneProps = Props & {
  readonly row: JoiningRow;
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

/** One joining, for those who are asked, and for everybody once it is done. */
export const JoiningView = (props: OneProps) => {
  const { ctx, process, formKey, row, refusal, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={joining(ctx)(row.kind)} lead={words(`lead_${row.state}`)}>
        <p>
          <JoiningState ctx={ctx} joining={row} />
        </p>
      </Title>
      {refusal && <Notice ctx={ctx} kind="error" heading={refusal} />}
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      <JoiningParts ctx={ctx} process={process} row={row} />
      {row.state === "asked" && row.own !== null && <AnswerForm {...props} />}
      {row.state === "asked" && row.mine && (
        <ActionForm
          action={paths.cancelJoining(process.slug, row.id)}
          formKey={formKey}
          label={words("cancel")}
          kind="secondary"
        />
      )}
    </>
  );
};
