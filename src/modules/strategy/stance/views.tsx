import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { SeatRow } from "#modules/consortium/seats/queries.ts";
import { say } from "#modules/strategy/package/messages.ts";
import type { PackageRow, StanceRow } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { stanceKindName, stanceKinds } from "#modules/strategy/vocabulary.ts";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Stack, Title } from "#ui/page.tsx";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly row: PackageRow;
  readonly seats: readonly SeatRow[];
  /** The seat of the asker, if there is one. */
  readonly own: string | undefined;
  readonly stances: readonly StanceRow[];
  readonly form?: Filled | undefined;
  readonly saved: boolean;
};

/** The word of a seat on a package. */
export const StanceView = ({ ctx, formKey, row, seats, own, stances, form, saved }: Props) => {
  const words = say(ctx);
  const before = stances.find(({ seatId }) => seatId === own);
  return (
    <Stack wide>
      <Title kind={words("number", row)} heading={row.title} lead={row.words}>
        <p class="al-actions">
          <a href={paths.package(row.number)}>{words("toPublic")}</a>
        </p>
      </Title>
      {saved && <Notice ctx={ctx} kind="success" heading={words("notice")} />}
      {row.state !== "open" ? (
        <Notice ctx={ctx} kind="warning" heading={words("over")} />
      ) : (
        <Form
          ctx={ctx}
          action={paths.packageStance(row.number)}
          formKey={formKey}
          submit={words("send")}
          next={words("next")}
          label={words(own ? "say" : "onBehalf")}
          form={form}
        >
          <Select
            name="seatId"
            label={words("as")}
            options={seats.map(({ id, title }) => ({ value: id, label: title }))}
            value={own}
          />
          <RadioGroup
            name="stance"
            label={words("stance")}
            options={options(stanceKinds, (code) => stanceKindName(ctx, code))}
            value={before?.stance}
          />
          <TextArea
            name="reason"
            label={words("reason")}
            hint={words("cannotHint")}
            maximum={2_000}
            value={before?.reason}
            optional
          />
          <TextArea name="change" label={words("change")} maximum={2_000} value={before?.change} optional />
        </Form>
      )}
    </Stack>
  );
};
