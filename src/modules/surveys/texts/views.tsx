import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { wordsIn } from "#methods/questionnaire.ts";
import { hintsIn } from "#methods/text-hints.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { ActionLink } from "#ui/button.tsx";
import { HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { Views } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { mostTexts, type TextAsked, type TextCount, type TextRow } from "./queries.ts";

type TextsProps = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly language: string;
  readonly asked: readonly TextAsked[];
  readonly counts: readonly TextCount[];
  readonly current: TextAsked | undefined;
  readonly rows: readonly TextRow[];
  /** The one to be read now. */
  readonly text: TextRow | undefined;
  readonly form: Filled;
  readonly formKey: string;
  readonly notice: string | undefined;
};

/** The texts to one question, or one of them. */
export const addressOf = ({ id }: Pick<SurveyRow, "id">, name: string, hash?: string): string =>
  `${paths.texts(id)}?frage=${encodeURIComponent(name)}${hash ? `&text=${hash}#text` : ""}`;

const titleOf = ({ ctx, language }: TextsProps, { title }: TextAsked): string =>
  wordsIn(title, ctx.language, language);

const countOf = ({ counts }: TextsProps, { name }: TextAsked): TextCount =>
  counts.find((one) => one.name === name) ?? { name, all: 0, read: 0 };

const Tabs = (props: TextsProps) => {
  const { ctx, survey, asked, current } = props;
  const label = (one: TextAsked): string => {
    const { all, read } = countOf(props, one);
    const title = titleOf(props, one);
    return read < all ? say(ctx)("tab", { title, n: all - read }) : say(ctx)("tabRead", { title });
  };
  const views = asked.map((one) => ({
    href: addressOf(survey, one.name),
    label: label(one),
    current: one === current,
  }));
  return asked.length > 1 ? <Views ctx={ctx} views={views} /> : null;
};

const Hints = ({ ctx, text }: { readonly ctx: Context; readonly text: string }) => {
  const words = say(ctx);
  const hints = hintsIn(text);
  if (hints.length === 0) return null;
  return (
    <Notice ctx={ctx} kind="warning" heading={words("hints")}>
      <p>{words("hintsText")}</p>
      <ul>
        {hints.map(({ kind, found }) => (
          <li>
            {words(`hint_${kind}`)}: <strong>{found}</strong>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const Reading = (props: TextsProps & { readonly text: TextRow; readonly current: TextAsked }) => {
  const { ctx, survey, current, text, form, formKey } = props;
  const words = say(ctx);
  return (
    <Section id="text" heading={words(text.verdict ? "again" : "next")}>
      <Stack>
        <blockquote class="al-prose">{text.text}</blockquote>
        <p class="al-soft">{words("written", { n: text.count })}</p>
        <Hints ctx={ctx} text={text.text} />
        <Form
          ctx={ctx}
          action={paths.texts(survey.id)}
          submit={words("publish")}
          secondary={[{ label: words("hide"), name: "wahl", value: "verbergen" }]}
          next={words("after")}
          form={form}
          formKey={formKey}
        >
          <HiddenField name="frage" value={current.name} />
          <HiddenField name="text" value={text.hash} />
          <TextArea
            name="words"
            label={words("words")}
            hint={words("wordsHint")}
            value={text.words || text.text}
            maximum={10_000}
          />
        </Form>
      </Stack>
    </Section>
  );
};

const Done = (props: TextsProps & { readonly current: TextAsked }) => {
  const { ctx, survey, current, rows } = props;
  const words = say(ctx);
  const read = rows.filter(({ verdict }) => verdict !== null);
  if (read.length === 0) return null;
  return (
    <Section id="gelesen" heading={words("read")}>
      <Table
        id="gelesene"
        caption={titleOf(props, current)}
        rows={read}
        columns={[
          { heading: words("text"), cell: ({ text, words: kept }) => kept || text },
          { heading: words("decision"), cell: ({ verdict }) => verdict && words(`verdict_${verdict}`) },
          {
            heading: words("change"),
            cell: ({ hash, text }) => (
              <ActionLink
                href={addressOf(survey, current.name, hash)}
                label={words("change")}
                object={text.slice(0, 60)}
              />
            ),
          },
        ]}
      />
      {rows.length === mostTexts && <p class="al-soft">{words("more", { n: mostTexts })}</p>}
    </Section>
  );
};

const One = (props: TextsProps & { readonly current: TextAsked }) => {
  const { ctx, survey, current, text } = props;
  const words = say(ctx);
  const { all, read } = countOf(props, current);
  if (all === 0) return <Empty heading={words("none")}>{words("noneText")}</Empty>;
  return (
    <Stack wide>
      <div>
        <h2>{titleOf(props, current)}</h2>
        <p class="al-soft">{words("progress", { read, n: all })}</p>
      </div>
      {text ? (
        <Reading {...props} text={text} />
      ) : (
        <Notice ctx={ctx} kind="success" heading={words("allRead")}>
          <p>
            {words("allReadText")} <a href={paths.releases(survey.id)}>{words("toReleases")}</a>
          </p>
        </Notice>
      )}
      <Done {...props} />
    </Stack>
  );
};

const said = ["shown", "shortened", "hidden"] as const;

/** Free texts, one after the other: nothing is published that nobody has read. */
export const TextsView = (props: TextsProps) => {
  const { ctx, survey, current, notice } = props;
  const words = say(ctx);
  const told = said.find((one) => one === notice);
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} part="texts" heading={words("heading")} lead={words("lead")} />
      {told && <Notice ctx={ctx} kind="success" heading={words(`said_${told}`)} />}
      <Tabs {...props} />
      {current ? (
        <One {...props} current={current} />
      ) : (
        <Empty heading={words("noQuestions")}>
          {words(survey.privacy === "counters" ? "sums" : "noQuestionsText")}
        </Empty>
      )}
    </Stack>
  );
};
