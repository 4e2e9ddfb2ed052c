import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/people/paths.ts";
import { ActionForm } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Stack, Title } from "#ui/page.tsx";
import type { Setup } from "./commands.ts";
import { say } from "./messages.ts";
import type { Modules } from "./policy.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly confirmed: boolean;
  readonly setup?: (Setup & { readonly modules: Modules }) | undefined;
  readonly form?: Filled | undefined;
};

// A quiet zone of four modules: without it many cameras do not find the picture.
const zone = 4;

const QrCode = ({ modules: { size, dark }, label }: { modules: Modules; label: string }) => {
  const width = size + 2 * zone;
  const path = dark.map(([x, y]) => `M${x + zone} ${y + zone}h1v1h-1z`).join("");
  return (
    <svg viewBox={`0 0 ${width} ${width}`} width="240" height="240" role="img" aria-label={label}>
      <rect width={width} height={width} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

const Code = ({
  ctx,
  formKey,
  form,
  action,
  submit,
}: Pick<Props, "ctx" | "formKey" | "form"> & { action: string; submit: string }) => {
  const words = say(ctx);
  return (
    <Form ctx={ctx} action={action} submit={submit} formKey={`${formKey}-code`} form={form}>
      <TextField
        name="code"
        label={words("code")}
        hint={words("codeHint")}
        autocomplete="one-time-code"
        width="short"
        maximum={10}
      />
    </Form>
  );
};

/** Setting the second step up, or switching it off. */
export const SecondFactorView = ({ ctx, formKey, confirmed, setup, form }: Props) => {
  const words = say(ctx);
  if (confirmed) {
    return (
      <>
        <Title heading={words("second")} lead={words("endLead")} />
        <Code ctx={ctx} formKey={formKey} form={form} action={paths.secondFactorEnd} submit={words("end")} />
      </>
    );
  }
  if (!setup) {
    return (
      <>
        <Title heading={words("second")} lead={words("secondText")} />
        <ActionForm
          action={paths.secondFactorStart}
          label={words("setupStart")}
          kind="primary"
          formKey={formKey}
        />
      </>
    );
  }
  return (
    <Stack wide>
      <Title heading={words("second")} lead={words("setupLead")} />
      <QrCode modules={setup.modules} label={words("qr")} />
      <Pairs pairs={[[words("secret"), <code>{setup.secret}</code>]]} />
      <Code ctx={ctx} formKey={formKey} form={form} action={paths.mySecondFactor} submit={words("confirm")} />
    </Stack>
  );
};
