import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { excerpt } from "#core/markdown.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import type { Organization, Service, Site } from "#modules/organizations/schema.ts";
import {
  languageName,
  needName,
  needs,
  spokenLanguages,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";
import { ActionForm, ActionLink, ButtonLink } from "#ui/button.tsx";
import { CheckboxGroup, Select } from "#ui/choices.tsx";
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

type Namer = (ctx: Context, code: string) => string;

const boxes = (ctx: Context, codes: readonly string[], name: Namer) =>
  codes.map((code) => ({ value: code, label: name(ctx, code) }));

type ListProps = Props & {
  readonly services: readonly Service[];
  readonly notice: "saved" | "ended" | undefined;
};

/** The services of an organization, to change them. */
export const ServicesPage = ({ ctx, desk, organization, formKey, services, notice }: ListProps) => {
  const words = say(ctx);
  const at = edit[desk];
  return (
    <>
      {notice && (
        <Notice ctx={ctx} kind="success">
          {words(notice)}
        </Notice>
      )}
      <Title heading={words("ownHeading", { organization: organization.name })} lead={words("ownLead")} />
      {services.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <ItemList
          items={services.map((service) => ({
            title: service.name,
            kind: service.needs.map((code) => needName(ctx, code)).join(", "),
            text: service.description && <p class="al-soft">{excerpt(service.description)}</p>,
            end: (
              <>
                <ActionLink
                  href={at.item(organization.id, "leistungen", service.id)}
                  label={words("edit")}
                  object={service.name}
                />
                <ActionForm
                  action={at.remove(organization.id, "leistungen", service.id)}
                  label={words("end")}
                  object={service.name}
                  formKey={`${formKey}-${service.id}`.slice(0, 64)}
                />
              </>
            ),
          }))}
        />
      )}
      <Actions>
        <ButtonLink href={at.item(organization.id, "leistungen", "neu")}>{words("add")}</ButtonLink>
      </Actions>
    </>
  );
};

type FormProps = Props & {
  readonly service?: Service | undefined;
  readonly sites: readonly Site[];
  readonly form: Filled;
};

/** One service: what for, for whom, where and how. */
export const ServicePage = ({ ctx, desk, organization, formKey, service, sites, form }: FormProps) => {
  const words = say(ctx);
  const at = edit[desk];
  return (
    <>
      <Title
        heading={service ? words("editHeading", { name: service.name }) : words("newHeading")}
        kind={organization.name}
      />
      <Form
        ctx={ctx}
        action={at.item(organization.id, "leistungen", service?.id ?? "neu")}
        form={form}
        formKey={formKey}
        submit={words("save")}
        cancel={{ href: at.part(organization.id, "leistungen"), label: words("cancel") }}
      >
        <TextField name="name" label={words("name")} hint={words("nameHint")} maximum={150} />
        <CheckboxGroup
          name="needs"
          label={words("needsLabel")}
          hint={words("needsHint")}
          options={boxes(ctx, needs, needName)}
        />
        <TextArea name="description" label={words("description")} optional maximum={3000} />
        <CheckboxGroup
          name="targetGroups"
          label={words("groupsLabel")}
          optional
          options={boxes(ctx, targetGroups, targetGroupName)}
        />
        <CheckboxGroup
          name="languages"
          label={words("languagesLabel")}
          optional
          row
          options={boxes(ctx, spokenLanguages, languageName)}
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
      </Form>
    </>
  );
};
