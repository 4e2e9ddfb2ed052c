import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** What a thread tells on its way: how far it is, and at the end what came out. */
type News =
  | { readonly kind: "progress"; readonly value: unknown }
  | { readonly kind: "answer"; readonly value: unknown };

type Given = { readonly task: unknown; readonly flag: SharedArrayBuffer };

/** A computation that runs beside the house, so that nobody waits for it. */
export type Thread = {
  /** What came out; fails when the thread fails, and when it is ended before. */
  readonly answer: Promise<unknown>;
  /** The last it told of its way. */
  readonly latest: () => unknown;
  /** Asks it to come to an end with what it has. */
  readonly stop: () => void;
  /** Ends it at once, whatever it is doing. */
  readonly end: () => Promise<void>;
};

// From source it lies among the entries of the roof; built, all entries lie in one folder with this file.
const fileOf = (name: string): URL =>
  new URL(import.meta.url.endsWith(".ts") ? `../app/${name}.ts` : `./${name}.js`, import.meta.url);

/** Starts the entry `src/app/NAME.ts` as a thread of its own, with a task that can be copied. */
export const startThread = (name: string, task: unknown): Thread => {
  const flag = new SharedArrayBuffer(4);
  const given: Given = { task, flag };
  const worker = new Worker(fileOf(name), { workerData: given, execArgv: ["--enable-source-maps"] });
  let latest: unknown;
  const answer = new Promise<unknown>((resolve, reject) => {
    worker.on("message", (news: News) => {
      if (news.kind === "answer") resolve(news.value);
      else latest = news.value;
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error(`The thread ${name} ended without an answer.`)));
  });
  // Whoever ended it does not wait for its answer.
  answer.catch(() => undefined);
  return {
    answer,
    latest: () => latest,
    stop: () => {
      Atomics.store(new Int32Array(flag), 0, 1);
    },
    end: async () => {
      await worker.terminate();
    },
  };
};

export type Inside = { readonly shouldStop: () => boolean; readonly progress: (value: unknown) => void };

const isGiven = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && "task" in value && "flag" in value;

/** Inside the thread: does the task and sends what came out. Imported elsewhere it does nothing. */
export const serveThread = async (
  work: (task: unknown, inside: Inside) => Promise<unknown>,
): Promise<void> => {
  const given: unknown = workerData;
  if (isMainThread || !parentPort || !isGiven(given)) return;
  const port = parentPort;
  const flag = new Int32Array(given.flag);
  const send = (news: News): void => port.postMessage(news);
  const value = await work(given.task, {
    shouldStop: () => Atomics.load(flag, 0) === 1,
    progress: (news) => send({ kind: "progress", value: news }),
  });
  send({ kind: "answer", value });
};
