import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import type { CooperationRow, MemberRow } from "#modules/network/cooperations/queries.ts";
import { type Desk, hand } from "#modules/network/paths.ts";
import { DateField, HiddenField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More } from "#ui/page.tsx";
import { say } from "./messages.ts";

/** A form that came back, and of which organization it was. */
export type OfOrganization = { readonly organization: string; readonly form: Filled };

type SpanProps = {
  readonly ctx: Context;
  readonly desk: Desk;
  readonly formKey: string;
  readonly row: CooperationRow;
  readonly member: MemberRow;
  readonly spanning?: OfOrganization | undefined;
};

/** From when to when one organization is part of it, when that is not from beginning to end. */
export const Span = ({ ctx, desk, formKey, row, member, spanning }: SpanProps) => {
  const words = say(ctx);
  const back = spanning?.organization === member.organizationId ? spanning.form : undefined;
  return (
    <More summary={`${words("summary")} (${member.name})`} open={!!back}>
      <Form
        ctx={ctx}
        id={`s-${member.organizationId}`}
        action={hand[desk].span(row.id)}
        formKey={`${formKey}-s-${member.organizationId}`}
        form={back ?? filledWith({ joinedOn: member.joinedOn ?? "", leftOn: member.leftOn ?? "" })}
        submit={words("save")}
        quiet
      >
        <HiddenField name="organization" value={member.organizationId} />
        <DateField name="joinedOn" label={words("joinedOn")} hint={words("joinedHint")} optional />
        <DateField name="leftOn" label={words("leftOn")} hint={words("leftHint")} optional />
      </Form>
    </More>
  );
};
