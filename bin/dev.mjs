// Serves from source; an edit makes the assets anew where they change and starts the server again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { join } from "node:path";
import { projectNode, root, run, setUp, whenAbandoned } from "./setup.mjs";

await setUp({ development: true });

const node = projectNode();
const makeAssets = () => run(node, ["tools/assets.mjs", ".cache/assets"]);
const startServer = () =>
  spawn(node, ["--enable-source-maps", "--import", "./tools/tsx.mjs", "src/app/main.ts"], {
    cwd: root,
    stdio: "inherit",
  });

await makeAssets();
let server = startServer();
let changes = new Set();
let timer;
let stopping = false;

const restart = async () => {
  const files = [...changes];
  changes = new Set();
  const stopped = server.exitCode === null && server.signalCode === null ? once(server, "exit") : undefined;
  server.kill("SIGTERM");
  // The style sheet keeps what the pages use, so a page changes it too.
  if (files.some((file) => /\.(?:css|tsx|woff2)$|enhance/u.test(file))) await makeAssets();
  await stopped;
  if (!stopping) server = startServer();
};

let turn = Promise.resolve();
const collect = 60;
watch(join(root, "src"), { recursive: true }, (_, file) => {
  if (!file || file.includes(".test.")) return;
  changes.add(file);
  clearTimeout(timer);
  timer = setTimeout(() => {
    turn = turn.then(restart);
  }, collect);
});

const stop = async () => {
  stopping = true;
  const alive = server.exitCode === null && server.signalCode === null;
  server.kill("SIGTERM");
  if (alive) await once(server, "exit");
  process.exit(0);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
whenAbandoned(stop);
