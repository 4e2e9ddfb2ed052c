import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { say as consents } from "#modules/participation/consents/messages.ts";
import { JoiningParts } from "#modules/participation/consents/views.tsx";
import { say as joining } from "#modules/participation/joinings/messages.ts";
import type { ConsentRow, JoiningRow } from "#modules/participation/joinings/queries.ts";
import { JoiningState } from "#modules/participation/joinings/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Process } from "#modules/participation/schema.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = { readonly ctx: Context; readonly process: Process };

/** All joinings of a process. */
export const ListView = ({ ctx, process, rows }: Props & { readonly rows: readonly JoiningRow[] }) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("heading")} lead={words("lead")}>
        <p>
          <ButtonLink href={paths.addJoining(process.id)}>{words("add")}</ButtonLink>
        </p>
      </Title>
      {rows.length === 0 && <Empty heading={words("none")}>{words("noneText")}</Empty>}
      <ItemList
        items={rows.map((row) => ({
          kind: joining(ctx)(row.kind),
          title: row.results.map(({ title }) => title).join(" · "),
          href: paths.officeJoining(process.id, row.id),
          text: row.words,
          end: <JoiningState ctx={ctx} joining={row} />,
        }))}
      />
    </>
  );
};

type OneProps = Props & {
  readonly formKey: string;
  readonly row: JoiningRow;
  readonly people: readonly ConsentRow[];
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const papersOf = (row: JoiningRow) =>
  row.proposals.filter(({ role, authors }) => role === "from" && authors === 0);

const Said = ({ ctx, row, people }: OneProps) => {
  const words = say(ctx);
  const answer = (said: "yes" | "no" | null) => words(said ?? "open");
  return (
    <ItemList
      items={[
        ...people.map((one) => ({
          title: one.name,
          text: one.words,
          end: one.byOffice ? `${answer(one.answer)}, ${words("byOffice")}` : answer(one.answer),
        })),
        ...papersOf(row).map(({ number, consent, consentWords }) => ({
          title: words("paper", { number }),
          text: consentWords,
          end: answer(consent),
        })),
      ]}
    />
  );
};

const WriteForm = ({ ctx, process, formKey, row, people, form }: OneProps) => {
  const words = say(ctx);
  return (
    <Section id="aufschreiben" heading={words("write")}>
      <p>{words("writeLead")}</p>
      <Form
        ctx={ctx}
        formKey={formKey}
        action={paths.officeJoining(process.id, row.id)}
        submit={words("save")}
        form={form}
      >
        <Select
          name="wer"
          label={words("whose")}
          options={[
            ...people.map(({ personId, name }) => ({ value: `mensch ${personId}`, label: name })),
            ...papersOf(row).map(({ id, number }) => ({
              value: `vorschlag ${id}`,
              label: words("paper", { number }),
            })),
          ]}
        />
        <RadioGroup
          name="antwort"
          label={words("answer")}
          options={options(["yes", "no"] as const, (code) =>
            words(code === "yes" ? "answerYes" : "answerNo"),
          )}
          row
        />
        <TextArea name="worte" label={words("words")} hint={words("wordsHint")} rows={2} maximum={1_000} />
      </Form>
    </Section>
  );
};

/** One joining in the hand of the office. */
export const OneView = (props: OneProps) => {
  const { ctx, process, formKey, row, refusal, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={joining(ctx)(row.kind)}>
        <p>
          <JoiningState ctx={ctx} joining={row} />{" "}
          <a href={paths.joining(process.slug, row.id)}>{words("public")}</a>
        </p>
      </Title>
      {refusal && <Notice ctx={ctx} kind="error" heading={refusal} />}
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      <JoiningParts ctx={ctx} process={process} row={row} />
      <Section id="wer" heading={words("who")}>
        <Said {...props} />
      </Section>
      {row.state === "asked" && <WriteForm {...props} />}
      {row.state === "asked" && (
        <ActionForm
          action={paths.officeCancelJoining(process.id, row.id)}
          formKey={formKey}
          label={consents(ctx)("cancel")}
          kind="secondary"
        />
      )}
    </>
  );
};
