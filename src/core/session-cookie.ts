import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Page } from "./web.ts";

// How long a session holds is decided by the database, where each use prolongs it; the cookie only outlives it.
const days = 365;
const plainName = "sitzung";
const secureName = "__Host-sitzung";

const isSecure = (page: Page): boolean => page.get("origin").startsWith("https:");

/** The token of the session that this browser carries. */
export const sessionToken = (page: Page): string | undefined =>
  getCookie(page, isSecure(page) ? secureName : plainName);

/** Gives the browser its session: no script can read it, no other site can send it. */
export const setSession = (page: Page, token: string): void => {
  const secure = isSecure(page);
  setCookie(page, secure ? secureName : plainName, token, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure,
    maxAge: days * 86_400,
  });
};

/** Takes the session from the browser. */
export const clearSession = (page: Page): void => {
  deleteCookie(page, isSecure(page) ? secureName : plainName, { path: "/", secure: isSecure(page) });
};
