import { stringify } from "csv-stringify/sync";
import { visitor } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Dataset } from "#core/module.ts";
import { type Page, routes } from "#core/web.ts";
import { modules } from "#app/modules.ts";
import { Empty, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

const datasets = (): Dataset[] => modules.flatMap((module) => module.datasets ?? []);

const titles = {
  organizations: "set_organizations",
  services: "set_services",
  opportunities: "set_opportunities",
  events: "set_events",
} as const;

const titleOf = (ctx: Context, name: string): string =>
  name in titles ? say(ctx)(titles[name as keyof typeof titles]) : name;

/** Always as a visitor: what only some may see is in no open list, whoever asks. */
const rowsOf = async (page: Page, dataset: Dataset): Promise<Record<string, unknown>[]> => {
  const rows = await dataset.rows({ ...page.get("ctx"), actor: visitor });
  return rows.map((row) => dataset.columns.parse(row));
};

const named = (page: Page, ending: string): Dataset =>
  found(datasets().find(({ name }) => `${name}.${ending}` === page.req.param("file")));

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? value.join("; ") : typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** The lists of this town that everyone may use, as a page, JSON and CSV. */
export const openData = routes()
  .get("/", (page) => {
    const ctx = page.get("ctx");
    const words = say(ctx);
    const items = datasets().map(({ name, licence, columns }) => ({
      title: titleOf(ctx, name),
      kind: words("licence", { licence }),
      text: (
        <>
          <p class="al-small">
            {words("columns")}: {Object.keys(columns.shape).join(", ")}
          </p>
          <p>
            <a href={`/offene-daten/${name}.json`}>{words("asJson", { name: titleOf(ctx, name) })}</a>
            {" · "}
            <a href={`/offene-daten/${name}.csv`}>{words("asCsv", { name: titleOf(ctx, name) })}</a>
          </p>
        </>
      ),
    }));
    return page.render(
      <>
        <Title heading={words("title")} lead={words("lead")} />
        {items.length > 0 ? <ItemList items={items} /> : <Empty heading={words("none")} />}
      </>,
      { title: words("title") },
    );
  })
  .get("/:file{[a-z-]+\\.json}", async (page) => {
    const dataset = named(page, "json");
    return page.json({ name: dataset.name, licence: dataset.licence, items: await rowsOf(page, dataset) });
  })
  .get("/:file{[a-z-]+\\.csv}", async (page) => {
    const dataset = named(page, "csv");
    const columns = Object.keys(dataset.columns.shape);
    const rows = await rowsOf(page, dataset);
    const table = stringify(
      rows.map((row) => columns.map((column) => cell(row[column]))),
      { header: true, columns, bom: true, delimiter: ";", escape_formulas: true },
    );
    return page.body(table, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${dataset.name}.csv"`,
    });
  });
