import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import { say } from "#modules/organizations/profile/messages.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import {
  fieldName,
  fields,
  languageName,
  sectorName,
  sectors,
  spokenLanguages,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";
import { CheckboxGroup, options, RadioGroup } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Title } from "#ui/page.tsx";

type Ctx = { readonly ctx: Context };
type PartProps = Ctx & {
  readonly desk: Desk;
  readonly organization: Organization;
  readonly form: Filled;
  readonly formKey: string;
};
/** The fields that say who an organization is. */
const IdentityFields = ({ ctx }: Ctx) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="name" label={words("name")} autocomplete="organization" maximum={200} />
      <RadioGroup
        name="sector"
        label={words("sector")}
        options={options(sectors, (code) => sectorName(ctx, code))}
      />
      <TextField name="summary" label={words("summary")} hint={words("summaryHint")} optional maximum={300} />
      <TextArea
        name="description"
        label={words("description")}
        hint={words("descriptionHint")}
        optional
        rows={8}
        maximum={5000}
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
      <CheckboxGroup
        name="languages"
        label={words("languages")}
        optional
        row
        options={options(spokenLanguages, (code) => languageName(ctx, code))}
      />
      <TextField
        name="legalForm"
        label={words("legalForm")}
        hint={words("legalFormHint")}
        optional
        maximum={100}
      />
      <TextField
        name="registerNumber"
        label={words("registerNumber")}
        hint={words("registerNumberHint")}
        optional
        maximum={100}
      />
    </>
  );
};

/** The fields that say how to reach an organization. */
const ReachFields = ({ ctx }: Ctx) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="phone" type="tel" label={words("phone")} optional maximum={40} />
      <TextField name="email" type="email" label={words("email")} optional maximum={254} />
      <TextField name="website" type="url" label={words("website")} optional maximum={500} />
      <TextField name="street" label={words("street")} optional maximum={200} />
      <TextField name="postcode" label={words("postcode")} optional width="short" maximum={5} />
      <TextField name="townName" label={words("townName")} optional maximum={100} />
    </>
  );
};

/** One of the two parts that are a single form. */
export const PartPage = ({
  ctx,
  desk,
  organization,
  form,
  formKey,
  part,
}: PartProps & { readonly part: "wir" | "erreichbar" }) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words(part === "wir" ? "identity" : "reach")} kind={organization.name} />
      <Form
        ctx={ctx}
        action={edit[desk].part(organization.id, part)}
        form={form}
        formKey={formKey}
        submit={words("save")}
        cancel={{ href: edit[desk].profile(organization.id), label: words("back") }}
      >
        {part === "wir" ? <IdentityFields ctx={ctx} /> : <ReachFields ctx={ctx} />}
      </Form>
    </>
  );
};
