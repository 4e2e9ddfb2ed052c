import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/courses/paths.ts";
import { ActionForm } from "#ui/button.tsx";
import { CheckboxGroup } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { countHolders, HeldRow, QualificationRow } from "./queries.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

/** Seen by whom and when, not seen yet, or over: how one paper stands today. */
export const HeldState = ({
  ctx,
  row,
}: {
  readonly ctx: Context;
  readonly row: Pick<HeldRow, "seenAt" | "seenBy" | "validUntil">;
}) => {
  const words = say(ctx);
  const { seenAt, seenBy, validUntil } = row;
  if (validUntil !== null && validUntil < isoDay(ctx.now))
    return <State kind="late">{words("expired", { date: dayWithYear(ctx, validUntil) })}</State>;
  if (!seenAt) return <State kind="wait">{words("notSeen")}</State>;
  const date = dayWithYear(ctx, seenAt);
  return (
    <State kind="yes">{seenBy ? words("seen", { who: seenBy, date }) : words("seenBefore", { date })}</State>
  );
};

/** "bis 24. November 2028", or that it never ends. */
export const untilText = (ctx: Context, until: string | null): string =>
  until === null ? say(ctx)("forEver") : dayWithYear(ctx, until);

type FieldsProps = {
  readonly ctx: Context;
  readonly all: readonly QualificationRow[];
  readonly one?: QualificationRow | undefined;
};

const Fields = ({ ctx, all, one }: FieldsProps) => {
  const words = say(ctx);
  const others = all.filter(({ id }) => id !== one?.id);
  return (
    <>
      <TextField
        name="name"
        label={words("nameLabel")}
        hint={words("nameHint")}
        maximum={120}
        value={one?.name}
      />
      <TextArea
        name="description"
        label={words("descriptionLabel")}
        rows={3}
        maximum={1000}
        optional
        value={one?.description}
      />
      <NumberField
        name="months"
        label={words("monthsLabel")}
        hint={words("monthsHint")}
        optional
        value={one?.months ? String(one.months) : undefined}
      />
      {others.length > 0 && (
        <CheckboxGroup
          name="includes"
          label={words("includesLabel")}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={one?.includes.map(({ id }) => id)}
          optional
        />
      )}
    </>
  );
};

type ListProps = Base & {
  readonly rows: readonly QualificationRow[];
  readonly counts: Awaited<ReturnType<typeof countHolders>>;
  readonly ending: readonly HeldRow[];
  readonly form?: Filled | undefined;
  readonly notice?: "added" | undefined;
};

const All = ({ ctx, rows, counts }: Pick<ListProps, "ctx" | "rows" | "counts">) => {
  const words = say(ctx);
  if (rows.length === 0)
    return (
      <Empty heading={words("none")}>
        <p>{words("noneText")}</p>
      </Empty>
    );
  return (
    <Table
      id="liste"
      caption={words("caption")}
      rows={rows}
      columns={[
        {
          heading: words("name"),
          cell: ({ id, name, retiredAt }) => (
            <>
              <a href={paths.one(id)}>{name}</a>
              {retiredAt && <span class="al-soft"> ({words("retired")})</span>}
            </>
          ),
        },
        {
          heading: words("months"),
          cell: ({ months }) => (months ? words("monthsValue", { n: months }) : words("forEver")),
        },
        {
          heading: words("includes"),
          cell: ({ includes }) => includes.map(({ name }) => name).join(", ") || "–",
        },
        { heading: words("holders"), number: true, cell: ({ id }) => counts.get(id)?.seen ?? 0 },
        { heading: words("waiting"), number: true, cell: ({ id }) => counts.get(id)?.waiting ?? 0 },
        { heading: words("ending"), number: true, cell: ({ id }) => counts.get(id)?.ending ?? 0 },
      ]}
    />
  );
};

/** The list of what one may be qualified for, what runs out, and the form for another one. */
export const QualificationsView = ({ ctx, formKey, rows, counts, ending, form, notice }: ListProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading")} lead={words("lead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      <All ctx={ctx} rows={rows} counts={counts} />
      <Section id="ablauf" heading={words("endingHeading")}>
        {ending.length === 0 ? (
          <p>{words("endingNone")}</p>
        ) : (
          <Table
            id="ablaufend"
            caption={words("endingHeading")}
            rows={ending}
            columns={[
              {
                heading: words("person"),
                cell: ({ personId, person }) => <a href={paths.person(personId)}>{person}</a>,
              },
              { heading: words("name"), cell: ({ name }) => name },
              { heading: words("until"), cell: ({ validUntil }) => untilText(ctx, validUntil) },
            ]}
          />
        )}
      </Section>
      <Section id="neu" heading={words("addHeading")}>
        <Form ctx={ctx} action={paths.list} submit={words("add")} formKey={formKey} form={form}>
          <Fields ctx={ctx} all={rows.filter(({ retiredAt }) => !retiredAt)} />
        </Form>
      </Section>
    </>
  );
};

type OneProps = Base & {
  readonly one: QualificationRow;
  readonly all: readonly QualificationRow[];
  readonly holders: readonly HeldRow[];
  readonly form?: Filled | undefined;
  readonly notice?: "changed" | "retiredNotice" | "returnedNotice" | undefined;
};

/** One qualification: who holds it, and the form that changes it. */
export const QualificationView = ({ ctx, formKey, one, all, holders, form, notice }: OneProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={one.name} kind={words("name")} lead={one.description} />
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      <Section id="wer" heading={words("holdersHeading")}>
        {holders.length === 0 ? (
          <p>{words("holdersNone")}</p>
        ) : (
          <Table
            id="inhaber"
            caption={words("holdersHeading")}
            rows={holders}
            columns={[
              {
                heading: words("person"),
                cell: ({ personId, person }) => <a href={paths.person(personId)}>{person}</a>,
              },
              { heading: words("since"), cell: ({ heldSince }) => dayWithYear(ctx, heldSince) },
              { heading: words("until"), cell: ({ validUntil }) => untilText(ctx, validUntil) },
              { heading: words("state"), cell: (row) => <HeldState ctx={ctx} row={row} /> },
            ]}
          />
        )}
      </Section>
      <Section id="aendern" heading={words("editHeading")}>
        <Stack wide>
          <Form ctx={ctx} action={paths.one(one.id)} submit={words("save")} formKey={formKey} form={form}>
            <Fields
              ctx={ctx}
              all={all.filter(({ id, retiredAt }) => !retiredAt || one.includes.some((its) => its.id === id))}
              one={one}
            />
          </Form>
          {!one.retiredAt && <p class="al-soft">{words("retireNext")}</p>}
          <ActionForm
            action={paths.retire(one.id)}
            label={words(one.retiredAt ? "bringBack" : "retire")}
            kind="secondary"
            formKey={`${formKey}-r`}
            values={one.retiredAt ? { back: "on" } : {}}
          />
        </Stack>
      </Section>
    </>
  );
};
