import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { createMiddleware } from "hono/factory";
import type { Env } from "#core/web.ts";

const pack = promisify(gzip);
const worthPacking = 1_400;
const packable = /^(text\/|application\/(json|xml|atom\+xml|ld\+json|javascript))|\+xml/u;

/**
 * Pages are asked for again each time, but not sent again when they are the same; nothing personal is kept by
 * anybody on the way. Text travels packed.
 */
export const keepLight = createMiddleware<Env>(async (page, next) => {
  await next();
  const { res } = page;
  const type = res.headers.get("content-type") ?? "";
  const drawn = page.get("drawn");
  const text = drawn?.reply === res ? drawn.text : undefined;
  if (!packable.test(type) || res.headers.has("content-encoding")) return;
  if (text === undefined && !res.body) return;
  const personal = page.get("ctx")?.actor.kind === "person";
  if (!res.headers.has("cache-control")) {
    res.headers.set(
      "cache-control",
      personal || res.status !== 200 ? "private, no-store" : "private, no-cache",
    );
  }
  res.headers.append("vary", "Accept-Encoding, Accept-Language, Cookie");
  const bytes = text === undefined ? Buffer.from(await res.arrayBuffer()) : Buffer.from(text);
  const headers = new Headers(res.headers);
  if (page.req.method === "GET" && res.status === 200 && !personal) {
    const tag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 24)}"`;
    headers.set("etag", tag);
    if (page.req.header("if-none-match") === tag) {
      headers.delete("content-type");
      page.res = new Response(null, { status: 304, headers });
      return;
    }
  }
  if (bytes.length < worthPacking || !(page.req.header("accept-encoding") ?? "").includes("gzip")) {
    page.res = new Response(bytes, { status: res.status, headers });
    return;
  }
  headers.set("content-encoding", "gzip");
  headers.delete("content-length");
  page.res = new Response(new Uint8Array(await pack(bytes, { level: 5 })), { status: res.status, headers });
});
