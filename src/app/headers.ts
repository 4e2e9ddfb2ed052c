import { createMiddleware } from "hono/factory";
import type { Env } from "#core/web.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What every reply tells the browser to refuse: foreign scripts, frames, guesses, and the way we came. */
export const protect = (secure: boolean) =>
  createMiddleware<Env>(async (page, next) => {
    await next();
    const { headers } = page.res;
    if (!headers.has("content-security-policy")) headers.set("content-security-policy", policy);
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "same-origin");
    headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    headers.set("cross-origin-opener-policy", "same-origin");
    if (secure) headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  });
