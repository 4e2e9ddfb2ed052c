import { randomUUID } from "node:crypto";
import { CompiledQuery } from "kysely";
import { type Db, PgBoss } from "pg-boss";
import type { Context } from "./context.ts";
import type { Database, Transaction } from "./db.ts";
import type { Id } from "./id.ts";

export type JobData = Readonly<Record<string, unknown>>;

/** What happens later, or at fixed hours; it runs in one transaction of its town, as the house itself. */
export type Job = {
  /** A noun and a verb, as "offer.ask_again". */
  readonly name: string;
  /** When, as cron in the time of Berlin; it runs once per town. */
  readonly schedule?: string;
  readonly run: (ctx: Context, data: JobData) => Promise<void>;
};

/** Opens one moment of the job's town: a transaction that commits when `work` returns. */
type OpenMoment = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

/** A job that talks to another machine, which must happen between two transactions and never inside one. */
export type OutwardJob = {
  readonly name: string;
  readonly reach: (open: OpenMoment, data: JobData) => Promise<void>;
};

export type AnyJob = Job | OutwardJob;

/**
 * Where waiting jobs lie; mail, what is read from elsewhere and what computes for minutes stand in lines of their own,
 * so that they hold nothing else up.
 */
export const jobsSchema = "jobs";
export const lines = ["house", "mail", "web", "compute"] as const;
export type Line = (typeof lines)[number];

/** The line a job of this name waits in. */
export const lineOf = (name: string): Line => lines.find((line) => name.startsWith(`${line}.`)) ?? "house";

/** What a waiting job carries; without a place it is a schedule that has yet to be handed to each town. */
export type Waiting = { readonly job: string; readonly place: Id<"place"> | null; readonly data: JobData };

/**
 * Asks for a job in the transaction of the happening: both are kept or neither is. While a job with the same
 * `key` is still waiting a second one is not added. Not before `after`, at once when it is left out.
 */
export const enqueue = (
  ctx: Context,
  name: string,
  data: JobData,
  options: { readonly after?: Date; readonly key?: string } = {},
): Promise<void> =>
  put(
    ctx.db,
    { job: name, place: ctx.place.id, data },
    { after: options.after ?? ctx.now, key: options.key },
  );

/** Lays one waiting job into its line, through a connection that holds a transaction. */
export const put = async (
  transaction: Transaction,
  waiting: Waiting,
  { after, key = randomUUID() }: { readonly after: Date; readonly key?: string | undefined },
): Promise<void> => {
  // Never started: it only writes one row, and has no connection but this one.
  const sender = new PgBoss({ schema: jobsSchema, db: through(transaction) });
  await sender.send(lineOf(waiting.job), waiting, {
    startAfter: after,
    singletonKey: `${waiting.place ?? ""}/${waiting.job}/${key}`,
  });
};

/** How pg-boss speaks through a connection of ours; its SQL names columns itself, so no plugin may rename them. */
export const through = (connection: Database): Db => ({
  executeSql: async (text, values = []) => {
    const { rows } = await connection.withoutPlugins().executeQuery(CompiledQuery.raw(text, [...values]));
    return { rows: [...rows] };
  },
});
