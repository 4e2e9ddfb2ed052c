import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/workshops/paths.ts";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type DoorProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly code?: string | undefined;
  readonly form?: Filled | undefined;
};

/** The door of the hall: the word on the screen lets a phone in. */
export const Door = ({ ctx, formKey, code, form }: DoorProps) => {
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={words("heading")} lead={words("lead")} />
      <Form
        ctx={ctx}
        action={paths.door}
        formKey={formKey}
        form={form}
        submit={words("submit")}
        next={words("next")}
      >
        <TextField
          name="wort"
          label={words("code")}
          hint={words("codeHint")}
          value={code}
          width="medium"
          maximum={40}
          autocomplete="off"
        />
      </Form>
    </Stack>
  );
};
