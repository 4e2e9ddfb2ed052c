import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import type { Organization, Site } from "#modules/organizations/schema.ts";
import { accessibilities, accessibilityName } from "#modules/organizations/vocabulary.ts";
import { ActionForm, ActionLink, ButtonLink } from "#ui/button.tsx";
import { CheckboxGroup } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly desk: Desk;
  readonly organization: Organization;
  readonly formKey: string;
};

const addressLine = ({ street, postcode, townName }: Site): string =>
  [street, [postcode, townName].filter(Boolean).join(" ")].filter(Boolean).join(", ");

type ListProps = Props & {
  readonly sites: readonly Site[];
  readonly notice: "saved" | "removed" | undefined;
};

/** The places of an organization, to change them. */
export const SitesPage = ({ ctx, desk, organization, formKey, sites, notice }: ListProps) => {
  const words = say(ctx);
  const at = edit[desk];
  return (
    <>
      {notice && (
        <Notice ctx={ctx} kind="success">
          {words(notice)}
        </Notice>
      )}
      <Title heading={words("heading", { organization: organization.name })} lead={words("lead")} />
      {sites.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <ItemList
          items={sites.map((site) => ({
            title: site.name,
            kind: addressLine(site),
            text: (
              <p class="al-soft">
                {[site.openingHours, ...site.accessibility.map((code) => accessibilityName(ctx, code))]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            ),
            end: (
              <>
                <ActionLink
                  href={at.item(organization.id, "orte", site.id)}
                  label={words("edit")}
                  object={site.name}
                />
                <ActionForm
                  action={at.remove(organization.id, "orte", site.id)}
                  label={words("remove")}
                  object={site.name}
                  formKey={`${formKey}-${site.id}`.slice(0, 64)}
                />
              </>
            ),
          }))}
        />
      )}
      <Actions>
        <ButtonLink href={at.item(organization.id, "orte", "neu")}>{words("add")}</ButtonLink>
      </Actions>
    </>
  );
};

type FormProps = Props & { readonly site?: Site | undefined; readonly form: Filled };

/** One place: its address, hours and barriers. */
export const SitePage = ({ ctx, desk, organization, formKey, site, form }: FormProps) => {
  const words = say(ctx);
  const at = edit[desk];
  return (
    <>
      <Title
        heading={site ? words("editHeading", { name: site.name }) : words("newHeading")}
        kind={organization.name}
      />
      <Form
        ctx={ctx}
        action={at.item(organization.id, "orte", site?.id ?? "neu")}
        form={form}
        formKey={formKey}
        submit={words("save")}
        cancel={{ href: at.part(organization.id, "orte"), label: words("cancel") }}
      >
        <TextField name="name" label={words("name")} hint={words("nameHint")} maximum={120} />
        <TextField
          name="street"
          label={words("street")}
          optional
          autocomplete="street-address"
          maximum={200}
        />
        <TextField
          name="postcode"
          label={words("postcode")}
          optional
          width="short"
          autocomplete="postal-code"
          maximum={5}
        />
        <TextField name="townName" label={words("town")} optional maximum={100} />
        <TextArea
          name="openingHours"
          label={words("hours")}
          hint={words("hoursHint")}
          optional
          rows={3}
          maximum={500}
        />
        <CheckboxGroup
          name="accessibility"
          label={words("access")}
          hint={words("accessHint")}
          optional
          options={accessibilities.map((code) => ({ value: code, label: accessibilityName(ctx, code) }))}
        />
      </Form>
    </>
  );
};
