import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { companyName, rhythmName, rhythms, skillName, skills } from "#modules/opportunities/vocabulary.ts";
import {
  accessibilities,
  accessibilityName,
  fieldName,
  fields,
  languageName,
  spokenLanguages,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { CheckboxGroup, options, RadioGroup } from "#ui/choices.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { More, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { weekSpans } from "./queries.ts";

const people = targetGroups.filter((code) => code !== "everyone");

type Props = {
  readonly ctx: Context;
  readonly form: Filled;
  readonly formKey: string;
  readonly known: boolean;
  readonly notice: "saved" | "erased" | undefined;
};

const MoreAnswers = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  return (
    <More summary={words("more")}>
      <CheckboxGroup
        name="fields"
        label={words("fields")}
        optional
        options={options(fields, (code) => fieldName(ctx, code))}
      />
      <CheckboxGroup
        name="languages"
        label={words("languages")}
        optional
        options={options(spokenLanguages, (code) => languageName(ctx, code))}
      />
      <CheckboxGroup
        name="accessibility"
        label={words("accessibility")}
        optional
        options={options(accessibilities, (code) => accessibilityName(ctx, code))}
      />
      <CheckboxGroup
        name="notThese"
        label={words("notThese")}
        optional
        options={options(people, (code) => targetGroupName(ctx, code))}
      />
    </More>
  );
};

/** What the signed-in person wishes for: to read, to change, to delete. */
export const WishesPage = ({ ctx, form, formKey, known, notice }: Props) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading")} lead={words("lead")} />
      {notice && (
        <Notice ctx={ctx} kind="success" heading={words(notice)}>
          <a href={paths.suggestions}>{words("showSuggestions")}</a>
        </Notice>
      )}
      <Form ctx={ctx} action={paths.wishes} submit={words("save")} form={form} formKey={formKey}>
        <CheckboxGroup
          name="spans"
          label={words("timesLabel")}
          optional
          options={options(weekSpans, (code) => words(`times_${code}`))}
        />
        <CheckboxGroup
          name="rhythms"
          label={words("rhythms")}
          optional
          options={options(rhythms, (code) => rhythmName(ctx, code))}
        />
        <CheckboxGroup
          name="skills"
          label={words("skills")}
          optional
          options={options(skills, (code) => skillName(ctx, code))}
        />
        <CheckboxGroup
          name="targetGroups"
          label={words("targetGroups")}
          optional
          options={options(people, (code) => targetGroupName(ctx, code))}
        />
        <TextField
          name="postcode"
          label={words("postcode")}
          optional
          width="short"
          maximum={5}
          autocomplete="postal-code"
        />
        <NumberField name="radiusKm" label={words("radiusKm")} optional />
        <RadioGroup
          name="company"
          label={words("company")}
          optional
          options={options(["alone", "pair", "team"], (code) => companyName(ctx, code))}
        />
        <MoreAnswers ctx={ctx} />
        <TextArea name="words" label={words("words")} hint={words("wordsHint")} optional maximum={2_000} />
      </Form>
      {known && (
        <ActionForm
          action={`${paths.wishes}/loeschung`}
          label={words("erase")}
          formKey={formKey}
          kind="tertiary"
        />
      )}
    </>
  );
};
