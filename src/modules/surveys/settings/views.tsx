import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { OpenRefusal } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { say } from "#modules/surveys/register/messages.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import {
  accesses,
  accessName,
  audienceName,
  audiences,
  privacies,
  privacyName,
} from "#modules/surveys/vocabulary.ts";
import { Checkbox, options, RadioGroup } from "#ui/choices.tsx";
import { DateField, NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Note, Stack } from "#ui/page.tsx";
import { lastDayOf } from "./queries.ts";

type Base = { readonly ctx: Context; readonly formKey: string; readonly survey: SurveyRow };

/** Both promises, each with what it means exactly; once the survey has begun only as a sentence. */
const Promises = ({ ctx, survey }: Pick<Base, "ctx" | "survey">) => {
  const words = say(ctx);
  if (survey.state !== "draft")
    return (
      <p>
        <strong>
          {privacyName(ctx, survey.privacy)}. {accessName(ctx, survey.access)}.
        </strong>{" "}
        {words(`privacy_${survey.privacy}_hint`)} {words("promised")}
      </p>
    );
  return (
    <>
      <RadioGroup
        name="privacy"
        label={words("privacy")}
        options={privacies.map((value) => ({
          value,
          label: privacyName(ctx, value),
          hint: words(`privacy_${value}_hint`),
        }))}
      />
      <RadioGroup
        name="access"
        label={words("access")}
        options={accesses.map((value) => ({
          value,
          label: accessName(ctx, value),
          hint: words(`access_${value}_hint`),
        }))}
      />
      <Checkbox name="asksContact" label={words("asksContact")} hint={words("asksContactHint")} />
    </>
  );
};

type SettingsProps = Base & { readonly form: Filled; readonly refusal?: string | undefined };

/** How a survey is run. */
export const SettingsView = ({ ctx, formKey, survey, form, refusal }: SettingsProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        part="settings"
        heading={words("settings")}
        lead={words("settingsLead", { title: survey.title })}
      />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <Form
        ctx={ctx}
        action={paths.settings(survey.id)}
        submit={words("save")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.survey(survey.id), label: words("back") }}
      >
        <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={200} />
        <TextArea name="words" label={words("words")} hint={words("wordsHint")} maximum={5_000} optional />
        <RadioGroup
          name="audience"
          label={words("audience")}
          options={options(audiences, (code) => audienceName(ctx, code))}
          row
        />
        <Promises ctx={ctx} survey={survey} />
        <DateField name="lastDay" label={words("closesAt")} hint={words("closesAtHint")} optional />
        <Checkbox name="listed" label={words("listed")} />
        <NumberField name="population" label={words("population")} hint={words("populationHint")} optional />
        <TextField
          name="populationWords"
          label={words("populationWords")}
          hint={words("populationWordsHint")}
          maximum={300}
          optional
        />
        <NumberField name="threshold" label={words("threshold")} hint={words("thresholdHint")} />
        <TextArea name="quotas" label={words("quotas")} hint={words("quotasHint")} rows={3} optional />
      </Form>
    </Stack>
  );
};

type OpeningProps = Base & { readonly refusal?: OpenRefusal | "problems" | undefined };

/** The last look before a survey begins. */
export const OpeningView = ({ ctx, formKey, survey, refusal }: OpeningProps) => {
  const words = say(ctx);
  const lastDay = lastDayOf(survey);
  return (
    <Stack wide>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        heading={words(survey.state === "draft" ? "opening" : "reopening")}
        lead={
          lastDay ? words("openingLead", { date: dayWithYear(ctx, lastDay) }) : words("openingLeadEndless")
        }
      />
      {refusal && (
        <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)}>
          {refusal === "problems" && <a href={paths.trial(survey.id)}>{words("toMend")}</a>}
          {refusal === "past" && <a href={paths.settings(survey.id)}>{words("toSettings")}</a>}
          {(refusal === "empty" || refusal === "text") && (
            <a href={paths.questions(survey.id)}>{words("toQuestions")}</a>
          )}
        </Notice>
      )}
      <Note id="fest" heading={words("openingFixed")}>
        <p>
          {words("openingFixedText", {
            privacy: privacyName(ctx, survey.privacy),
            access: accessName(ctx, survey.access),
          })}
        </p>
        <p>{words(`privacy_${survey.privacy}_hint`)}</p>
      </Note>
      <Form
        ctx={ctx}
        action={paths.opening(survey.id)}
        submit={words("openSubmit")}
        next={words("openNext")}
        formKey={formKey}
        cancel={{ href: paths.survey(survey.id), label: words("back") }}
      />
    </Stack>
  );
};

/** The last look before it ends. */
export const ClosingView = ({ ctx, formKey, survey, refusal }: Base & { readonly refusal?: "notOpen" }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} heading={words("closing")} lead={words("closingLead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words("refused_notOpen")} />}
      <Form
        ctx={ctx}
        action={paths.closing(survey.id)}
        submit={words("closeSubmit")}
        next={words("closeNext")}
        formKey={formKey}
        cancel={{ href: paths.survey(survey.id), label: words("back") }}
      />
    </Stack>
  );
};
