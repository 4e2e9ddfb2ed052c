import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { renderMarkdown } from "#core/markdown.ts";
import { type Questionnaire, wordsIn } from "#methods/questionnaire.ts";
import { languageName } from "#modules/organizations/vocabulary.ts";
import { say } from "#modules/surveys/answering/messages.ts";
import { lengthOf } from "#modules/surveys/answering/queries.ts";
import { askerOf, type Base, htmlLanguage } from "#modules/surveys/answering/views.tsx";
import { paths } from "#modules/surveys/paths.ts";
import { privacyName } from "#modules/surveys/vocabulary.ts";
import { RadioGroup } from "#ui/choices.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Prose, Section, Stack, Title } from "#ui/page.tsx";

type StartProps = Base & {
  readonly questionnaire: Questionnaire;
  readonly language: string;
  readonly isOpen: boolean;
  readonly hasCode: boolean;
  readonly hasDraft: boolean;
  readonly isDone: boolean;
  readonly hasResults: boolean;
  readonly form?: Filled | undefined;
};

const Beginning = (props: StartProps) => {
  const { ctx, survey, questionnaire, language, hasCode, hasDraft, form, formKey } = props;
  const words = say(ctx);
  const wantsCode = survey.access !== "open" && !hasCode;
  return (
    <Form
      ctx={ctx}
      action={paths.answer(survey.slug)}
      submit={words(hasDraft ? "goOn" : "start")}
      formKey={formKey}
      form={form}
    >
      {hasCode && survey.access !== "open" && <p>{words("codeKnown")}</p>}
      {wantsCode && (
        <TextField
          name="code"
          label={words("codeLabel")}
          hint={
            survey.access === "both" ? `${words("codeHint")} ${words("codeOptional")}` : words("codeHint")
          }
          maximum={40}
          optional={survey.access === "both"}
          autocomplete="off"
        />
      )}
      {questionnaire.languages.length > 1 && (
        <RadioGroup
          name="sprachwahl"
          label={words("languageLabel")}
          options={questionnaire.languages.map((code) => ({ value: code, label: languageName(ctx, code) }))}
          value={language}
          row
        />
      )}
    </Form>
  );
};

const Sizes = ({ ctx, survey, questionnaire }: Pick<StartProps, "ctx" | "survey" | "questionnaire">) => {
  const words = say(ctx);
  const { questions, minutes } = lengthOf(questionnaire);
  const sizes = { questions: words("length", { n: questions }), minutes: words("minutes", { n: minutes }) };
  return <p>{words(survey.privacy === "counters" ? "lengthCounters" : "lengthSentence", sizes)}</p>;
};

/** Who asks, why, how long it takes, and what happens with the answers; then the way in. */
export const StartView = (props: StartProps) => {
  const { ctx, survey, questionnaire, language, isOpen, isDone, hasResults } = props;
  const words = say(ctx);
  const introduction = wordsIn(questionnaire.introduction, language, questionnaire.languages[0] ?? "de");
  const ended = survey.closedAt ?? survey.closesAt;
  return (
    <>
      <Title
        kind={askerOf(ctx, survey)}
        heading={wordsIn(questionnaire.title, language, questionnaire.languages[0] ?? "de") || survey.title}
        lead={
          isOpen
            ? survey.closesAt
              ? words("until", { date: dayWithYear(ctx, survey.closesAt) })
              : words("openEnd")
            : ended && words("closedOn", { date: dayWithYear(ctx, ended) })
        }
      />
      {survey.state === "draft" && (
        <Notice ctx={ctx} heading={words("draftNotice")}>
          <p>{words("draftText")}</p>
        </Notice>
      )}
      {survey.state !== "draft" && !isOpen && (
        <Notice ctx={ctx} heading={words("closedNotice")}>
          <p>{words("closedText")}</p>
        </Notice>
      )}
      {isDone && isOpen && (
        <Notice ctx={ctx} heading={words("already")}>
          {survey.access !== "codes" && <p>{words("alreadyText")}</p>}
        </Notice>
      )}
      <Stack>
        {introduction && <Prose html={renderMarkdown(introduction)} lang={htmlLanguage(language)} />}
        {survey.words && <Prose html={renderMarkdown(survey.words)} />}
        <Sizes ctx={ctx} survey={survey} questionnaire={questionnaire} />
        {isOpen && <Beginning {...props} />}
      </Stack>
      <Section id="daten" heading={words("whatHappens")}>
        <Stack>
          <p>{words(`open_${survey.privacy}`)}</p>
          <p>
            <a href={paths.privacy(survey.slug)}>
              {words("privacyLink", { privacy: privacyName(ctx, survey.privacy) })}
            </a>
          </p>
          {survey.state !== "closed" && (
            <p>
              <a href={paths.paper(survey.slug)}>{words("paper")}</a>
            </p>
          )}
          {hasResults && (
            <p>
              <a href={paths.results(survey.slug)}>{words("results")}</a>
            </p>
          )}
        </Stack>
      </Section>
    </>
  );
};
