// Bundles the server and the command line into dist/, and makes the assets beside them.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { rolldown } from "rolldown";
import { buildAssets } from "../tools/assets.mjs";
import { markBuilt, root } from "./setup.mjs";

const entries = [
  "main",
  "cli",
  "worker",
  "solver",
  "typesetter",
  "protector",
  "mapper",
  "teller",
  "measurer",
].filter((name) => existsSync(join(root, "src/app", `${name}.ts`)));

mkdirSync(join(root, ".cache"), { recursive: true });
const folder = mkdtempSync(join(root, ".cache", "build-"));
try {
  const bundle = await rolldown({
    cwd: root,
    platform: "node",
    input: Object.fromEntries(entries.map((name) => [name, join(root, "src/app", `${name}.ts`)])),
    // What begins like a path or with # is ours, everything else is a package.
    external: (id) => !/^[./#]|^[A-Z]:/iu.test(id) || id.startsWith("node:"),
    transform: { target: "node24" },
    logLevel: "warn",
  });
  const written = join(folder, "dist");
  await bundle.write({
    dir: written,
    format: "esm",
    sourcemap: true,
    // Seen from where it will lie in the end, so that errors name the lines of the source.
    sourcemapPathTransform: (source, map) => relative(join(root, "dist"), resolve(dirname(map), source)),
    chunkFileNames: "[name]-[hash].js",
  });
  await bundle.close();
  // Read when it is needed, so it lies beside the code that reads it.
  copyFileSync(join(root, "src/core/postcodes.json"), join(written, "postcodes.json"));
  await buildAssets(join(written, "assets"));
  markBuilt(written);
  // Moved into place whole, so that nobody ever starts half a build.
  if (existsSync(join(root, "dist"))) renameSync(join(root, "dist"), join(folder, "before"));
  renameSync(written, join(root, "dist"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
