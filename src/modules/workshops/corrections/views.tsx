import type { Context } from "#core/context.ts";
import { dayLong, dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { ClusterRow } from "#modules/workshops/clusters/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { Select } from "#ui/choices.tsx";
import { State, type StateKind } from "#ui/facts.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { CorrectionRow } from "./queries.ts";

const kinds: Readonly<Record<CorrectionRow["state"], StateKind>> = {
  open: "wait",
  taken: "yes",
  declined: "no",
};

/** What was said, and what became of it; for everybody. */
export const CorrectionList = ({
  ctx,
  corrections,
}: {
  readonly ctx: Context;
  readonly corrections: readonly CorrectionRow[];
}) => (
  <ItemList
    items={corrections.map(({ cluster, words, state, reply, madeAt }) => ({
      kind: dayWithYear(ctx, madeAt),
      title: cluster,
      text: (
        <>
          <p>
            <q>{words}</q>
          </p>
          {reply && <p>{reply}</p>}
        </>
      ),
      end: <State kind={kinds[state]}>{say(ctx)(`state_${state}`)}</State>,
    }))}
  />
);

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly clusters: readonly ClusterRow[];
  readonly corrections: readonly CorrectionRow[];
  /** How the asker is known, and whether the office can write to them. */
  readonly writer: { readonly letter: string; readonly mail: boolean } | undefined;
  readonly open: boolean;
  readonly chosen?: string | undefined;
  readonly form?: Filled | undefined;
  readonly refusal?: "over" | "tooMany" | undefined;
  readonly notice: boolean;
};

const Write = ({ ctx, formKey, workshop, clusters, writer, chosen, form }: Props) => {
  const words = say(ctx);
  if (!writer) return <p>{words("whoMay", { phone: ctx.place.officePhone })}</p>;
  return (
    <Form
      ctx={ctx}
      action={paths.corrections(workshop.slug)}
      submit={words("send")}
      next={words(writer.mail ? "nextMail" : "next")}
      formKey={formKey}
      form={form}
    >
      {writer.letter && <HiddenField name="brief" value={writer.letter} />}
      <Select
        name="thema"
        label={words("theme")}
        options={clusters.map(({ id, title, phase }) => ({ value: id, label: `${title} (${phase})` }))}
        value={chosen}
      />
      <TextArea name="worte" label={words("words")} hint={words("wordsHint")} rows={4} maximum={2_000} />
    </Form>
  );
};

const Understood = ({ ctx, workshop, clusters, writer, open }: Props) => {
  const words = say(ctx);
  const letter = writer?.letter ? `&brief=${encodeURIComponent(writer.letter)}` : "";
  return (
    <ItemList
      items={clusters.map(({ id, title, words: text, phase, cards }) => ({
        kind: `${phase} · ${words("cards", { n: cards })}`,
        title,
        href: paths.cluster(workshop.slug, id),
        text: text || <span class="al-soft">{words("noWords")}</span>,
        ...(open && writer
          ? {
              end: (
                <a class="al-do" href={`${paths.corrections(workshop.slug)}?thema=${id}${letter}#schreiben`}>
                  {words("writeFor")}
                  <span class="al-hidden">: {title}</span>
                </a>
              ),
            }
          : {}),
      }))}
    />
  );
};

const Standing = ({ ctx, workshop: { state, correctUntil }, open }: Props) => {
  const words = say(ctx);
  if (open) return correctUntil ? <p>{words("until", { day: dayLong(ctx, correctUntil) })}</p> : null;
  return <p>{words(["announced", "running"].includes(state) ? "notYet" : "over")}</p>;
};

/** The correction round, for everybody to read and for those who were there to write. */
export const CorrectionsView = (props: Props) => {
  const { ctx, workshop, clusters, corrections, open, refusal, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading")} lead={words("lead", workshop)}>
        <Standing {...props} />
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words("notice_gesendet")} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {clusters.length > 0 && (
        <Section id="verstanden" heading={words("themes")}>
          <Understood {...props} />
        </Section>
      )}
      {open && clusters.length > 0 && (
        <Section id="schreiben" heading={words("write")}>
          <Write {...props} />
        </Section>
      )}
      <Section id="gesagt" heading={words("said")}>
        {corrections.length > 0 ? (
          <CorrectionList ctx={ctx} corrections={corrections} />
        ) : (
          <p class="al-soft">{words("nothingSaid")}</p>
        )}
      </Section>
    </>
  );
};

type OfficeProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly corrections: readonly CorrectionRow[];
  readonly form?: { readonly id: string; readonly filled: Filled } | undefined;
  readonly refusal?: "decided" | undefined;
  readonly notice: boolean;
};

const Decide = ({ ctx, formKey, workshop, form, one }: OfficeProps & { readonly one: CorrectionRow }) => {
  const words = say(ctx);
  return (
    <Section id={`k-${one.id}`} heading={one.cluster}>
      <p>
        <q>{one.words}</q>
      </p>
      <Form
        ctx={ctx}
        id={`f-${one.id}`}
        action={paths.officeCorrections(workshop.id)}
        submit={words("take")}
        formKey={`${formKey}-${one.id}`}
        form={form?.id === one.id ? form.filled : undefined}
        next={words("takeNext")}
        secondary={[{ label: words("decline"), name: "aktion", value: "declined" }]}
      >
        <HiddenField name="korrektur" value={one.id} />
        <TextField name="titel" label={words("title")} maximum={200} value={one.cluster} />
        <TextArea
          name="zusammenfassung"
          label={words("summary")}
          maximum={4_000}
          value={one.clusterWords}
          optional
        />
        <TextArea
          name="antwort"
          label={words("reply")}
          hint={words("replyHint")}
          rows={3}
          maximum={2_000}
          optional
        />
      </Form>
    </Section>
  );
};

/** The corrections of a workshop, for the office to answer. */
export const OfficeCorrectionsView = (props: OfficeProps) => {
  const { ctx, workshop, corrections, refusal, notice } = props;
  const words = say(ctx);
  const open = corrections.filter(({ state }) => state === "open");
  const decided = corrections.filter(({ state }) => state !== "open");
  return (
    <>
      <Title kind={workshop.title} heading={words("officeHeading")} lead={words("officeLead")}>
        <p>
          <a href={paths.corrections(workshop.slug)}>{words("public")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words("notice_beantwortet")} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {open.length === 0 && <Empty heading={words("noneOpen")} />}
      {open.map((one) => (
        <Decide {...props} one={one} />
      ))}
      {decided.length > 0 && (
        <Section id="beantwortet" heading={words("decided")}>
          <CorrectionList ctx={ctx} corrections={decided} />
        </Section>
      )}
    </>
  );
};
