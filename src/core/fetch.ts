import { type IncomingMessage, request as plain, type RequestOptions } from "node:http";
import { request as secured } from "node:https";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { isPublicAddress, type Resolve, type Resolved, resolve } from "./fetch-address.ts";
import { done, type Outcome, refused } from "./outcome.ts";

/** Why nothing was read from elsewhere. */
export type FetchProblem =
  | "badAddress"
  | "forbiddenAddress"
  | "notFound"
  | "unreachable"
  | "insecure"
  | "tooSlow"
  | "tooBig"
  | "tooManyRedirects"
  | "denied"
  | "gone"
  | "broken"
  | "unreadable";

/** A file as it stands elsewhere, or the news that it is still the one we know. */
export type Fetched =
  | { readonly same: true }
  | {
      readonly same: false;
      readonly bytes: Buffer;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

/** What we know of the file already, so that it need not come again. */
export type Known = { readonly etag?: string | null; readonly lastModified?: string | null };

/** The bounds; tests make them narrower, and let a machine of their own in. */
export type Bounds = {
  readonly resolve: Resolve;
  readonly isAllowed: (address: string) => boolean;
  readonly ports: readonly number[];
  readonly milliseconds: number;
  readonly bytes: number;
  readonly redirects: number;
};

const usual: Bounds = {
  resolve,
  isAllowed: isPublicAddress,
  ports: [80, 443, 8080, 8443],
  milliseconds: 10_000,
  bytes: 2_000_000,
  redirects: 3,
};

type Hop = { readonly url: URL; readonly pinned: Resolved };

const portOf = ({ port, protocol }: URL): number =>
  port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);

const parsed = (address: string, base?: URL): URL | undefined => {
  const url = URL.parse(address, base);
  return url && /^https?:$/u.test(url.protocol) && url.hostname !== "" ? url : undefined;
};

// Every address a name has must be a public one: a name with one foot inside leads nowhere.
const checkedHop = async (url: URL, bounds: Bounds): Promise<Outcome<Hop, FetchProblem>> => {
  if (url.username !== "" || url.password !== "") return refused("badAddress");
  if (!bounds.ports.includes(portOf(url))) return refused("forbiddenAddress");
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  const family = isIP(host);
  const found: readonly Resolved[] =
    family === 0
      ? await bounds.resolve(host).catch(() => [])
      : [{ address: host, family: family === 6 ? 6 : 4 }];
  const [pinned] = found;
  if (!pinned) return refused("notFound");
  return found.every(({ address }) => bounds.isAllowed(address))
    ? done({ url, pinned })
    : refused("forbiddenAddress");
};

// The name is not asked a second time: what was checked is what we talk to.
const pinnedLookup =
  ({ address, family }: Resolved): NonNullable<RequestOptions["lookup"]> =>
  (_, options, answer) => {
    if (options.all) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };

const ask = ({ url, pinned }: Hop, known: Known, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((answered, failed) => {
    const send = url.protocol === "https:" ? secured : plain;
    const asking = send(url, {
      agent: false,
      signal,
      lookup: pinnedLookup(pinned),
      headers: {
        accept: "text/calendar, text/plain;q=0.5, */*;q=0.1",
        "accept-encoding": "gzip",
        "user-agent": "Anlaufstelle (reads calendars of organizations)",
        connection: "close",
        ...(known.etag ? { "if-none-match": known.etag } : {}),
        ...(known.lastModified ? { "if-modified-since": known.lastModified } : {}),
      },
    });
    asking.on("response", answered);
    asking.on("error", failed);
    asking.end();
  });

class TooBig extends Error {}

// A few packed bytes can be many unpacked ones: counted as they come, before and after.
const drink = async (from: IncomingMessage, most: number): Promise<Buffer> => {
  if (Number(from.headers["content-length"] ?? 0) > most) throw new TooBig();
  const packed = from.headers["content-encoding"] === "gzip";
  const stream: Readable = packed
    ? from.compose<ReturnType<typeof createGunzip>>(createGunzip({ chunkSize: 64 * 1024 }))
    : from;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    if (size > most) throw new TooBig();
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
};

const header = (text: string | undefined): string | null =>
  text !== undefined && text.length <= 500 ? text : null;

const problemOfStatus = (status: number): FetchProblem => {
  if (status === 401 || status === 403 || status === 407) return "denied";
  return status === 404 || status === 410 ? "gone" : "broken";
};

const follow = async (
  first: URL,
  known: Known,
  bounds: Bounds,
  signal: AbortSignal,
): Promise<Outcome<Fetched, FetchProblem>> => {
  let url = first;
  for (let hops = 0; hops <= bounds.redirects; hops += 1) {
    const hop = await checkedHop(url, bounds);
    if (!hop.ok) return hop;
    const answer = await ask(hop.value, known, signal);
    const { statusCode: status = 0, headers } = answer;
    if (status === 200) {
      const encoding = headers["content-encoding"] ?? "identity";
      if (encoding !== "gzip" && encoding !== "identity") return refused("unreadable");
      const bytes = await drink(answer, bounds.bytes);
      return done({
        same: false,
        bytes,
        etag: header(headers.etag),
        lastModified: header(headers["last-modified"]),
      });
    }
    answer.destroy();
    if (status === 304) return done({ same: true });
    if (![301, 302, 303, 307, 308].includes(status)) return refused(problemOfStatus(status));
    const next = parsed(headers.location ?? "", url);
    if (!next) return refused("badAddress");
    url = next;
  }
  return refused("tooManyRedirects");
};

const problemOf = (error: unknown, signal: AbortSignal): FetchProblem => {
  if (signal.aborted) return "tooSlow";
  if (error instanceof TooBig) return "tooBig";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("Z_")) return "unreadable";
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/u.test(code)) return "insecure";
  return code.startsWith("HPE_") ? "broken" : "unreachable";
};

/**
 * Reads a file from elsewhere: over http(s), from public machines only – asked anew at every redirect, and talking to
 * the very address that was checked –, within ten seconds and two megabytes, packed or not. Never inside a request.
 */
export const fetchFile = async (
  address: string,
  known: Known = {},
  narrower: Partial<Bounds> = {},
): Promise<Outcome<Fetched, FetchProblem>> => {
  const bounds = { ...usual, ...narrower };
  const url = parsed(address);
  if (!url) return refused("badAddress");
  const ending = new AbortController();
  const clock = setTimeout(() => ending.abort(), bounds.milliseconds);
  const late = new Promise<never>((_, failed) => {
    ending.signal.addEventListener("abort", () => failed(new Error("too slow")));
  });
  try {
    // A resolver cannot be called back, so the clock also wins against it.
    return await Promise.race([follow(url, known, bounds, ending.signal), late]);
  } catch (error) {
    return refused(problemOf(error, ending.signal));
  } finally {
    clearTimeout(clock);
    ending.abort();
    late.catch(() => undefined);
  }
};
