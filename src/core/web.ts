import { type Context as Call, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ComponentChildren } from "preact";
import type { Context } from "./context.ts";
import type { Database } from "./db.ts";
import { NotFound } from "./errors.ts";
import { type Id, isId } from "./id.ts";

export type Crumb = { readonly href: string; readonly label: string };

/** What the frame around a page needs to know of it. */
export type PageProps = {
  readonly title: string;
  readonly description?: string;
  /** The way down to this page; the page itself is added by the frame. */
  readonly crumbs?: readonly Crumb[];
  readonly status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;
  readonly area?: "public" | "office";
  /** Not for search engines: personal pages, results of a search. */
  readonly hidden?: boolean;
  /** A calendar or news feed of this page. */
  readonly feed?: { readonly href: string; readonly type: string; readonly title: string };
  /** A script of its own that only adds to this page, by its name in `tools/assets.mjs` without the ending. */
  readonly script?: string;
};

/** What a page hands to the frame, and what the frame makes of it. */
type Draw = (content: ComponentChildren, props: PageProps) => Response | Promise<Response>;

declare module "hono" {
  interface ContextRenderer extends Draw {}
}

/** Somebody's file was shown; the roof writes it down before the reply leaves. */
export type Look = { readonly personId: Id<"person">; readonly purpose: string };

export type Env = {
  Variables: {
    ctx: Context;
    /** The key of the form this page shows. */
    formKey: string;
    looks: Look[];
    database: Database;
    /** The address of the visitor, shortened to its network, for rate limits only. */
    network: string;
    /** Where this town is reached from outside, as "https://weisswasser.example". */
    origin: string;
    /** The last page that was drawn, so that nobody has to read its text back out of its reply. */
    drawn?: { readonly reply: Response; readonly text: string };
  };
};

export type Page = Call<Env>;

/** An empty table of routes that knows the context. */
export const routes = () => new Hono<Env>();

/** The id in the address; whatever is no id names nothing. */
export const idIn = <Kind extends string>(page: Page, name = "id"): Id<Kind> => {
  const text = page.req.param(name);
  if (!isId<Kind>(text)) throw new NotFound();
  return text;
};

/** The slug in the address. */
export const slugIn = (page: Page, name = "slug"): string => {
  const text = page.req.param(name);
  if (text === undefined || !/^[a-z0-9-]{1,120}$/u.test(text)) throw new NotFound();
  return text;
};

/** The fields of a sent form; several of one name become a list. A body that is no form, or only half of one, is refused. */
export const sent = (page: Page): Promise<Record<string, unknown>> =>
  page.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw cause instanceof TypeError ? new HTTPException(400, { cause }) : cause;
  });

/** The fields of the address; several of one name become a list. */
export const asked = (page: Page): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(page.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? "") : values,
    ]),
  );

/** After a change: go and look at it. `notice` names the sentence the next page shows. */
export const seeOther = (page: Page, path: string, notice?: string): Response => {
  const [address = path, fragment] = path.split("#");
  const joined = notice
    ? `${address}${address.includes("?") ? "&" : "?"}hinweis=${encodeURIComponent(notice)}`
    : address;
  return page.redirect(fragment ? `${joined}#${fragment}` : joined, 303);
};

/** Notes that this person's file is being shown, for their own access log. */
export const looked = (page: Page, personId: Id<"person">, purpose: string): void => {
  page.get("looks").push({ personId, purpose });
};

/** Only a path of our own: a link in an address must not lead elsewhere. */
export const ownPath = (path: string | undefined, otherwise = "/"): string =>
  path !== undefined && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(path) ? path : otherwise;
