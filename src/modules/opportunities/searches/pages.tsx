import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { changePace, dropSearch, PaceInput, SearchInput, saveSearch } from "./commands.ts";
import { say } from "./messages.ts";
import { filtersOf, listSearches } from "./queries.ts";
import { nameOf, SearchesPage } from "./views.tsx";

const notices = { gemerkt: "saved", geaendert: "changed", geloescht: "dropped" } as const;

const draw = async (page: Page, refusal?: "already" | "many", status?: 409 | 422) => {
  const ctx = page.get("ctx");
  const notice = page.req.query("hinweis");
  return page.render(
    <SearchesPage
      ctx={ctx}
      searches={await listSearches(ctx, signedIn(ctx.actor).id)}
      formKey={page.get("formKey")}
      notice={
        notice === "gemerkt" || notice === "geaendert" || notice === "geloescht" ? notices[notice] : undefined
      }
      refusal={refusal}
    />,
    {
      title: say(ctx)("menu"),
      crumbs: [{ href: "/mein", label: say(ctx)("mine") }],
      hidden: true,
      ...(status ? { status } : {}),
    },
  );
};

/** /mein/suchen */
export const pages = routes()
  .get("/", (page) => draw(page))
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const body = await sent(page);
    const name = String(body["name"] ?? "") || nameOf(ctx, filtersOf(String(body["suche"] ?? "")));
    const input = read(ctx, SearchInput, { ...body, name });
    if (!input.ok) return draw(page, undefined, 422);
    const outcome = await saveSearch(ctx, input.value);
    return outcome.ok ? seeOther(page, paths.mySearches, "gemerkt") : draw(page, outcome.because, 409);
  })
  .post("/:id", async (page) => {
    const ctx = page.get("ctx");
    const own = found((await listSearches(ctx, signedIn(ctx.actor).id)).find(({ id }) => id === idIn(page)));
    const input = read(ctx, PaceInput, await sent(page));
    if (!input.ok) return draw(page, undefined, 422);
    await changePace(ctx, own.id, input.value.tempo);
    return seeOther(page, paths.mySearches, "geaendert");
  })
  .post("/:id/loeschung", async (page) => {
    await dropSearch(page.get("ctx"), idIn(page));
    return seeOther(page, paths.mySearches, "geloescht");
  });
