import { type Page, routes } from "#core/web.ts";
import { files, readFile } from "./queries.ts";

type FileKind = (typeof files)[string];

const download =
  (name: string, { mediaType, write }: FileKind) =>
  async (page: Page) => {
    const body = write(await readFile(page.get("ctx")), page.get("origin"));
    return page.body(body, 200, {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
    });
  };

const table = routes();
for (const [name, kind] of Object.entries(files)) table.get(`/${name}`, download(name, kind));

/** `/netzwerk/daten/…`: the network in the formats of other programs, for everybody. */
export const pages = table;
