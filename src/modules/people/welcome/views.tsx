import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/people/paths.ts";
import { Checkbox } from "#ui/choices.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

type File = { readonly name: string; readonly createdAt: Date };
type WelcomeProps = Base & {
  readonly email: string;
  readonly to: string;
  readonly file?: File | undefined;
  readonly form?: Filled | undefined;
};

/** The first visit in this town: a name, and the file that may already be there. */
export const WelcomeView = ({ ctx, formKey, email, to, file, form }: WelcomeProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("welcome")} lead={words("welcomeText")} />
      <Form ctx={ctx} action={paths.welcome()} submit={words("start")} formKey={formKey} form={form}>
        <HiddenField name="weiter" value={to} />
        <TextField name="name" label={words("name")} autocomplete="name" maximum={200} />
        {file && (
          <>
            <Notice ctx={ctx} heading={words("fileFound")}>
              {words("fileFoundText", { email, name: file.name, date: dayWithYear(ctx, file.createdAt) })}
            </Notice>
            <Checkbox name="takeFile" label={words("takeFile")} hint={words("takeFileHint")} />
          </>
        )}
      </Form>
    </>
  );
};
