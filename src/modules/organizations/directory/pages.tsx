import * as z from "zod";
import type { Context } from "#core/context.ts";
import { blank, line, postcode, read, whole } from "#core/input.ts";
import { asked, routes } from "#core/web.ts";
import { paths } from "#modules/organizations/paths.ts";
import { type DirectoryFilter, searchOrganizations } from "#modules/organizations/search/queries.ts";
import { fields, sectors, targetGroups } from "#modules/organizations/vocabulary.ts";
import { say } from "./messages.ts";
import { DirectoryPage } from "./views.tsx";

// A choice this town does not have is no error: somebody kept an old link.
const Filter = z.object({
  q: line(100).optional(),
  sektor: z.enum(sectors).optional().catch(undefined),
  feld: z.enum(fields).optional().catch(undefined),
  zielgruppe: z.enum(targetGroups).optional().catch(undefined),
  plz: postcode.optional(),
  umkreis: whole(1, 200).optional().catch(undefined),
  seite: whole(1, 10_000).optional().catch(undefined),
});

const filterOf = (value: z.output<typeof Filter>): DirectoryFilter => ({
  words: value.q,
  sector: value.sektor,
  field: value.feld,
  group: value.zielgruppe,
  postcode: value.plz,
  radius: value.umkreis,
  page: value.seite,
});

/** The address of the list with these filters, without empty ones. */
const addressOf = (values: Readonly<Record<string, unknown>>): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== "") parameters.set(name, String(value));
  return parameters.size === 0 ? paths.list : `${paths.list}?${parameters}`;
};

const readFilter = (ctx: Context, query: Record<string, unknown>) => {
  const input = read(ctx, Filter, query);
  if (input.ok)
    return {
      form: { values: input.form.values, errors: blank.errors },
      value: input.value,
      status: 200 as const,
    };
  const usable = Object.fromEntries(
    Object.entries(query).filter(([name]) => input.form.errors[name] === undefined),
  );
  const rest = read(ctx, Filter, usable);
  return { form: input.form, value: rest.ok ? rest.value : {}, status: 422 as const };
};

/** /organisationen */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const { form, value, status } = readFilter(ctx, asked(page));
  const filter = filterOf({ ...Filter.parse({}), ...value });
  const directory = await searchOrganizations(ctx, filter);
  return page.render(
    <DirectoryPage ctx={ctx} directory={directory} filter={filter} form={form} address={addressOf(value)} />,
    {
      title: say(ctx)("organizations"),
      description: say(ctx)("lead", { town: ctx.place.name }),
      status,
      hidden: Boolean(filter.words),
    },
  );
});
