import type { Context } from "#core/context.ts";
import type { Lost } from "#methods/questionnaire-conversion.ts";
import { lossInWords } from "#modules/surveys/conversions/vocabulary.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { More, Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { answerFiles, type FileName, mostAnswers, questionFiles, sumsFile } from "./queries.ts";

const keys = {
  "xlsform.xlsx": "xlsform",
  "surveyjs.json": "surveyjs",
  "codebuch.csv": "codebook",
  "antworten-excel.csv": "excel",
  "antworten.csv": "programs",
  "antworten.xlsx": "workbook",
  "spss-daten.csv": "spss",
  "spss-syntax.sps": "syntax",
  "summen.csv": "sums_csv",
} as const satisfies Readonly<Record<FileName, string>>;

type FilesProps = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly id: string;
  readonly caption: string;
  readonly files: readonly FileName[];
};

const Files = ({ ctx, survey, id, caption, files }: FilesProps) => {
  const words = say(ctx);
  return (
    <Table
      id={id}
      caption={caption}
      rows={files}
      columns={[
        {
          heading: words("file"),
          cell: (file) => (
            <a href={paths.exported(survey.id, file)} download>
              {words(keys[file])}
            </a>
          ),
        },
        { heading: words("use"), cell: (file) => words(`${keys[file]}_for`) },
      ]}
    />
  );
};

const Missing = ({
  ctx,
  of,
  lost,
}: {
  readonly ctx: Context;
  readonly of: string;
  readonly lost: readonly Lost[];
}) =>
  lost.length === 0 ? null : (
    <More summary={`${say(ctx)("missing")}: ${of}`}>
      <ul>
        {lost.slice(0, 200).map((one) => (
          <li>
            {one.where && `${one.where}: `}
            {lossInWords(ctx, one)}
          </li>
        ))}
      </ul>
    </More>
  );

type Props = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly answers: number;
  readonly lost: { readonly xlsform: readonly Lost[]; readonly surveyjs: readonly Lost[] };
};

/** Every file that a survey hands out, with what it is for and what does not go along. */
export const ExportsView = ({ ctx, survey, answers, lost }: Props) => {
  const words = say(ctx);
  const keepsSums = survey.privacy === "counters";
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} part="exports" heading={words("heading")} lead={words("lead")} />
      <Section id="fragen" heading={words("questions")}>
        <Files
          ctx={ctx}
          survey={survey}
          id="fragen-dateien"
          caption={words("questions")}
          files={questionFiles}
        />
        <Missing ctx={ctx} of={words("xlsform")} lost={lost.xlsform} />
        <Missing ctx={ctx} of={words("surveyjs")} lost={lost.surveyjs} />
      </Section>
      <Section id="antworten" heading={words("answers")}>
        <p>
          {keepsSums
            ? words("sumsLead")
            : answers === 0
              ? words("answersNone")
              : words("answersLead", { n: answers })}
        </p>
        {(keepsSums || answers > 0) && (
          <Files
            ctx={ctx}
            survey={survey}
            id="antworten-dateien"
            caption={words("answers")}
            files={keepsSums ? [sumsFile] : answerFiles}
          />
        )}
        {answers > mostAnswers && <p>{words("limit", { n: mostAnswers })}</p>}
      </Section>
    </Stack>
  );
};
