import { signedIn } from "#core/actor.ts";
import { type Filled, filledWith, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { partsIn } from "#methods/week-parts.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { eraseWishes, saveWishes, WishesInput } from "./commands.ts";
import { say } from "./messages.ts";
import { partsOfSpans, spansOfParts, wishesOf } from "./queries.ts";
import { WishesPage } from "./views.tsx";

const notices = { gespeichert: "saved", geloescht: "erased" } as const;

const draw = async (page: Page, sentForm?: Filled) => {
  const ctx = page.get("ctx");
  const wish = await wishesOf(ctx, signedIn(ctx.actor).id);
  const notice = page.req.query("hinweis");
  const form =
    sentForm ?? (wish ? filledWith({ ...wish, spans: spansOfParts(partsIn(wish.times)) }) : filledWith({}));
  return page.render(
    <WishesPage
      ctx={ctx}
      form={form}
      formKey={page.get("formKey")}
      known={wish !== undefined}
      notice={notice === "gespeichert" || notice === "geloescht" ? notices[notice] : undefined}
    />,
    {
      title: say(ctx)("menu"),
      crumbs: [{ href: "/mein", label: say(ctx)("mine") }],
      hidden: true,
      ...(sentForm ? { status: 422 as const } : {}),
    },
  );
};

/** /mein/wuensche */
export const pages = routes()
  .get("/", (page) => draw(page))
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    const { id } = signedIn(ctx.actor);
    const body = await sent(page);
    const spans = [body["spans"] ?? []].flat().map(String);
    const input = read(ctx, WishesInput, { ...body, times: partsOfSpans(spans).map(String) });
    if (!input.ok) return draw(page, { ...input.form, values: { ...input.form.values, spans } });
    await saveWishes(ctx, id, input.value);
    return seeOther(page, paths.wishes, "gespeichert");
  })
  .post("/loeschung", async (page) => {
    const ctx = page.get("ctx");
    await eraseWishes(ctx, signedIn(ctx.actor).id);
    return seeOther(page, paths.wishes, "geloescht");
  });
