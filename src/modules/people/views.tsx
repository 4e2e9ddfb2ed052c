import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { ActionLink, ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, Stack, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";
import { type PersonRow, pageSize } from "./queries.ts";
import { contactWayName } from "./vocabulary.ts";

/** The way to a page of the office about people, or about one of them. */
export const officeCrumbs = (ctx: Context, person?: Pick<PersonRow, "id" | "name">) => [
  { href: "/buero", label: say(ctx)("office") },
  { href: paths.people, label: say(ctx)("people") },
  ...(person ? [{ href: paths.file(person.id), label: person.name }] : []),
];

const columns = (ctx: Context): Column<PersonRow>[] => {
  const words = say(ctx);
  return [
    {
      heading: words("name"),
      cell: ({ id, name }) => (may.keep(ctx) ? <a href={paths.file(id)}>{name}</a> : name),
    },
    {
      heading: words("contact"),
      cell: ({ phone, email, contactBy }) => phone ?? email ?? contactWayName(ctx, contactBy),
    },
    { heading: words("place"), cell: ({ postcode, townName }) => townName ?? postcode },
    { heading: words("access"), cell: ({ accountId }) => words(accountId ? "withAccount" : "byOffice") },
    { heading: words("since"), cell: ({ createdAt }) => dayWithYear(ctx, createdAt) },
    {
      heading: <span class="al-hidden">{words("rowEdit")}</span>,
      cell: ({ id, name }) =>
        may.keep(ctx) ? (
          <ActionLink href={paths.edit(id)} label={words("rowEdit")} object={name} />
        ) : (
          <ActionLink href={paths.roles(id)} label={words("rowRoles")} object={name} />
        ),
    },
  ];
};

type ListProps = {
  readonly ctx: Context;
  readonly words: string;
  readonly page: number;
  readonly items: readonly PersonRow[];
  readonly total: number;
};

/** Everybody the town knows. */
export const PeopleView = ({ ctx, words: sought, page, items, total }: ListProps) => {
  const words = say(ctx);
  const href = (number: number) =>
    `${paths.people}?${new URLSearchParams({ q: sought, seite: String(number) })}`;
  return (
    <Stack wide>
      <Title heading={words("people")} lead={words("lead")} />
      <Form
        ctx={ctx}
        method="get"
        action={paths.people}
        submit={words("find")}
        label={words("search")}
        narrow
      >
        <TextField
          name="q"
          type="search"
          label={words("searchLabel")}
          value={sought}
          optional
          maximum={100}
        />
      </Form>
      {may.keep(ctx) && (
        <Actions>
          <ButtonLink href={paths.newPerson} kind="secondary">
            {words("newPerson")}
          </ButtonLink>
        </Actions>
      )}
      {items.length === 0 ? (
        <Empty heading={words(sought ? "nobody" : "nobodyYet")}>
          <p>{words("nobodyText")}</p>
        </Empty>
      ) : (
        <Table
          id="menschen"
          caption={words("listCaption", { n: total })}
          columns={columns(ctx)}
          rows={items}
        />
      )}
      <Pager ctx={ctx} page={page} size={pageSize} total={total} href={href} />
    </Stack>
  );
};
