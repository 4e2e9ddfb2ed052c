import { found } from "#core/errors.ts";
import { routes, slugIn } from "#core/web.ts";
import { paths } from "#modules/content/paths.ts";
import { say } from "./messages.ts";
import { findBook, splitTitle } from "./queries.ts";
import { BookPage, HelpPage } from "./views.tsx";
import { books } from "./vocabulary.ts";

/** /hilfe and /hilfe/:slug */
export const pages = routes()
  .get("/", (page) => {
    const ctx = page.get("ctx");
    return page.render(<HelpPage ctx={ctx} />, { title: say(ctx)("help"), description: say(ctx)("lead") });
  })
  .get("/:slug", async (page) => {
    const ctx = page.get("ctx");
    const slug = slugIn(page);
    const book = found(books.find((name) => name === slug));
    const { title, body } = splitTitle(await findBook(book));
    return page.render(<BookPage ctx={ctx} title={title} body={body} />, {
      title,
      crumbs: [{ href: paths.help, label: say(ctx)("help") }],
    });
  });
