import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import type { ContactPoint, Organization } from "#modules/organizations/schema.ts";
import { ActionForm, ActionLink, ButtonLink } from "#ui/button.tsx";
import { Checkbox } from "#ui/choices.tsx";
import { TextField } from "#ui/fields.tsx";
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

type ListProps = Props & {
  readonly contacts: readonly ContactPoint[];
  readonly notice: "saved" | "removed" | undefined;
};

/** Whom to ask at an organization, to change it. */
export const ContactsPage = ({ ctx, desk, organization, formKey, contacts, notice }: ListProps) => {
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
      {contacts.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <ItemList
          items={contacts.map((contact) => ({
            title: contact.name,
            kind: contact.task,
            text: (
              <p class="al-soft">
                {[contact.phone, contact.email, words(contact.public ? "isPublic" : "notPublic")]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            ),
            end: (
              <>
                <ActionLink
                  href={at.item(organization.id, "ansprechpersonen", contact.id)}
                  label={words("edit")}
                  object={contact.name}
                />
                <ActionForm
                  action={at.remove(organization.id, "ansprechpersonen", contact.id)}
                  label={words("remove")}
                  object={contact.name}
                  formKey={`${formKey}-${contact.id}`.slice(0, 64)}
                />
              </>
            ),
          }))}
        />
      )}
      <Actions>
        <ButtonLink href={at.item(organization.id, "ansprechpersonen", "neu")}>{words("add")}</ButtonLink>
      </Actions>
    </>
  );
};

type FormProps = Props & { readonly contact?: ContactPoint | undefined; readonly form: Filled };

/** One person to ask. */
export const ContactPage = ({ ctx, desk, organization, formKey, contact, form }: FormProps) => {
  const words = say(ctx);
  const at = edit[desk];
  return (
    <>
      <Title
        heading={contact ? words("editHeading", { name: contact.name }) : words("newHeading")}
        kind={organization.name}
      />
      <Form
        ctx={ctx}
        action={at.item(organization.id, "ansprechpersonen", contact?.id ?? "neu")}
        form={form}
        formKey={formKey}
        submit={words("save")}
        cancel={{ href: at.part(organization.id, "ansprechpersonen"), label: words("cancel") }}
      >
        <TextField name="name" label={words("name")} maximum={120} />
        <TextField name="task" label={words("task")} hint={words("taskHint")} optional maximum={120} />
        <TextField name="email" type="email" label={words("email")} optional maximum={254} />
        <TextField name="phone" type="tel" label={words("phone")} optional maximum={40} />
        <Checkbox name="public" label={words("public")} hint={words("publicHint")} />
      </Form>
    </>
  );
};
