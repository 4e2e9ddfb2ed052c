import type { Context } from "#core/context.ts";
import type { Service, Site } from "#modules/organizations/schema.ts";
import {
  languageName,
  needName,
  needs,
  spokenLanguages,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";
import { CheckboxGroup, options, Select } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { say } from "./messages.ts";

/** What a service is good for, in one line. */
export const needsLine = (ctx: Context, service: Service): string =>
  service.needs.map((code) => needName(ctx, code)).join(", ");

type FieldsProps = { readonly ctx: Context; readonly sites: readonly Site[] };

/** One service: what for, for whom, where and how. */
export const ServiceFields = ({ ctx, sites }: FieldsProps) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="name" label={words("name")} hint={words("nameHint")} maximum={150} />
      <CheckboxGroup
        name="needs"
        label={words("needsLabel")}
        hint={words("needsHint")}
        options={options(needs, (code) => needName(ctx, code))}
      />
      <TextArea name="description" label={words("description")} optional maximum={3000} />
      <CheckboxGroup
        name="targetGroups"
        label={words("groupsLabel")}
        optional
        options={options(targetGroups, (code) => targetGroupName(ctx, code))}
      />
      <CheckboxGroup
        name="languages"
        label={words("languagesLabel")}
        optional
        row
        options={options(spokenLanguages, (code) => languageName(ctx, code))}
      />
      {sites.length > 0 && (
        <Select
          name="siteId"
          label={words("siteLabel")}
          optional
          blank={words("noSite")}
          options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextArea
        name="howToCome"
        label={words("howLabel")}
        hint={words("howHint")}
        optional
        rows={2}
        maximum={500}
      />
      <TextField name="fees" label={words("feesLabel")} hint={words("feesHint")} optional maximum={200} />
    </>
  );
};
