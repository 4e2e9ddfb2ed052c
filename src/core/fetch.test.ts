import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bounds, fetchFile } from "./fetch.ts";
import { isPublicAddress, type Resolved } from "./fetch-address.ts";
import { refused } from "./outcome.ts";

const calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
let asked: string[] = [];

const behave: Readonly<Record<string, RequestListener>> = {
  "/plain": (_, answer) => answer.setHeader("etag", '"eins"').end(calendar),
  "/packed": (_, answer) => answer.setHeader("content-encoding", "gzip").end(gzipSync(calendar)),
  "/torn": (_, answer) => answer.setHeader("content-encoding", "gzip").end("no gzip at all"),
  "/other": (_, answer) => answer.setHeader("content-encoding", "br").end("?"),
  "/known": (question, answer) => {
    answer.statusCode = question.headers["if-none-match"] === '"eins"' ? 304 : 200;
    answer.end();
  },
  "/bomb": (_, answer) =>
    answer.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(50_000_000))),
  "/huge": (_, answer) => {
    const pour = (): void => {
      while (!answer.destroyed && answer.write(Buffer.alloc(64_000)));
      if (!answer.destroyed) answer.once("drain", pour);
    };
    pour();
  },
  "/announced": (_, answer) => answer.setHeader("content-length", "9000000").flushHeaders(),
  "/mute": () => undefined,
  "/drip": async (_, answer) => {
    for (let drops = 0; drops < 100 && !answer.destroyed; drops += 1) {
      answer.write("x");
      await wait(20);
    }
    answer.end();
  },
  "/round": (_, answer) => answer.writeHead(302, { location: "/round" }).end(),
  "/once": (_, answer) => answer.writeHead(301, { location: "/plain" }).end(),
  "/closed": (_, answer) => answer.writeHead(401).end(),
  "/gone": (_, answer) => answer.writeHead(404).end(),
  "/broken": (_, answer) => answer.writeHead(500).end(),
};

const listener: RequestListener = (question, answer) => {
  const url = new URL(question.url ?? "/", "http://here");
  asked.push(url.pathname);
  const to = url.searchParams.get("to");
  if (to !== null) return answer.writeHead(307, { location: to }).end();
  return behave[url.pathname]?.(question, answer);
};

let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const names: Readonly<Record<string, readonly Resolved[]>> = {
  "verein.example": [{ address: "127.0.0.1", family: 4 }],
  "innen.example": [{ address: "10.1.2.3", family: 4 }],
  "halb.example": [
    { address: "127.0.0.1", family: 4 },
    { address: "192.168.0.1", family: 4 },
  ],
};

/** The hostile machine of this file counts as a public one; nothing else of the house does. */
const bounds = (): Partial<Bounds> => ({
  resolve: async (host) => names[host] ?? [],
  isAllowed: (address) => address === "127.0.0.1" || isPublicAddress(address),
  ports: [port],
  milliseconds: 400,
});

const get = (path: string, known = {}, more: Partial<Bounds> = {}) => {
  asked = [];
  return fetchFile(`http://verein.example:${port}${path}`, known, { ...bounds(), ...more });
};

const textOf = (outcome: Awaited<ReturnType<typeof fetchFile>>): string =>
  outcome.ok && !outcome.value.same ? outcome.value.bytes.toString() : JSON.stringify(outcome);

test("a file comes as it is, packed, after a redirect, and not again while it is the same", async () => {
  const plain = await get("/plain");
  expect(textOf(plain)).toBe(calendar);
  expect(plain).toMatchObject({ value: { etag: '"eins"', lastModified: null } });
  expect(textOf(await get("/packed"))).toBe(calendar);
  expect(textOf(await get("/once"))).toBe(calendar);
  expect(await get("/known", { etag: '"eins"' })).toEqual({ ok: true, value: { same: true } });
});

test("what is too big is left, also when it was small while packed", async () => {
  const more = { milliseconds: 5_000 };
  for (const path of ["/huge", "/bomb", "/announced"])
    expect([path, await get(path, {}, more)]).toEqual([path, refused("tooBig")]);
});

test("whoever says nothing, or one letter at a time, is left as well", async () => {
  const start = performance.now();
  for (const path of ["/mute", "/drip"]) expect([path, await get(path)]).toEqual([path, refused("tooSlow")]);
  const never = () => new Promise<never>(() => undefined);
  expect(await get("/plain", {}, { resolve: never })).toEqual(refused("tooSlow"));
  expect(performance.now() - start).toBeLessThan(3_000);
});

test("every other ending has its name", async () => {
  const endings = {
    "/torn": "unreadable",
    "/other": "unreadable",
    "/closed": "denied",
    "/gone": "gone",
  } as const;
  for (const [path, because] of Object.entries(endings))
    expect([path, await get(path)]).toEqual([path, refused(because)]);
  expect(await get("/broken")).toEqual(refused("broken"));
  expect(await get("/round")).toEqual(refused("tooManyRedirects"));
  expect(asked).toHaveLength(4);
  expect(await fetchFile(`http://nirgends.example:${port}/`, {}, bounds())).toEqual(refused("notFound"));
  expect(await fetchFile("http://127.0.0.1:9/", {}, { ...bounds(), ports: [9] })).toEqual(
    refused("unreachable"),
  );
  // It speaks no TLS.
  expect((await fetchFile(`https://verein.example:${port}/plain`, {}, bounds())).ok).toBe(false);
});

describe("nobody is sent into our own house", () => {
  const inside = [
    "http://10.0.0.1/",
    "http://172.31.255.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://127.0.0.2/",
    "http://2130706434/",
    "http://0x7f000002/",
    "http://0177.0.0.2/",
    "http://127.2/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::ffff:a00:1]/",
    "http://[fe80::1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[ff02::1]/",
    "http://[64:ff9b::a00:1]/",
    "http://[2002:a00:1::1]/",
    "http://[2001:db8::1]/",
  ];

  test("by an address, however it is written", async () => {
    for (const address of inside)
      expect([address, await fetchFile(address, {}, { ...bounds(), ports: [80] })]).toEqual([
        address,
        refused("forbiddenAddress"),
      ]);
  });

  test("by a redirect", async () => {
    const more = { ports: [port, 80] };
    for (const address of [...inside, "http://innen.example/"])
      expect([address, await get(`/?to=${encodeURIComponent(address)}`, {}, more)]).toEqual([
        address,
        refused("forbiddenAddress"),
      ]);
    expect(asked).toEqual(["/"]);
  });

  test("by a name with one foot inside, or one that changes its mind after it was checked", async () => {
    expect(await fetchFile(`http://halb.example:${port}/plain`, {}, bounds())).toEqual(
      refused("forbiddenAddress"),
    );
    let times = 0;
    const fickle = async (): Promise<readonly Resolved[]> => {
      times += 1;
      return [{ address: times === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    };
    expect(textOf(await get("/plain", {}, { resolve: fickle }))).toBe(calendar);
    expect(times).toBe(1);
    times = 0;
    expect(await get("/once", {}, { resolve: fickle })).toEqual(refused("forbiddenAddress"));
  });

  test("to other doors, other schemes, or with a password", async () => {
    const other = [
      "file:///etc/passwd",
      "ftp://verein.example/",
      "gopher://verein.example/",
      "javascript:1",
      "",
      "//x",
    ];
    for (const address of other)
      expect([address, await fetchFile(address, {}, bounds())]).toEqual([address, refused("badAddress")]);
    expect(await fetchFile(`http://ich:geheim@verein.example:${port}/plain`, {}, bounds())).toEqual(
      refused("badAddress"),
    );
    expect(await fetchFile("http://verein.example:5432/", {}, bounds())).toEqual(refused("forbiddenAddress"));
    expect(await get("/?to=file:///etc/passwd")).toEqual(refused("badAddress"));
  });
});

test("machines that everybody can reach are public", () => {
  for (const address of [
    "8.8.8.8",
    "93.184.216.34",
    "172.32.0.1",
    "100.128.0.1",
    "2a00:1450:4001::1",
    "2003::1",
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  for (const address of ["", "localhost", "8.8.8", "8.8.8.8.8"])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
});
