import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { type Desk, edit, type ProfilePart } from "#modules/organizations/paths.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { ActionForm, ActionLink, ButtonLink } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Plain =
  | ("title" | "lead" | "none" | "add" | "remove" | "newHeading")
  | ("save" | "cancel" | "saved" | "removed");

/** The sentences that each part of a profile has in its own words. */
export type PartWords = ((key: Plain) => string) &
  ((key: "heading", values: { readonly organization: string }) => string) &
  ((key: "editHeading", values: { readonly name: string }) => string);

type Props = {
  readonly ctx: Context;
  readonly desk: Desk;
  readonly part: ProfilePart;
  readonly words: PartWords;
  readonly organization: Organization;
  readonly formKey: string;
};

/** One line of the list: a place, a service, somebody to ask. */
export type Line = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly note: string;
};

type ListProps = Props & {
  readonly lines: readonly Line[];
  readonly notice: "saved" | "removed" | undefined;
};

/** One part of a profile, to change it line by line. */
export const PartPage = ({ ctx, desk, part, words, organization, formKey, lines, notice }: ListProps) => {
  const at = edit[desk];
  return (
    <>
      {notice && (
        <Notice ctx={ctx} kind="success">
          {words(notice)}
        </Notice>
      )}
      <Title heading={words("heading", { organization: organization.name })} lead={words("lead")} />
      {lines.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <ItemList
          items={lines.map(({ id, name, kind, note }) => ({
            title: name,
            kind,
            text: note && <p class="al-soft">{note}</p>,
            end: (
              <>
                <ActionLink
                  href={at.item(organization.id, part, id)}
                  label={say(ctx)("edit")}
                  object={name}
                />
                <ActionForm
                  action={at.remove(organization.id, part, id)}
                  label={words("remove")}
                  object={name}
                  formKey={`${formKey}-${id}`.slice(0, 64)}
                />
              </>
            ),
          }))}
        />
      )}
      <Actions>
        <ButtonLink href={at.item(organization.id, part, "neu")}>{words("add")}</ButtonLink>
      </Actions>
    </>
  );
};

type ItemProps = Props & {
  readonly item?: { readonly id: string; readonly name: string } | undefined;
  readonly form: Filled;
  readonly children: ComponentChildren;
};

/** The form of one line; its fields are the children. */
export const ItemPage = (props: ItemProps) => {
  const { ctx, desk, part, words, organization, formKey, item, form, children } = props;
  const at = edit[desk];
  return (
    <>
      <Title
        heading={item ? words("editHeading", { name: item.name }) : words("newHeading")}
        kind={organization.name}
      />
      <Form
        ctx={ctx}
        action={at.item(organization.id, part, item?.id ?? "neu")}
        form={form}
        formKey={formKey}
        submit={words("save")}
        cancel={{ href: at.part(organization.id, part), label: words("cancel") }}
      >
        {children}
      </Form>
    </>
  );
};
