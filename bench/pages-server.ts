// One of two servers, in a process of its own so that its CPU time can be read: the house, or a bare Node server
// that sends the same queries and joins the same bytes.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import pg from "pg";
import { readAssets } from "#app/assets.ts";
import { openLog } from "#app/log.ts";
import { makeServer } from "#app/server.ts";
import { townFinder } from "#app/towns.ts";
import { type Connection, openDatabase } from "#core/db.ts";

type Query = { readonly text: string; readonly values: readonly unknown[] };
export type Recording = { readonly queries: readonly Query[]; readonly pieces: readonly string[] };
export type Order = { readonly kind: "record"; readonly on: boolean } | { readonly kind: "cpu" };
export type Start = {
  readonly connection: Connection;
  readonly assets: string;
  /** Given to the bare server: what each address asks and answers. */
  readonly recordings?: Readonly<Record<string, Recording>>;
};

const recorded: Query[] = [];
let recording = false;

/** Listens in on every query of this process. */
const listenIn = (): void => {
  const send = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...sent: unknown[]) {
    const [text, values] = sent;
    if (recording && typeof text === "string")
      recorded.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(send, this, sent);
  } as typeof send;
};

const portOf = (server: { address: () => AddressInfo | string | null }): number => {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
};

const openHouse = ({ connection, assets }: Start): Promise<number> => {
  listenIn();
  const { db } = openDatabase(connection, 8);
  const built = readAssets(assets);
  const house = makeServer({
    db,
    findTown: townFinder(db, ["localhost", "127.0.0.1"]),
    clock: () => new Date(),
    log: openLog("error"),
    assets: built.assets,
    assetFiles: built.files,
    secure: false,
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: house.fetch, port: 0 }, () => resolve(portOf(server)));
  });
};

const openBare = ({ connection, recordings = {} }: Start): Promise<number> => {
  const { pool } = openDatabase(connection, 8);
  const server: Server = createServer(async (request, response) => {
    const recording = recordings[request.url ?? ""];
    const client = await pool.connect();
    for (const { text, values } of recording?.queries ?? []) {
      await (values.length > 0 ? client.query(text, [...values]) : client.query(text));
    }
    client.release();
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end((recording?.pieces ?? []).join(""));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(portOf(server)));
  });
};

process.once("message", async (start: Start) => {
  const port = await (start.recordings ? openBare(start) : openHouse(start));
  process.on("message", (order: Order) => {
    if (order.kind === "cpu") {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpu: user + system });
      return;
    }
    recording = order.on;
    process.send?.({ queries: recorded.splice(0) });
  });
  process.send?.({ port });
});
