import { found } from "#core/errors.ts";
import { read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { putOnShortlist, ShortlistInput, takeOffShortlist } from "#modules/placements/commands.ts";
import { paths } from "#modules/placements/paths.ts";

const chosen = async (page: Page) => {
  const input = read(page.get("ctx"), ShortlistInput, await sent(page));
  return found(input.ok ? input.value.angebot : undefined);
};

/** Below `/buero/akten`: keep an offer to talk about, and strike it off. */
export const pages = routes()
  .post("/:id/merkliste", async (page) => {
    const id = idIn<"person">(page);
    await putOnShortlist(page.get("ctx"), id, await chosen(page));
    return seeOther(page, paths.fileAt(id, "merkliste"), "gemerkt");
  })
  .post("/:id/merkliste/entfernen", async (page) => {
    const id = idIn<"person">(page);
    await takeOffShortlist(page.get("ctx"), id, await chosen(page));
    return seeOther(page, paths.file(id), "gestrichen");
  });
