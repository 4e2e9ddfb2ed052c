import * as z from "zod";
import type { Context } from "#core/context.ts";
import { isMeaning, say as sayMeaning } from "./meanings.ts";
import { say } from "./messages.ts";
import { Paging, Problem, type Resource } from "./resource.ts";
import { resources } from "./resources.ts";

type Reader = Pick<Context, "language">;

/** A JSON Schema (draft 2020-12): what OpenAPI 3.1 writes its types in. */
export type Schema = z.core.JSONSchema.JSONSchema;

// Which letters a day or an id is made of is said by its format; the pattern only repeats it at length.
const tidy = ({ jsonSchema }: { jsonSchema: Schema }): void => {
  if (jsonSchema.format) delete jsonSchema.pattern;
  // The contract says that fields may be added.
  delete jsonSchema.additionalProperties;
};

/** The same with each meaning in the reader's words: schemas carry keys, for they do not know who reads. */
export const worded = <T extends object>(reader: Reader, value: T): T =>
  JSON.parse(JSON.stringify(value), (name, text: unknown) =>
    name === "description" && typeof text === "string" && isMeaning(text) ? sayMeaning(reader)(text) : text,
  );

/** The fields of a schema, whatever they are. */
export const propertiesOf = (
  schema: z.ZodObject,
  io: "input" | "output",
): readonly (readonly [string, Schema])[] => {
  const { properties = {} } = z.toJSONSchema(schema, { io, override: tidy });
  return Object.entries(properties).map(([name, property]) => [
    name,
    typeof property === "boolean" ? {} : property,
  ]);
};

/** What a list understands: its filters, then the page. */
export const parametersOf = ({ filters }: Resource): readonly (readonly [string, Schema])[] => [
  ...propertiesOf(filters, "input"),
  ...propertiesOf(Paging, "input"),
];

const makeSchemas = (): Readonly<Record<string, Schema>> => {
  const registry = z.registry<{ id: string }>();
  registry.add(Problem, { id: "Problem" });
  for (const { noun, item, whole, list } of resources) {
    registry.add(list, { id: `${noun}List` });
    registry.add(item, { id: item === whole ? noun : `${noun}Item` });
    if (item !== whole) registry.add(whole, { id: noun });
  }
  const { schemas } = z.toJSONSchema(registry, { uri: referenceTo, io: "output", override: tidy });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _id, $schema: _dialect, ...schema }]) => [name, schema]),
  );
};

const referenceTo = (name: string): string => `#/components/schemas/${name}`;
const json = (name: string) => ({ "application/json": { schema: { $ref: referenceTo(name) } } });
const schemas = makeSchemas();

const problem = (reader: Reader) => ({ description: say(reader)("problem"), content: json("Problem") });

const listOf = (reader: Reader, resource: Resource) => ({
  get: {
    operationId: `list${resource.noun}`,
    tags: [resource.name],
    summary: say(reader)(`${resource.name}Text`),
    parameters: parametersOf(resource).map(([name, { description, ...schema }]) => ({
      name,
      in: "query",
      description,
      schema,
    })),
    responses: {
      "200": { description: say(reader)("ok"), content: json(`${resource.noun}List`) },
      "400": problem(reader),
    },
  },
});

const oneOf = (reader: Reader, { name, noun, key }: Resource) => ({
  get: {
    operationId: `get${noun}`,
    tags: [name],
    summary: say(reader)(`${name}_one`),
    parameters: [{ name: "key", in: "path", required: true, description: key, schema: { type: "string" } }],
    responses: { "200": { description: say(reader)("ok"), content: json(noun) }, "404": problem(reader) },
  },
});

/** The description of the contract (OpenAPI 3.1.0), made from the schemas that read the questions and let the answers out. */
export const describeApi = (ctx: Context, origin: string) =>
  worded(ctx, {
    openapi: "3.1.0",
    info: {
      title: say(ctx)("apiTitle", { town: ctx.place.name }),
      version: "1",
      description: [
        say(ctx)("howText"),
        say(ctx)("listText"),
        say(ctx)("errorText"),
        say(ctx)("growText"),
      ].join("\n\n"),
      license: { name: "CC0 1.0", identifier: "CC0-1.0" },
    },
    servers: [{ url: `${origin}/api/v1` }],
    tags: resources.map(({ name }) => ({ name, description: say(ctx)(`${name}Text`) })),
    paths: Object.fromEntries(
      resources.flatMap((resource) => [
        [`/${resource.name}`, listOf(ctx, resource)],
        [`/${resource.name}/{key}`, oneOf(ctx, resource)],
      ]),
    ),
    components: { schemas },
  });
