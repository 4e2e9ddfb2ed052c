import { getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { type Actor, visitor } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import type { Database } from "#core/db.ts";
import { during } from "#core/during.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { dayOf } from "#core/local-time.ts";
import { sessionToken } from "#core/session-cookie.ts";
import { newKey } from "#core/token.ts";
import type { Env, Page } from "#core/web.ts";
import { writeLooks } from "#modules/people/commands.ts";
import { findActor } from "#modules/people/queries.ts";
import { touchSession } from "#modules/people/sessions/commands.ts";
import { chooseLanguage } from "./language.ts";
import { networkOf } from "./network.ts";
import { keyOf, settleKey, takeKey } from "./submissions.ts";
import type { TownFinder } from "./towns.ts";
import { unknownTown } from "./unknown-town.ts";

type House = {
  readonly db: Database;
  readonly findTown: TownFinder;
  readonly clock: () => Date;
  readonly secure: boolean;
};

const looking = new Set(["GET", "HEAD"]);
const year = 365 * 86_400;

/** The host name without its port: `weisswasser.localhost:3000` is the town `weisswasser.localhost`. */
const hostOf = (page: Page): string => (page.req.header("host") ?? "").toLowerCase().replace(/:\d+$/u, "");

const languageOf = (page: Page, place: Place): string => {
  const wanted = page.req.query("sprache");
  const chosen = getCookie(page, "sprache");
  const language = chooseLanguage(place.languages, {
    wanted,
    chosen,
    accepted: page.req.header("accept-language"),
  });
  if (wanted === language && wanted !== chosen) {
    setCookie(page, "sprache", language, { path: "/", maxAge: year, sameSite: "Lax", httpOnly: true });
  }
  return language;
};

/** A form of another site must not act in somebody's name: browsers say where it came from. */
const refuseForeignForms = (page: Page): void => {
  const origin = page.req.header("origin");
  const site = page.req.header("sec-fetch-site");
  const foreign =
    origin !== undefined ? URL.parse(origin)?.host !== page.req.header("host") : site === "cross-site";
  if (foreign) throw new Forbidden();
};

/** Answers once a day for each session whether it is the first time: who only reads stays signed in as well. */
const dailyMemory = () => {
  const days = new Map<string, string>();
  return (token: string, now: Date): boolean => {
    const today = dayOf(now);
    if (days.get(token) === today) return false;
    // A day is noted again in the database when this is forgotten, no more.
    if (days.size > 10_000) days.clear();
    days.set(token, today);
    return true;
  };
};

// Thrown to undo the transaction of a page whose error reply is already written.
class Undo extends Error {}

const answerOnce = async (page: Page, ctx: Context, work: () => Promise<void>): Promise<void> => {
  const key = await keyOf(page);
  if (!key) return work();
  const taken = await takeKey(ctx, key, page.req.path);
  if (!taken.first) {
    page.res = page.redirect(taken.location, 303);
    return;
  }
  await work();
  // What failed is undone whole, its key with it.
  if (page.error) return;
  const location = page.res.status === 303 ? (page.res.headers.get("location") ?? "/") : null;
  await settleKey(ctx, key, page.req.path, location);
};

/**
 * Opens the one transaction of a request: the host names the town, the cookie the person, the method whether
 * anything may be written. Whatever fails is undone; whose file was shown is written down before the reply leaves.
 */
export const arrive = (house: House) => {
  const isFirstToday = dailyMemory();
  return createMiddleware<Env>(async (page, next) => {
    const place = await house.findTown(hostOf(page));
    if (!place) return unknownTown(page);
    const looks = looking.has(page.req.method);
    if (!looks) refuseForeignForms(page);
    // No address of ours has a NUL in it, and PostgreSQL takes none.
    if (page.req.url.includes("%00")) throw new NotFound();
    const moment = { place, actor: visitor, now: house.clock(), language: languageOf(page, place) };
    page.set("looks", []);
    page.set("formKey", newKey());
    page.set("database", house.db);
    page.set("network", networkOf(page));
    // Behind a proxy that ends TLS the request itself comes over plain http.
    page.set("origin", `${house.secure ? "https" : "http"}://${page.req.header("host") ?? ""}`);
    const token = sessionToken(page);
    let actor: Actor = visitor;
    const work = async (ctx: Context): Promise<void> => {
      if (token) actor = await findActor(ctx, token);
      if (token && !looks) await touchSession(ctx, token);
      const own = { ...ctx, actor };
      page.set("ctx", own);
      await (looks ? next() : answerOnce(page, own, next));
      if (page.error) throw new Undo();
    };
    await during(house.db, moment, looks ? "read only" : "read write", work).catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
    const seen = page.get("looks");
    const used = looks && token !== undefined && actor.kind === "person" && isFirstToday(token, moment.now);
    if (page.error || (seen.length === 0 && !used)) return undefined;
    await during(house.db, { ...moment, actor }, "read write", async (ctx) => {
      if (seen.length > 0) await writeLooks(ctx, seen);
      if (used) await touchSession(ctx, token);
    });
    return undefined;
  });
};
