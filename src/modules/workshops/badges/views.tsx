import type { Context } from "#core/context.ts";
import type { Workshop, WorkshopRegistration, WorkshopTable } from "#modules/workshops/schema.ts";
import { Empty, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly kind: "liste" | "schilder";
  readonly workshop: Workshop;
  readonly rows: readonly WorkshopRegistration[];
  readonly tables: readonly WorkshopTable[];
};

const List = ({ ctx, rows, tables }: Props) => {
  const words = say(ctx);
  const names = new Map<string, string>(tables.map(({ id, title }) => [id, title]));
  return (
    <Table
      id="tuer"
      caption={words("list")}
      rows={rows}
      columns={[
        { heading: words("name"), cell: ({ name }) => name },
        { heading: words("organization"), cell: ({ organizationName }) => organizationName },
        { heading: words("table"), cell: ({ tableId }) => tableId && names.get(tableId) },
        { heading: words("needs"), cell: ({ needs }) => needs },
        { heading: words("photo"), cell: ({ photoConsent }) => !photoConsent && words("photoNo") },
        { heading: words("here"), cell: () => "☐" },
      ]}
    />
  );
};

const Badges = ({ rows }: Props) => (
  <ul class="al-badges">
    {rows.map(({ name, organizationName }) => (
      <li>
        <b>{name}</b>
        {organizationName && <span>{organizationName}</span>}
      </li>
    ))}
  </ul>
);

/** On paper: who is expected, or what they wear. */
export const PaperPage = (props: Props) => {
  const { ctx, kind, workshop, rows } = props;
  const words = say(ctx);
  return (
    <Stack>
      <Title
        heading={words(kind === "liste" ? "list" : "badges")}
        kind={workshop.title}
        lead={words("print")}
      />
      {rows.length === 0 ? (
        <Empty heading={words("nobody")} />
      ) : kind === "liste" ? (
        <List {...props} />
      ) : (
        <Badges {...props} />
      )}
    </Stack>
  );
};
