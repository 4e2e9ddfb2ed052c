import { stringify } from "csv-stringify/sync";
import { visitor } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import type { Dataset } from "#core/module.ts";
import { type Page, routes } from "#core/web.ts";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { describeCatalog } from "./catalog.ts";
import { type Format, formats, listDatasets, paths, textOf, titleOf } from "./lists.ts";
import { say } from "./messages.ts";

/** Always as a visitor: what only some may see is in no open list, whoever asks. */
const rowsOf = async (page: Page, dataset: Dataset): Promise<Record<string, unknown>[]> => {
  const rows = await dataset.rows({ ...page.get("ctx"), actor: visitor });
  return rows.map((row) => dataset.columns.parse(row));
};

const named = (page: Page, format: Format): Dataset =>
  found(listDatasets().find(({ name }) => `${name}.${format}` === page.req.param("file")));

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  return Array.isArray(value)
    ? value.join("; ")
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);
};

/** The lists of this town that everyone may use, as a page, JSON and CSV. */
export const openData = routes()
  .get("/", (page) => {
    const ctx = page.get("ctx");
    const words = say(ctx);
    const items = listDatasets().map(({ name, licence, columns }) => ({
      title: titleOf(ctx, name),
      kind: words("licence", { licence }),
      text: (
        <>
          <p>{textOf(ctx, name)}</p>
          <p class="al-small">
            {words("columns")}: {Object.keys(columns.shape).join(", ")}
          </p>
          <p>
            <a href={paths.file(name, "json")}>{words("asJson", { name: titleOf(ctx, name) })}</a>
            {" · "}
            <a href={paths.file(name, "csv")}>{words("asCsv", { name: titleOf(ctx, name) })}</a>
          </p>
        </>
      ),
    }));
    return page.render(
      <>
        <Title heading={words("title")} lead={words("lead")} />
        {items.length > 0 ? <ItemList items={items} /> : <Empty heading={words("none")} />}
        <Section id="programme" heading={words("machines")}>
          <Stack>
            <p>
              <a href={paths.api}>{words("api")}</a>
              <br />
              {words("apiText")}
            </p>
            <p>
              <a href={paths.catalog}>{words("catalog")}</a>
              <br />
              {words("catalogText")}
            </p>
          </Stack>
        </Section>
      </>,
      { title: words("title") },
    );
  })
  .get("/katalog.jsonld", async (page) => {
    const catalog = await describeCatalog({ ...page.get("ctx"), actor: visitor }, page.get("origin"));
    return page.body(JSON.stringify(catalog), 200, { "content-type": "application/ld+json; charset=utf-8" });
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
      "content-type": `${formats.csv.type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${dataset.name}.csv"`,
    });
  });
