import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import {
  companies,
  companyName,
  dayName,
  days,
  offerName,
  offers,
  partName,
  parts,
  placeKindName,
  placeKinds,
  rhythmName,
  rhythms,
  skillName,
  skills,
} from "#modules/opportunities/vocabulary.ts";
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
import { Checkbox, CheckboxGroup, Fieldset, options, RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, NumberField, TextArea, TextField, TimeField } from "#ui/fields.tsx";
import { More } from "#ui/page.tsx";
import type { say } from "./messages.ts";

export type Choice = { readonly id: string; readonly name: string };
type Words = ReturnType<typeof say>;

/** The 21 parts of a week as a table of boxes; each box names its day and its part. */
const WeekTable = ({
  ctx,
  form,
  name,
  label,
  hint,
}: {
  ctx: Context;
  form: Filled;
  name: string;
  label: string;
  hint: string;
}) => {
  const value = form.values[name] ?? [];
  const chosen = typeof value === "string" ? [value] : value;
  return (
    <fieldset class="al-field" aria-describedby={`f-${name}-hint`}>
      <legend>{label}</legend>
      <p class="al-field__hint" id={`f-${name}-hint`}>
        {hint}
      </p>
      <table class="al-table">
        <thead>
          <tr>
            <td></td>
            {parts.map((part) => (
              <th scope="col">{partName(ctx, part)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day, row) => (
            <tr>
              <th scope="row">{dayName(ctx, day)}</th>
              {parts.map((part, column) => {
                const number = String(row * 3 + column);
                return (
                  <td class="al-check">
                    <input
                      type="checkbox"
                      id={row + column === 0 ? `f-${name}` : undefined}
                      name={name}
                      value={number}
                      checked={chosen.includes(number)}
                      aria-label={`${dayName(ctx, day)} ${partName(ctx, part)}`}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
};

type Part = { readonly ctx: Context; readonly words: Words; readonly form: Filled };

/** What it is about. */
export const Task = ({ ctx, words }: Part) => (
  <Fieldset legend={words("sectionTask")}>
    <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={160} />
    <TextField name="summary" label={words("summary")} optional maximum={300} />
    <TextArea
      name="description"
      label={words("description")}
      hint={words("descriptionHint")}
      optional
      rows={8}
      maximum={5_000}
    />
    <CheckboxGroup
      name="fields"
      label={words("fields")}
      optional
      options={options(fields, (code) => fieldName(ctx, code))}
    />
    <CheckboxGroup
      name="targetGroups"
      label={words("targetGroups")}
      optional
      options={options(targetGroups, (code) => targetGroupName(ctx, code))}
    />
  </Fieldset>
);

/** When somebody is needed. */
export const When = ({ ctx, words, form }: Part) => (
  <Fieldset legend={words("sectionWhen")}>
    <RadioGroup
      name="rhythm"
      label={words("rhythm")}
      options={options(rhythms, (code) => rhythmName(ctx, code))}
    />
    <DateField name="startDay" label={words("startDay")} hint={words("dayHint")} optional />
    <TimeField name="startTime" label={words("startTime")} optional />
    <TimeField name="endTime" label={words("endTime")} optional />
    <More
      summary={words("sectionTimes")}
      open={form.values["times"] !== undefined || form.values["endDay"] !== undefined}
    >
      <DateField name="endDay" label={words("endDay")} hint={words("endDayHint")} optional />
      <WeekTable ctx={ctx} form={form} name="times" label={words("times")} hint={words("timesHint")} />
    </More>
    <NumberField
      name="durationMinutes"
      label={words("durationMinutes")}
      hint={words("durationHint")}
      optional
    />
  </Fieldset>
);

/** Where it is, and how one gets around there. */
export const Where = ({ ctx, words, sites }: Part & { readonly sites: readonly Choice[] }) => (
  <Fieldset legend={words("sectionWhere")}>
    <RadioGroup
      name="placeKind"
      label={words("placeKind")}
      options={options(placeKinds, (code) => placeKindName(ctx, code))}
    />
    {sites.length > 0 && (
      <Select
        name="siteId"
        label={words("site")}
        optional
        blank={words("noSite")}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
    <TextField name="street" label={words("street")} optional autocomplete="street-address" />
    <TextField
      name="postcode"
      label={words("postcode")}
      optional
      width="short"
      maximum={5}
      autocomplete="postal-code"
    />
    <TextField name="townName" label={words("townName")} optional autocomplete="address-level2" />
    <CheckboxGroup
      name="accessibility"
      label={words("accessibility")}
      optional
      options={options(accessibilities, (code) => accessibilityName(ctx, code))}
    />
  </Fieldset>
);

/** What is needed, and what is given. */
export const Give = ({ ctx, words }: Part) => (
  <Fieldset legend={words("sectionGive")}>
    <TextArea
      name="requirements"
      label={words("requirements")}
      hint={words("requirementsHint")}
      optional
      rows={3}
      maximum={1_000}
    />
    <CheckboxGroup
      name="skills"
      label={words("skills")}
      optional
      options={options(skills, (code) => skillName(ctx, code))}
    />
    <CheckboxGroup
      name="offers"
      label={words("offersGiven")}
      optional
      options={options(offers, (code) => offerName(ctx, code))}
    />
  </Fieldset>
);

/** Who can come. */
export const Who = ({ ctx, words }: Part) => {
  const languages = options(spokenLanguages, (code) => languageName(ctx, code));
  return (
    <Fieldset legend={words("sectionWho")}>
      <NumberField name="seats" label={words("seats")} hint={words("seatsHint")} optional />
      <RadioGroup
        name="company"
        label={words("company")}
        options={options(companies, (code) => companyName(ctx, code))}
      />
      <NumberField name="minimumAge" label={words("minimumAge")} optional />
      <Checkbox name="needsCheck" label={words("needsCheck")} hint={words("needsCheckHint")} />
      <More summary={words("sectionLanguages")}>
        <CheckboxGroup name="languages" label={words("languages")} optional options={languages} />
        <CheckboxGroup
          name="languagesRequired"
          label={words("languagesRequired")}
          hint={words("languagesRequiredHint")}
          optional
          options={languages}
        />
      </More>
    </Fieldset>
  );
};
