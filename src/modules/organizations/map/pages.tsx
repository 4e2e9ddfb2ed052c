import * as z from "zod";
import { asked, routes } from "#core/web.ts";
import { listOrganizations } from "#modules/organizations/queries.ts";
import { fields, sectors } from "#modules/organizations/vocabulary.ts";
import { say } from "./messages.ts";
import { listBorders } from "./queries.ts";
import { MapPage } from "./views.tsx";

const Filter = z.object({
  sektor: z.enum(sectors).optional().catch(undefined),
  feld: z.enum(fields).optional().catch(undefined),
});

/** /karte */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const { sektor: sector, feld: field } = Filter.parse(asked(page));
  const organizations = await listOrganizations(ctx);
  const borders = await listBorders(ctx);
  return page.render(
    <MapPage ctx={ctx} organizations={organizations} borders={borders} sector={sector} field={field} />,
    {
      title: say(ctx)("mapTitle"),
      description: say(ctx)("mapLead", { town: ctx.place.name }),
    },
  );
});
