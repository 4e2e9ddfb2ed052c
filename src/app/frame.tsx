import { createMiddleware } from "hono/factory";
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { isStaff, reach } from "#core/actor.ts";
import { picturePath } from "#core/files.ts";
import type { MenuItem } from "#core/module.ts";
import type { Env, Page, PageProps } from "#core/web.ts";
import { paths as placePaths } from "#modules/places/paths.ts";
import { Frame } from "#ui/frame.tsx";
import type { Link } from "#ui/link.ts";
import type { Assets } from "./assets.ts";
import { rooms } from "./modules.ts";
import { paths as openDataPaths } from "./open-data/lists.ts";
import { say as sayOpenData } from "./open-data/messages.ts";
import { townVersion } from "./town-styles.ts";

const byRank = (items: readonly MenuItem[]): MenuItem[] =>
  [...items].sort((one, other) => one.rank - other.rank);

const isHere = (path: string, href: string): boolean =>
  path === href || (href !== "/" && href !== "/buero" && path.startsWith(`${href}/`));

const asLinks = (items: readonly MenuItem[], path: string): Link[] =>
  byRank(items).map(({ href, label }) => ({ href, label, current: isHere(path, href) }));

/** Whoever works for the town sees the way into the office: to the worklist, or to the first of what is theirs. */
const officeOf = (page: Page): string | undefined => {
  const { actor } = page.get("ctx");
  const worksHere =
    isStaff(actor) ||
    reach(actor, "editor") === "everywhere" ||
    reach(actor, "chair") === "everywhere" ||
    reach(actor, "administrator") === "everywhere";
  return worksHere ? menuOf(page, true)[0]?.href : undefined;
};

const menuOf = (page: Page, office: boolean): Link[] => {
  const ctx = page.get("ctx");
  const items = rooms.flatMap((room) => (office ? room.officeMenu?.(ctx) : room.menu?.(ctx)) ?? []);
  return asLinks(items, page.req.path);
};

const footerOf = async (page: Page): Promise<Link[]> => {
  const ctx = page.get("ctx");
  // A page that failed has no transaction left to ask in.
  if (page.error) return [];
  const lists = await Promise.all(rooms.map((room) => room.footer?.(ctx) ?? []));
  const openData = { href: openDataPaths.list, label: sayOpenData(ctx)("menu"), rank: 78 };
  return asLinks([...lists.flat(), openData], page.req.path);
};

const accountOf = (page: Page) => {
  const { actor } = page.get("ctx");
  if (actor.kind !== "person") return { signIn: `/anmelden?weiter=${encodeURIComponent(page.req.path)}` };
  const office = officeOf(page);
  return { name: actor.name, mine: "/mein", signOut: "/abmelden", ...(office ? { office } : {}) };
};

const address = (page: Page): string => {
  const url = new URL(page.req.url);
  url.searchParams.delete("sprache");
  return `${url.pathname}${url.search}`;
};

const draw = async (
  page: Page,
  assets: Assets,
  content: ComponentChildren,
  props: PageProps,
): Promise<Response> => {
  const ctx = page.get("ctx");
  const { place } = ctx;
  const office = props.area === "office";
  const town = {
    name: place.name,
    nameSorbian: place.sorbianName ?? undefined,
    phone: place.officePhone || undefined,
    logo: place.logoFileId ? picturePath(place.logoFileId) : undefined,
  };
  const street = `${place.officeStreet}, ${place.officePostcode} ${place.officeTown}`;
  const footer = {
    address: [place.officeName, place.officeStreet ? street : ""].filter(Boolean),
    hours: place.openingHours || undefined,
    links: await footerOf(page),
  };
  const crumbs = props.crumbs ? [...props.crumbs, { href: page.req.path, label: props.title }] : undefined;
  const html = renderToString(
    <Frame
      ctx={ctx}
      title={props.title}
      description={props.description}
      assets={{ ...assets, town: placePaths.townStyles(townVersion(place)) }}
      crumbs={crumbs}
      failed={props.status === 422}
      hidden={props.hidden ?? office}
      town={town}
      address={address(page)}
      menu={menuOf(page, office)}
      languages={place.languages}
      account={accountOf(page)}
      search={{ action: office ? "/buero/menschen" : "/suche" }}
      desk={office}
      demo={place.demo}
      feed={props.feed}
      script={props.script}
      footer={footer}
    >
      {content}
    </Frame>,
  );
  const text = `<!doctype html>${html}`;
  const reply = page.body(text, props.status ?? 200, { "content-type": "text/html; charset=UTF-8" });
  page.set("drawn", { reply, text });
  return reply;
};

/** Gives every page its frame: header, menu, footer, and the words of its title. */
export const framed = (assets: Assets) =>
  createMiddleware<Env>(async (page, next) => {
    page.setRenderer((content, props) => draw(page, assets, content, props));
    await next();
  });
