import type { Context } from "#core/context.ts";
import { type Questionnaire, type Words, wordsIn } from "#methods/questionnaire.ts";
import type { Counted, Crossed } from "#methods/survey-count.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { BarTable } from "#ui/chart.tsx";
import { Select } from "#ui/choices.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { canBeCrossed, type Pair } from "./queries.ts";

type CountsProps = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly content: Questionnaire;
  readonly all: number;
  readonly counted: readonly Counted[];
  readonly pair: Pair;
  readonly crossed: Crossed | undefined;
};

const worded =
  ({ ctx, content }: Pick<CountsProps, "ctx" | "content">) =>
  (words: Words): string =>
    wordsIn(words, ctx.language, content.languages[0] ?? "de");

const noteOf = ({ ctx, survey }: CountsProps, { kind, adds, base }: Counted): string => {
  const words = say(ctx);
  if (survey.privacy === "counters" && adds === "ticks") return words("sumsBase", { n: base });
  const told = words("base", { n: base });
  if (adds === "ticks") return `${told} ${words("several")}`;
  return kind === "ranking" ? `${told} ${words("firstPlace")}` : told;
};

const Question = ({ props, counted }: { readonly props: CountsProps; readonly counted: Counted }) => {
  const write = worded(props);
  const title = write(counted.title);
  return (
    <div>
      <BarTable
        ctx={props.ctx}
        id={`frage-${counted.question}${counted.row === undefined ? "" : `-${counted.row}`}`}
        caption={title}
        description={say(props.ctx)("picture", { title })}
        base={counted.base}
        bars={counted.counts.map(({ label, count }) => ({ label: write(label), value: count }))}
        note={noteOf(props, counted)}
      />
    </div>
  );
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

const CrossTable = (props: CountsProps & { readonly crossed: Crossed }) => {
  const { ctx, counted, crossed } = props;
  const [words, write] = [say(ctx), worded(props)];
  const of = (name: string) => counted.find(({ question }) => question === name);
  const titled = (name: string): string => write(of(name)?.title ?? { de: name });
  const labeled = (name: string, value: string): string => {
    const label = of(name)?.counts.find((one) => one.value === value)?.label;
    return label ? write(label) : value || words("noAnswer");
  };
  const lines = crossed.rows.map((value, at) => ({ value, cells: crossed.cells[at] ?? [] }));
  return (
    <Table
      id="kreuztabelle"
      caption={words("pair", { row: titled(crossed.row), column: titled(crossed.column) })}
      rows={lines}
      columns={[
        { heading: titled(crossed.row), cell: ({ value }) => labeled(crossed.row, value) },
        ...crossed.columns.map((column, at) => ({
          heading: labeled(crossed.column, column),
          cell: ({ cells }: (typeof lines)[number]) => cells[at] ?? 0,
          number: true,
        })),
        { heading: words("total"), cell: ({ cells }) => sum(cells), number: true },
      ]}
    />
  );
};

const Crossing = (props: CountsProps) => {
  const { ctx, survey, counted, pair, crossed } = props;
  const [words, write] = [say(ctx), worded(props)];
  const possible = counted.filter((one) => canBeCrossed(survey, one));
  const options = possible.map(({ question, title }) => ({ value: question, label: write(title) }));
  if (options.length < 2) return null;
  return (
    <Section id="kreuzen" heading={words("crossing")}>
      <Stack>
        <Form
          ctx={ctx}
          method="get"
          action={`${paths.counts(survey.id)}#kreuzen`}
          submit={words("cross")}
          quiet
          narrow
        >
          <p class="al-soft">{words("crossingText")}</p>
          <Select name="zeile" label={words("row")} options={options} value={pair.row} />
          <Select name="spalte" label={words("column")} options={options} value={pair.column} />
        </Form>
        {pair.row !== "" && pair.row === pair.column && (
          <Notice ctx={ctx} kind="error" heading={words("same")} />
        )}
        {crossed && <CrossTable {...props} crossed={crossed} />}
      </Stack>
    </Section>
  );
};

/** What was answered so far: for those who ask, and for nobody else. */
export const CountsView = (props: CountsProps) => {
  const { ctx, survey, all, counted } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} part="counts" heading={words("heading")} lead={words("lead")} />
      <Notice ctx={ctx} heading={words("internal")}>
        <p>
          {words("internalText")} <a href={paths.releases(survey.id)}>{words("toReleases")}</a>
        </p>
      </Notice>
      {all === 0 ? (
        <Empty heading={words("none")}>{words("noneText")}</Empty>
      ) : counted.length === 0 ? (
        <Empty heading={words("noQuestions")}>{words("noQuestionsText")}</Empty>
      ) : (
        <>
          <Section id="fragen" heading={words("questions")}>
            <Stack wide>
              {counted.map((one) => (
                <Question props={props} counted={one} />
              ))}
            </Stack>
          </Section>
          <Crossing {...props} />
        </>
      )}
    </Stack>
  );
};
