import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { OwnSeat } from "#modules/consortium/seats/queries.ts";
import { AuthorFields } from "#modules/strategy/amending/views.tsx";
import { say as sayAmendment } from "#modules/strategy/amendments/messages.ts";
import type { AmendmentRow } from "#modules/strategy/amendments/queries.ts";
import { AmendmentTable } from "#modules/strategy/amendments/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { ActionForm } from "#ui/button.tsx";
import { HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

type ImproveProps = Base & {
  readonly row: AmendmentRow;
  readonly seats: readonly OwnSeat[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
};

/** The words of an amendment to edit: the difference comes by itself. */
export const ImproveView = ({ ctx, formKey, row, seats, organizations, form, refusal }: ImproveProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={row.version} heading={words("formHeading")} lead={words("formLead", row)} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <Form
        ctx={ctx}
        action={paths.improveAmendment(row.number)}
        formKey={formKey}
        form={form}
        submit={sayAmendment(ctx)("submit")}
        next={words("next")}
      >
        <HiddenField name="action" value="change" />
        <TextArea name="words" label={words("words")} value={row.words} rows={8} maximum={10_000} />
        <TextArea
          name="reason"
          label={sayAmendment(ctx)("reasonField")}
          hint={sayAmendment(ctx)("reasonHint")}
          rows={4}
          maximum={4_000}
        />
        <AuthorFields ctx={ctx} seats={seats} organizations={organizations} />
      </Form>
    </Stack>
  );
};

type BeneathProps = {
  readonly ctx: Context;
  readonly row: AmendmentRow;
  readonly rows: readonly AmendmentRow[];
  readonly open: boolean;
};

/** What others want to read otherwise in an amendment, and the way to propose it. */
export const Beneath = ({ ctx, row, rows, open }: BeneathProps) => {
  const words = say(ctx);
  if (rows.length === 0 && !open) return null;
  return (
    <Section id="dazu" heading={words("heading")}>
      <Stack>
        {rows.length === 0 ? (
          <p class="al-soft">{words("none")}</p>
        ) : (
          <AmendmentTable ctx={ctx} rows={rows} id="dazu-alle" caption={words("table")} />
        )}
        {open && (
          <p>
            <a href={paths.improveAmendment(row.number)}>{words("improve")}</a>{" "}
            <span class="al-soft">{words("improveHint")}</span>
          </p>
        )}
      </Stack>
    </Section>
  );
};

type TakingProps = Base & {
  readonly row: AmendmentRow;
  /** Whether the asker may take its words over now. */
  readonly may: boolean;
};

/** To which amendment it belongs, and the button with which its words become the other's. */
export const Taking = ({ ctx, formKey, row, may }: TakingProps) => {
  const words = say(ctx);
  if (row.amendsNumber === null) return null;
  return (
    <Stack>
      <p>
        {words("belongs", { number: row.amendsNumber })}.{" "}
        <a href={paths.amendment(row.amendsNumber)}>{words("toParent", { number: row.amendsNumber })}</a>
      </p>
      {may && (
        <>
          <p>{words("takeText")}</p>
          <ActionForm
            action={paths.takeOver(row.number)}
            formKey={formKey}
            label={words("take")}
            kind="primary"
          />
        </>
      )}
    </Stack>
  );
};
