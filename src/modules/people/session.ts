import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Page } from "#core/web.ts";

/** Days after which a device that nobody used must sign in again. */
export const sessionDays = 30;

type Purpose = "sitzung" | "anmeldung";

const secure = (page: Page): boolean => page.get("origin").startsWith("https:");

// "__Host-" binds the cookie to this very host and to https; a neighbor's sub-domain cannot set it.
const nameOf = (page: Page, purpose: Purpose): string => (secure(page) ? `__Host-${purpose}` : purpose);

const give = (page: Page, purpose: Purpose, token: string, maxAge: number): void =>
  setCookie(page, nameOf(page, purpose), token, { path: "/", httpOnly: true, sameSite: "Lax", secure: secure(page), maxAge });

const take = (page: Page, purpose: Purpose): void => {
  deleteCookie(page, nameOf(page, purpose), { path: "/", secure: secure(page) });
};

const year = 365 * 86_400;

/** The secret of this device's session, if it sent one. */
export const sessionToken = (page: Page): string | undefined => getCookie(page, nameOf(page, "sitzung")) || undefined;

/** Gives the device its session. How long it holds is decided by the database, not by the cookie. */
export const setSessionCookie = (page: Page, token: string): void => give(page, "sitzung", token, year);

/** Takes the session from the device. */
export const clearSessionCookie = (page: Page): void => take(page, "sitzung");

/** The secret between the first factor and the second. */
export const pendingToken = (page: Page): string | undefined => getCookie(page, nameOf(page, "anmeldung")) || undefined;

/** Remembers, for ten minutes, that the first factor was right. */
export const setPendingCookie = (page: Page, token: string): void => give(page, "anmeldung", token, 600);

/** Forgets it again. */
export const clearPendingCookie = (page: Page): void => take(page, "anmeldung");
