/** Days after which a device that nobody used must sign in again. */
export const sessionDays = 30;

/** As much of a page as a cookie needs; the domain knows no more of the web. */
type Browser = {
  readonly req: { header(name: string): string | undefined };
  get(name: "origin"): string;
  header(name: string, value: string, options: { append: boolean }): void;
};

type Purpose = "sitzung" | "anmeldung";

const isSecure = (page: Browser): boolean => page.get("origin").startsWith("https:");

// "__Host-" binds the cookie to this very host and to https; a neighbor's sub-domain cannot set it.
const nameOf = (page: Browser, purpose: Purpose): string => (isSecure(page) ? `__Host-${purpose}` : purpose);

const read = (page: Browser, purpose: Purpose): string | undefined => {
  const start = `${nameOf(page, purpose)}=`;
  const cookies = (page.req.header("cookie") ?? "").split(";").map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) || undefined;
};

const write = (page: Browser, purpose: Purpose, value: string, seconds: number): void => {
  const secure = isSecure(page) ? "; Secure" : "";
  const cookie = `${nameOf(page, purpose)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
  page.header("set-cookie", cookie, { append: true });
};

const year = 365 * 86_400;

/** The secret of this device's session, if it sent one. */
export const sessionToken = (page: Browser): string | undefined => read(page, "sitzung");

/** Gives the device its session. How long it holds is decided by the database, not by the cookie. */
export const setSessionCookie = (page: Browser, token: string): void => write(page, "sitzung", token, year);

/** Takes the session from the device. */
export const clearSessionCookie = (page: Browser): void => write(page, "sitzung", "", 0);

/** The secret between the first factor and the second. */
export const pendingToken = (page: Browser): string | undefined => read(page, "anmeldung");

/** Remembers, for ten minutes, that the first factor was right. */
export const setPendingCookie = (page: Browser, token: string): void => write(page, "anmeldung", token, 600);

/** Forgets it again. */
export const clearPendingCookie = (page: Browser): void => write(page, "anmeldung", "", 0);
