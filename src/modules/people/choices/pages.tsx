import { signedIn } from "#core/actor.ts";
import { found, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Filled, filledWith, read } from "#core/input.ts";
import { asked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/people/paths.ts";
import { findPerson } from "#modules/people/queries.ts";
import { ChoicesForm, choose, stopLetters } from "./commands.ts";
import { say } from "./messages.ts";
import { choicesOf, findLinkOwner, usualChoices } from "./queries.ts";
import { ChoicesView, type Way } from "./views.tsx";

const present = async (page: Page, id: Id<"person">): Promise<Filled> => {
  const chosen = (await choicesOf(page.get("ctx"), [id])).get(id) ?? usualChoices;
  return filledWith({
    ...chosen,
    digestHour: String(chosen.digestHour),
    invitationsPerMonth: String(chosen.invitationsPerMonth),
  });
};

const noticeOf = (page: Page): "saved" | undefined =>
  asked(page)["hinweis"] === "gemerkt" ? "saved" : undefined;

const showOwn = async (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  const { id } = signedIn(ctx.actor);
  const person = found(await findPerson(ctx, id));
  const by: Way = person.contactBy as Way;
  return page.render(
    <ChoicesView
      ctx={ctx}
      formKey={page.get("formKey")}
      form={form ?? (await present(page, id))}
      action={paths.myMessages}
      way={{ by, email: person.email ?? "" }}
      notice={noticeOf(page)}
    />,
    {
      title: say(ctx)("title"),
      crumbs: [{ href: paths.mine, label: say(ctx)("mine") }],
      hidden: true,
      status: form ? 422 : 200,
    },
  );
};

/** `/mein/nachrichten`. */
export const ownPages = routes()
  .get("/", (page) => showOwn(page))
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    const { id } = signedIn(ctx.actor);
    const input = read(ctx, ChoicesForm, await sent(page));
    if (!input.ok) return showOwn(page, input.form);
    await choose(ctx, id, input.value);
    return seeOther(page, paths.myMessages, "gemerkt");
  });

const tokenIn = (page: Page): string => {
  const token = page.req.param("token") ?? "";
  if (!/^[\w-]{43}$/u.test(token)) throw new NotFound();
  return token;
};

const showLinked = async (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  const token = tokenIn(page);
  const { id } = found(await findLinkOwner(ctx, token));
  return page.render(
    <ChoicesView
      ctx={ctx}
      formKey={page.get("formKey")}
      form={form ?? (await present(page, id))}
      action={paths.messagesLink(token)}
      way={undefined}
      notice={noticeOf(page)}
    />,
    { title: say(ctx)("title"), hidden: true, status: form ? 422 : 200 },
  );
};

/** `/nachrichten/:token`: from the foot of a letter, without signing in. */
export const linkedPages = routes()
  .get("/:token", (page) => showLinked(page))
  .post("/:token", async (page) => {
    const ctx = page.get("ctx");
    const token = tokenIn(page);
    const { id } = found(await findLinkOwner(ctx, token));
    const body = await sent(page);
    // RFC 8058: a mail program asks for its reader, and must not be led on.
    if (body["List-Unsubscribe"] === "One-Click") {
      await stopLetters(ctx, id);
      return page.text(say(ctx)("done"));
    }
    const input = read(ctx, ChoicesForm, body);
    if (!input.ok) return showLinked(page, input.form);
    await choose(ctx, id, input.value);
    return seeOther(page, paths.messagesLink(token), "gemerkt");
  });
