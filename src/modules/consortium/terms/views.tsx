import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { OfficeRefusal } from "#modules/consortium/offices/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { HolderRefusal, SeatRefusal } from "#modules/consortium/seats/commands.ts";
import type { Holder, SeatRow } from "#modules/consortium/seats/queries.ts";
import { holderPartName, sectorName } from "#modules/consortium/vocabulary.ts";
import { SectorSign } from "#ui/facts.tsx";
import { DateField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { More } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };

/** What a page says after something was done, or was not. */
export const notices = ["gespeichert", "neu", "besetzt", "beendet"] as const;
export type Said = {
  readonly notice?: (typeof notices)[number] | undefined;
  readonly refusal?: SeatRefusal | HolderRefusal | OfficeRefusal | undefined;
};

export const Heard = ({ ctx, notice, refusal }: Base & Said) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} />}
    {refusal && <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />}
  </>
);

export type FormProps = Base & Said & { readonly formKey: string; readonly form?: Filled | undefined };

/** A sector with its sign. */
export const SectorWord = ({ ctx, sector }: Base & { readonly sector: SeatRow["sector"] }) => (
  <>
    <SectorSign sector={sector} /> {sectorName(ctx, sector)}
  </>
);

/** Who holds it as member, or stands in; the word for nobody when there is none. */
export const names = (ctx: Context, holders: readonly Holder[], part: Holder["part"]) =>
  holders
    .filter((holder) => holder.part === part)
    .map(({ name }) => name)
    .join(", ") || (part === "member" ? say(ctx)("vacant") : "–");

/** From when to when. */
export const Term = ({ ctx, from, to }: Base & { readonly from: string; readonly to: string | null }) => (
  <>
    {say(ctx)("since", { day: dayWithYear(ctx, from) })}
    {to && `, ${say(ctx)("until", { day: dayWithYear(ctx, to) })}`}
  </>
);

type EndProps = FormProps & { readonly action: string; readonly name: string };

/** One small form behind each term that goes on. */
export const EndTerm = ({ ctx, formKey, action, name }: EndProps) => (
  <More summary={say(ctx)("end")}>
    <Form ctx={ctx} id={name} action={action} formKey={formKey} submit={say(ctx)("end")} quiet narrow>
      <DateField name="endsOn" label={say(ctx)("endOn")} value={isoDay(ctx.now)} />
    </Form>
  </More>
);

/** Everybody who holds or held a seat. */
export const Holders = ({ ctx, formKey, seat }: FormProps & { readonly seat: SeatRow }) => {
  const words = say(ctx);
  if (seat.holders.length === 0) return <p>{words("vacant")}</p>;
  return (
    <Table
      id="inhaber-tabelle"
      caption={words("holdersTable")}
      rows={seat.holders}
      columns={[
        { heading: words("holderName"), cell: ({ name }) => name },
        { heading: words("part"), cell: ({ part }) => holderPartName(ctx, part) },
        {
          heading: words("email"),
          cell: ({ personId, public: named }) =>
            [words(personId ? "account" : "noAccount"), ...(named ? [words("named")] : [])].join(", "),
        },
        {
          heading: words("startsOn"),
          cell: ({ startsOn, endsOn }) => <Term ctx={ctx} from={startsOn} to={endsOn} />,
        },
        {
          heading: words("end"),
          cell: ({ id, endsOn }) =>
            endsOn === null && (
              <EndTerm ctx={ctx} formKey={`${formKey}-${id}`} action={paths.holder(seat.id, id)} name={id} />
            ),
        },
      ]}
    />
  );
};
