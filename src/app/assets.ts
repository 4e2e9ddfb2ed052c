import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createMiddleware } from "hono/factory";
import type { Env } from "#core/web.ts";
import type { Assets as FrameAssets } from "#ui/frame.tsx";

export type Assets = FrameAssets;

type Manifest = Readonly<Record<string, string>>;
type Kept = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer> | undefined;
  readonly type: string;
};

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
};

const base = "/assets/";

/** What opens a page without a network may watch over its own pages only. */
const watched = { "on-site-worker.": "/schichtplan/", "hall-worker.": "/werkstaetten/" };
const watchedBy = (path: string) => {
  const scope = Object.entries(watched).find(([name]) => path.startsWith(base + name))?.[1];
  return scope ? { "service-worker-allowed": scope } : {};
};

/** The built styles, scripts and fonts: their addresses for the frame, and the files themselves from memory. */
export const readAssets = (
  directory: string,
): { readonly assets: Assets; readonly files: ReadonlyMap<string, Kept> } => {
  const manifest: Manifest = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8"));
  const files = new Map<string, Kept>();
  for (const name of Object.values(manifest)) {
    const bytes = new Uint8Array(readFileSync(join(directory, name)));
    const ending = name.split(".").at(-1) ?? "";
    const packed = ending === "woff2" ? undefined : new Uint8Array(gzipSync(bytes, { level: 9 }));
    files.set(name, { bytes, packed, type: types[ending] ?? "application/octet-stream" });
  }
  const at = (name: string): string => base + (manifest[name] ?? "");
  const fonts = Object.keys(manifest).filter((name) => name.endsWith(".woff2"));
  const icon = manifest["icon.svg"] ? { icon: at("icon.svg") } : {};
  const own = Object.keys(manifest).filter((name) => name.endsWith(".js") && name !== "ui.js");
  const scripts = Object.fromEntries(own.map((name) => [name.slice(0, -".js".length), at(name)]));
  return { assets: { css: at("ui.css"), js: at("ui.js"), fonts: fonts.map(at), scripts, ...icon }, files };
};

/** Serves the built files; their names change with their content, so they may be kept for ever. */
export const serveAssets = (files: ReadonlyMap<string, Kept>) =>
  createMiddleware<Env>(async (page, next) => {
    const file = files.get(page.req.path.slice(base.length));
    if (!file) return next();
    const packed =
      file.packed && (page.req.header("accept-encoding") ?? "").includes("gzip") ? file.packed : undefined;
    return page.body(packed ?? file.bytes, 200, {
      "content-type": file.type,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      ...watchedBy(page.req.path),
      ...(packed ? { "content-encoding": "gzip" } : {}),
    });
  });
