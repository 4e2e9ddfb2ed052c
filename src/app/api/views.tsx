import { paths as openData } from "#app/open-data/lists.ts";
import type { Context } from "#core/context.ts";
import { More, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { parametersOf, propertiesOf, type Schema, worded } from "./openapi.ts";
import type { Resource } from "./resource.ts";
import { resources } from "./resources.ts";

type Props = { readonly ctx: Context; readonly origin: string };
type Property = readonly [name: string, schema: Schema];

const kinds = {
  integer: "type_whole",
  number: "type_number",
  string: "type_text",
  boolean: "type_yesNo",
  array: "type_list",
  object: "type_object",
  date: "type_day",
  "date-time": "type_moment",
  uri: "type_address",
} as const;

const isKind = (text: unknown): text is keyof typeof kinds => typeof text === "string" && text in kinds;

// Null and alternatives: what it is when it is there.
const partsOf = ({ anyOf, ...schema }: Schema): readonly Schema[] =>
  anyOf ? anyOf.filter(({ type }) => type !== "null").flatMap(partsOf) : [schema];

const kindOf = (ctx: Context, schema: Schema): string => {
  const words = say(ctx);
  const [part = {}] = partsOf(schema);
  const { items } = part;
  if (part.enum) return words("oneOf", { values: part.enum.join(", ") });
  if (typeof items === "object" && !Array.isArray(items) && items.enum) {
    return words("several", { values: items.enum.join(", ") });
  }
  const names = partsOf(schema).map(({ format, type }) => (isKind(format) ? format : type));
  return [...new Set(names)].flatMap((name) => (isKind(name) ? [words(kinds[name])] : [])).join(" / ");
};

type ListProps = {
  readonly ctx: Context;
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly Property[];
};

const Properties = ({ ctx, id, caption, rows }: ListProps) => {
  const words = say(ctx);
  return (
    <Table
      id={id}
      caption={caption}
      columns={[
        { heading: words("name"), cell: ([name]) => <code>{name}</code> },
        {
          heading: words("meaning"),
          cell: ([, schema]) => (
            <>
              {schema.description && <p>{schema.description}</p>}
              <p class="al-soft al-small">{kindOf(ctx, schema)}</p>
            </>
          ),
        },
      ]}
      rows={worded(ctx, rows)}
    />
  );
};

const Noun = ({ ctx, origin, resource }: Props & { readonly resource: Resource }) => {
  const { name, item, whole, example } = resource;
  const words = say(ctx);
  const title = words(name);
  const more = propertiesOf(whole, "output").map(([field]) => field);
  const inOne = more.filter((field) => !(field in item.shape));
  const href = `/api/v1/${name}?${example}`;
  return (
    <Section id={name} heading={title}>
      <Stack>
        <p>{words(`${name}Text`)}</p>
        <p>
          <code>GET /api/v1/{name}</code>
          <br />
          <code>GET /api/v1/{name}/…</code> {words(`${name}_one`)}
        </p>
        <p>
          {words("example")}:{" "}
          <a href={href}>
            {origin}
            {href}
          </a>
        </p>
        <Properties
          ctx={ctx}
          id={`${name}-parameters`}
          caption={words("parameters", { name: title })}
          rows={parametersOf(resource)}
        />
        <More summary={words("fields", { name: title })}>
          <Stack>
            <Properties
              ctx={ctx}
              id={`${name}-fields`}
              caption={words("fields", { name: title })}
              rows={propertiesOf(item, "output")}
            />
            {inOne.length > 0 && <p>{words("inOne", { names: inOne.join(", ") })}</p>}
          </Stack>
        </More>
      </Stack>
    </Section>
  );
};

/** The contract for machines, for the people who write them. */
export const ApiPage = ({ ctx, origin }: Props) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("title")} lead={words("lead")} />
      <Stack wide>
        <Section id="so" heading={words("how")} space="none">
          <Stack>
            <p>{words("howText")}</p>
            <p>{words("listText")}</p>
            <p>{words("codesText")}</p>
            <p>{words("errorText")}</p>
            <p>{words("growText")}</p>
            <p>
              <a href="/api/openapi.json">{words("description")}</a>
              <br />
              <a href={openData.list}>{words("openData")}</a>
            </p>
          </Stack>
        </Section>
        {resources.map((resource) => (
          <Noun ctx={ctx} origin={origin} resource={resource} />
        ))}
      </Stack>
    </>
  );
};
