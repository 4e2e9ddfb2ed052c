import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/people/paths.ts";
import type { Person } from "#modules/people/schema.ts";
import { ActionForm } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Note, Stack, Title } from "#ui/page.tsx";
import { codeDays, type Slip } from "./commands.ts";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

/** Before the code is made. */
export const CodeView = ({ ctx, formKey, person }: Base & { readonly person: Person }) => {
  const words = say(ctx);
  const { name, accountId } = person;
  return (
    <Stack wide>
      <Title heading={words("codeTitle")} lead={words("codeLead", { name })} />
      {accountId ? (
        <p>{words("hasAccount", { name })}</p>
      ) : (
        <>
          <p>{words("codeExplain", { n: codeDays })}</p>
          <ActionForm action={paths.code(person.id)} label={words("make")} kind="primary" formKey={formKey} />
        </>
      )}
      <p>
        <a href={paths.file(person.id)}>{words("toFile")}</a>
      </p>
    </Stack>
  );
};

type SlipProps = {
  readonly ctx: Context;
  readonly person: Person;
  readonly slip: Slip;
  readonly address: string;
};

/** The slip of paper; printed, it is the only copy of the code. */
export const SlipView = ({ ctx, person, slip, address }: SlipProps) => {
  const words = say(ctx);
  const { place } = ctx;
  return (
    <Stack wide>
      <Title heading={words("slipTitle", { town: place.name })} />
      <p>{words("slipHello", { name: person.name })}</p>
      <p>{words("slipText")}</p>
      <p>{words("slipSteps", { address })}</p>
      <Note id="code" heading={<output>{slip.code}</output>}>
        <p>{words("slipUntil", { date: dayWithYear(ctx, slip.expiresAt) })}</p>
      </Note>
      {place.officePhone && (
        <p>{words("slipHelp", { office: place.officeName, phone: place.officePhone })}</p>
      )}
      <p class="al-do">{words("print")}</p>
      <p>
        <a href={paths.file(person.id)}>{words("toFile")}</a>
      </p>
    </Stack>
  );
};

/** The person types the code. */
export const ClaimView = ({
  ctx,
  formKey,
  form,
  claimed,
}: Base & { readonly form?: Filled | undefined; readonly claimed?: boolean | undefined }) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("claimTitle")} lead={words("claimLead")} />
      {claimed && <Notice ctx={ctx} kind="success" heading={words("claimed")} />}
      <Form
        ctx={ctx}
        action={paths.claim}
        submit={words("claim")}
        next={words("claimNext")}
        formKey={formKey}
        form={form}
      >
        <TextField
          name="code"
          label={words("code")}
          hint={words("codeHint")}
          width="medium"
          maximum={30}
          autocomplete="off"
        />
      </Form>
    </>
  );
};
