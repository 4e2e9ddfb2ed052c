import type { Context } from "#core/context.ts";
import { daysBetween, dayWithYear, isoDay } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import type { PartRow } from "#modules/network/actors/queries.ts";
import { CooperationState, namesOf, spanOf } from "#modules/network/cooperation/views.tsx";
import type { CooperationRow, MemberRow } from "#modules/network/cooperations/queries.ts";
import { hand, paths } from "#modules/network/paths.ts";
import type { ByCooperation, Choice } from "#modules/network/ties/views.tsx";
import { actorPartName, actorParts, cooperationKindName } from "#modules/network/vocabulary.ts";
import { sectorName } from "#modules/organizations/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox, options, RadioGroup, Select } from "#ui/choices.tsx";
import { Facts, SectorSign } from "#ui/facts.tsx";
import { DateField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { Desk, Views } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { type RegisterView, registerViews } from "./queries.ts";

type Base = { readonly ctx: Context };

type ListProps = Base & {
  readonly view: RegisterView;
  readonly counts: Readonly<Record<RegisterView, number>>;
  readonly rows: readonly CooperationRow[];
  readonly members: ByCooperation;
};

const Who = ({
  ctx,
  row,
  members,
}: Base & { readonly row: CooperationRow; readonly members: readonly MemberRow[] }) => {
  const words = say(ctx);
  const missing = members.filter(({ state }) => state === "proposed");
  const shown = members.filter(({ state }) => state !== "declined");
  return (
    <>
      {namesOf(ctx, shown.length > 1 ? shown : members)}
      {missing.length > 0 && (row.state === "proposed" || row.state === "confirmed") && (
        <p class="al-soft al-small">
          {words("missing", { names: namesOf(ctx, missing) })},{" "}
          {words("late", { n: daysBetween(row.changedAt, ctx.now) })}
        </p>
      )}
    </>
  );
};

/** Every cooperation of the town, by how it stands. */
export const ListView = ({ ctx, view, counts, rows, members }: ListProps) => {
  const words = say(ctx);
  return (
    <Desk
      heading={words("heading")}
      lead={words("lead")}
      views={
        <Views
          ctx={ctx}
          views={registerViews.map((one) => ({
            href: `${paths.register}?stand=${one}`,
            label: words(`view_${one}`),
            count: counts[one],
            current: one === view,
          }))}
        />
      }
    >
      <Actions>
        <ButtonLink href={hand.office.add}>{words("add")}</ButtonLink>
        <a href={paths.actors}>{words("roles")}</a>
        <a href={paths.officeGroups}>{words("groups")}</a>
        <a href={paths.picture}>{words("picture")}</a>
      </Actions>
      {rows.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Table
          id="zusammenarbeit"
          caption={words("table")}
          rows={rows}
          columns={[
            {
              heading: words("topic"),
              cell: ({ id, topic }) => <a href={hand.office.one(id)}>{topic}</a>,
            },
            {
              heading: words("members"),
              cell: (row) => <Who ctx={ctx} row={row} members={members.get(row.id) ?? []} />,
            },
            { heading: words("kind"), cell: ({ kind }) => cooperationKindName(ctx, kind) },
            { heading: words("span"), cell: (row) => spanOf(ctx, row) },
            { heading: words("state"), cell: (row) => <CooperationState ctx={ctx} row={row} /> },
          ]}
        />
      )}
    </Desk>
  );
};

export const partNotices = ["gesetzt", "beendet"] as const;

type PartsProps = Base & {
  readonly formKey: string;
  readonly parts: readonly PartRow[];
  readonly organizations: readonly Choice[];
  readonly form?: Filled | undefined;
  readonly notice?: (typeof partNotices)[number] | undefined;
  readonly refusal?: "gone" | "same" | "order" | "ended" | undefined;
};

const PartTable = ({
  ctx,
  formKey,
  parts,
  past,
}: Pick<PartsProps, "ctx" | "formKey" | "parts"> & { readonly past?: boolean }) => {
  const words = say(ctx);
  return (
    <Table
      id={past ? "frueher" : "heute"}
      caption={words(past ? "before" : "now")}
      rows={parts}
      columns={[
        {
          heading: words("organization"),
          cell: ({ name, sector }) => (
            <>
              <SectorSign sector={sector} /> {name}
              <span class="al-hidden"> ({sectorName(ctx, sector)})</span>
            </>
          ),
        },
        {
          heading: words("part"),
          cell: ({ part, political }) =>
            `${actorPartName(ctx, part)}${political ? `, ${words("isPolitical")}` : ""}`,
        },
        { heading: words("since"), cell: ({ startsOn }) => dayWithYear(ctx, startsOn) },
        {
          heading: words("until"),
          cell: ({ id, endsOn, name }) =>
            endsOn ? (
              dayWithYear(ctx, endsOn)
            ) : (
              <ActionForm
                action={paths.actorEnd(id)}
                formKey={`${formKey}-${id}`}
                label={words("endPart")}
                object={name}
              />
            ),
        },
      ]}
    />
  );
};

/** Which part every organization plays, and the form to set one. */
export const PartsView = ({ ctx, formKey, parts, organizations, form, notice, refusal }: PartsProps) => {
  const words = say(ctx);
  const today = isoDay(ctx.now);
  const now = parts.filter(({ endsOn }) => endsOn === null || endsOn >= today);
  const past = parts.filter(({ endsOn }) => endsOn !== null && endsOn < today);
  const count = (part: (typeof actorParts)[number]) => now.filter((one) => one.part === part).length;
  return (
    <Stack wide>
      <Title heading={words("rolesHeading")} lead={words("rolesLead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Facts
        facts={[
          ...actorParts.map((part) => ({ value: count(part), sentence: words(part) })),
          {
            value: now.filter(({ part, political }) => part === "core" && political).length,
            sentence: words("political"),
          },
        ]}
      />
      {now.length > 0 && <PartTable ctx={ctx} formKey={formKey} parts={now} />}
      <Section id="eintragen" heading={words("setHeading")}>
        <Form
          ctx={ctx}
          action={paths.actors}
          formKey={formKey}
          form={form ?? filledWith({ part: "supporting", startsOn: today })}
          submit={words("set")}
          next={words("setNext")}
        >
          <Select
            name="organizationId"
            label={words("organization")}
            options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioGroup
            name="part"
            label={words("part")}
            options={options(actorParts, (code) => actorPartName(ctx, code))}
            row
          />
          <Checkbox name="political" label={words("politicalLabel")} />
          <DateField name="startsOn" label={words("startsOn")} />
        </Form>
      </Section>
      {past.length > 0 && (
        <More summary={words("before")}>
          <PartTable ctx={ctx} formKey={formKey} parts={past} past />
        </More>
      )}
    </Stack>
  );
};
