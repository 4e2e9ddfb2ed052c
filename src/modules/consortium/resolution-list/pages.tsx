import * as z from "zod";
import { asked, routes } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { say as resolution } from "#modules/consortium/resolutions/messages.ts";
import { findResolutions, listYears } from "#modules/consortium/resolutions/queries.ts";
import { ListView } from "./views.tsx";

// What makes no sense in an address is as if it did not stand there.
const SearchInput = z.object({
  wort: z.string().trim().max(100).catch(""),
  jahr: z.coerce.number().int().min(1900).max(9999).optional().catch(undefined),
  seite: z.coerce.number().int().min(1).max(1_000).catch(1),
});

/** `/konsortium/beschluesse`: what was decided, for everybody, by words and years. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  const { wort, jahr, seite } = SearchInput.parse(asked(page));
  const search = { words: wort, year: jahr, page: seite };
  return page.render(
    <ListView
      ctx={ctx}
      search={search}
      found={await findResolutions(ctx, search)}
      years={await listYears(ctx)}
    />,
    {
      title: resolution(ctx)("heading"),
      crumbs: [{ href: paths.front, label: common(ctx)("consortium") }],
    },
  );
});
