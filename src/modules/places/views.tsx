import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { languages } from "#core/messages.ts";
import { CheckboxGroup, Fieldset } from "#ui/choices.tsx";
import { FileField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";

type Props = {
  readonly ctx: Context;
  readonly form: Filled;
  readonly formKey: string;
  readonly missing: readonly string[];
  readonly saved: boolean;
};

type Name = Parameters<ReturnType<typeof say>>[0];

const languageNames: Readonly<Record<(typeof languages)[number], string>> = {
  de: "Deutsch",
  en: "English",
  hsb: "Hornjoserbsce (Obersorbisch)",
  "de-x-easy": "Leichte Sprache",
};

const officeFields = [
  "officeName",
  "officeStreet",
  "officePostcode",
  "officeTown",
  "officePhone",
  "officeEmail",
] as const;
const legalFields = [
  "legalOperator",
  "legalForm",
  "legalRepresentative",
  "legalRegister",
  "legalResponsible",
  "privacyContact",
  "supervisoryAuthority",
] as const satisfies readonly Name[];

/** One calm form for everything that is the town's own. */
export const SettingsPage = ({ ctx, form, formKey, missing, saved }: Props) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("settings")} lead={words("settingsLead")} />
      <Stack>
        {saved && <Notice ctx={ctx} kind="success" heading={words("saved")} />}
        {missing.length > 0 ? (
          <Notice ctx={ctx} kind="warning" heading={words("missing", { fields: missing.join(", ") })}>
            {words("legalLead")}
          </Notice>
        ) : (
          <p class="al-soft">{words("complete")}</p>
        )}
        <Form ctx={ctx} action={paths.settings} submit={words("save")} form={form} formKey={formKey} files>
          <Fieldset legend={words("sectionTown")}>
            <TextField name="name" label={words("name")} />
            <TextField name="fullName" label={words("fullName")} />
            <TextField name="sorbianName" label={words("sorbianName")} optional />
            <TextField name="lead" label={words("lead")} optional />
            <CheckboxGroup
              name="languages"
              label={words("languages")}
              hint={words("languagesHint")}
              optional
              options={languages
                .filter((code) => code !== "de")
                .map((code) => ({ value: code, label: languageNames[code] }))}
            />
          </Fieldset>
          <Fieldset legend={words("sectionLook")}>
            <TextField
              name="accentLight"
              label={words("accentLight")}
              hint={words("colorHint")}
              width="medium"
            />
            <TextField
              name="accentDark"
              label={words("accentDark")}
              hint={words("colorHint")}
              width="medium"
            />
            <TextField
              name="accentDeep"
              label={words("accentDeep")}
              hint={words("colorHint")}
              width="medium"
            />
            <FileField
              name="logo"
              label={words("logo")}
              hint={words("logoHint")}
              accept="image/*"
              kinds="PNG, JPG, WebP, SVG"
              megabytes={10}
              optional
            />
            <TextField name="logoText" label={words("logoText")} optional />
          </Fieldset>
          <Fieldset legend={words("sectionOffice")}>
            {officeFields.map((name) => (
              <TextField name={name} label={words(name)} optional />
            ))}
            <TextField
              name="openingHours"
              label={words("openingHours")}
              hint={words("openingHoursHint")}
              optional
            />
            <TextField
              name="officePeople"
              label={words("officePeople")}
              hint={words("officePeopleHint")}
              optional
            />
          </Fieldset>
          <Fieldset legend={words("sectionLegal")}>
            {legalFields.map((name) => (
              <TextField name={name} label={words(name)} optional />
            ))}
          </Fieldset>
        </Form>
      </Stack>
    </>
  );
};
