// What does a page cost? CPU time of the server per request and requests a second of the house, against a bare Node
// server that sends the same queries and joins the same bytes as strings, in the same run.
import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { newToken } from "#core/token.ts";
import type { Order, Recording, Start } from "./pages-server.ts";
import { openTown, quantile, report, type Stage, smoke } from "./stage.ts";

const connections = 16;
const warmUp = smoke ? 20 : 200;
const counted = smoke ? 40 : 300;
const rounds = smoke ? 1 : 3;
const assets = join(process.cwd(), ".cache", "assets");

type Answer = { readonly status: number; readonly text: string };
type Child = { readonly process: ChildProcess; readonly port: number };

const agent = new Agent({ keepAlive: true, maxSockets: connections });

const ask = (port: number, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const call = request(
      { port, path, agent, headers: { host: "localhost", "accept-language": "de", ...headers } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        );
      },
    );
    call.on("error", reject);
    call.end();
  });

const tell = async (child: Child, order: Order): Promise<Record<string, unknown>> => {
  child.process.send(order);
  const [reply] = await once(child.process, "message");
  return reply;
};

const launch = async (start: Start): Promise<Child> => {
  const child = fork(join(import.meta.dirname, "pages-server.ts"), {
    execArgv: ["--import", "./tools/tsx.mjs"],
  });
  child.send(start);
  const [{ port }] = await once(child, "message");
  return { process: child, port };
};

/** The page once, with every query it sent and its text cut where a template would be joined. */
const record = async (house: Child, path: string, headers: Record<string, string>): Promise<Recording> => {
  await ask(house.port, path, headers);
  await tell(house, { kind: "record", on: true });
  const { status, text } = await ask(house.port, path, headers);
  if (status !== 200) throw new Error(`${path} answers ${status}`);
  const { queries } = await tell(house, { kind: "record", on: false });
  return { queries: queries as Recording["queries"], pieces: text.split(/(?=<)/u) };
};

type Load = { readonly cpu: number; readonly perSecond: number };

const run = async (
  child: Child,
  path: string,
  headers: Record<string, string>,
  requests: number,
): Promise<void> => {
  let left = requests;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await ask(child.port, path, headers);
  };
  await Promise.all(Array.from({ length: connections }, worker));
};

const load = async (child: Child, path: string, headers: Record<string, string>): Promise<Load> => {
  const before = Number((await tell(child, { kind: "cpu" }))["cpu"]);
  const started = performance.now();
  await run(child, path, headers, counted);
  const seconds = (performance.now() - started) / 1000;
  const after = Number((await tell(child, { kind: "cpu" }))["cpu"]);
  return { cpu: (after - before) / 1000 / counted, perSecond: counted / seconds };
};

/** The middle of several rounds, in turn with the other server: both meet the same neighbors on the machine. */
const inTurn = async (
  children: readonly Child[],
  path: string,
  headers: Record<string, string>,
): Promise<Load[]> => {
  const loads: Load[][] = children.map(() => []);
  for (const child of children) await run(child, path, headers, warmUp);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, child] of children.entries()) loads[index]?.push(await load(child, path, headers));
  }
  const middle = (all: readonly Load[], figure: keyof Load): number =>
    quantile(
      all.map((one) => one[figure]),
      0.5,
    );
  return loads.map((all) => ({ cpu: middle(all, "cpu"), perSecond: middle(all, "perSecond") }));
};

const signIn = async ({ db }: Stage): Promise<Record<string, string>> => {
  const { token, hash } = newToken();
  const { id } = await db
    .selectFrom("accounts")
    .select("id")
    .where("email", "=", "koordination@weisswasser.example")
    .executeTakeFirstOrThrow();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.insertInto("sessions").values({ tokenHash: hash, accountId: id, expiresAt }).execute();
  return { cookie: `sitzung=${token}` };
};

const anOffer = async ({ db }: Stage): Promise<string> => {
  const { slug } = await db
    .selectFrom("opportunities")
    .innerJoin("places", "places.id", "opportunities.placeId")
    .select("opportunities.slug")
    .where("places.slug", "=", "weisswasser")
    .where("state", "=", "published")
    .where("rhythm", "=", "weekly")
    .limit(1)
    .executeTakeFirstOrThrow();
  return `/angebote/${slug}`;
};

const stage = await openTown();
execFileSync(process.execPath, ["tools/assets.mjs", assets]);
const coordinator = await signIn(stage);
const pages: readonly (readonly [name: string, path: string, headers: Record<string, string>])[] = [
  ["front page", "/", {}],
  ["list of offers", "/angebote", {}],
  ["one offer", await anOffer(stage), {}],
  ["worklist of the office", "/buero", coordinator],
];
const house = await launch({ connection: stage.connection, assets });
try {
  const recordings: Record<string, Recording> = {};
  for (const [, path, headers] of pages) recordings[path] = await record(house, path, headers);
  const bare = await launch({ connection: stage.connection, assets, recordings });
  for (const [name, path, headers] of pages) {
    const [ours, theirs] = await inTurn([house, bare], path, headers);
    if (!ours || !theirs) throw new Error("nothing was measured");
    const { queries = [], pieces = [] } = recordings[path] ?? {};
    const size = Buffer.byteLength(pieces.join("")) / 1000;
    report(
      `${name}: CPU of the house`,
      "bare Node with the same queries and bytes",
      ours.cpu / theirs.cpu,
      `${ours.cpu.toFixed(2)} ms and ${theirs.cpu.toFixed(2)} ms a request, ${ours.perSecond.toFixed(0)} and ${theirs.perSecond.toFixed(0)} requests/s, ${queries.length} messages to the database, ${size.toFixed(1)} kB`,
    );
  }
  bare.process.kill();
} finally {
  house.process.kill();
  agent.destroy();
  await stage.close();
}
