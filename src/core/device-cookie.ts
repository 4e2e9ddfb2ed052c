import { getCookie, setCookie } from "hono/cookie";
import type { Page } from "./web.ts";

/** What a device without an account is known by: a token for the addresses under `path`, for so many days. */
export type Device = { readonly name: string; readonly path: string; readonly days: number };

/** The token that this device carries. */
export const deviceToken = (page: Page, { name }: Pick<Device, "name">): string | undefined =>
  getCookie(page, name);

/** Gives the device its token: no script can read it, no other site can send it. */
export const setDevice = (page: Page, { name, path, days }: Device, token: string): void =>
  setCookie(page, name, token, {
    path,
    httpOnly: true,
    sameSite: "Lax",
    secure: page.get("origin").startsWith("https:"),
    maxAge: days * 86_400,
  });
