import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/people/paths.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

/** Asking for another address to sign in with. */
export const EmailView = ({
  ctx,
  formKey,
  email,
  form,
  sent,
}: Base & { readonly email: string; readonly form?: Filled | undefined; readonly sent: boolean }) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("email")} lead={words("emailLead", { email })} />
      {sent && <Notice ctx={ctx} kind="success" heading={words("emailSent")} />}
      <Form
        ctx={ctx}
        action={paths.myEmail}
        submit={words("emailAsk")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.myData, label: words("myData") }}
      >
        <TextField name="email" type="email" label={words("emailNew")} autocomplete="email" maximum={254} />
      </Form>
    </>
  );
};

/** Where the link in the mail leads. */
export const ConfirmEmailView = ({ ctx, formKey, token }: Base & { readonly token: string }) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("emailConfirm")} lead={words("emailConfirmText")} />
      <ActionForm
        action={paths.confirmEmail(token)}
        label={words("emailConfirmButton")}
        kind="primary"
        formKey={formKey}
      />
    </>
  );
};

/** What came of it. */
export const EmailOutcomeView = ({ ctx, sentence }: { readonly ctx: Context; readonly sentence: string }) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("email")} lead={sentence} />
      <Actions>
        <ButtonLink href={paths.myData}>{words("myData")}</ButtonLink>
      </Actions>
    </>
  );
};
