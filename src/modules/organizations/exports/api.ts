import { found } from "#core/errors.ts";
import { idIn, routes } from "#core/web.ts";
import { exportHsds } from "./queries.ts";

/** /api/v1/organizations: the directory in the shape of HSDS 3.1, as everybody may read it. */
export const organizations = routes()
  .get("/", async (page) => page.json(await exportHsds(page.get("ctx"))))
  .get("/:id", async (page) => {
    const id: string = idIn<"organization">(page);
    return page.json(found((await exportHsds(page.get("ctx"))).contents.find((one) => one.id === id)));
  });

/** /api/v1/services: what people can get, each with who offers it. */
export const services = routes().get("/", async (page) => {
  const { contents } = await exportHsds(page.get("ctx"));
  const all = contents.flatMap(({ services: own, id, name, description }) =>
    own.map((service) => ({ ...service, organization: { id, name, description } })),
  );
  return page.json({
    total_items: all.length, total_pages: 1, page_number: 1, size: all.length,
    first_page: true, last_page: true, empty: all.length === 0, contents: all,
  });
});
